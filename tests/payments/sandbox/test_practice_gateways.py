"""The practice gateways as a process of their own: asked, paid, silent, slow, wrong on purpose."""

from __future__ import annotations

import datetime as dt
import threading
import time
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.db import connections

from marketplace.records import clock
from payments import opening, polling, reconciling
from payments.models import Attempt, GatewayTransaction, Incident, Message
from tests.payments.conftest import BACK, TOTAL, ask, broken
from tests.payments.practice import asked, end, fetch, soon, switch


def page(attempt: Attempt) -> str:
    """Where the buyer pays."""
    return str(attempt.show["redirect_url"])


def state(attempt: Attempt) -> tuple[str, int]:
    """Where it stands and what it received."""
    attempt.refresh_from_db()
    return attempt.state, attempt.received


def later(minutes: int) -> dt.datetime:
    """A moment to move the clock to."""
    return clock.now() + dt.timedelta(minutes=minutes)


def test_page_asks_for_the_sum_and_money_comes(bank, provider):
    attempt = asked(provider)
    assert state(attempt) == ("pending", 0)

    status, shown = fetch(page(attempt))
    assert status == 200
    assert "753.000 ₫" in shown
    assert attempt.memo in shown
    led_to = end(page(attempt))

    assert led_to.startswith(f"{BACK}?")
    assert state(attempt) == ("captured", TOTAL)
    assert "753.000" in fetch(page(attempt))[1]
    assert broken() == []


def test_what_goes_wrong_on_purpose_goes_wrong_as_it_should(bank, provider):
    twice, forged, other, flips = (asked(provider, number) for number in range(4))
    for attempt, how in ((twice, "twice"), (forged, "forged"), (other, "other_sum")):
        end(page(attempt), how=how)

    assert state(twice) == ("captured", TOTAL)
    assert state(forged) == state(other) == ("pending", 0)
    assert list(Incident.objects.values_list("kind", "amount")) == [("other_sum", TOTAL - 1)]
    end(page(flips), how="flips")
    if provider != "zalopay":  # who tells of money alone
        assert state(flips) == ("failed", 0)
    assert soon(lambda: state(flips) == ("captured", TOTAL))
    assert broken() == []


def test_a_message_that_never_comes_is_found_by_asking(bank, provider):
    attempt = asked(provider)
    end(page(attempt), how="never")
    assert state(attempt) == ("pending", 0)

    reconciling.reconcile()
    assert state(attempt) == ("pending", 0)
    with clock.moved_to(later(2)):
        assert reconciling.reconcile().asked == 1

    assert state(attempt) == ("captured", TOTAL)
    assert Message.objects.count() == 0
    assert broken() == []


def test_a_lost_message_is_found_days_later(bank, provider):
    attempt = asked(provider)
    end(page(attempt), how="never")
    with clock.moved_to(later(35)):
        Attempt.objects.update(next_poll_at=None)
        reconciling.reconcile()
        assert state(attempt) == ("expired", 0)
    Attempt.objects.update(next_poll_at=later(60))

    with clock.moved_to(later(61)):
        reconciling.reconcile()

    assert state(attempt) == ("captured", TOTAL)


@pytest.mark.parametrize(
    ("result", "ended"),
    [
        ("cancelled", {"cancelled", "failed"}),
        ("no_money", {"failed"}),
        ("too_late", {"expired", "failed"}),
    ],
)
def test_what_ended_without_money_is_known_by_asking(bank, provider, result, ended):
    attempt = asked(provider)
    end(page(attempt), result=result, how="never")

    polling.ask_open(attempt.invoice.reference)
    assert state(attempt) == ("pending", 0)  # its page was opened this very moment
    with clock.moved_to(later(1)):
        polling.ask_open(attempt.invoice.reference)

    assert state(attempt)[0] in ended
    assert attempt.reason


def test_nothing_is_concluded_from_a_payment_that_is_not_decided(bank, provider):
    attempt = asked(provider)

    for minutes in (1, 3, 7, 15):
        with clock.moved_to(later(minutes)):
            assert polling.ask(attempt.pk)
    assert state(attempt) == ("pending", 0)


def test_money_held_for_fraud_is_seen_by_asking(bank):
    attempt = asked("vnpay")
    end(page(attempt), result="held", how="never")
    with clock.moved_to(later(1)):
        polling.ask_open(attempt.invoice.reference)

    assert state(attempt) == ("pending", 0)
    assert attempt.reason == "held"
    assert list(Incident.objects.values_list("kind", flat=True)) == ["held"]


@pytest.mark.parametrize("kind", ["error", "lost"])
def test_a_provider_that_does_not_answer_concludes_nothing(bank, provider, kind):
    attempt = asked(provider)
    end(page(attempt), how="never")
    switch(bank, provider, kind)
    with clock.moved_to(later(1)):
        assert polling.ask(attempt.pk)
        assert state(attempt) == ("pending", 0)

    with clock.moved_to(later(3)):
        polling.ask(attempt.pk)
    assert state(attempt) == ("captured", TOTAL)


@pytest.mark.parametrize("wallet", ["momo", "zalopay"])
def test_a_page_that_does_not_open_is_opened_at_the_second_try(bank, wallet):
    switch(bank, wallet, "error")
    attempt = asked(wallet)
    assert state(attempt) == ("created", 0)
    assert "redirect_url" not in attempt.show

    opening.open_all(attempt.invoice.reference)
    assert state(attempt) == ("created", 0)  # whoever was at it may still be
    with clock.moved_to(later(1)):
        opening.open_all(attempt.invoice.reference)

    assert state(attempt) == ("pending", 0)
    end(page(attempt))
    assert state(attempt) == ("captured", TOTAL)


@pytest.mark.parametrize("wallet", ["momo", "zalopay"])
def test_a_page_whose_answer_was_lost_is_given_up_and_its_money_is_not(bank, wallet):
    switch(bank, wallet, "lost")
    attempt = asked(wallet)
    reference = attempt.invoice.reference
    with clock.moved_to(later(1)):
        opening.open_all(reference)
        assert state(attempt) == ("failed", 0)
        assert attempt.reason == "page_lost"
        again = ask(reference, "second", wallet)
        opening.open_all(reference)

    again.refresh_from_db()
    assert again.memo != attempt.memo
    end(page(again))
    assert state(again) == ("captured", TOTAL)
    assert broken() == []


@pytest.mark.parametrize("wallet", ["momo", "zalopay"])
@pytest.mark.slow
def test_nobody_waits_for_a_slow_provider_longer_than_eight_seconds(bank, wallet):
    switch(bank, wallet, "slow")
    began = time.monotonic()

    attempt = asked(wallet)

    assert time.monotonic() - began < 15
    assert state(attempt) == ("created", 0)


def test_a_number_of_zalopay_of_yesterday_is_not_asked_for_again(bank):
    switch(bank, "zalopay", "error")
    attempt = asked("zalopay")

    with clock.moved_to(clock.now() + dt.timedelta(days=1)):
        opening.open_all(attempt.invoice.reference)

    assert state(attempt) == ("failed", 0)
    assert attempt.reason == "page_lost"


def test_the_message_and_the_answer_to_our_question_at_once_are_booked_once(bank, provider):
    attempt = asked(provider)
    ready = threading.Barrier(5)

    def ask() -> None:
        ready.wait()
        for minutes in range(1, 20):
            with clock.moved_to(later(minutes)):
                polling.ask(attempt.pk)
        connections.close_all()

    asking = [threading.Thread(target=ask) for _ in range(4)]
    for thread in asking:
        thread.start()
    ready.wait()
    end(page(attempt), how="twice")
    for thread in asking:
        thread.join()

    assert state(attempt) == ("captured", TOTAL)
    assert GatewayTransaction.objects.count() == 1
    assert Incident.objects.count() == 0
    assert broken() == []


def test_vnpay_opens_no_page_that_was_changed(bank):
    address = urlsplit(page(asked("vnpay")))
    fields = {name: value[0] for name, value in parse_qs(address.query).items()}

    def opened(**changed: str) -> int:
        query = urlencode(fields | changed)
        return fetch(f"{bank}{address.path}?{query}")[0]

    assert opened() == 200
    assert opened(vnp_Amount="100") == 400
    assert opened(vnp_SecureHash="") == 400
    assert opened(vnp_TmnCode="") == 400


def test_the_way_back_is_believed_in_nothing(bank, provider, client):
    attempt = asked(provider)
    led_to = end(page(attempt), how="never")

    assert led_to.startswith(f"{BACK}?")
    doors = {"momo": "/payments/momo/ipn", "zalopay": "/payments/zalopay/callback"}
    if provider in doors:  # VNPAY seals its way back as it seals its message
        query = led_to.removeprefix(BACK)
        assert client.get(f"{doors[provider]}{query}").status_code == 405
        assert state(attempt) == ("pending", 0)


def test_a_silent_provider_does_not_keep_the_others_from_their_turn(bank, settings):
    silent = [asked("momo", number) for number in range(5)]
    paid = asked("zalopay")
    end(page(paid), how="never")
    settings.MOMO_API_URL = "http://127.0.0.1:9"  # nobody listens there

    with clock.moved_to(later(2)):
        first = reconciling.reconcile()
        again = reconciling.reconcile()

    assert (first.asked, again.asked) == (4, 2)  # three silences, then the rest
    assert state(paid) == ("captured", TOTAL)
    assert [state(one)[0] for one in silent] == ["pending"] * 5
