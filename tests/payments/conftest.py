"""An invoice of two payees, and a shop's listener that remembers what it was told."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Iterator

import pytest

from marketplace.records import clock, tokens
from marketplace.records import invariants as registry
from payments import attempts, invariants, invoicing
from payments.invoicing import LineDraft
from payments.models import Attempt, Invoice
from payments.outcomes import Outcome
from payments.settlement import invariants as settlement
from payments.signals import booked

TOTAL = 753_000
BACK = "https://market.example/back"
TOKEN = "a-token-of-the-order"


def make_invoice(reference: str = "SL-4H8T-2W6C") -> Invoice:
    """An invoice over 753,000 đồng for two cooperatives."""
    return invoicing.issue(
        reference,
        [
            LineDraft("cooperative-1", 210_000, "own_raw_produce", "1"),
            LineDraft("cooperative-2", 543_000, "own_raw_produce", "2"),
        ],
        access_token_hash=tokens.digest(TOKEN),
    )


def ask(reference: str = "SL-4H8T-2W6C", key: str = "first", channel: str = "vietqr") -> Attempt:
    """Start paying an invoice within half an hour."""
    return attempts.start(
        reference,
        channel,
        key=key,
        expires_at=clock.now() + dt.timedelta(minutes=30),
        back_url=BACK,
    )


def settle_account(key: str, account: str = "0952000001111", form: str = "cooperative") -> None:
    """Tell payments of a payee and its account."""
    facts = {"name": key, "legal_form": form, "tax_code": "5500000000"}
    facts |= {"bank_bin": "970436", "bank_account": account, "bank_account_name": "HTX"}
    invoicing.introduce({key: facts})


def broken() -> list[str]:
    """The names of this package's sentences about money that are not true."""
    told = inspect.getsource(invariants) + inspect.getsource(settlement)
    ours = re.findall(r'@invariant\(\s*"(\w+)"', told)
    return [row.name for row in registry.check() if row.count and row.name in ours]


@pytest.fixture
def invoice(db: None) -> Invoice:
    """An open invoice over 753,000 đồng."""
    return make_invoice()


@pytest.fixture
def attempt(invoice: Invoice) -> Attempt:
    """That invoice, asked for by VietQR."""
    return ask(invoice.reference)


@pytest.fixture
def told() -> Iterator[list[Outcome]]:
    """What the shop was told, in order."""
    heard: list[Outcome] = []

    def listen(sender: type, invoice: Invoice, outcome: Outcome, **_: object) -> None:
        heard.append(outcome)

    booked.connect(listen)
    yield heard
    booked.disconnect(listen)
