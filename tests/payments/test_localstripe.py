"""Cards against a server others wrote in the image of Stripe: asked, paid, told, looked up."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import stripe

from marketplace.records import clock
from payments import opening, polling
from payments.models import Attempt
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.payments.practice import free_port, soon

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # stripe's client keeps its sockets
]


@pytest.fixture
def server(live_server, settings) -> Iterator[str]:
    """That server, empty, telling this market of what happens."""
    port = free_port()
    command = Path(sys.executable).with_name("localstripe")
    process = subprocess.Popen(
        [command, "--port", str(port), "--from-scratch"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        assert soon(lambda: _answers(address))
        settings.STRIPE_API_BASE = address
        settings.STRIPE_SECRET_KEY = "sk_test_12345"
        tell(address, live_server.url, settings.STRIPE_WEBHOOK_SECRET)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def tell(server: str, market: str, secret: str) -> None:
    """Let the server tell the market, its messages sealed with a secret."""
    told = {"url": f"{market}/payments/stripe/webhook", "secret": secret}
    body = urllib.parse.urlencode(told).encode()
    urllib.request.urlopen(f"{server}/_config/webhooks/market", data=body, timeout=10).close()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except urllib.error.HTTPError as error:
        error.close()
        return True
    except OSError:
        return False


def asked() -> Attempt:
    """A new invoice whose intent is made."""
    make_invoice()
    attempt = ask(channel="card")
    opening.open_all(attempt.invoice.reference)
    attempt.refresh_from_db()
    return attempt


def pay(server: str, attempt: Attempt, number: str = "4242424242424242") -> None:
    """What Stripe's form does behind its button."""
    client = stripe.StripeClient("sk_test_12345", base_addresses={"api": server})
    card = {"number": number, "exp_month": 12, "exp_year": 2034, "cvc": "123"}
    method = client.v1.payment_methods.create(params={"type": "card", "card": card})
    intents = client.v1.payment_intents
    intents.update(attempt.provider_reference, params={"payment_method": method.id})
    intents.confirm(attempt.provider_reference)


def state(attempt: Attempt) -> tuple[str, int]:
    """Where it stands and what it received."""
    attempt.refresh_from_db()
    return attempt.state, attempt.received


def test_an_intent_is_made_paid_and_told_of(server):
    attempt = asked()
    assert state(attempt) == ("pending", 0)
    assert attempt.provider_reference.startswith("pi_")
    assert attempt.show["client_secret"].startswith(attempt.provider_reference)

    pay(server, attempt)

    assert soon(lambda: state(attempt) == ("captured", TOTAL))
    assert broken() == []


def test_an_intent_is_looked_up(server, live_server):
    attempt = asked()
    tell(server, live_server.url, "a-secret-of-somebody-else")

    with clock.moved_to(clock.now() + dt.timedelta(minutes=1)):
        polling.ask_open(attempt.invoice.reference)
    assert state(attempt) == ("pending", 0)
    pay(server, attempt)
    with clock.moved_to(clock.now() + dt.timedelta(minutes=3)):
        polling.ask_open(attempt.invoice.reference)

    assert state(attempt) == ("captured", TOTAL)


def test_a_declined_card_ends_nothing(server):
    attempt = asked()

    with pytest.raises(stripe.CardError):
        pay(server, attempt, "4000000000000341")

    assert state(attempt) == ("pending", 0)
