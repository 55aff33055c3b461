"""The practice bank as a process of its own, against the market over HTTP."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator

import pytest

from payments.models import Attempt, Incident, Message
from tests.payments.conftest import TOTAL, ask, broken, make_invoice

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def start(market: str, port: int, **environment: str) -> subprocess.Popen[str]:
    """Start the practice bank of a market."""
    return subprocess.Popen(
        [sys.executable, "-m", "payments.sandbox"],
        env=os.environ
        | {"PUBLIC_URL": market, "SANDBOX_PORT": str(port), "MARKET_MODE": "demo"}
        | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def bank(transactional_db, live_server) -> Iterator[str]:
    """The address of a practice bank that knows this market."""
    port = free_port()
    process = start(live_server.url, port)
    assert process.stdout is not None
    assert process.stdout.readline() == f"sandbox: http://127.0.0.1:{port}/\n"
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=10)


def fetch(address: str, fields: dict[str, object] | None = None) -> tuple[int, str]:
    """A page as a browser without scripts gets it, redirects followed."""
    data = urllib.parse.urlencode(fields).encode() if fields is not None else None
    try:
        with urllib.request.urlopen(address, data=data, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def soon(true: Callable[[], bool]) -> bool:
    """Whether it becomes true within ten seconds."""
    until = time.monotonic() + 10
    while not true() and time.monotonic() < until:
        time.sleep(0.1)
    return true()


def asked(reference: str = "SL-4H8T-2W6C") -> Attempt:
    """A new invoice, asked for by VietQR."""
    make_invoice(reference)
    return ask(reference, reference)


def state(attempt: Attempt) -> tuple[str, int]:
    """Where an attempt stands now, and what it received."""
    attempt.refresh_from_db()
    return attempt.state, attempt.received


def send(bank: str, attempt: Attempt, **changed: object) -> tuple[int, str]:
    """Send what the code asks for, with what the payer changed."""
    right = {
        "payload": attempt.show["payload"],
        "amount": attempt.show["amount"],
        "memo": attempt.memo,
        "how": "once",
        "delay": 0,
    }
    return fetch(f"{bank}/transfer", right | changed)


def test_code_leads_to_a_filled_form_and_pays(bank):
    attempt = asked()

    status, page = fetch(f"{bank}/?payload={attempt.show['payload']}")
    assert status == 200
    assert f'value="{TOTAL}"' in page
    assert f'value="{attempt.memo}"' in page
    assert "Vietcombank" in page
    assert not re.search(r"<script|style=", page)

    status, page = send(bank, attempt)
    assert status == 200
    assert "200 {&quot;success&quot;: true}" in page
    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("captured", TOTAL)
    assert broken() == []


def test_what_goes_wrong_on_purpose_goes_wrong_as_it_should(bank):
    twice, apart, forged, stale = (asked(f"SL-{number}") for number in range(4))

    send(bank, twice, how="twice")
    send(bank, apart, how="apart")
    _, forged_page = send(bank, forged, how="forged")
    _, stale_page = send(bank, stale, how="stale")

    assert state(twice) == ("captured", TOTAL)
    assert state(apart) == ("captured", TOTAL)
    refunds = Incident.objects.values_list("invoice__reference", "reason", "amount")
    assert list(refunds) == [("SL-1", "duplicate_payment", TOTAL)]
    assert "401" in forged_page
    assert "401" in stale_page
    assert state(forged) == state(stale) == ("pending", 0)
    assert Message.objects.count() == 3
    assert broken() == []


def test_amount_may_be_changed_and_the_message_may_come_later(bank):
    short, late, refused = (asked(f"SL-{number}") for number in range(3))

    send(bank, short, amount=TOTAL - 53_000)
    assert state(short) == ("pending", TOTAL - 53_000)
    assert 'value="53000"' in fetch(f"{bank}/?payload={short.show['payload']}")[1]

    send(bank, late, delay=2)
    assert state(late) == ("pending", 0)
    assert soon(lambda: state(late) == ("captured", TOTAL))

    cut = refused.show["payload"][:-1]
    assert fetch(f"{bank}/?payload={cut}")[0] == 400
    assert send(bank, refused, payload=cut)[0] == 400
    assert send(bank, refused, amount="-1")[0] == 400
    assert send(bank, refused, amount="")[0] == 400
    assert fetch(f"{bank}/nothing")[0] == 404
    assert state(refused) == ("pending", 0)


def test_practice_bank_refuses_a_live_market():
    live = {
        "MARKET_MODE": "live",
        "PAYMENT_FLOW": "direct",
        "SECRET_KEY": "k" * 60,
        "SEPAY_WEBHOOK_SECRET": "a-real-one",
    }

    process = start("https://market.example", free_port(), **live)
    _, words = process.communicate(timeout=60)

    assert process.returncode == 1
    assert words.strip().endswith("The payment sandbox runs with MARKET_MODE=demo only.")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (
            {"SEPAY_WEBHOOK_SECRET": "sandbox-sepay-webhook-secret"},
            "SEPAY_WEBHOOK_SECRET is the sandbox's own",
        ),
        (
            {"SEPAY_WEBHOOK_SECRET": "a-real-one,sandbox-sepay-webhook-secret"},
            "SEPAY_WEBHOOK_SECRET is the sandbox's own",
        ),
        ({"VIETQR_ACCOUNT": "0952000000014"}, "VIETQR_ACCOUNT is the sandbox's own"),
    ],
)
def test_live_market_refuses_the_credentials_of_the_sandbox(given, words):
    live = {"MARKET_MODE": "live", "PAYMENT_FLOW": "direct", "SECRET_KEY": "k" * 60}

    process = start("https://market.example", free_port(), **(live | given))
    _, said = process.communicate(timeout=60)

    assert process.returncode != 0
    assert words in said
