"""From harvest to delivery: what may be packed, and what is written down."""

import datetime as dt
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction

from catalog.traceability import queries, recalls
from catalog.traceability.lots import harvest, packing, shipping
from catalog.traceability.models import Box, Event, Lot
from marketplace.records import audit, clock
from tests.catalog.traceability.conftest import NOW, SONG_MA

pytestmark = pytest.mark.django_db


def open_lot(party, **facts):
    usual = {
        "crop": "Nhãn",
        "commune_code": SONG_MA,
        "harvested_on": dt.date(2026, 8, 12),
        "quantity_g": 10_000,
        "by": None,
    }
    return harvest.open_lot(party.key, **usual | facts)


def test_opening_a_lot_writes_its_harvest_down(lot):
    event = Event.objects.get()

    assert (event.lot, event.kind, event.quantity, event.unit) == (lot, "harvest", 500_000, "g")
    assert event.at == dt.datetime(2026, 8, 12, 12, tzinfo=clock.LOCAL)
    assert event.recorded_at == NOW
    assert event.data == {"day": "2026-08-12"}
    assert [entry.what for entry in audit.of(lot)] == ["lot.opened"]


def test_a_harvest_of_this_morning_happened_before_now(party):
    early = dt.datetime(2026, 8, 12, 8, tzinfo=clock.LOCAL)

    with clock.moved_to(early):
        open_lot(party)

    assert Event.objects.get().at == early


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"harvested_on": dt.date(2026, 8, 15)}, harvest.HarvestInFuture),
        ({"best_before": dt.date(2026, 8, 11)}, harvest.KeepsTooShort),
        ({"quantity_g": 0}, harvest.NothingHarvested),
        ({"quantity_g": -5}, harvest.NothingHarvested),
    ],
)
def test_a_harvest_that_cannot_be_is_refused(party, facts, refusal):
    with pytest.raises(refusal):
        open_lot(party, **facts)

    assert not Lot.objects.exists()
    assert not Event.objects.exists()


def test_lots_of_one_crop_and_day_have_different_codes(party):
    codes = {open_lot(party, quantity_g=1).code for _ in range(50)}

    assert len(codes) == 50
    assert all(code.startswith("NHAN-260812-") for code in codes)


def test_boxes_get_codes_of_their_own_and_an_event(lot, item):
    boxes = packing.pack(lot.pk, item.key, units=3, reference="SO-1", by=None)

    assert len({box.code for box in boxes}) == 3
    assert {(b.state, b.net_weight_g, b.reference, b.sold_on) for b in Box.objects.all()} == {
        ("packed", 2000, "SO-1", dt.date(2026, 8, 14))
    }
    assert Lot.objects.get().packed_g == 6000
    event = Event.objects.get(kind="packing")
    assert (event.quantity, event.unit, event.reference) == (3, "box", "SO-1")
    assert event.data == {"item": "pack-34", "gtin": "", "net_weight_g": 2000}


def test_boxes_without_a_sale_are_not_sold(lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, by=None)

    assert (box.reference, box.sold_on) == ("", None)


def test_no_more_is_packed_than_was_harvested(party, item):
    lot = open_lot(party, quantity_g=5000)
    packing.pack(lot.pk, item.key, units=2, by=None)

    with pytest.raises(packing.MoreThanHarvested) as refusal:
        packing.pack(lot.pk, item.key, units=1, by=None)

    assert refusal.value.args == (1000,)
    assert Box.objects.count() == 2
    assert Lot.objects.get().packed_g == 4000


def test_the_database_holds_the_weight_too(lot):
    wrong = pytest.raises(IntegrityError, match="lot_gives_no_more_than_there_was")
    with wrong, transaction.atomic():
        Lot.objects.update(packed_g=500_001)


def test_an_item_nobody_weighs_takes_no_weight(lot, item):
    item.net_weight_g = None
    item.save()

    packing.pack(lot.pk, item.key, units=4, by=None)

    assert Lot.objects.get().packed_g == 0


@pytest.mark.parametrize("units", [0, -1, 10_001])
def test_an_odd_number_of_boxes_is_refused(lot, item, units):
    with pytest.raises(packing.WrongNumberOfUnits):
        packing.pack(lot.pk, item.key, units=units, by=None)

    assert not Box.objects.exists()


def test_nobody_packs_before_the_harvest(lot, item):
    early = clock.moved_to(dt.datetime(2026, 8, 11, 9, tzinfo=clock.LOCAL))
    with early, pytest.raises(packing.PackedBeforeHarvest):
        packing.pack(lot.pk, item.key, units=1, by=None)

    assert not Box.objects.exists()


def test_nothing_is_packed_from_a_recalled_lot(lot, item):
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    with pytest.raises(packing.LotNotOpen):
        packing.pack(lot.pk, item.key, units=1, by=None)


def test_a_recall_needs_a_reason_and_is_written_once(lot):
    with pytest.raises(recalls.ReasonMissing):
        recalls.recall(lot.pk, reason="  ", by=None)
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)
    recalls.recall(lot.pk, reason="Khác", by=None)

    assert Lot.objects.get().recall_reason == "Thuốc còn tồn dư"
    assert Event.objects.filter(kind="recall").count() == 1


def test_unpacking_gives_the_weight_back_and_voids_the_codes(lot, item):
    packing.pack(lot.pk, item.key, units=3, reference="SO-1", by=None)
    packing.pack(lot.pk, item.key, units=2, reference="SO-2", by=None)

    assert packing.unpack("SO-1", by=None) == 3

    assert Lot.objects.get().packed_g == 4000
    assert Box.objects.filter(state="void").count() == 3
    assert Event.objects.get(kind="unpacking").quantity == 3
    assert packing.unpack("SO-1", by=None) == 0


def test_what_has_arrived_is_not_unpacked(lot, item):
    packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    shipping.ship("SO-1", to_commune=SONG_MA, by=None)
    shipping.deliver("SO-1", by=None)

    with pytest.raises(packing.AlreadyShipped):
        packing.unpack("SO-1", by=None)

    assert Box.objects.get().state == "delivered"


def test_what_comes_back_from_the_road_is_unpacked_or_lost(lot, item):
    for reference, verb in (("SO-1", packing.unpack), ("SO-2", shipping.lose)):
        packing.pack(lot.pk, item.key, units=1, reference=reference, by=None)
        shipping.ship(reference, to_commune=SONG_MA, by=None)
        assert verb(reference, by=None) == 1
        assert verb(reference, by=None) == 0

    lot.refresh_from_db()
    assert lot.packed_g == item.net_weight_g  # what was lost is gone, what came back is there
    assert set(Box.objects.values_list("state", flat=True)) == {"void", "lost"}


def test_boxes_are_sent_and_delivered_once(lot, item):
    packing.pack(lot.pk, item.key, units=2, reference="SO-1", by=None)

    moved = [
        shipping.ship("SO-1", to_commune="00004", by=None),
        shipping.ship("SO-1", to_commune="00004", by=None),
        shipping.deliver("SO-1", None),
        shipping.deliver("SO-1", None),
    ]

    assert moved == [2, 0, 2, 0]
    assert {box.state for box in Box.objects.all()} == {"delivered"}
    assert [event.kind for event in queries.events(lot)] == [
        "harvest",
        "packing",
        "shipping",
        "delivery",
    ]


def test_nothing_is_sent_that_was_not_packed(lot, item):
    packing.pack(lot.pk, item.key, units=1, by=None)

    for reference in ("", "SO-9"):
        with pytest.raises(shipping.NothingPacked):
            shipping.ship(reference, by=None)


def test_nothing_is_delivered_that_was_not_sent(lot, item):
    packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)

    with pytest.raises(shipping.MoveRefused):
        shipping.deliver("SO-1", None)

    assert Box.objects.get().state == "packed"


def test_a_recalled_box_stays_where_it_is(lot, item):
    packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    with pytest.raises(shipping.CalledBack):
        shipping.ship("SO-1", by=None)

    assert Box.objects.get().state == "packed"


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE traceability_event SET quantity = 1",
        "DELETE FROM traceability_event",
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE traceability_event CASCADE",
    ],
)
def test_what_was_written_down_stays(lot, words):
    refused = pytest.raises(IntegrityError, match="append-only")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(words)

    assert Event.objects.get().quantity == 500_000


def test_an_event_cannot_be_recorded_before_it_happened(lot):
    wrong = pytest.raises(IntegrityError, match="event_happened_before_it_was_recorded")
    later = NOW + dt.timedelta(seconds=1)
    with wrong, transaction.atomic():
        Event.objects.create(lot=lot, kind="recall", at=later, recorded_at=NOW)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_pack_the_last_kilograms_nobody_packs_too_much(party, item):
    lot = open_lot(party, quantity_g=10_000)
    packed, refused = [], []

    def pack():
        try:
            with clock.moved_to(NOW):
                packed.extend(packing.pack(lot.pk, item.key, units=2, by=None))
        except packing.MoreThanHarvested as refusal:
            refused.append(refusal.args)
        finally:
            connection.close()

    threads = [Thread(target=pack) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(packed), refused) == (4, [(2000,)] * 4)
    assert Lot.objects.get().packed_g == 8000
