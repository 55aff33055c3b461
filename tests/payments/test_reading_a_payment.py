"""``GET /api/v1/payments/{id}``, and what an attempt shows outside."""

from __future__ import annotations

import pytest
from django.test import Client

from payments import attempts, invoicing
from payments.models import Invoice
from tests.payments.conftest import TOKEN, TOTAL, ask
from tests.payments.sending import post, transfer

pytestmark = pytest.mark.django_db


def read(attempt, token=TOKEN, **headers):
    return Client().get(
        f"/api/v1/payments/{attempt.public_id}", headers={"Order-Token": token} | headers
    )


def test_holder_of_the_token_sees_where_it_stands(attempt):
    assert read(attempt).json() == {
        "id": attempt.public_id,
        "state": "pending",
        "channel": "vietqr",
        "amount": TOTAL,
        "received": 0,
        "expires_at": read(attempt).json()["expires_at"],
    }


@pytest.mark.parametrize("token", ["", "another", TOKEN + "x"])
def test_everybody_else_finds_nothing(attempt, token):
    assert read(attempt, token).status_code == 404


def test_invoice_without_a_token_is_read_by_nobody(attempt):
    Invoice.objects.update(access_token_hash="")

    assert read(attempt, "").status_code == 404


def test_unchanged_payment_is_not_sent_again(attempt):
    etag = read(attempt)["ETag"]

    assert read(attempt, **{"If-None-Match": etag}).status_code == 304
    post(transfer(attempt.memo, 1000))
    assert read(attempt, **{"If-None-Match": etag}).json()["received"] == 1000


def test_presentation_is_the_row_of_the_interface(attempt):
    shown = attempts.presentation(attempt)

    assert shown == {
        "id": attempt.public_id,
        "cooperative_id": None,
        "channel": "vietqr",
        "amount": TOTAL,
        "received": 0,
        "state": "pending",
        "expires_at": attempt.expires_at.isoformat(),
        "qr": {
            "payload": attempt.show["payload"],
            "image_svg": shown["qr"]["image_svg"],
            "bank_bin": "970436",
            "account": attempt.show["account"],
            "account_name": attempt.show["account_name"],
            "memo": attempt.memo,
        },
    }
    assert shown["qr"]["image_svg"].startswith("<svg")


def test_practice_bank_opens_with_the_code(attempt, settings):
    settings.SANDBOX_URL = "http://127.0.0.1:8070"
    assert attempts.sandbox_link(attempt).startswith("http://127.0.0.1:8070/?payload=000201")

    settings.SANDBOX_URL = ""
    assert attempts.sandbox_link(attempt) == ""


def test_each_cooperative_is_paid_on_its_own_account_where_money_goes_direct(db, settings, told):
    settings.PAYMENT_FLOW = "direct"
    for number, account in (("1", "0011001100"), ("2", "0022002200")):
        facts = {"name": f"HTX {number}", "legal_form": "cooperative", "tax_code": ""}
        facts |= {"bank_bin": "970405", "bank_account": account}
        facts["bank_account_name"] = facts["name"]
        invoicing.introduce({f"cooperative-{number}": facts})
    invoicing.issue(
        "SL-DIRECT",
        [
            invoicing.LineDraft("cooperative-1", 100_000, "", "1"),
            invoicing.LineDraft("cooperative-2", 50_000, "", "2"),
        ],
    )
    asked = [
        attempts.start(
            "SL-DIRECT", "vietqr", key=key, expires_at=None, payee_key=f"cooperative-{key}"
        )
        for key in ("1", "2")
    ]

    assert [attempts.presentation(row)["cooperative_id"] for row in asked] == [1, 2]
    assert [(row.amount, row.show["account"]) for row in asked] == [
        (100_000, "0011001100"),
        (50_000, "0022002200"),
    ]
    post(transfer(asked[0].memo, 100_000, accountNumber="0022002200"))
    assert told == []
    post(transfer(asked[0].memo, 100_000, accountNumber="0011001100"))
    post(transfer(asked[1].memo, 50_000, accountNumber="0022002200"))
    assert [(o.kind, o.payee_key, o.is_paid) for o in told] == [
        ("paid", "cooperative-1", False),
        ("paid", "cooperative-2", True),
    ]


def test_same_invoice_issued_twice_is_one(invoice):
    lines = [invoicing.LineDraft(None, TOTAL, "", "1")]

    assert invoicing.issue(invoice.reference, lines).pk == invoice.pk
    assert Invoice.objects.get().lines.count() == 2
    with pytest.raises(invoicing.OtherInvoice):
        invoicing.issue(invoice.reference, [invoicing.LineDraft(None, 1, "", "1")])


def test_closed_invoice_is_not_asked_for(invoice):
    invoicing.close(invoice.reference, reason="cancelled")

    with pytest.raises(invoicing.InvoiceClosed):
        ask(invoice.reference)
