"""The morning after, each day is compared with its provider: neither knows more than the other."""

from __future__ import annotations

import datetime as dt

from marketplace.records import clock
from payments import comparing
from payments.models import Attempt, Comparison, GatewayTransaction, Incident
from tests.payments.conftest import TOTAL, broken
from tests.payments.practice import asked, end, soon, switch


def compare(provider: str) -> Comparison:
    """The day is over."""
    today = _today()
    with clock.moved_to(clock.now() + dt.timedelta(days=1)):
        made = {row.provider: row for row in comparing.compare_due() if row.day == today}
    return made[provider]


def _today() -> dt.date:
    return clock.local_day()


def is_booked(attempt: Attempt) -> bool:
    """Whether its money came."""
    return GatewayTransaction.objects.filter(attempt=attempt).exists()


def test_a_day_both_know_alike_is_told_once(bank, provider):
    paid, _unpaid = asked(provider), asked(provider, 2)
    end(paid.show["redirect_url"])
    assert soon(lambda: is_booked(paid))

    row = compare(provider)
    assert (row.asked, row.ours, row.theirs) == (2, TOTAL, TOTAL)
    assert (row.differences, row.silent, row.found) == (0, 0, 0)
    with clock.moved_to(clock.now() + dt.timedelta(days=1)):
        assert provider not in {one.provider for one in comparing.compare_due()}


def test_what_was_paid_there_and_never_told_is_found(bank, provider):
    attempt = asked(provider)
    end(attempt.show["redirect_url"], how="never")

    row = compare(provider)
    assert (row.found, row.ours, row.theirs, row.differences) == (1, TOTAL, TOTAL, 0)
    attempt.refresh_from_db()
    assert attempt.state == "captured"
    assert broken() == []


def test_what_we_booked_and_the_provider_denies_waits_for_people(bank, provider):
    attempt = asked(provider)
    end(attempt.show["redirect_url"])
    assert soon(lambda: is_booked(attempt))
    stranger = asked(provider, 2)
    # Nobody at the provider knows the payment of this code: as after a forged booking.
    row = GatewayTransaction.objects.get(attempt=attempt)
    GatewayTransaction.objects.filter(pk=row.pk).update(attempt=stranger)

    found = compare(provider)
    assert found.differences >= 1
    assert Incident.objects.filter(kind="difference", invoice=stranger.invoice).exists()


def test_a_provider_that_keeps_silent_is_asked_again(bank, provider):
    attempt = asked(provider)
    end(attempt.show["redirect_url"])
    assert soon(lambda: is_booked(attempt))
    switch(bank, provider, "error")

    assert compare(provider).silent == 1
    assert compare(provider).silent == 0
    assert Comparison.objects.filter(provider=provider, day=_today()).count() == 1
