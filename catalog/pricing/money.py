"""The border between our whole đồng and Oscar's decimals: nowhere else does one become other."""

from decimal import Decimal

from oscar.core.prices import Price

CURRENCY = "VND"


class NotWholeDong(ValueError):
    """An amount with a fraction, or in another currency: the đồng has no minor unit."""


def to_dong(amount: Decimal, currency: str = CURRENCY) -> int:
    """The amount as whole đồng; ``NotWholeDong`` for a fraction or another currency."""
    if currency != CURRENCY or not amount.is_finite() or amount != amount.to_integral_value():
        raise NotWholeDong(f"{amount} {currency}")
    return int(amount)


def to_decimal(amount: int) -> Decimal:
    """Whole đồng as Oscar stores them, with its two empty decimal places."""
    return Decimal(amount).quantize(Decimal("0.01"))


def price(amount: int) -> Price:
    """Whole đồng as Oscar's price; what buyers see includes every tax, so none is added."""
    value = to_decimal(amount)
    return Price(currency=CURRENCY, excl_tax=value, tax=Decimal("0.00"))
