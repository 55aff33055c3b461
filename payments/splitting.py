"""Sharing a sum out so that the shares add up to it, to the đồng."""

from collections.abc import Mapping


def by_largest_remainder(amount: int, weights: Mapping[int, int]) -> dict[int, int]:
    """``amount`` shared out in proportion to ``weights``, whole đồng each.

    What rounding leaves goes to the largest remainders, the smaller key first. With an amount of
    at most all weights together nobody's share is more than his weight.
    """
    whole = sum(weights.values())
    if amount <= 0 or whole <= 0:
        return dict.fromkeys(weights, 0)
    shares = {key: amount * weight // whole for key, weight in weights.items()}
    left = amount - sum(shares.values())
    by_remainder = sorted(weights, key=lambda key: (-(amount * weights[key] % whole), key))
    for key in by_remainder[:left]:
        shares[key] += 1
    return shares
