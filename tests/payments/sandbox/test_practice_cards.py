"""Practice cards: an intent, the form in its frame, 3-D Secure, silence, lost answers, disputes."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from marketplace.records import clock
from payments import opening, polling
from payments.models import Attempt, Incident
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.payments.practice import fetch, soon, switch

PAYS, ASKS, DECLINED = "4242424242424242", "4000002500003155", "4000000000000002"


def asked(reference: str = "SL-card") -> Attempt:
    """A new invoice whose intent is made."""
    make_invoice(reference)
    attempt = ask(reference, reference, "card")
    Attempt.objects.filter(pk=attempt.pk).update(back_url="")
    opening.open_all(reference)
    attempt.refresh_from_db()
    return attempt


def state(attempt: Attempt) -> tuple[str, int]:
    """Where it stands and what it received."""
    attempt.refresh_from_db()
    return attempt.state, attempt.received


def type_card(bank: str, market: str, attempt: Attempt, number: str, how: str = "once") -> dict:
    """Press the button of the form; answers what the frame tells the page."""
    secret = attempt.show["client_secret"]
    fields = {"secret": secret, "number": number, "how": how, "back": f"{market}/back"}
    status, told = fetch(f"{bank}/stripe/confirm", fields)
    return {"status": status} | json.loads(told)


def test_a_card_pays(bank, live_server):
    attempt = asked()
    assert state(attempt) == ("pending", 0)
    assert attempt.provider_reference.startswith("pi_")

    told = type_card(bank, live_server.url, attempt, PAYS)

    assert told["to"].startswith(f"{live_server.url}/back?payment_intent=pi_")
    assert state(attempt) == ("captured", TOTAL)
    assert broken() == []


def test_a_declined_card_ends_nothing_and_another_pays(bank, live_server):
    attempt = asked()

    assert type_card(bank, live_server.url, attempt, DECLINED)["status"] == 402
    assert state(attempt) == ("pending", 0)
    type_card(bank, live_server.url, attempt, PAYS)

    assert state(attempt) == ("captured", TOTAL)


@pytest.mark.parametrize(
    ("answer", "ended"), [("yes", ("captured", TOTAL)), ("no", ("pending", 0))]
)
def test_the_bank_asks_first(bank, live_server, answer, ended):
    attempt = asked()
    page = type_card(bank, live_server.url, attempt, ASKS)["to"]
    assert page.startswith(f"{bank}/stripe/confirm/")
    assert state(attempt) == ("pending", 0)

    fetch(page, {"answer": answer})

    assert state(attempt) == ended


@pytest.mark.parametrize("how", ["never", "forged", "stale"])
def test_a_message_that_does_not_come_is_found_by_asking(bank, live_server, how):
    attempt = asked()
    type_card(bank, live_server.url, attempt, PAYS, how)
    assert state(attempt) == ("pending", 0)

    with clock.moved_to(clock.now() + dt.timedelta(minutes=1)):
        polling.ask_open(attempt.invoice.reference)

    assert state(attempt) == ("captured", TOTAL)
    assert broken() == []


@pytest.mark.parametrize("kind", ["lost", "error"])
def test_asking_again_after_a_lost_answer_finds_the_same_intent(bank, live_server, kind):
    switch(bank, "card", kind)
    attempt = asked()
    assert state(attempt) == ("created", 0)

    with clock.moved_to(clock.now() + dt.timedelta(minutes=1)):
        opening.open_all(attempt.invoice.reference)
    assert state(attempt) == ("pending", 0)
    type_card(bank, live_server.url, attempt, PAYS)

    assert state(attempt) == ("captured", TOTAL)
    assert Incident.objects.count() == 0


def test_a_buyer_asks_his_bank_for_the_money_back(bank, live_server):
    attempt = asked()
    type_card(bank, live_server.url, attempt, PAYS)
    page = fetch(f"{bank}/")[1]
    key = page.partition('href="/pay/')[2].partition('"')[0]

    fetch(f"{bank}/stripe/dispute/{key}", {"state": "needs_response"})
    assert soon(lambda: state(attempt) == ("disputed", TOTAL))
    fetch(f"{bank}/stripe/dispute/{key}", {"state": "won"})

    assert soon(lambda: state(attempt) == ("captured", TOTAL))
    assert broken() == []
