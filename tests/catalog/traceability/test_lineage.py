"""Lots become lots: what goes in comes out or is declared lost, and both ways can be walked."""

import datetime as dt
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.traceability import recalls
from catalog.traceability.lineage import genealogy, making
from catalog.traceability.loading import stacking
from catalog.traceability.lots import harvest, packing
from catalog.traceability.models import Event, Lot, LotSource, UnitBox
from marketplace.records import invariants
from tests.catalog.traceability.conftest import SONG_MA

pytestmark = pytest.mark.django_db


def pick(party, grams=10_000, crop="Nhãn", day=12):
    return harvest.open_lot(
        party.key,
        crop=crop,
        commune_code=SONG_MA,
        harvested_on=dt.date(2026, 8, day),
        quantity_g=grams,
        by=None,
    )


def test_lots_put_together_weigh_what_they_gave(party):
    first, second = pick(party), pick(party, day=13)

    made = making.merge(party.key, {first.pk: 4_000, second.pk: 10_000}, by=None)

    assert (made.kind, made.crop, made.quantity_g, made.loss_g) == ("merged", "Nhãn", 14_000, 0)
    assert (made.harvested_on, made.harvested_to) == (dt.date(2026, 8, 12), dt.date(2026, 8, 13))
    assert [Lot.objects.get(pk=lot.pk).left_g for lot in (first, second)] == [6_000, 0]
    event = Event.objects.get(kind="merging")
    assert event.data == {
        "sources": [{"lot": first.code, "grams": 4_000}, {"lot": second.code, "grams": 10_000}],
        "loss_g": 0,
    }
    connection.check_constraints()


def test_a_lot_is_divided_and_the_loss_is_declared(party):
    lot = pick(party)

    big, small = making.split(party.key, lot.pk, [6_000, 3_500], loss_g=500, by=None)

    assert (big.quantity_g, big.loss_g, small.quantity_g, small.loss_g) == (6_000, 500, 3_500, 0)
    assert Lot.objects.get(pk=lot.pk).left_g == 0
    connection.check_constraints()


def test_drying_loses_weight_and_changes_the_name(party):
    lot = pick(party)
    dried = making.Product("Long nhãn", 2_500, 7_500, dt.date(2027, 8, 1))

    made = making.process(party.key, {lot.pk: 10_000}, dried, by=None)

    assert (made.kind, made.crop, made.best_before) == (
        "processed",
        "Long nhãn",
        dt.date(2027, 8, 1),
    )
    assert made.harvested_on == dt.date(2026, 8, 12)
    connection.check_constraints()


def test_what_cannot_be_is_refused_and_changes_nothing(party):
    lot, other = pick(party), pick(party, crop="Xoài")
    refused = [
        (making.TooFew, lambda: making.merge(party.key, {lot.pk: 1}, by=None)),
        (making.TooFew, lambda: making.merge(party.key, {}, by=None)),
        (making.TooFew, lambda: making.split(party.key, lot.pk, [5], by=None)),
        (making.DifferentGoods, lambda: making.merge(party.key, {lot.pk: 1, other.pk: 1}, by=None)),
        (making.MoreThanLeft, lambda: making.split(party.key, lot.pk, [9_000, 1_001], by=None)),
        (making.WeightsDiffer, lambda: making.split(party.key, lot.pk, [9_000, 0], by=None)),
        (making.WeightsDiffer, lambda: dry(party, lot, 10_000, 2_500, 7_000)),
        (making.WeightsDiffer, lambda: dry(party, lot, 10_000, 10_500, -500)),
        (making.MoreThanLeft, lambda: dry(party, lot, 0, 0, 0)),
        (making.NotOurLot, lambda: making.split("nobody", lot.pk, [1, 1], by=None)),
        (making.NotOurLot, lambda: making.merge(party.key, {lot.pk: 1, 999_999: 1}, by=None)),
    ]

    for refusal, deed in refused:
        with pytest.raises(refusal):
            deed()

    assert Lot.objects.count() == 2
    assert not LotSource.objects.exists()


def dry(party, lot, grams, out, lost):
    return making.process(party.key, {lot.pk: grams}, making.Product("Sấy", out, lost), by=None)


def test_nothing_is_made_of_a_lot_that_was_called_back(party):
    lot = pick(party)
    recalls.recall(lot.pk, reason="Dư lượng", by=None)

    with pytest.raises(making.LotNotOpen):
        making.split(party.key, lot.pk, [1_000, 1_000], by=None)


def test_what_was_used_can_no_longer_be_packed(party, item):
    lot = pick(party)
    making.split(party.key, lot.pk, [4_000, 4_000], by=None)

    with pytest.raises(packing.MoreThanHarvested) as refused:
        packing.pack(lot.pk, item.key, units=2, by=None)

    assert refused.value.args == (2_000,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE traceability_lot SET used_g = 0 WHERE kind = 'harvest'",
        "UPDATE traceability_lot SET loss_g = 1 WHERE kind = 'split'",
        "UPDATE traceability_lot SET quantity_g = quantity_g + 1 WHERE kind = 'split'",
        "UPDATE traceability_lot SET used_g = 1 WHERE kind = 'split'",
        """INSERT INTO traceability_lotsource (source_id, lot_id, grams)
        SELECT max(id), min(id), 5 FROM traceability_lot""",
        "DELETE FROM traceability_lotsource",
        "UPDATE traceability_lotsource SET grams = 1",
    ],
)
def test_the_database_holds_the_balance(party, change):
    lot = pick(party)
    making.split(party.key, lot.pk, [6_000, 4_000], by=None)
    connection.check_constraints()

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.django_db(transaction=True)
def test_two_who_use_the_last_kilograms_at_once_use_them_once(party):
    lot = pick(party)
    outcomes = []

    def divide():
        try:
            making.split(party.key, lot.pk, [5_000, 5_000], by=None)
            outcomes.append("done")
        except making.MoreThanLeft:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=divide) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["done", "refused", "refused"]
    assert Lot.objects.count() == 3


def test_a_trace_goes_through_every_generation_in_one_query(party, item, django_assert_num_queries):
    lot = pick(party)
    big, _small = making.split(party.key, lot.pk, [6_000, 4_000], by=None)
    dried = dry(party, big, 6_000, 2_000, 4_000)
    (box,) = packing.pack(dried.pk, item.key, units=1, by=None)
    unit = stacking.open_unit(party.key, by=None)
    stacking.load(unit.pk, [box.code], by=None)

    with django_assert_num_queries(1):
        steps = genealogy.walk([("unit", unit.pk)], "back")
    forward = genealogy.of(lot, "forward")

    assert sorted((step.source[0], step.target[0]) for step in steps) == [
        ("box", "unit"),
        ("lot", "box"),
        ("lot", "lot"),
        ("lot", "lot"),
    ]
    assert {node.kind for node in forward.nodes} == {"lot", "box", "unit"}
    assert len(forward.nodes) == 6
    assert genealogy.covered(box.code) in {node.code for node in forward.nodes}


# The party and the item are the same for every graph; each graph is rolled back.
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_back_and_forward_of_any_graph_lead_home(party, item, data):
    """forward(back(x)) ⊇ {x} and back(forward(x)) ⊇ {x}, for lots and boxes of random graphs."""
    with transaction.atomic():
        things = grow(party, item, data)
        for thing in things:
            start = genealogy.spot(thing)
            for there, home in (("back", "forward"), ("forward", "back")):
                reached = ends(genealogy.walk([start], there)) | {start}
                assert start in ends(genealogy.walk(sorted(reached), home)) | reached
                for end in reached:
                    assert start in ends(genealogy.walk([end], home)) | {end}
        connection.check_constraints()
        assert [found.name for found in invariants.check() if found.count] == []
        transaction.set_rollback(True)


def grow(party, item, data):
    """Some harvests; then lots are merged, divided and processed at random, and packed."""
    lots = [pick(party, grams=20_000) for _ in range(data.draw(st.integers(1, 3)))]
    for _ in range(data.draw(st.integers(0, 6))):
        rich = [lot for lot in Lot.objects.order_by("pk") if lot.left_g >= 4]
        if not rich:
            break
        how = data.draw(st.sampled_from(["merge", "split", "process"]))
        lot = data.draw(st.sampled_from(rich))
        half = lot.left_g // 2
        if how == "split":
            lots += making.split(party.key, lot.pk, [half - 1, 1], loss_g=1, by=None)
        elif how == "process":
            lots.append(dry(party, lot, half, half - 1, 1))
        else:
            same = [other for other in rich if other.crop == lot.crop and other != lot]
            if same:
                other = data.draw(st.sampled_from(same))
                lots.append(making.merge(party.key, {lot.pk: 1, other.pk: 2}, by=None))
    boxes = []
    for lot in Lot.objects.order_by("pk"):
        if lot.left_g >= item.net_weight_g and data.draw(st.booleans()):
            boxes += packing.pack(lot.pk, item.key, units=1, by=None)
    return [*Lot.objects.order_by("pk"), *boxes]


def ends(steps):
    return {end for step in steps for end in (step.source, step.target)}


def test_boxes_lie_on_one_pallet_at_a_time(party, item):
    lot = pick(party)
    one, two = packing.pack(lot.pk, item.key, units=2, by=None)
    first, second = (stacking.open_unit(party.key, by=None) for _ in range(2))

    assert stacking.load(first.pk, [one.code, two.code], by=None) == 2
    assert stacking.load(first.pk, [one.code], by=None) == 0
    with pytest.raises(stacking.LiesElsewhere):
        stacking.load(second.pk, [one.code], by=None)
    with pytest.raises(stacking.NotOurBox):
        stacking.load(second.pk, ["K7Q2M9X4T8BD"], by=None)
    with pytest.raises(stacking.TooMany):
        stacking.close(second.pk, by=None)
    stacking.close(first.pk, by=None)
    with pytest.raises(stacking.MoveRefused):
        stacking.load(first.pk, [one.code], by=None)
    assert stacking.unload(first.pk, by=None) == 2
    assert stacking.unload(first.pk, by=None) == 0
    assert stacking.load(second.pk, [one.code], by=None) == 1

    assert UnitBox.objects.filter(out_at=None).count() == 1
    assert [event.kind for event in Event.objects.order_by("pk")][2:] == [
        "loading",
        "unloading",
        "loading",
    ]


def test_a_pallet_has_a_page_of_its_own(client, party, item):
    lot = pick(party)
    boxes = packing.pack(lot.pk, item.key, units=3, by=None)
    unit = stacking.open_unit(party.key, by=None)
    stacking.load(unit.pk, [box.code for box in boxes], by=None)

    page = client.get(f"/t/{unit.code}").content.decode()

    assert f"{lot.code}" in page
    assert "× 3" in page
    assert boxes[0].code not in page
