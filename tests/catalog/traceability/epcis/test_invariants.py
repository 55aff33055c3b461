"""The sentences about EPCIS events hold after a day of work, and notice when they do not."""

import pytest
from django.db import IntegrityError, connection, transaction

from catalog.traceability import recalls
from catalog.traceability.epcis import tasks
from catalog.traceability.lots import logbook, packing, shipping
from catalog.traceability.models import EpcisEvent, Event
from marketplace.records import invariants
from tests.catalog.traceability.epcis.events import OBJECT, document, send
from tests.catalog.traceability.epcis.test_capturing import DECLARATION

pytestmark = pytest.mark.django_db
OURS = {
    "event_is_published",
    "epcis_event_is_what_happened",
    "epcis_declaration_has_its_event",
    "epcis_event_finds_its_boxes",
}


def broken():
    return {finding.name for finding in invariants.check() if finding.count} & OURS


@pytest.fixture
def day(lot, numbered, program):
    for reference in ("SL-1", "SL-2"):
        packing.pack(lot.pk, numbered.key, units=2, reference=reference, by=None)
    packing.unpack("SL-2", by=None)
    shipping.ship("SL-1", to_commune="00070", by=None)
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)
    send(program, document(OBJECT))
    send(program, document({**OBJECT, "errorDeclaration": DECLARATION}))


def test_a_day_of_work_breaks_nothing(day):
    assert set(invariants.REGISTRY) >= OURS
    assert broken() == set()


def test_an_event_nobody_published_is_noticed_until_the_task_publishes_it(lot):
    logbook.write(lot, Event.Kind.RECALL, by=None, data={"reason": "Thử"})
    assert broken() == {"event_is_published"}

    assert tasks.publish_missing() == 1

    assert broken() == set()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            (
                'UPDATE traceability_epcisevent SET document = document || \'{"eventID": "x"}\' '
                "WHERE source_id IS NOT NULL"
            ),
            "epcis_event_is_what_happened",
        ),
        (
            (
                "UPDATE traceability_epcisevent SET event_time = event_time - interval '1 hour' "
                "WHERE source_id IS NOT NULL"
            ),
            "epcis_event_is_what_happened",
        ),
        (
            (
                "UPDATE traceability_epcisevent SET event_id = "
                "'ni:///sha-256;' || repeat('0', 64) || '?ver=CBV2.0' "
                "WHERE declared_at IS NOT NULL"
            ),
            "epcis_declaration_has_its_event",
        ),
        (
            "UPDATE traceability_epciseventthing SET committed = false",
            "epcis_event_finds_its_boxes",
        ),
    ],
)
def test_what_somebody_changed_by_force_is_noticed(day, words, name):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("traceability_epcisevent", "traceability_epciseventthing"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only")
        cursor.execute(words)

    assert broken() == {name}


@pytest.mark.parametrize("table", ["traceability_epcisevent", "traceability_epciseventthing"])
def test_the_database_lets_nobody_change_an_event(day, table):
    before = list(EpcisEvent.objects.values_list("event_id", "document"))
    for words in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
        with (
            pytest.raises(IntegrityError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(words)
    assert list(EpcisEvent.objects.values_list("event_id", "document")) == before
