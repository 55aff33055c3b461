"""Order lines found forward from lots are those a walk by hand finds, each exactly once."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import PackedLot, RecalledLine, RecallNotice, SellerOrderLine
from catalog.recalling import forward, reaching
from catalog.traceability.models import Lot, LotSource, Recall
from catalog.traceability.recalls import scopes
from marketplace.records import clock
from tests import factories
from tests.catalog.recalling.goods import ordered

LOTS, LINES = 8, 3
SOLD = ("packed", "shipped", "delivered")
STATES = (*SOLD, "cancelled", "to_confirm")
ARROWS = st.sets(st.tuples(st.integers(0, LOTS - 1), st.integers(0, LOTS - 1)), max_size=12)
PACKED = st.dictionaries(
    st.tuples(st.integers(0, LINES - 1), st.integers(0, LOTS - 1)), st.integers(1, 9), max_size=12
)


@pytest.fixture
def market(db):
    """Three orders of two buyers, and eight lots; what is packed from which is drawn."""
    pack = factories.pack()
    other = {"email": "", "phone": "0987 654 321"}
    orders = [ordered(pack), ordered(pack), ordered(pack, **other)]
    lines = [SellerOrderLine.objects.get(seller_order__order=order) for order in orders]
    lots = Lot.objects.bulk_create(
        Lot(
            code=f"LOT-{n}",
            party=pack.listing.cooperative.party,
            crop="Nhãn",
            commune_code="04168",
            harvested_on=clock.local_day(),
            opened_on=clock.local_day(),
            quantity_g=1_000,
        )
        for n in range(LOTS)
    )
    return lines, lots


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    arrows=ARROWS,
    packed=PACKED,
    named=st.sets(st.integers(0, LOTS - 1), min_size=1, max_size=3),
    states=st.tuples(*[st.sampled_from(STATES)] * LINES),
)
def test_every_order_line_is_found_exactly_once(market, arrows, packed, named, states):
    lines, lots = market
    made = {(low, high) for low, high in map(sorted, arrows) if low != high}
    wanted = set(named)
    while more := {high for low, high in made if low in wanted} - wanted:
        wanted |= more
    by_hand = {
        lines[line].pk: sum(n for (one, lot), n in packed.items() if one == line and lot in wanted)
        for line, state in enumerate(states)
        if state in SOLD and any(one == line and lot in wanted for one, lot in packed)
    }

    with transaction.atomic():
        for line, state in zip(lines, states, strict=True):
            type(line.seller_order).objects.filter(pk=line.seller_order_id).update(state=state)
        LotSource.objects.bulk_create(
            LotSource(source=lots[low], lot=lots[high], grams=1) for low, high in sorted(made)
        )
        PackedLot.objects.bulk_create(
            PackedLot(line=lines[line], lot=lots[lot], quantity=n)
            for (line, lot), n in packed.items()
        )
        keys = {lots[n].pk for n in named}
        keys |= scopes.made_of(keys)
        found = forward.lines(keys)
        written = _written(keys)
        transaction.set_rollback(True)

    assert [(line.line, line.units) for line in found] == sorted(by_hand.items())
    assert written == (sorted(by_hand.items()), _buyers(lines, by_hand))


def _buyers(lines: list[SellerOrderLine], by_hand: dict[int, int]) -> int:
    """How many buyers have one of the lines."""
    return len({n == LINES - 1 for n, line in enumerate(lines) if line.pk in by_hand})


def _written(keys: set[int]) -> tuple[list[tuple[int, int]], int]:
    """The lines and letters a recall of these lots writes."""
    recall = Recall.objects.create(
        number="TH-1",
        year=2026,
        serial=1,
        scope="lots",
        grade=2,
        reason="x",
        remedy="wait",
        begun_at=clock.now(),
    )
    reaching.write_down(recall, keys)
    rows = RecalledLine.objects.filter(recall=recall).order_by("line_id")
    return list(rows.values_list("line_id", "units")), RecallNotice.objects.count()
