"""Web and worker are killed -9 at each point of a payment, the broker forgets all: money is right.

The points of specs/reliability.md, I11: before the order is written; after it, before the provider
is called; after the provider said yes, before that is written; after its message is stored, before
it is applied; after it is applied, before anybody is written to.
"""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import redis
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from oscar.apps.basket.models import Basket
from oscar.apps.order.models import Order

from marketplace.records import clock, invariants, outbox
from marketplace.records.models import OutboxMessage, SentLetter
from payments.models import Attempt, GatewayTransaction, Invoice, Message
from payments.tasks import reconcile
from tests import factories
from tests.catalog.checkout.test_api import basket, wish
from tests.journeys.gate import Gate, gate
from tests.journeys.killing import Pages, Worker
from tests.journeys.test_killed import Press, soon
from tests.payments import practice

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
CALLED = ("momo", "zalopay", "card")  # VNPAY is not called: the buyer carries the request
TOLD = ("vnpay", *CALLED)
A_MINUTE = dt.timedelta(minutes=1)
CARD = "4242424242424242"


class Site:
    """A market with its practice providers behind a gate; both may be killed."""

    def __init__(self, folder: Path, providers: str, way: Gate, pages: Pages) -> None:
        """Not started yet."""
        self.providers, self.gate, self.pages = providers, way, pages
        self.worker = Worker(folder)
        for one in (pages, self.worker):
            one.environment |= surroundings(pages.url, way.url, providers)

    def start(self) -> None:
        """Start the pages, and return when they answer."""
        self.pages.start()
        self.pages.wait()

    def die(self) -> None:
        """The pages are killed, and the broker forgets everything."""
        self.pages.kill()
        redis.Redis.from_url(settings.REDIS_URL).flushdb()


def surroundings(market: str, way: str, providers: str) -> dict[str, str]:
    """What a process has to know: the providers are called by the gate, visited straight."""
    return {
        "PUBLIC_URL": market,
        "SANDBOX_PORT": providers.rpartition(":")[2],
        "VNPAY_API_URL": f"{way}/vnpay/merchant_webapi/api/transaction",
        "MOMO_API_URL": f"{way}/momo",
        "ZALOPAY_API_URL": f"{way}/zalopay",
        "STRIPE_API_BASE": f"{way}/stripe",
    }


@pytest.fixture
def site(tmp_path: Path, settings: Any) -> Iterator[Site]:
    """The market at work; whatever is left of it is killed at the end."""
    pages = Pages(tmp_path)
    with practice.running(pages.url, settings) as providers, gate(providers) as way:
        made = Site(tmp_path, providers, way, pages)
        for name, value in surroundings(pages.url, way.url, providers).items():
            if name.endswith(("_URL", "_BASE")):
                setattr(settings, name, value)
        made.start()
        yield made
        way.open()
        pages.kill()
        made.worker.kill()


def press(channel: str, key: str = "once") -> Press:
    """A buyer with a basket who is about to press the button."""
    pack = factories.pack(factories.cooperative(owner=factories.user()), price=120_000)
    contact = {"name": "Thu", "phone": "0912 345 678", "email": "thu@example.vn"}
    return Press(
        basket(pack), key, json.dumps(wish(channel=channel) | {"contact": contact}).encode()
    )


@contextmanager
def sending(site: Site, one: Press) -> Iterator[list[int]]:
    """The button is pressed; inside the block it hangs. The status, 0 for a cut connection."""
    statuses: list[int] = []
    thread = threading.Thread(target=lambda: statuses.append(one.send(site.pages.port)))
    thread.start()
    yield statuses
    thread.join()


def somebody_waits() -> bool:
    """Whether a statement of another process waits for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("""SELECT count(*) FROM pg_locks lock JOIN pg_stat_activity who USING (pid)
            WHERE NOT lock.granted AND who.datname = current_database()""")
        return bool(cursor.fetchone()[0])


def pay(site: Site, shown: dict[str, str]) -> None:
    """The buyer pays at the provider: by its form for cards, or on its page."""
    if secret := shown.get("client_secret"):
        fields = {"secret": secret, "number": CARD, "how": "once", "back": site.pages.url}
        assert practice.fetch(f"{site.providers}/stripe/confirm", fields)[0] == 200
    else:
        practice.end(shown["redirect_url"])


def asked() -> dict[str, str]:
    """What the buyer of the only order was shown."""
    found: dict[str, str] = Attempt.objects.get().show
    return found


def is_paid() -> bool:
    """Whether the only order is confirmed."""
    return bool(Order.objects.get().status == "confirmed")


def recover() -> None:
    """What the timetable does every minute, a while later."""
    with clock.moved_to(clock.now() + A_MINUTE):
        call_command("reconcile")


def check(letters: int = 0) -> None:
    """Every sentence about money and orders is true, and the money was booked once."""
    assert [one.name for one in invariants.check() if one.count] == []
    assert Order.objects.count() == Invoice.objects.count() == 1
    assert GatewayTransaction.objects.count() == 1
    assert GatewayTransaction.objects.get().amount == Invoice.objects.get().total
    if letters:
        assert SentLetter.objects.count() == letters


@pytest.mark.parametrize("channel", ["vnpay"])
def test_killed_before_the_order_is_written(site: Site, channel: str) -> None:
    one = press(channel)
    with sending(site, one) as statuses:
        with transaction.atomic():
            Basket.objects.select_for_update().get()
            assert soon(somebody_waits)
            site.die()
    assert statuses == [0]
    assert not Order.objects.exists()
    assert not Invoice.objects.exists()

    site.start()
    assert one.send(site.pages.port) == 201
    pay(site, asked())
    assert soon(is_paid)
    check()


@pytest.mark.parametrize("channel", CALLED)
def test_killed_after_the_order_and_before_the_provider_is_called(site: Site, channel: str) -> None:
    one = press(channel)
    site.gate.hold("before")
    with sending(site, one) as statuses:
        site.gate.wait()
        site.die()
    site.gate.open()
    assert statuses == [0]
    assert Order.objects.get().status == "awaiting_payment"

    site.start()
    recover()
    assert not asked()
    # Half a minute later the buyer presses once more.
    Attempt.objects.update(polled_at=clock.now() - dt.timedelta(seconds=30))
    assert one.send(site.pages.port) == 201
    pay(site, asked())
    assert soon(is_paid)
    check()


@pytest.mark.parametrize("channel", CALLED)
def test_killed_when_the_provider_has_said_yes_and_nobody_wrote_it_down(
    site: Site, channel: str
) -> None:
    one = press(channel)
    site.gate.hold("after")
    with sending(site, one) as statuses:
        site.gate.wait()
        site.die()
    site.gate.open()
    assert statuses == [0]

    site.start()
    # The provider's page is there, and nobody here knows it. Somebody pays on it all the same.
    told = json.loads(site.gate.answers[0])
    page = told.get("payUrl") or told.get("order_url", "")
    pay(site, {"redirect_url": page, "client_secret": told.get("client_secret", "")})
    assert soon(is_paid)
    check()


@pytest.mark.parametrize("channel", TOLD)
def test_killed_when_the_message_is_stored_and_not_applied(site: Site, channel: str) -> None:
    one = press(channel)
    assert one.send(site.pages.port) == 201
    with transaction.atomic():
        Invoice.objects.select_for_update().get()
        paying = threading.Thread(target=pay, args=(site, asked()))
        paying.start()
        assert soon(lambda: Message.objects.exists() and somebody_waits())
        site.die()
    paying.join()
    assert Message.objects.get().processed_at is None
    assert not GatewayTransaction.objects.exists()

    recover()  # by the worker: the pages stay dead meanwhile
    assert is_paid()
    site.start()
    check()


@pytest.mark.parametrize("channel", ["momo"])
def test_worker_killed_while_it_books_a_stored_message(site: Site, channel: str) -> None:
    one = press(channel)
    assert one.send(site.pages.port) == 201
    with transaction.atomic():
        Invoice.objects.select_for_update().get()
        paying = threading.Thread(target=pay, args=(site, asked()))
        paying.start()
        assert soon(lambda: Message.objects.exists() and somebody_waits())
        site.die()
    paying.join()
    Message.objects.update(received_at=clock.now() - A_MINUTE)
    with transaction.atomic():
        Invoice.objects.select_for_update().get()
        site.worker.start()
        reconcile.delay()
        assert soon(somebody_waits, 120), site.worker.log.read_text()[-2000:]
        site.worker.kill()
        redis.Redis.from_url(settings.REDIS_URL).flushdb()
    assert not GatewayTransaction.objects.exists()

    site.worker.start()
    reconcile.delay()  # the timetable's next minute
    assert soon(is_paid, 120), site.worker.log.read_text()[-2000:]
    check()


@pytest.mark.parametrize("channel", ["vnpay", "card"])
def test_killed_when_it_is_applied_and_nobody_was_written_to(site: Site, channel: str) -> None:
    one = press(channel)
    assert one.send(site.pages.port) == 201
    pay(site, asked())
    assert soon(is_paid)
    site.die()
    assert OutboxMessage.objects.filter(sent_at=None, topic="order.paid").exists()

    outbox.drain()
    assert not OutboxMessage.objects.filter(sent_at=None).exists()
    check(letters=OutboxMessage.objects.count())
    outbox.drain()
    check(letters=OutboxMessage.objects.count())
