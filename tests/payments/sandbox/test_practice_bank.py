"""The practice bank as a process of its own, against the market over HTTP."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

from marketplace.desk.money import taking
from payments.models import Attempt, Incident, Message
from tests import factories
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.payments.practice import fetch, free_port, soon, start

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


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


def test_what_nobody_told_stands_in_the_bank_s_statement(bank):
    silent, told = asked(), asked("SL-4H8T-0002")
    send(bank, silent, how="never")
    send(bank, told)
    assert soon(lambda: state(told) == ("captured", TOTAL))
    assert state(silent) == ("pending", 0)

    content = fetch(f"{bank}/statement.csv")[1].encode()
    file = taking.bring(settings.VIETQR_ACCOUNT, "sao-ke.csv", content, by=factories.user())
    taking.begin(file.pk, by=factories.user())
    assert taking.take(file.pk) == {"matched": 1, "copy": 1}

    assert state(silent) == ("captured", TOTAL)
    assert broken() == []


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
            "SEPAY_WEBHOOK_SECRET is a sandbox's own",
        ),
        (
            {"SEPAY_WEBHOOK_SECRET": "a-real-one,sandbox-sepay-webhook-secret"},
            "SEPAY_WEBHOOK_SECRET is a sandbox's own",
        ),
        ({"VIETQR_ACCOUNT": "0952000000014"}, "VIETQR_ACCOUNT is a sandbox's own"),
        (
            {"VNPAY_HASH_SECRET": "new,SANDBOXVNPAYHASHSECRET0123456789"},
            "VNPAY_HASH_SECRET is a sandbox's own",
        ),
        (
            {"MOMO_SECRET_KEY": "K951B6PE1waDMi640xX08PD3vg6EkVlz"},
            "MOMO_SECRET_KEY is a sandbox's own",
        ),
        ({"ZALOPAY_KEY2": "sandbox-zalopay-key2"}, "ZALOPAY_KEY2 is a sandbox's own"),
        (
            {"VNPAY_API_URL": "https://sandbox.vnpayment.vn/merchant_webapi/api/transaction"},
            "VNPAY_API_URL is a provider's test system",
        ),
        ({"ZALOPAY_APP_ID": "shop"}, "ZALOPAY_APP_ID must be a number"),
    ],
)
def test_live_market_refuses_the_credentials_of_the_sandbox(given, words):
    live = {"MARKET_MODE": "live", "PAYMENT_FLOW": "direct", "SECRET_KEY": "k" * 60}

    process = start("https://market.example", free_port(), **(live | given))
    _, said = process.communicate(timeout=60)

    assert process.returncode != 0
    assert words in said


def test_whoever_reads_the_account_tells_of_a_transfer_in_its_own_way(bank):
    by_casso, by_payos, by_all = (asked(f"SL-{number}") for number in range(3))

    send(bank, by_casso, tellers="casso")
    send(bank, by_payos, tellers="payos")
    send(bank, by_all, tellers="sepay+casso+payos")
    forged = asked("SL-forged")
    send(bank, forged, tellers="casso", how="forged")

    assert state(by_casso) == state(by_payos) == state(by_all) == ("captured", TOTAL)
    assert state(forged) == ("pending", 0)
    assert Incident.objects.count() == 0
    assert broken() == []
