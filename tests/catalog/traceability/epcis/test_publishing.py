"""What people do is published as EPCIS 2.0 in the same transaction."""

import pytest

from catalog.traceability import recalls
from catalog.traceability.epcis import commitments, publishing
from catalog.traceability.lots import logbook, packing, shipping
from catalog.traceability.models import EpcisEvent, EpcisEventThing, Event, Opening
from catalog.traceability.parties import registering
from verify import event_hash

pytestmark = pytest.mark.django_db


def of(kind):
    return EpcisEvent.objects.get(source__kind=kind)


def told(event):
    """The document without what is drawn at random or counted by the database."""
    left_out = ("eventID", "sl:commitments", "transformationID")
    return {name: value for name, value in event.document.items() if name not in left_out}


def test_a_harvest_brings_a_lot_into_being(lot, settings):
    assert of("harvest").document == {
        "type": "ObjectEvent",
        "eventID": of("harvest").event_id,
        "eventTime": "2026-08-12T12:00:00.000+07:00",
        "eventTimeZoneOffset": "+07:00",
        "action": "ADD",
        "bizStep": "commissioning",
        "disposition": "active",
        "readPoint": {"id": f"{settings.TRACE_URL}/ns/commune/04168"},
        "bizLocation": {"id": f"{settings.TRACE_URL}/ns/commune/04168"},
        "quantityList": [
            {"epcClass": f"{settings.TRACE_URL}/t/{lot.code}", "quantity": 500, "uom": "KGM"}
        ],
        "ilmd": {
            "cbvmda:lotNumber": lot.code,
            "cbvmda:harvestStartDate": "2026-08-12",
            "cbvmda:harvestEndDate": "2026-08-12",
            "cbvmda:bestBeforeDate": "2026-08-19",
            "sl:crop": "Nhãn",
            "sl:variety": "Nhãn chín muộn",
            "sl:commune": "04168",
        },
    }


def test_packing_turns_kilograms_of_a_lot_into_boxes(lot, numbered, settings):
    packing.pack(lot.pk, numbered.key, units=3, by=None)

    place = {"id": f"{settings.TRACE_URL}/ns/commune/04168"}
    assert told(of("packing")) == {
        "type": "TransformationEvent",
        "eventTime": "2026-08-14T18:20:00.000+07:00",
        "eventTimeZoneOffset": "+07:00",
        "bizStep": "packing",
        "disposition": "in_progress",
        "readPoint": place,
        "bizLocation": place,
        "inputQuantityList": [
            {"epcClass": f"{settings.TRACE_URL}/t/{lot.code}", "quantity": 6, "uom": "KGM"}
        ],
        "outputQuantityList": [
            {"epcClass": f"https://id.gs1.org/01/09521234000013/10/{lot.code}", "quantity": 3}
        ],
    }


def test_what_becomes_of_boxes_is_told_in_the_words_of_the_standard(lot, item):
    packing.pack(lot.pk, item.key, units=2, reference="SL-1", by=None)
    packing.pack(lot.pk, item.key, units=1, reference="SL-2", by=None)
    shipping.ship("SL-1", to_commune="00070", by=None)
    shipping.deliver("SL-1", by=None)
    packing.unpack("SL-2", by=None)
    packing.pack(lot.pk, item.key, units=1, reference="SL-3", by=None)
    shipping.ship("SL-3", by=None)
    shipping.lose("SL-3", by=None)
    recalls.recall(lot.pk, reason="Dư lượng thuốc", by=None)

    rows = EpcisEvent.objects.exclude(source__kind__in=("harvest", "packing")).order_by("pk")
    assert [(row.source.kind, row.action, row.biz_step, row.disposition) for row in rows] == [
        ("shipping", "OBSERVE", "shipping", "in_transit"),
        ("delivery", "OBSERVE", "retail_selling", "retail_sold"),
        ("unpacking", "DELETE", "decommissioning", "inactive"),
        ("shipping", "OBSERVE", "shipping", "in_transit"),
        ("loss", "DELETE", "decommissioning", "unknown"),
        ("recall", "OBSERVE", "holding", "recalled"),
    ]


def test_a_recall_names_the_lot_its_boxes_and_the_reason(lot, numbered, settings):
    packing.pack(lot.pk, numbered.key, units=3, by=None)

    recalls.recall(lot.pk, reason="Dư lượng thuốc", by=None)

    document = of("recall").document
    assert document["sl:reason"] == "Dư lượng thuốc"
    assert document["quantityList"] == [
        {"epcClass": f"{settings.TRACE_URL}/t/{lot.code}", "quantity": 500, "uom": "KGM"},
        {"epcClass": f"https://id.gs1.org/01/09521234000013/10/{lot.code}", "quantity": 3},
    ]


def test_every_event_bears_the_hash_of_its_own_document(lot, item):
    packing.pack(lot.pk, item.key, units=2, reference="SL-1", by=None)
    shipping.ship("SL-1", to_commune="00070", by=None)

    for row in EpcisEvent.objects.all():
        assert row.event_id == event_hash(row.document, row.context) == row.document["eventID"]


def test_sale_destination_and_box_codes_are_committed_to_and_not_told(lot, numbered, settings):
    box = packing.pack(lot.pk, numbered.key, units=1, reference="SL-260814-7", by=None)[0]
    shipping.ship("SL-260814-7", to_commune="00070", by=None)

    event = of("shipping")
    text = str(event.document)
    assert "SL-260814-7" not in text
    assert "00070" not in text
    assert box.code not in text
    held = event.document["sl:commitments"]
    openings = {row.path: row for row in Opening.objects.filter(event=event)}
    assert {path: row.value for path, row in openings.items()} == {
        "sl:order": "SL-260814-7",
        "sl:destination": f"{settings.TRACE_URL}/ns/commune/00070",
        "sl:box": "",
    }
    for path in ("sl:order", "sl:destination"):
        row = openings[path]
        assert commitments.Secret(path, row.value, row.salt).commitment == held[path]
    name = f"https://id.gs1.org/01/09521234000013/21/{box.code}"
    assert [commitments.grown("sl:box", name, openings["sl:box"].salt).commitment] == held["sl:box"]
    assert EpcisEventThing.objects.filter(uri=name, committed=True).count() == 2


def test_a_box_keeps_its_name_when_its_item_gets_a_number_later(lot, item, settings):
    box = packing.pack(lot.pk, item.key, units=1, reference="SL-1", by=None)[0]
    item.gtin, item.scheme = "09521234000013", "own"
    item.save(update_fields=["gtin", "scheme"])
    shipping.ship("SL-1", by=None)

    names = EpcisEventThing.objects.filter(committed=True).values_list("uri", flat=True)
    assert set(names) == {f"{settings.TRACE_URL}/t/{box.code}"}


def test_boxes_nobody_weighed_are_told_without_kilograms(lot, settings, db):
    registering.item("pack-99", name_vi="Rổ nhãn")
    packing.pack(lot.pk, "pack-99", units=2, by=None)

    document = of("packing").document
    assert "inputQuantityList" not in document
    assert document["sl:lot"] == f"{settings.TRACE_URL}/t/{lot.code}"
    assert document["outputQuantityList"] == [
        {"epcClass": f"{settings.TRACE_URL}/t/{lot.code}#pack-99", "quantity": 2}
    ]


def test_published_twice_is_published_once(lot):
    first = of("harvest")

    assert publishing.publish(Event.objects.get()) == first
    assert EpcisEvent.objects.count() == 1


def test_what_is_missing_is_published_later_and_once(lot, item):
    logbook.write(lot, Event.Kind.RECALL, by=None, data={"reason": "Thử"})

    assert publishing.publish_missing() == 1
    assert publishing.publish_missing() == 0
    assert of("recall").document["sl:reason"] == "Thử"


def test_packing_asks_no_more_of_the_database_for_more_boxes(
    lot, item, django_assert_max_num_queries
):
    with django_assert_max_num_queries(21) as few:
        packing.pack(lot.pk, item.key, units=1, by=None)

    with django_assert_max_num_queries(len(few)):
        packing.pack(lot.pk, item.key, units=200, by=None)
