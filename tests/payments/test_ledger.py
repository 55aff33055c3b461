"""Every đồng stands in the ledger, where it came from and whose it is; nothing there is changed."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from payments import attempts, bank, booking, earning, incidents, invoicing, ledger
from payments.models import (
    Attempt,
    BankTransaction,
    Incident,
    Invoice,
    LedgerAccount,
    LedgerEntry,
    LedgerPosting,
)
from tests import factories
from tests.payments import sending, telling
from tests.payments.conftest import TOTAL, ask, broken, make_invoice

pytestmark = pytest.mark.django_db


def pay(attempt: Attempt, amount: int = TOTAL) -> None:
    """The bank tells of a transfer."""
    assert sending.post(sending.transfer(attempt.memo, amount)).status_code == 200


def check_now() -> None:
    """Let the database ask at once what it asks at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def balances() -> dict[str, int]:
    """Every account that does not stand at zero."""
    found = {
        code: ledger.balance(code) for code in LedgerAccount.objects.values_list("code", flat=True)
    }
    return {code: amount for code, amount in found.items() if amount}


@pytest.fixture
def bank_account(settings) -> str:
    """The ledger's name for our own bank account."""
    return f"bank:{settings.VIETQR_ACCOUNT}"


def test_money_that_came_is_kept_for_its_sellers(attempt, bank_account):
    pay(attempt)

    assert balances() == {bank_account: TOTAL, "clearing": -TOTAL}
    assert broken() == []


@pytest.mark.parametrize("provider", telling.PROVIDERS)
def test_money_at_a_provider_has_a_place_of_its_own(invoice, provider):
    attempt = ask(invoice.reference, channel=provider)
    telling.post(provider, telling.message(provider, attempt))

    assert balances() == {f"gateway:{provider}": TOTAL, "clearing": -TOTAL}


def test_cash_is_with_whoever_took_it_at_the_door(invoice):
    ask(invoice.reference, channel="cod")
    booking.confirm_cash(invoice.reference, "cooperative-1")

    assert balances() == {"cash:cooperative-1": 210_000, "clearing": -210_000}


def test_in_the_direct_flow_money_is_with_the_seller(settings):
    settings.PAYMENT_FLOW = "direct"
    facts = {"bank_bin": "970436", "bank_account_name": "HTX"}
    blank = {"name": "", "legal_form": "", "tax_code": ""}
    invoicing.introduce({"cooperative-1": blank | facts | {"bank_account": "0952000001111"}})
    invoice = make_invoice()
    attempt = _ask_for(invoice, "cooperative-1")
    answer = sending.post(sending.transfer(attempt.memo, 210_000, accountNumber="0952000001111"))

    assert answer.status_code == 200
    assert balances() == {"account:cooperative-1": 210_000, "clearing": -210_000}


def _ask_for(invoice: Invoice, payee_key: str) -> Attempt:
    return attempts.start(
        invoice.reference, "vietqr", key="direct", expires_at=None, payee_key=payee_key
    )


def test_what_came_too_much_goes_back(attempt, bank_account):
    pay(attempt, TOTAL + 5_000)

    assert balances() == {bank_account: TOTAL + 5_000, "clearing": -TOTAL, "refunds": -5_000}
    incidents.settle(Incident.objects.get().pk, by=factories.user(), note="sent back")
    assert balances() == {bank_account: TOTAL, "clearing": -TOTAL}
    assert broken() == []


def test_a_closed_order_keeps_nothing_and_a_revived_one_everything(attempt, bank_account):
    pay(attempt, 100_000)
    invoicing.close(attempt.invoice.reference, reason="expired")
    assert balances() == {bank_account: 100_000, "refunds": -100_000}

    invoicing.reopen(attempt.invoice.reference)

    assert balances() == {bank_account: 100_000, "clearing": -100_000}
    assert broken() == []


def test_each_seller_earns_the_own_part_once(attempt, bank_account):
    pay(attempt)
    reference = attempt.invoice.reference
    for _ in range(2):
        earning.earn(reference, "cooperative-1", 210_000)
    earning.earn(reference, "cooperative-2", 543_000)

    assert balances() == {
        bank_account: TOTAL,
        "payee:cooperative-1": -210_000,
        "payee:cooperative-2": -543_000,
    }
    assert broken() == []


def test_nobody_earns_what_was_not_paid(attempt):
    pay(attempt, 200_000)

    with pytest.raises(earning.NotPaid):
        earning.earn(attempt.invoice.reference, "cooperative-1", 210_000)
    assert "payee:cooperative-1" not in balances()


def test_what_a_seller_earned_is_not_given_back_by_closing(attempt):
    pay(attempt)
    earning.earn(attempt.invoice.reference, "cooperative-1", 210_000)

    with pytest.raises(invoicing.PartEarned):
        invoicing.close(attempt.invoice.reference, reason="expired")
    back = incidents.refund_due(attempt.invoice, TOTAL, "part_cancelled")

    assert back is not None
    assert back.amount == 543_000
    assert broken() == []


def test_a_transfer_nobody_could_place_is_in_suspense_until_it_is(attempt, bank_account):
    pay(attempt, 10_000)
    sending.post(sending.transfer("tien nhan", TOTAL - 10_000))
    assert balances() == {bank_account: TOTAL, "clearing": -10_000, "suspense": 10_000 - TOTAL}
    assert broken() == []

    waiting = BankTransaction.objects.get(state="unmatched")
    bank.match(waiting.pk, attempt.pk, by=factories.user())

    assert balances() == {bank_account: TOTAL, "clearing": -TOTAL}
    assert broken() == []


def test_what_was_undone_leaves_nothing(attempt, monkeypatch):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        pay(attempt)
        raise ZeroDivisionError

    assert LedgerEntry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["payments_ledgerentry", "payments_ledgerposting"])
@pytest.mark.parametrize(
    "change", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_the_database_refuses_to_change_what_is_written(attempt, table, change):
    pay(attempt)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format(table))
    assert LedgerPosting.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_an_entry_that_does_not_sum_to_zero():
    account = LedgerAccount.objects.create(code="bank:1", kind="asset")
    other = LedgerAccount.objects.create(code="clearing", kind="liability")

    def write(*legs: tuple[LedgerAccount, int]) -> None:
        with transaction.atomic():
            entry = LedgerEntry.objects.create(key="came:1", what="came", at="2026-11-20T00:00Z")
            for to, amount in legs:
                LedgerPosting.objects.create(entry=entry, account=to, amount=amount)

    for legs in ((), ((account, 5),), ((account, 5), (other, -4))):
        with pytest.raises(IntegrityError, match="does not sum to zero"):
            write(*legs)
    write((account, 5), (other, -5))
    third = LedgerAccount.objects.create(code="refunds", kind="liability")
    with pytest.raises(IntegrityError, match="does not sum to zero"):
        LedgerPosting.objects.create(entry=LedgerEntry.objects.get(), account=third, amount=1)

    assert LedgerEntry.objects.count() == 1
    assert LedgerPosting.objects.count() == 2


def test_what_the_ledger_does_not_know_is_found(attempt):
    pay(attempt, TOTAL + 1)
    check_now()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE payments_ledgerentry DISABLE TRIGGER USER")
        cursor.execute("UPDATE payments_ledgerentry SET key = 'x' || id")

    assert set(broken()) == {"ledger_tells_what_came", "ledger_tells_what_goes_back"}
