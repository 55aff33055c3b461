"""From lots forward to what was sold of them: every order line once, however many lots it holds.

Lines of cancelled parts do not count: their goods never left the house or came back to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet, Sum

from catalog.cooperatives.models import Cooperative
from catalog.orders.models import SellerOrder
from catalog.stock.models import Hold, LotBalance
from catalog.traceability.models import Box, Lot
from marketplace.database.statements import AnyOf  # noqa: F401 -- registers ``any_of``

State = SellerOrder.State
SOLD = (State.PACKED, State.SHIPPED, State.DELIVERED)
UNPACKED = (State.WAITING, State.TO_CONFIRM, State.CONFIRMED)

#: One row for a line however many of its lots are recalled; raw, because lists are long.
FOUND = """
    SELECT packed.line_id, packed.units, part.state, part.order_id, placement.phone,
        lower(placement.email) AS email
    FROM (SELECT line_id, sum(quantity) AS units FROM catalog_packedlot
        WHERE lot_id = ANY(%(lots)s) GROUP BY line_id) packed
    JOIN catalog_sellerorderline line ON line.line_id = packed.line_id
    JOIN catalog_sellerorder part ON part.id = line.seller_order_id
    JOIN catalog_placement placement ON placement.order_id = part.order_id
    WHERE part.state = ANY(%(states)s)
"""
_LINES = (
    "SELECT line_id, units::int, state, phone, email "  # noqa: S608 -- constants
    f"FROM ({FOUND}) found ORDER BY line_id"
)
_COUNTS = (
    "SELECT count(*), count(DISTINCT order_id), count(DISTINCT (phone, email)), "  # noqa: S608 -- constants
    f"coalesce(array_agg(state), ARRAY[]::varchar[]) FROM ({FOUND}) found"
)


@dataclass(frozen=True, slots=True)
class Line:
    """An order line that holds units of recalled lots, and where its parcel stands."""

    line: int
    units: int
    state: str
    buyer: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a recall of some lots would reach, counted."""

    lots: int
    left_g: int
    boxes: int
    lines: int
    orders: int
    buyers: int
    cooperatives: list[str]
    on_sale: int
    unpacked: int
    by_state: dict[str, int] = field(default_factory=dict)


def lines(lots: Collection[int]) -> list[Line]:
    """Every order line with goods of these lots, each once, by key."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, facts(lots))
        return [Line(pk, units, state, (phone, mail)) for pk, units, state, phone, mail in cursor]


def reach(lots: Collection[int]) -> Reach:
    """Count what a recall of these lots would reach; nothing is written."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, facts(lots))
        found, orders, buyers, states = cursor.fetchone()
    left = Lot.objects.filter(pk__any_of=list(lots)).aggregate(
        g=Sum(F("quantity_g") - F("packed_g") - F("used_g"))
    )
    balances = LotBalance.objects.filter(lot__pk__any_of=list(lots))
    sale = balances.aggregate(n=Sum(F("received") - F("held") - F("sold")))
    return Reach(
        lots=len(lots),
        left_g=left["g"] or 0,
        boxes=Box.objects.filter(lot__pk__any_of=list(lots), state=Box.State.PACKED).count(),
        lines=found,
        orders=orders,
        buyers=buyers,
        cooperatives=list(cooperatives(lots).order_by("name").values_list("name", flat=True)),
        on_sale=sale["n"] or 0,
        unpacked=unpacked(lots).values("order_line").distinct().count(),
        by_state=Counter(states),
    )


def facts(lots: Collection[int]) -> dict[str, Any]:
    """What ``FOUND`` asks for."""
    return {"lots": list(lots), "states": [str(state) for state in SOLD]}


def cooperatives(lots: Collection[int]) -> QuerySet[Cooperative]:
    """Whose lots they are."""
    return Cooperative.objects.filter(party__lots__pk__any_of=list(lots)).distinct()


def unpacked(lots: Collection[int]) -> QuerySet[Hold]:
    """Units of these lots kept for orders nobody has packed yet."""
    return Hold.objects.filter(balance__lot__pk__any_of=list(lots), state=Hold.State.HELD)
