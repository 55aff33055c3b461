"""Staff send money back the way it came, from the desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from marketplace.people import roles
from payments import incidents
from payments.models import Attempt, Incident, Refund
from payments.models import Invoice as Invoices
from tests import factories
from tests.catalog import buying
from tests.payments import practice
from tests.payments.conftest import broken
from tests.rules import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def bank(live_server, settings) -> Iterator[str]:
    """Practice providers that know this market."""
    with practice.shared(live_server.url, settings) as address:
        yield address


@pytest.fixture
def boss(bank) -> Client:
    """The browser of somebody who handles money."""
    return people.world().client(roles.ADMINISTRATOR)


@pytest.fixture
def incident(bank) -> Incident:
    """Five thousand đồng of an order paid by MoMo are to go back."""
    client = Client()
    buying.fill(client, factories.pack(factories.cooperative(), price=89_000))
    buying.place(client, channel="momo")
    attempt = Attempt.objects.get()
    practice.end(str(attempt.show["redirect_url"]))
    assert Order.objects.get().status == "confirmed"
    found = incidents.refund_due(Invoices.objects.get(), 5_000, "packed_lighter")
    assert found is not None
    return found


def test_money_goes_back_by_the_wallet_it_came_from(boss, incident):
    address = f"/desk/money/incidents/{incident.pk}/"
    attempt = Attempt.objects.get()
    assert f'value="{attempt.public_id}"' in boss.get(address).content.decode()

    boss.post(f"{address}refund/", {"attempt": attempt.public_id})
    refund = Refund.objects.get()
    assert "MoMo" in boss.get(address).content.decode()
    by_hand = boss.post(f"/desk/money/refunds/{refund.pk}/sent/", {"reference": "FT26333"})
    assert by_hand.status_code == 409
    assert boss.post(f"/desk/money/refunds/{refund.pk}/send/").status_code == 302
    assert boss.post(f"/desk/money/refunds/{refund.pk}/send/").status_code == 409

    refund.refresh_from_db()
    incident.refresh_from_db()
    assert (refund.state, incident.state) == ("done", "settled")
    assert broken() == []


def test_a_refund_nobody_answers_for_says_so_and_a_person_may_write_what_he_saw(
    boss, bank, incident
):
    address = f"/desk/money/incidents/{incident.pk}/"
    boss.post(f"{address}refund/", {"attempt": Attempt.objects.get().public_id})
    refund = Refund.objects.get()
    practice.switch(bank, "momo", "error")
    boss.post(f"/desk/money/refunds/{refund.pk}/send/")

    refund.refresh_from_db()
    assert refund.state == "unknown"
    assert f"/desk/money/refunds/{refund.pk}/sent/" in boss.get(address).content.decode()
    boss.post(f"/desk/money/refunds/{refund.pk}/sent/", {"reference": "seen at MoMo, 42"})

    refund.refresh_from_db()
    assert (refund.state, refund.reference) == ("done", "seen at MoMo, 42")
    assert broken() == []


def test_another_orders_payment_is_no_way_back(boss, incident):
    client = Client()
    buying.fill(client, factories.pack(factories.cooperative(), price=89_000))
    buying.place(client, channel="momo")
    other = Attempt.objects.latest("pk")

    answer = boss.post(f"/desk/money/incidents/{incident.pk}/refund/", {"attempt": other.public_id})

    assert answer.status_code == 409
    assert Refund.objects.count() == 0
