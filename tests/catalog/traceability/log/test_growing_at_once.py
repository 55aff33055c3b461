"""Several at once, late ends of transactions, and processes that die in the middle."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection, connections, transaction

from catalog.traceability.log import growing, keys
from catalog.traceability.models import AuthorKey, Entry, Node, TreeHead
from tests.catalog.traceability.log.test_growing import broken

pytestmark = pytest.mark.django_db(transaction=True)


def beside(step: Callable[[], None]) -> threading.Thread:
    """Do a step over a connection of its own."""

    def run() -> None:
        try:
            step()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_an_entry_whose_transaction_ends_late_is_not_passed_over(say, party):
    keys.active(party)
    written, go_on = threading.Event(), threading.Event()

    def late() -> None:
        with transaction.atomic():
            say(1)
            written.set()
            go_on.wait(30)

    thread = beside(late)
    assert written.wait(30)
    say(2)
    growing.grow()
    go_on.set()
    thread.join(30)

    growing.grow()

    first, second = Entry.objects.order_by("pk")
    assert (first.index, second.index) == (1, 0)
    assert broken() == []


def test_two_growers_give_each_place_once(say):
    say(*range(40))

    threads = [beside(lambda: [growing.grow_by(7) for _ in range(4)]) for _ in range(2)]
    for thread in threads:
        thread.join(60)

    assert sorted(Entry.objects.values_list("index", flat=True)) == list(range(40))
    assert broken() == []


def test_a_first_key_is_made_once_by_two_at_once(party):
    found: list[str] = []
    start = threading.Barrier(2)

    def ask() -> None:
        start.wait(30)
        found.append(keys.active(party).key_id)

    for thread in [beside(ask) for _ in range(2)]:
        thread.join(30)

    assert found == [AuthorKey.objects.get().key_id] * 2


def test_a_grower_that_dies_leaves_nothing_half_done(say):
    say(*range(5))
    grown, dead = threading.Event(), threading.Event()
    pids: list[int] = []

    def die() -> None:
        with pytest.raises(OperationalError), transaction.atomic():
            growing.grow_by(3)
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                pids.append(cursor.fetchone()[0])
            grown.set()
            dead.wait(30)
            Entry.objects.count()

    thread = beside(die)
    assert grown.wait(30)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pids[0]])
    dead.set()
    thread.join(30)
    assert (Node.objects.count(), TreeHead.objects.count()) == (0, 0)
    assert list(Entry.objects.values_list("index", flat=True).distinct()) == [None]

    assert growing.grow() == 5

    assert broken() == []
