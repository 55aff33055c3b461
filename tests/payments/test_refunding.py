"""Money goes back once, to whom it is owed, and much of it only by the word of two people."""

from __future__ import annotations

import contextlib
import threading

import pytest
from django.db import IntegrityError, connections, transaction

from marketplace.people.models import User
from marketplace.records import clock
from marketplace.records.models import DatedRule
from payments import ledger, refunding
from payments.channels.base import Account
from payments.models import Attempt, Incident, Refund
from tests import factories
from tests.payments import sending
from tests.payments.conftest import TOTAL, ask, broken, make_invoice

pytestmark = pytest.mark.django_db
BUYER = Account("970436", "0123456789", "NGUYEN MINH THU")


def overpaid(by: int = 5_000) -> Incident:
    """An invoice paid with so much too much."""
    attempt = Attempt.objects.first() or ask(make_invoice().reference)
    sending.post(sending.transfer(attempt.memo, TOTAL + by))
    return Incident.objects.get(kind="refund_due")


@pytest.fixture
def lan(db) -> User:
    """Somebody who handles money."""
    return factories.user()


@pytest.fixture
def minh(db) -> User:
    """Another one."""
    return factories.user()


def test_a_small_sum_is_sent_by_one_person(lan):
    due = overpaid()

    refund = refunding.request(due.pk, BUYER, by=lan)
    assert (refund.state, refund.amount, refund.needs_two) == ("approved", 5_000, False)
    refunding.sent(refund.pk, "FT26333000001", by=lan)

    refund.refresh_from_db()
    due.refresh_from_db()
    assert (refund.state, refund.reference) == ("done", "FT26333000001")
    assert due.state == "settled"
    assert ledger.balance(ledger.REFUNDS) == 0
    assert broken() == []


def test_a_large_sum_needs_another_person(lan, minh):
    due = overpaid(2_000_001)
    refund = refunding.request(due.pk, BUYER, by=lan)
    assert refund.state == "requested"

    with pytest.raises(refunding.Moved):
        refunding.sent(refund.pk, "FT1", by=lan)
    with pytest.raises(refunding.OtherPerson):
        refunding.approve(refund.pk, by=lan)
    refunding.approve(refund.pk, by=minh)
    refunding.sent(refund.pk, "FT1", by=lan)

    refund.refresh_from_db()
    assert (refund.state, refund.approved_by) == ("done", minh)
    assert broken() == []


def test_a_refund_to_a_wrong_account_is_not_sent_and_another_is(lan):
    due = overpaid()
    wrong = refunding.request(due.pk, BUYER, by=lan)
    with pytest.raises(refunding.NotDue):
        refunding.request(due.pk, BUYER, by=lan)

    refunding.reject(wrong.pk, "the number has a digit too few", by=lan)
    right = refunding.request(due.pk, BUYER, by=lan)
    refunding.sent(right.pk, "FT2", by=lan)

    with pytest.raises(refunding.Moved):
        refunding.reject(right.pk, "too late", by=lan)
    with pytest.raises(refunding.NotDue):
        refunding.request(due.pk, BUYER, by=lan)
    assert Refund.objects.filter(state="done").count() == 1
    assert broken() == []


def test_only_money_that_is_due_goes_back(attempt, lan):
    sending.post(sending.transfer("no code", 10_000))
    waiting = Incident.objects.get(kind="unmatched")

    for incident in (waiting.pk, 10**9):
        with pytest.raises(refunding.NotDue):
            refunding.request(incident, BUYER, by=lan)


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_ask_for_one_refund():
    due, people = overpaid(), [factories.user() for _ in range(6)]
    answers: list[str] = []
    ready = threading.Barrier(len(people))

    def press(who: User) -> None:
        ready.wait()
        try:
            refunding.request(due.pk, BUYER, by=who)
            answers.append("asked")
        except refunding.NotDue:
            answers.append("late")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=(who,)) for who in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["asked"] + ["late"] * 5
    assert Refund.objects.count() == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"amount": TOTAL + 5_001},  # more than came
        {"amount": 0},
        {"bank_account": ""},  # nowhere to go
        {"state": "done", "ended_at": clock.now()},  # nobody approved
        {"state": "approved"},
        {"state": "lost"},
        {"ended_at": clock.now()},
    ],
)
def test_the_database_refuses_what_must_not_be(lan, changed):
    due = overpaid()
    right = {
        "incident": due,
        "invoice": due.invoice,
        "amount": 5_000,
        "needs_two": False,
        "bank_bin": "970436",
        "bank_account": "0123456789",
        "bank_account_name": "THU",
        "requested_by": lan,
    }

    with pytest.raises(IntegrityError), transaction.atomic():
        Refund.objects.create(**right | changed)
    Refund.objects.create(**right)


def test_the_database_wants_two_people_for_much_money(lan):
    refund = refunding.request(overpaid(2_000_001).pk, BUYER, by=lan)

    with pytest.raises(IntegrityError), transaction.atomic():
        Refund.objects.filter(pk=refund.pk).update(state="approved", approved_by=lan)


def test_the_rule_of_today_says_how_much_is_much(lan):
    due = overpaid(6_000)
    DatedRule.objects.filter(key="refund.two_people_above").update(value=5_999)

    assert refunding.request(due.pk, BUYER, by=lan).needs_two


def test_a_refund_that_comes_back_is_due_again_and_goes_once_more(lan):
    """Fault 20: the buyer was told, and the money did not arrive."""
    due = overpaid()
    first = refunding.request(due.pk, BUYER, by=lan)
    refunding.sent(first.pk, "FT1", by=lan)
    before = ledger.balance(ledger.REFUNDS)

    for _twice in range(2):
        with contextlib.suppress(refunding.Moved):
            refunding.returned(first.pk, "account closed", by=lan)

    due.refresh_from_db()
    assert (before, ledger.balance(ledger.REFUNDS)) == (0, -due.amount)
    assert due.state == "open"
    assert broken() == []
    second = refunding.request(due.pk, BUYER, by=lan)
    refunding.sent(second.pk, "FT2", by=lan)
    due.refresh_from_db()
    assert (due.state, ledger.balance(ledger.REFUNDS)) == ("settled", 0)
    assert Refund.objects.filter(state="done").count() == 1
    assert broken() == []


def test_only_what_was_sent_can_come_back(lan):
    refund = refunding.request(overpaid().pk, BUYER, by=lan)
    with pytest.raises(refunding.Moved):
        refunding.returned(refund.pk, "account closed", by=lan)
