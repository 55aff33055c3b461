"""Going on where a page ended: by the values of its last row, however many rows stand before."""

import base64
import binascii
import json
from datetime import datetime
from typing import Any

from django.db.models import Q

# How each order goes on: columns of an index, the last of them unique.
ORDERS: dict[str, tuple[str, ...]] = {
    "season": ("season_order", "-published_at", "-listing_id"),
    "newest": ("-published_at", "-listing_id"),
    "price_per_kg": ("price_per_kg", "listing_id"),
}


class BadMark(ValueError):
    """A mark that this shelf never gave, or gave for another order."""


def mark(order: str, row: dict[str, Any]) -> str:
    """An opaque mark of the place after ``row``; nothing for an order that cannot be gone on in."""
    if order not in ORDERS:
        return ""
    values = [_written(row[column.lstrip("-")]) for column in ORDERS[order]]
    return base64.urlsafe_b64encode(json.dumps([order, *values]).encode()).decode().rstrip("=")


def after(order: str, given: str) -> Q:
    """The rows behind a mark; ``BadMark`` when it is not one of this order."""
    columns = ORDERS.get(order, ())
    try:
        padded = given + "=" * (-len(given) % 4)
        made_for, *written = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        values = [_read(column, value) for column, value in zip(columns, written, strict=True)]
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise BadMark(given[:40]) from error
    if made_for != order:
        raise BadMark(given[:40])
    return _behind(columns, values)


def _behind(columns: tuple[str, ...], values: list[Any]) -> Q:
    """Rows after the values: a later first column, or the same and a later rest."""
    condition = Q()
    for column, value in reversed(list(zip(columns, values, strict=True))):
        name, is_later = column.lstrip("-"), "lt" if column.startswith("-") else "gt"
        later = Q(**{f"{name}__{is_later}": value})
        condition = later | (Q(**{name: value}) & condition) if condition else later
    return condition


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _read(column: str, value: Any) -> Any:
    if column.lstrip("-") == "published_at":
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError(value)
        return moment
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError(value)
    return value
