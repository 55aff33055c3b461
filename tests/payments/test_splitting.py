"""Shares add up to the đồng, and nobody saves more than he spends."""

import random

from payments.splitting import by_largest_remainder


def test_what_rounding_leaves_goes_to_the_largest_remainders():
    assert by_largest_remainder(100, {1: 1, 2: 1, 3: 1}) == {1: 34, 2: 33, 3: 33}
    assert by_largest_remainder(10, {1: 55, 2: 45}) == {1: 6, 2: 4}
    assert by_largest_remainder(7, {1: 0, 2: 9}) == {1: 0, 2: 7}
    assert by_largest_remainder(5, {}) == {}


def test_the_largest_remainder_comes_first_and_then_the_smaller_key():
    assert by_largest_remainder(10, {1: 54, 2: 26, 3: 20}) == {1: 5, 2: 3, 3: 2}
    assert by_largest_remainder(10, {3: 54, 2: 26, 1: 20}) == {3: 5, 2: 3, 1: 2}
    assert by_largest_remainder(2, {9: 1, 4: 1, 7: 1}) == {4: 1, 7: 1, 9: 0}


def test_nothing_is_shared_out_where_there_is_nothing():
    assert by_largest_remainder(0, {1: 5, 2: 6}) == {1: 0, 2: 0}
    assert by_largest_remainder(-7, {1: 5, 2: 6}) == {1: 0, 2: 0}
    assert by_largest_remainder(9, {1: 0, 2: 0}) == {1: 0, 2: 0}
    assert by_largest_remainder(1, {1: 1}) == {1: 1}


def test_shares_add_up_and_never_pass_their_weight():
    dice = random.Random(14)
    for _ in range(500):
        weights = {key: dice.randint(0, 999_999) for key in range(dice.randint(1, 7))}
        amount = dice.randint(0, sum(weights.values()))

        shares = by_largest_remainder(amount, weights)

        assert sum(shares.values()) == (amount if sum(weights.values()) else 0)
        assert all(0 <= shares[key] <= weights[key] for key in weights)
