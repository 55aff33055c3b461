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
from pathlib import Path
from typing import Any

import pytest
import redis
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from oscar.apps.basket.models import Basket
from oscar.apps.order.models import Order

from marketplace.records import clock, invariants, outbox
from marketplace.records.models import OutboxMessage, SentLetter
from payments import incidents, ledger, refunding, sendingback
from payments.models import Attempt, GatewayTransaction, Invoice, Message
from payments.tasks import reconcile
from tests import factories
from tests.catalog.checkout.test_api import basket, wish
from tests.journeys.gate import gate
from tests.journeys.killing import Pages, Victim
from tests.journeys.site import Site, sending, somebody_waits, surroundings
from tests.journeys.test_killed import Press, soon
from tests.payments import practice

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
CALLED = ("momo", "zalopay", "card")  # VNPAY is not called: the buyer carries the request
TOLD = ("vnpay", *CALLED)
A_MINUTE = dt.timedelta(minutes=1)
CARD = "4242424242424242"


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


def recover(minutes: int = 1) -> None:
    """What the timetable does every minute, a while later."""
    with clock.moved_to(clock.now() + minutes * A_MINUTE):
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


def test_worker_killed_when_the_provider_has_answered_and_nothing_is_booked(site: Site) -> None:
    one = press("momo")
    assert one.send(site.pages.port) == 201
    practice.end(asked()["redirect_url"], how="never")
    long_ago = clock.now() - A_MINUTE
    Attempt.objects.update(next_poll_at=long_ago, polled_at=long_ago)
    site.gate.hold("after")
    site.worker.start()
    reconcile.delay()
    site.gate.wait(120)
    site.worker.kill()
    redis.Redis.from_url(settings.REDIS_URL).flushdb()
    site.gate.open()
    assert not GatewayTransaction.objects.exists()

    recover(minutes=8)
    assert is_paid()
    check()


def test_killed_when_the_provider_sends_money_back_and_nobody_wrote_it_down(
    site: Site, tmp_path: Path
) -> None:
    one = press("momo")
    assert one.send(site.pages.port) == 201
    pay(site, asked())
    assert soon(is_paid)
    attempt, clerk = Attempt.objects.get(), factories.user()
    due = incidents.refund_due(attempt.invoice, 20_000, "returned")
    assert due is not None
    refund = refunding.request(due.pk, attempt, by=clerk)
    code = (
        "from payments import sendingback; from marketplace.people.models import User;"
        f"sendingback.send({refund.pk}, by=User.objects.get(pk={clerk.pk}))"
    )
    sender = Victim(tmp_path, "django", "shell", "-c", code)
    sender.environment |= site.pages.environment
    site.gate.hold("after")
    sender.start()
    site.gate.wait()
    sender.kill()
    site.gate.open()
    refund.refresh_from_db()
    assert refund.state == "sending"

    with pytest.raises(refunding.Moved):
        sendingback.send(refund.pk, by=clerk)
    recover(minutes=3)
    refund.refresh_from_db()
    assert (refund.state, ledger.balance("gateway:momo")) == ("done", attempt.amount - 20_000)
    assert [one.name for one in invariants.check() if one.count] == []
