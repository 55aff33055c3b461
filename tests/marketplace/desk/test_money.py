"""The desk's room for money: what waits is placed, paid back, answered, and found again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.test import Client
from oscar.apps.order.models import Order

from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records import clock, outbox
from marketplace.records.models import AuditEntry
from payments import ledger
from payments.models import Attempt, BankTransaction, Comparison, Incident, Refund
from tests import database, factories
from tests.catalog import buying
from tests.payments import sending, telling
from tests.payments.conftest import broken
from tests.rules import people

pytestmark = pytest.mark.django_db
ACCOUNT = {"bank": "970436", "number": "0123456789", "holder": "Nguyễn Minh Thu"}


@pytest.fixture(scope="module")
def _made(django_db_setup, django_db_blocker):
    """One person of every kind, and an order that waits; made once for the file."""
    yield from database.lasting(django_db_blocker, everybody_and_an_order)


def everybody_and_an_order() -> tuple[dict[str, int], int]:
    """The keys of the people by kind, and of a guest's order."""
    world, client = people.world(), Client()
    buying.fill(client, factories.pack(factories.cooperative(), price=89_000))
    buying.place(client)
    keys = {kind: user.pk for kind, user in world.people.items() if user is not None}
    return keys, Order.objects.get().pk


@pytest.fixture
def signed_in(_made, db) -> Callable[[str], Client]:
    """The browser of a person of some kind."""
    return lambda kind: people.signed_in(User.objects.get(pk=_made[0][kind]))


@pytest.fixture
def boss(signed_in) -> Client:
    """The browser of somebody who handles money."""
    return signed_in(roles.ADMINISTRATOR)


@pytest.fixture
def order(_made, db) -> Order:
    """A guest's order that waits for its transfer."""
    return Order.objects.get(pk=_made[1])


def attempt_of(order: Order) -> Attempt:
    """The asking for its money."""
    return Attempt.objects.get(invoice__reference=order.number)


def pay(order: Order, more: int = 0) -> None:
    """The bank tells of a transfer."""
    attempt = attempt_of(order)
    assert sending.post(sending.transfer(attempt.memo, attempt.amount + more)).status_code == 200


def words(client: Client, address: str) -> str:
    """A page that is there."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def test_what_waits_is_listed_and_narrowed(boss, order):
    pay(order, more=7_000)
    sending.post(sending.transfer("tien qua", 50_000))

    page = words(boss, "/desk/money/")
    assert "7.000" in page
    assert "50.000" in page
    assert "50.000" not in words(boss, "/desk/money/?kind=refund_due")
    assert "50.000" in words(boss, "/desk/money/?kind=nonsense")
    assert "7.000" in words(boss, "/desk/")


@pytest.mark.parametrize("kind", Incident.Kind.values)
def test_every_kind_of_incident_has_a_page(boss, order, kind):
    invoice = attempt_of(order).invoice
    found = Incident.objects.create(
        kind=kind, key=f"{kind}:1", reason="x", amount=1_000, invoice=invoice
    )

    assert words(boss, f"/desk/money/incidents/{found.pk}/")
    assert words(boss, "/desk/")


def test_a_transfer_is_placed_where_it_was_meant(boss, order):
    attempt = attempt_of(order)
    sending.post(sending.transfer("tien na", attempt.amount))
    incident = Incident.objects.get()

    page = words(boss, f"/desk/money/incidents/{incident.pk}/")
    assert attempt.public_id in page
    nothing = boss.post(f"/desk/money/incidents/{incident.pk}/place/", {"attempt": ""})
    assert nothing.status_code == 422
    answer = boss.post(
        f"/desk/money/incidents/{incident.pk}/place/", {"attempt": attempt.public_id}
    )
    again = boss.post(f"/desk/money/incidents/{incident.pk}/place/", {"attempt": attempt.public_id})

    assert answer["Location"] == f"/desk/money/{order.number}/"
    assert again.status_code == 409
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert broken() == []


@pytest.mark.parametrize(("what", "kept"), [("copy", 0), ("other", 50_000)])
def test_a_transfer_that_pays_nothing_is_put_aside(boss, settings, what, kept):
    sending.post(sending.transfer("tien khac", 50_000))
    incident = Incident.objects.get()
    address = f"/desk/money/incidents/{incident.pk}/apart/"

    assert boss.post(address, {"what": what, "note": ""}).status_code == 422
    assert boss.post(address, {"what": what, "note": "looked up"}).status_code == 302

    assert BankTransaction.objects.get().state == "apart"
    assert ledger.balance(f"bank:{settings.VIETQR_ACCOUNT}") == kept
    assert ledger.balance(ledger.SUSPENSE) == 0
    assert broken() == []


def test_money_is_paid_back_and_the_buyer_told(boss, order):
    pay(order, more=7_000)
    incident = Incident.objects.get()
    address = f"/desk/money/incidents/{incident.pk}/"

    wrong = boss.post(f"{address}refund/", ACCOUNT | {"number": "1 2"})
    assert wrong.status_code == 422
    assert Refund.objects.count() == 0
    boss.post(f"{address}refund/", ACCOUNT)
    refund = Refund.objects.get()
    assert "NGUYỄN MINH THU" in words(boss, address)
    assert boss.post(f"/desk/money/refunds/{refund.pk}/sent/", {"reference": ""}).status_code == 422
    boss.post(f"/desk/money/refunds/{refund.pk}/sent/", {"reference": "FT26333000001"})

    refund.refresh_from_db()
    assert (refund.state, refund.reference) == ("done", "FT26333000001")
    outbox.drain()
    letter = next(m for m in mail.outbox if "7.000" in m.subject)
    assert order.number in letter.subject
    assert "FT26333000001" in words(boss, f"/desk/money/{order.number}/")
    done = AuditEntry.objects.filter(what__startswith="refund.").values_list("what", flat=True)
    assert set(done) == {"refund.requested", "refund.done"}
    assert broken() == []


def test_much_money_is_approved_by_somebody_else(boss, order):
    other = people.signed_in(_second_boss())
    pay(order, more=2_500_000)
    incident = Incident.objects.get()
    boss.post(f"/desk/money/incidents/{incident.pk}/refund/", ACCOUNT)
    refund = Refund.objects.get()

    mine = boss.post(f"/desk/money/refunds/{refund.pk}/approve/")
    assert mine.status_code == 409
    assert other.post(f"/desk/money/refunds/{refund.pk}/approve/").status_code == 302
    assert other.post(f"/desk/money/refunds/{refund.pk}/approve/").status_code == 409
    refund.refresh_from_db()
    assert refund.state == "approved"


def _second_boss() -> User:
    user = factories.user()
    roles.give(user, roles.ADMINISTRATOR)
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    return user


def test_a_refund_that_is_not_sent_can_be_asked_for_anew(boss, order):
    pay(order, more=7_000)
    incident = Incident.objects.get()
    address = f"/desk/money/incidents/{incident.pk}/"
    boss.post(f"{address}refund/", ACCOUNT)
    boss.post(f"/desk/money/refunds/{Refund.objects.get().pk}/reject/", {"note": "wrong bank"})

    assert "wrong bank" in words(boss, address)
    boss.post(f"{address}refund/", ACCOUNT)
    assert sorted(Refund.objects.values_list("state", flat=True)) == ["approved", "rejected"]


def test_payments_are_found_by_whatever_somebody_has_in_hand(boss, order):
    attempt = attempt_of(order)
    sent = sending.transfer(attempt.memo, attempt.amount)
    sending.post(sent)

    for asked in (
        order.number,
        order.number.lower(),
        attempt.memo,
        str(sent["id"]),
        sent["referenceCode"],
    ):
        assert f"/desk/money/{order.number}/" in words(boss, f"/desk/money/?q={asked}")
    assert f"/desk/money/{order.number}/" not in words(boss, "/desk/money/?q=SL-0000")
    assert f"/desk/money/{order.number}/" not in words(boss, "/desk/money/?q=!!!")
    page = words(boss, f"/desk/money/{order.number}/")
    assert "clearing" in page
    assert boss.get("/desk/money/SL-0000-0000/").status_code == 404


def test_what_a_provider_told_is_answered_with_a_word(boss, order):
    client = Client()
    buying.fill(client, factories.pack(factories.cooperative(), price=89_000))
    buying.place(client, channel="vnpay")
    attempt = Attempt.objects.get(channel="vnpay")
    telling.vnpay(telling.vnpay_fields(attempt, code="07"))
    incident = Incident.objects.get(kind="held")
    address = f"/desk/money/incidents/{incident.pk}/settle/"

    assert boss.post(address, {"note": ""}).status_code == 422
    assert boss.post(address, {"note": "VNPAY has cleared it"}).status_code == 302
    assert boss.post(address, {"note": "again"}).status_code == 409
    incident.refresh_from_db()
    assert (incident.state, incident.note) == ("settled", "VNPAY has cleared it")


def test_money_due_is_never_settled_by_a_word_alone(boss, order):
    pay(order, more=7_000)
    incident = Incident.objects.get()

    assert (
        boss.post(f"/desk/money/incidents/{incident.pk}/settle/", {"note": "ok"}).status_code == 404
    )
    incident.refresh_from_db()
    assert incident.state == "open"


def test_others_neither_see_nor_touch_money(signed_in, order):
    pay(order, more=7_000)
    incident = Incident.objects.get()
    for role in (roles.MODERATOR, roles.SUPPORTER, roles.ANALYST, roles.AUDITOR):
        client = signed_in(role)
        assert client.get("/desk/money/").status_code == 403
        assert (
            client.post(f"/desk/money/incidents/{incident.pk}/refund/", ACCOUNT).status_code == 403
        )
    assert Refund.objects.count() == 0


def test_the_list_costs_the_same_for_many(boss, django_assert_max_num_queries):
    for number in range(40):
        Incident.objects.create(kind="orphan", key=f"orphan:{number}", reason="x", amount=1_000)

    with django_assert_max_num_queries(12):
        boss.get("/desk/money/")


def test_how_the_providers_do_is_shown(boss, order):
    pay(order)
    Comparison.objects.create(provider="vnpay", day=clock.local_day(), asked=2, differences=1)

    page = words(boss, "/desk/money/channels/")

    assert "SePay" in page
    assert "VNPAY" in page
    assert "?kind=difference" in page
