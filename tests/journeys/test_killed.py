"""Pages and worker are killed -9 while many buy: no order is lost, doubled or half made."""

import hashlib
import http.client
import json
import random
import threading
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Sum
from oscar.apps.order.models import Order

from catalog.listings.models import Pack
from catalog.orders.models import Placement, SellerOrder
from catalog.stock.models import Hold
from marketplace.records import clock, invariants, outbox, rules
from marketplace.records.models import OutboxMessage, SentLetter
from tests import factories
from tests.catalog.checkout.test_api import API, basket, wish
from tests.journeys.killing import HERE, Pages, Worker

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROUNDS, BUYERS = 3, 16
NO_ROUND_AFTER = 45  # seconds: a slow machine tries fewer times


class Press:
    """A buyer's press of the button: a key of its own, and what came back, if anything."""

    def __init__(self, made: dict[str, Any], key: str, body: bytes) -> None:
        """What to send where."""
        self.path, self.body = f"{API}/baskets/{made['id']}/checkout", body
        # As kept: nobody can use, or read, the key of another basket.
        self.key = hashlib.sha256(f"{made['id']}:{key}".encode()).hexdigest()
        self.headers = {
            "Content-Type": "application/json",
            "Basket-Token": made["token"],
            "Idempotency-Key": key,
        }
        self.number = ""

    def send(self, port: int) -> int:
        """Send it over a socket of its own; the status, or 0 when the connection was cut."""
        server = http.client.HTTPConnection(HERE, port, timeout=60)
        try:
            server.request("POST", self.path, self.body, self.headers)
            answer = server.getresponse()
            said = answer.read()
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            server.close()
        if answer.status == 201:
            number = json.loads(said)["number"]
            assert self.number in ("", number), "the same key made a second order"
            self.number = number
        return answer.status


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Pages]:
    """The web process, running; whatever is left of it is killed at the end."""
    one = Pages(tmp_path)
    one.start()
    one.wait()
    yield one
    one.kill()


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    """The worker, not started yet."""
    one = Worker(tmp_path)
    yield one
    one.kill()


def soon(true: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it becomes true in time."""
    ends = time.monotonic() + seconds
    while not true() and time.monotonic() < ends:
        time.sleep(0.02)
    return true()


def presses(packs: list[Pack], number: int) -> list[Press]:
    """As many buyers with a basket each, its packs in one order or the other."""
    body = json.dumps(
        wish(channel="cod")
        | {"contact": {"name": "Thu", "phone": "0912 345 678", "email": "thu@example.vn"}}
    ).encode()
    return [
        Press(basket(*packs[:: (-1) ** buyer]), f"round-{number}-buyer-{buyer}", body)
        for buyer in range(BUYERS)
    ]


def killed_in_the_middle(pages: Pages, waiting: list[Press], dice: random.Random) -> None:
    """All press at once; the web process dies when a few have their answer."""
    enough = dice.randint(0, BUYERS // 2)
    statuses: list[int] = []
    threads = [
        threading.Thread(target=lambda one=one: statuses.append(one.send(pages.port)))
        for one in waiting
    ]
    for thread in threads:
        thread.start()
    assert soon(lambda: len(statuses) >= enough)
    time.sleep(dice.uniform(0, 0.15))
    pages.kill()
    for thread in threads:
        thread.join()
    assert set(statuses) <= {0, 201}
    assert 0 in statuses, "the process died after the last answer: nothing was tried"


def killed_while_sending(worker: Worker, dice: random.Random) -> None:
    """The worker dies when it has sent some of the letters of this round.

    It starts when all of them wait: one that ran from the beginning could have sent too many before
    anybody counts.
    """
    enough = SentLetter.objects.count() + dice.randint(1, BUYERS)
    worker.start()
    # A worker needs many seconds to start on a busy machine.
    assert soon(lambda: SentLetter.objects.count() >= enough, 120), worker.log.read_text()[-2000:]
    time.sleep(dice.uniform(0, 0.05))
    worker.kill()
    assert outbox.waiting().exists(), "the worker died after the last letter: nothing was tried"


def orders_of(one: Press) -> list[str]:
    """The numbers of the orders that bear a key."""
    placed = Placement.objects.filter(idempotency_key=one.key)
    return list(placed.values_list("order__number", flat=True))


def check_stock(packs: list[Pack], orders: int) -> None:
    """Every order holds one unit of each pack, and no unit is held for nobody."""
    held = Hold.objects.filter(state="held")
    for pack in packs:
        assert factories.balance(pack).held == orders
        assert held.filter(balance__pack=pack).aggregate(n=Sum("quantity"))["n"] == orders
    assert [finding.name for finding in invariants.check() if finding.count] == []


def test_killed_pages_and_worker_lose_and_double_nothing(
    pages: Pages, worker: Worker, tmp_path: Path
) -> None:
    dice = random.Random()
    # Letters by mail are counted here; the code for a first cash order goes by text message.
    rules.change("cod.code_first", 0, valid_from=clock.local_day(), source="Test")
    packs = [
        factories.pack(factories.cooperative(owner=factories.user()), units=1_000) for _ in range(2)
    ]
    placed, ends = 0, time.monotonic() + NO_ROUND_AFTER
    for number in range(ROUNDS):
        if time.monotonic() > ends:
            break
        waiting = presses(packs, number)

        killed_in_the_middle(pages, waiting, dice)

        made = [orders_of(one) for one in waiting]
        assert all(len(numbers) <= 1 for numbers in made)
        # Whoever was told a number has that order.
        assert all(one.number in ("", *numbers) for one, numbers in zip(waiting, made, strict=True))
        check_stock(packs, placed + sum(map(len, made)))

        pages.start()
        pages.wait()
        assert [one.send(pages.port) for one in waiting] == [201] * BUYERS
        placed += BUYERS
        assert [orders_of(one) for one in waiting] == [[one.number] for one in waiting]
        check_stock(packs, placed)
        killed_while_sending(worker, dice)

    assert (Order.objects.count(), SellerOrder.objects.count()) == (placed, placed * len(packs))
    check_letters(tmp_path / "mail", worker, placed * (1 + len(packs)))


def check_letters(folder: Path, worker: Worker, expected: int) -> None:
    """Every message of the outbox is sent, and every letter reached its reader once."""
    # What a killed worker had claimed waits for five minutes: they pass.
    outbox.waiting().update(not_before=clock.now())
    worker.start()

    def delivered() -> bool:
        """Wake it as the timetable does, again and again; the wake-up of the killed one is lost."""
        outbox.wake()
        return not outbox.waiting().exists()

    # A worker needs many seconds to start on a busy machine, and may have a hundred letters here.
    assert soon(delivered, seconds=120), worker.log.read_text()[-2000:]

    assert not OutboxMessage.objects.filter(sent_at=None).exists()
    letters = list(SentLetter.objects.values_list("key", "message_id"))
    assert len(letters) == expected == OutboxMessage.objects.count()
    # A letter handed over just before the kill may lie there twice, under one Message-ID: mail
    # programs show it once.
    assert mails(folder) == {message_id for _key, message_id in letters}


def mails(folder: Path) -> set[str]:
    """The Message-IDs of the mails that left."""
    found = set()
    for file in folder.iterdir():
        for words in file.read_bytes().split(b"-" * 79 + b"\n"):
            if words.strip():
                found.add(str(message_from_bytes(words.lstrip())["Message-ID"]))
    return found
