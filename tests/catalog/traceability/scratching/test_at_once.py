"""Many at once: one is first, five are looked at, one gets the file."""

import threading

import pytest
from django.db import connections

from catalog.traceability.models import ScratchCode
from catalog.traceability.scans import buffer, salts
from catalog.traceability.scratching import making, opening
from marketplace.records import audit, clock
from tests.catalog.traceability.conftest import NOW
from tests.catalog.traceability.scratching.conftest import broken

pytestmark = pytest.mark.django_db(transaction=True)


def state(box):
    """What is known of a box's digits."""
    fields = ("opened_at", "opened_in", "again", "tried_on", "tries")
    return ScratchCode.objects.values_list(*fields).get(box=box)


@pytest.fixture
def quiet():
    """No scans are noted, and no memory of other tests' salts is kept."""
    buffer.empty()
    salts.forget()


def together(*steps):
    """All at the same moment; what each answered or raised."""
    gate, found = threading.Barrier(len(steps)), []

    def run(step):
        try:
            gate.wait(timeout=10)
            with clock.moved_to(NOW):
                found.append(step())
        except opening.TriedTooOften:
            found.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_of_entries_at_once_one_is_first(box, right, quiet):
    found = together(*[lambda: opening.enter(box.pk, right, place="14").is_first] * 6)

    assert sorted(found) == [False] * 5 + [True]
    assert state(box) == (NOW, "14", 0, None, 0)
    assert audit.of(ScratchCode.objects.get(box=box)).count() == 1


def test_of_fifty_wrong_entries_at_once_five_are_looked_at(box, wrong, quiet):
    found = together(*[lambda: opening.enter(box.pk, wrong, place="").left] * 50)

    assert sorted(found, key=str) == [0, 1, 2, 3, 4] + ["refused"] * 45
    assert state(box) == (None, "", 0, NOW.date(), 5)


def test_of_two_who_take_the_file_at_once_one_gets_it(lot, boxes, quiet):
    sheet = making.go_on(making.ask(lot.pk, by=None).pk)

    def take():
        try:
            return len(making.fetch(sheet.pk, by=None)) > 0
        except making.NotReady:
            return False

    assert sorted(together(take, take)) == [False, True]
    assert broken() == []
