"""Money MoMo holds until we confirm: taken for an order that waits, let go for one that ended."""

from __future__ import annotations

import datetime as dt

import pytest

from marketplace.records import clock
from payments import invoicing, ledger, reconciling
from payments.models import Attempt, GatewayTransaction, Incident
from tests.payments.conftest import TOTAL, broken
from tests.payments.practice import asked, end, soon, switch


@pytest.fixture
def momo(bank, settings) -> str:
    """A practice MoMo that holds what is paid."""
    settings.MOMO_CAPTURE = "confirmed"
    return str(bank)


def is_called_for(attempt: Attempt) -> bool:
    """Whether the message came: MoMo is to be called now."""
    attempt.refresh_from_db()
    return attempt.next_poll_at is not None and attempt.next_poll_at <= clock.now()


def a_while_later(minutes: int = 1) -> None:
    """The timetable's next round."""
    with clock.moved_to(clock.now() + dt.timedelta(minutes=minutes)):
        reconciling.reconcile()


def state(attempt: Attempt) -> tuple[str, int]:
    """Where it stands, and what it received."""
    attempt.refresh_from_db()
    return attempt.state, attempt.received


def test_held_money_is_taken_for_an_order_that_waits(momo):
    attempt = asked("momo")
    end(attempt.show["redirect_url"])
    assert soon(lambda: is_called_for(attempt))
    assert state(attempt) == ("pending", 0)

    a_while_later()
    assert state(attempt) == ("captured", TOTAL)
    assert ledger.balance("gateway:momo") == TOTAL
    assert broken() == []


def test_held_money_is_let_go_when_the_order_has_ended(momo):
    attempt = asked("momo")
    end(attempt.show["redirect_url"])
    assert soon(lambda: is_called_for(attempt))
    invoicing.close(attempt.invoice.reference, reason="cancelled")

    a_while_later()
    assert state(attempt) == ("cancelled", 0)
    assert not GatewayTransaction.objects.exists()
    assert not Incident.objects.exists()
    a_while_later(40)
    assert broken() == []


def test_an_answer_that_is_lost_is_asked_for_again_and_money_taken_once(momo):
    attempt = asked("momo")
    end(attempt.show["redirect_url"])
    assert soon(lambda: is_called_for(attempt))
    switch(momo, "momo", "error")  # the query fails
    a_while_later()
    assert state(attempt) == ("pending", 0)

    for minutes in (4, 8, 16, 31):
        a_while_later(minutes)
    assert state(attempt) == ("captured", TOTAL)
    assert GatewayTransaction.objects.count() == 1
    assert broken() == []


def test_a_message_that_never_comes_costs_nothing(momo):
    attempt = asked("momo")
    end(attempt.show["redirect_url"], how="never")
    for minutes in (2, 4):
        a_while_later(minutes)

    assert state(attempt) == ("captured", TOTAL)
    assert broken() == []


def test_another_sum_is_not_taken(momo):
    attempt = asked("momo")
    end(attempt.show["redirect_url"], how="other_sum")
    assert soon(Incident.objects.filter(kind="other_sum").exists)
    assert not GatewayTransaction.objects.exists()
    assert broken() == []
