"""Money goes back the way it came: once, whatever the provider answers or does not answer."""

from __future__ import annotations

import datetime as dt

import pytest

from marketplace.people.models import User
from marketplace.records import clock
from payments import incidents, ledger, opening, reconciling, refunding, sendingback
from payments.models import Attempt, Incident, Invoice, Refund
from tests import factories
from tests.payments import telling
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.payments.practice import end, fetch, switch
from tests.payments.telling import PROVIDERS


@pytest.fixture(params=(*PROVIDERS, "card"))
def provider(request) -> str:
    """Each provider in turn."""
    return str(request.param)


@pytest.fixture
def lan(transactional_db) -> User:
    """Somebody who handles money."""
    return factories.user()


def paid(bank: str, market: str, provider: str) -> Attempt:
    """An invoice that was paid by a provider."""
    make_invoice()
    attempt = ask(channel=provider)
    opening.open_all(attempt.invoice.reference)
    attempt.refresh_from_db()
    if provider == "card":
        secret = attempt.show["client_secret"]
        fields = {"secret": secret, "number": "4242" * 4, "how": "once", "back": f"{market}/b"}
        fetch(f"{bank}/stripe/confirm", fields)
    else:
        end(str(attempt.show["redirect_url"]))
    attempt.refresh_from_db()
    assert attempt.state == "captured"
    return attempt


def due(attempt: Attempt, amount: int) -> Incident:
    """That so much of it is to go back."""
    invoice = Invoice.objects.get(pk=attempt.invoice_id)
    found = incidents.refund_due(invoice, amount, "packed_lighter")
    assert found is not None
    return found


def later(minutes: int) -> dt.datetime:
    """A moment to move the clock to."""
    return clock.now() + dt.timedelta(minutes=minutes)


def settle(refund: Refund) -> str:
    """Let the poller come around until it knows; the state then."""
    for minutes in (2, 5, 11, 30):
        with clock.moved_to(later(minutes)):
            reconciling.reconcile()
    refund.refresh_from_db()
    return refund.state


def send(incident: Incident, attempt: Attempt, by: User) -> Refund:
    """Ask for the refund and send it."""
    refund = refunding.request(incident.pk, attempt, by=by)
    return sendingback.send(refund.pk, by=by)


def test_a_part_and_then_the_rest_go_back(bank, live_server, provider, lan):
    attempt = paid(bank, live_server.url, provider)
    first = send(due(attempt, 53_000), attempt, lan)
    assert settle(first) == "done"
    attempt.refresh_from_db()
    assert attempt.state == "partially_refunded"

    if provider != "vnpay":  # whose query speaks of the latest refund alone
        second = send(due(attempt, TOTAL - 53_000), attempt, lan)
        assert settle(second) == "done"
        attempt.refresh_from_db()
        assert attempt.state == "refunded"
        assert ledger.balance(f"gateway:{provider}") == 0
    assert ledger.balance(ledger.REFUNDS) == 0
    assert broken() == []


def test_a_refund_the_provider_refuses_stays_due(bank, live_server, provider, lan):
    attempt = paid(bank, live_server.url, provider)
    switch(bank, provider, "refuse")
    incident = due(attempt, 53_000)
    refund = send(incident, attempt, lan)

    assert settle(refund) == "rejected"
    incident.refresh_from_db()
    assert incident.state == "open"
    again = refunding.request(incident.pk, attempt, by=lan)
    assert again.number != refund.number


def test_a_refund_that_is_decided_later_is_asked_about(bank, live_server, provider, lan):
    attempt = paid(bank, live_server.url, provider)
    switch(bank, provider, "later")
    refund = send(due(attempt, 53_000), attempt, lan)
    assert refund.state in ("sending", "unknown")

    assert settle(refund) == "done"
    assert broken() == []


def test_a_lost_answer_is_asked_for_and_nothing_is_sent_twice(bank, live_server, provider, lan):
    attempt = paid(bank, live_server.url, provider)
    refund = refunding.request(due(attempt, 53_000).pk, attempt, by=lan)
    switch(bank, provider, "lost")
    refund = sendingback.send(refund.pk, by=lan)
    assert refund.state == "unknown"

    with pytest.raises(refunding.Moved):
        sendingback.send(refund.pk, by=lan)
    assert settle(refund) == "done"
    assert ledger.balance(f"gateway:{provider}") == TOTAL - 53_000
    assert broken() == []


def test_what_never_reached_the_provider_is_resolved_by_a_person(bank, live_server, provider, lan):
    attempt = paid(bank, live_server.url, provider)
    refund = refunding.request(due(attempt, 53_000).pk, attempt, by=lan)
    switch(bank, provider, "error")
    sendingback.send(refund.pk, by=lan)

    assert settle(refund) == "unknown"
    refunding.reject(refund.pk, "not there, says the provider's back office", by=lan)
    second = send(Incident.objects.get(), attempt, lan)
    assert settle(second) == "done"
    assert broken() == []


def test_a_crash_before_the_call_sends_nothing_and_is_noticed(bank, live_server, provider, lan):
    attempt = paid(bank, live_server.url, provider)
    refund = refunding.request(due(attempt, 53_000).pk, attempt, by=lan)
    sendingback._begin(refund.pk, lan)  # and the process ends here

    assert settle(refund) == "unknown"
    with pytest.raises(refunding.Moved):
        sendingback.send(refund.pk, by=lan)
    assert ledger.balance(f"gateway:{provider}") == TOTAL
    assert broken() == []


def test_what_a_person_saw_at_the_provider_counts(bank, live_server, provider, lan):
    attempt = paid(bank, live_server.url, provider)
    refund = refunding.request(due(attempt, 53_000).pk, attempt, by=lan)
    sendingback._begin(refund.pk, lan)
    assert settle(refund) == "unknown"

    refunding.sent(refund.pk, "seen there", by=lan)

    attempt.refresh_from_db()
    assert attempt.state == "partially_refunded"
    assert ledger.balance(f"gateway:{provider}") == TOTAL - 53_000
    assert broken() == []


def test_no_more_goes_back_by_a_provider_than_came_by_it(bank, live_server, lan):
    vnpay = paid(bank, live_server.url, "vnpay")
    incident = due(vnpay, TOTAL)

    assert refunding.routes(incident) == [vnpay]
    other = ask(make_invoice("SL-other").reference, "other", "momo")
    telling.momo(telling.momo_fields(other))
    with pytest.raises(refunding.NotDue):
        refunding.request(incident.pk, other, by=lan)


def test_what_was_called_done_and_is_taken_back_days_later_is_due_again(
    bank, live_server, provider, lan
):
    """Fault 20: VNPAY says 09, ZaloPay 2, after the buyer was told."""
    attempt = paid(bank, live_server.url, provider)
    switch(bank, provider, "undone")
    incident = due(attempt, 53_000)
    refund = send(incident, attempt, lan)
    assert settle(refund) == "done"

    for days in (2, 4, 8, 20):
        with clock.moved_to(clock.now() + dt.timedelta(days=days)):
            reconciling.reconcile()
    refund.refresh_from_db()
    incident.refresh_from_db()
    attempt.refresh_from_db()
    assert (refund.state, incident.state, attempt.state) == ("returned", "open", "captured")
    assert ledger.balance(f"gateway:{provider}") == TOTAL
    assert broken() == []

    again = send(incident, attempt, lan)
    assert settle(again) == "done"
    assert ledger.balance(f"gateway:{provider}") == TOTAL - 53_000
    assert broken() == []


def test_what_stays_done_is_asked_about_three_times_more_and_no_longer(
    bank, live_server, provider, lan
):
    attempt = paid(bank, live_server.url, provider)
    refund = send(due(attempt, 53_000), attempt, lan)
    assert settle(refund) == "done"

    asked = 0
    for days in (1, 2, 3, 4, 7, 8, 9, 30):
        with clock.moved_to(clock.now() + dt.timedelta(days=days, hours=1)):
            asked += reconciling.reconcile().refunds
    refund.refresh_from_db()
    assert (asked, refund.state, refund.next_ask_at) == (3, "done", None)
    assert broken() == []
