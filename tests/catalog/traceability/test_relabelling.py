"""Spoilt labels: cancelled for ever, the same boxes under fresh codes, and all of it adds up."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.traceability import queries, recalls, timeline
from catalog.traceability.lots import packing, relabelling, shipping
from catalog.traceability.models import Box, Event
from catalog.traceability.parties import registering
from marketplace.records import invariants

pytestmark = pytest.mark.django_db
State = Box.State


@pytest.fixture
def boxes(lot, item):
    return packing.pack(lot.pk, item.key, units=5, by=None)


def states(boxes):
    rows = Box.objects.in_bulk([box.pk for box in boxes])
    return [rows[box.pk].state for box in boxes]


def unchanged(lot, boxes, packed_g=10_000):
    lot.refresh_from_db()
    return (
        set(states(boxes)) == {State.PACKED}
        and lot.packed_g == packed_g
        and not Event.objects.filter(kind__in=("relabelling", "unpacking")).exists()
        and Box.objects.filter(replaces__isnull=False).count() == 0
    )


def broken():
    return [found.name for found in invariants.check() if found.count]


def test_a_spoilt_label_gives_way_to_a_fresh_one(lot, item, party, boxes):
    spoilt = [boxes[1], boxes[3]]

    fresh = relabelling.replace(party.key, [box.code for box in spoilt], reason="lem mực", by=None)

    assert states(boxes) == ["packed", "void", "packed", "void", "packed"]
    assert [(box.replaces, box.state, box.lot, box.item) for box in fresh] == [
        (old, State.PACKED, lot, item) for old in spoilt
    ]
    assert len({box.code for box in [*boxes, *fresh]}) == 7
    lot.refresh_from_db()
    assert lot.packed_g == 10_000
    event = Event.objects.get(kind="relabelling")
    assert (event.quantity, event.unit, event.reference) == (2, "box", "")
    assert event.data["reason"] == "lem mực"
    assert broken() == []


def test_codes_may_be_typed_as_people_read_them(party, boxes):
    typed = boxes[0].code.lower().replace("1", "i").replace("0", "o")
    typed = f" {typed[:4]}-{typed[4:8]} {typed[8:]} "

    (fresh,) = relabelling.replace(party.key, [typed], reason="rách", by=None)

    assert fresh.replaces == boxes[0]


def test_a_sold_box_stays_sold(lot, item, party, boxes):
    sold = packing.pack(lot.pk, item.key, units=2, reference="SO-1", by=None)

    (fresh,) = relabelling.replace(party.key, [sold[0].code], reason="rách", by=None)

    assert (fresh.reference, fresh.sold_on) == ("SO-1", sold[0].sold_on)
    assert {box.code for box in queries.packed_for("SO-1")} == {fresh.code, sold[1].code}
    assert shipping.ship("SO-1", by=None) == 2
    assert broken() == []


def test_the_trace_of_a_fresh_label_goes_back_to_the_first_packing(lot, party, boxes):
    (second,) = relabelling.replace(party.key, [boxes[0].code], reason="rách", by=None)
    (third,) = relabelling.replace(party.key, [second.code], reason="rách", by=None)

    kinds = [
        [step.text for step in timeline.of_box(box, queries.events(lot), {})]
        for box in (third, boxes[1])
    ]

    assert [len(steps) for steps in kinds] == [4, 2]
    assert kinds[0][:2] == kinds[1]
    assert broken() == []


def test_boxes_packed_ahead_are_unpacked_and_their_weight_is_back(lot, party, boxes):
    assert relabelling.discard(party.key, [boxes[0].code, boxes[4].code], reason="ẩm", by=None) == 2

    assert states(boxes) == ["void", "packed", "packed", "packed", "void"]
    lot.refresh_from_db()
    assert lot.packed_g == 6_000
    event = Event.objects.get(kind="unpacking")
    assert (event.quantity, event.data["reason"]) == (2, "ẩm")
    assert event.data["boxes"] == [boxes[0].code, boxes[4].code]
    assert broken() == []


@pytest.mark.parametrize("verb", [relabelling.replace, relabelling.discard])
def test_nothing_happens_without_a_reason_or_a_known_code(verb, lot, party, boxes):
    registering.party("cooperative-99", name="HTX Khác")

    with pytest.raises(relabelling.ReasonMissing):
        verb(party.key, [boxes[0].code], reason=" ", by=None)
    with pytest.raises(relabelling.UnknownCodes) as refused:
        verb(party.key, [boxes[0].code, "K7Q2M4XD9PRT"], reason="rách", by=None)
    assert refused.value.args == ("K7Q2M4XD9PRT",)
    with pytest.raises(relabelling.UnknownCodes):
        verb("cooperative-99", [boxes[0].code], reason="rách", by=None)
    with pytest.raises(relabelling.UnknownCodes):
        verb(party.key, [], reason="rách", by=None)

    assert unchanged(lot, boxes)


@pytest.mark.parametrize("verb", [relabelling.replace, relabelling.discard])
def test_a_box_on_the_road_keeps_its_label(verb, lot, item, party, boxes):
    sent = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    shipping.ship("SO-1", by=None)

    with pytest.raises(packing.AlreadyShipped):
        verb(party.key, [boxes[0].code, sent[0].code], reason="rách", by=None)

    assert unchanged(lot, boxes, 12_000)


def test_a_cancelled_code_is_unknown_for_ever(party, boxes):
    relabelling.replace(party.key, [boxes[0].code], reason="rách", by=None)

    with pytest.raises(relabelling.UnknownCodes):
        relabelling.replace(party.key, [boxes[0].code], reason="rách", by=None)

    assert Box.objects.count() == 6


def test_a_box_of_a_sale_is_not_unpacked_alone(lot, item, party, boxes):
    sold = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)

    with pytest.raises(relabelling.BelongsToASale):
        relabelling.discard(party.key, [boxes[0].code, sold[0].code], reason="rách", by=None)

    assert unchanged(lot, boxes, 12_000)


def test_a_recalled_lot_gets_no_fresh_labels(lot, party, boxes):
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    with pytest.raises(packing.LotNotOpen):
        relabelling.replace(party.key, [boxes[0].code], reason="rách", by=None)

    assert unchanged(lot, boxes)


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30)), max_size=12))
def test_codes_and_boxes_add_up_whatever_is_spoilt(lot, item, party, choices):
    packing.pack(lot.pk, item.key, units=6, by=None)
    for again, number in choices:
        free = list(Box.objects.filter(lot=lot, state=State.PACKED).order_by("pk"))
        if free:
            verb = relabelling.replace if again else relabelling.discard
            verb(party.key, [free[number % len(free)].code], reason="rách", by=None)

    lot.refresh_from_db()
    assert lot.packed_g == 2000 * Box.objects.filter(lot=lot, state=State.PACKED).count()
    assert broken() == []
