"""What each event writes into the ledger, leg by leg: which key, for which invoice, by whom."""

from __future__ import annotations

import datetime as dt

import pytest

from marketplace.people.models import User
from marketplace.records import clock
from payments import attempts, bank, booking, couriers, earning, incidents, ledger, refunding
from payments.channels.base import Account
from payments.models import (
    BankFile,
    BankTransaction,
    CashParcel,
    GatewayTransaction,
    Incident,
    Invoice,
    LedgerEntry,
    Payee,
    Payout,
    Refund,
    Statement,
)
from tests import factories
from tests.payments import sending, telling
from tests.payments.conftest import TOTAL, ask, broken, make_invoice

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
BUYER = Account("970436", "0123456789", "NGUYEN MINH THU")
OURS = "bank:0952000000014"


@pytest.fixture
def lan() -> User:
    """Somebody who handles money."""
    return factories.user()


def written(key: str) -> tuple[str, str | None, User | None, dict[str, int]]:
    """What an entry says: what happened, for which invoice, by whom, its legs."""
    entry = LedgerEntry.objects.get(key=key)
    legs = {leg.account.code: leg.amount for leg in entry.postings.select_related("account")}
    return entry.what, entry.invoice.reference if entry.invoice else None, entry.by, legs


def due(invoice: Invoice, amount: int = 5_000) -> Incident:
    """So much of an invoice is due for refund."""
    found = incidents.refund_due(invoice, amount, "overpaid")
    assert found is not None
    return found


def paid(reference: str = "SL-4H8T-2W6C", channel: str = "vietqr") -> Invoice:
    """An invoice that was paid."""
    invoice = make_invoice(reference)
    attempt = ask(reference, reference, channel)
    if channel == "vietqr":
        assert sending.post(sending.transfer(attempt.memo, TOTAL)).status_code == 200
    else:
        telling.post(channel, telling.message(channel, attempt))
    return invoice


def test_a_refund_that_is_due_and_then_is_not():
    invoice = paid()
    incident = due(invoice)
    told = (invoice.reference, None)
    assert written(f"due:{incident.pk}") == (
        "due_back",
        *told,
        {"clearing": 5_000, "refunds": -5_000},
    )
    assert LedgerEntry.objects.get(key=f"due:{incident.pk}").at == incident.opened_at

    ledger.not_due_back(incident, AT)
    legs = {"clearing": -5_000, "refunds": 5_000}
    assert written(f"undue:{incident.pk}") == ("not_due_back", *told, legs)
    assert LedgerEntry.objects.get(key=f"undue:{incident.pk}").at == AT


def test_a_refund_goes_from_our_account_and_comes_back_to_it(lan):
    invoice = paid()
    incident = due(invoice)
    refund = refunding.request(incident.pk, BUYER, by=lan)
    refunding.sent(refund.pk, "FT1", by=lan)
    told = (invoice.reference, lan)
    gone = {"refunds": 5_000, OURS: -5_000}
    assert written(f"back:{incident.pk}") == ("went_back", *told, gone)

    refunding.returned(refund.pk, "closed", by=lan)
    back = {"refunds": -5_000, OURS: 5_000}
    assert written(f"came_back:{incident.pk}:{refund.pk}") == ("came_back", *told, back)
    again = refunding.request(incident.pk, BUYER, by=lan)
    refunding.sent(again.pk, "FT2", by=lan)
    assert written(f"back:{incident.pk}:1") == ("went_back", *told, gone)
    assert broken() == []


def test_a_refund_by_its_provider_goes_from_there_and_comes_back_there(lan):
    invoice = paid(channel="vnpay")
    incident, attempt = due(invoice), invoice.attempts.get()
    refund = refunding.request(incident.pk, attempt, by=lan)
    refund = refunding.move(refunding.locked(refund.pk, "sending"), "sending", lan, ())
    refunding.done(refund, "R1", lan)
    legs = {"refunds": 5_000, "gateway:vnpay": -5_000}
    assert written(f"back:{incident.pk}")[3] == legs

    refunding.returned(refund.pk, "rejected", by=None)
    legs = {"refunds": -5_000, "gateway:vnpay": 5_000}
    assert written(f"came_back:{incident.pk}:{refund.pk}")[2:] == (None, legs)
    assert broken() == []


def test_in_the_direct_flow_a_refund_comes_from_the_seller_who_was_paid_last(settings, lan):
    settings.PAYMENT_FLOW = "direct"
    accounts = {"cooperative-1": "0011", "cooperative-2": "0022"}
    for key, number in accounts.items():
        facts = {"bank_bin": "970436", "bank_account": number, "bank_account_name": "HTX"}
        Payee.objects.update_or_create(key=key, defaults=facts)
    invoice = make_invoice()
    for key, number in accounts.items():
        one = attempts.start(invoice.reference, "vietqr", key=key, expires_at=None, payee_key=key)
        told = sending.transfer(one.memo, one.amount, accountNumber=number)
        assert sending.post(told).status_code == 200
    incident = due(invoice)
    ledger.went_back(incident, AT, lan)

    legs = {"refunds": 5_000, "account:cooperative-2": -5_000}
    assert written(f"back:{incident.pk}") == ("went_back", invoice.reference, lan, legs)


def test_what_two_orders_gave_back_is_counted_apart(lan):
    one, other = paid(), paid("SL-0000-0002")
    for invoice in (one, other):
        earning.earn(invoice.reference, "cooperative-1", 210_000)
    for nth, invoice in ((1, one), (2, one), (1, other)):
        earning.take_back(invoice.reference, "cooperative-1", {"1": 1_000}, reason="x", by=lan)
        key = f"taken_back:{invoice.reference}:cooperative-1:{nth}"
        legs = {"clearing": -1_000, "payee:cooperative-1": 1_000}
        assert written(key) == ("taken_back", invoice.reference, lan, legs)
    assert ledger.is_earned(one, "cooperative-1")
    assert not ledger.is_earned(one, "cooperative-2")
    assert broken() == []


def test_what_is_kept_off_is_told_by_invoice_and_kind(lan):
    one, other = paid(), paid("SL-0000-0002")
    for invoice in (one, other):
        why = ledger.earned(invoice, "cooperative-1", 210_000, AT)
        why.by = lan
        ledger.keep_off(why, "cooperative-1", "commission", {"commission": 2_000, "tax:vat": 0})
        ledger.keep_off(why, "cooperative-1", "voucher", {"voucher:province": -3_000})
    key = f"commission:earned:{one.reference}:cooperative-1"
    legs = {"payee:cooperative-1": 2_000, "commission": -2_000}
    assert written(key) == ("commission", one.reference, lan, legs)

    assert ledger.held_off(one, "cooperative-1", "commission") == 2_000
    assert ledger.held_off(one, "cooperative-2", "commission") == 0
    assert ledger.given_by(one, "cooperative-1", "voucher") == {"voucher:province": 3_000}
    assert ledger.given_by(one, "cooperative-2", "voucher") == {}
    assert ledger.given_by(one, "cooperative-1", "tax") == {}


def test_what_others_pay_for_a_buyer_who_paid_nothing():
    invoice = paid()
    ledger.given(invoice, "cooperative-1", {"province": 7_000, "cooperative": 0}, AT)
    ledger.given(invoice, "cooperative-2", {"province": 0}, AT)

    key = f"voucher:earned:{invoice.reference}:cooperative-1"
    legs = {"voucher:province": 7_000, "payee:cooperative-1": -7_000}
    assert written(key) == ("voucher", invoice.reference, None, legs)
    assert LedgerEntry.objects.get(key=key).at == AT
    assert not LedgerEntry.objects.filter(key__contains="cooperative-2").exists()


def test_a_payout_is_sent_and_sent_back(lan):
    payee = Payee.objects.create(key="cooperative-9")
    day = dt.date(2026, 11, 2)
    sums = dict.fromkeys(("sales", "returns", "commission", "tax", "kept"), 0)
    statement = Statement.objects.create(
        number="Q1",
        payee=payee,
        first_day=day,
        last_day=day,
        carried=4_000,
        payable=4_000,
        is_paid_out=False,
        **sums,
    )
    payout = Payout.objects.create(statement=statement, payee=payee, amount=4_000)
    ledger.paid_out(payout, AT, lan)
    ledger.payout_back(payout, AT, lan)

    legs = {"payee:cooperative-9": 4_000, OURS: -4_000}
    assert written(f"paid_out:{payout.pk}") == ("paid_out", None, lan, legs)
    legs = {"payee:cooperative-9": -4_000, OURS: 4_000}
    assert written(f"payout_back:{payout.pk}") == ("payout_back", None, lan, legs)


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({"is_copy": True}, OURS),
        ({"is_copy": False}, "other"),
        ({"is_copy": False, "provider": "momo"}, "coming:momo"),
    ],
)
def test_a_transfer_waits_in_suspense_until_somebody_says_what_it_is(told, where, lan):
    sending.post(sending.transfer("no code", 10_000))
    row = BankTransaction.objects.get()
    legs = {OURS: 10_000, "suspense": -10_000}
    assert written(f"unplaced:{row.pk}") == ("unplaced", None, None, legs)
    assert LedgerEntry.objects.get().at == row.occurred_at

    bank.put_apart(row.pk, "told", by=lan, **told)
    legs = {"suspense": 10_000, where: -10_000}
    assert written(f"apart:{row.pk}") == ("placed", None, lan, legs)


def test_a_transfer_that_is_placed_leaves_suspense_and_comes_for_its_invoice(lan):
    attempt = ask(make_invoice().reference)
    sending.post(sending.transfer("no code", TOTAL))
    row = BankTransaction.objects.get()
    bank.match(row.pk, attempt.pk, by=lan)

    legs = {OURS: -TOTAL, "suspense": TOTAL}
    assert written(f"placed:{row.pk}") == ("placed", None, lan, legs)
    booked = GatewayTransaction.objects.get()
    legs = {OURS: TOTAL, "clearing": -TOTAL}
    assert written(f"came:{booked.pk}") == ("came", "SL-4H8T-2W6C", None, legs)
    assert (row.match.by, Incident.objects.get().settled_by) == (lan, lan)
    assert Incident.objects.get().note == "matched"
    assert Refund.objects.count() == 0


def test_what_a_courier_takes_remits_and_keeps(lan):
    invoice = make_invoice()
    ask(invoice.reference, channel="cod")
    courier = couriers.add("Xe Mường", by=lan)
    couriers.entrust(invoice.reference, "cooperative-1", courier, number="P-1", tracking="X")
    booking.confirm_cash(invoice.reference, "cooperative-1", by=lan)
    earning.earn(invoice.reference, "cooperative-1", 210_000)
    parcel = CashParcel.objects.select_related("payee", "courier", "invoice").get()
    booked = GatewayTransaction.objects.get()
    legs = {"courier:xemuong": 210_000, "clearing": -210_000}
    assert written(f"came:{booked.pk}")[3] == legs
    key = f"awaited:earned:{invoice.reference}:cooperative-1"
    legs = {"payee:cooperative-1": 210_000, "awaited:cooperative-1": -210_000}
    assert written(key) == ("awaited", invoice.reference, None, legs)

    ledger.freed(parcel, AT, lan)
    legs = {"awaited:cooperative-1": 210_000, "payee:cooperative-1": -210_000}
    assert written(f"freed:{parcel.pk}") == ("freed", invoice.reference, lan, legs)
    ledger.courier_fee(parcel, 900, AT)
    legs = {"payee:cooperative-1": 900, "fee:xemuong": -900}
    assert written(f"courier_fee:{parcel.pk}") == ("courier_fee", invoice.reference, None, legs)
    file = BankFile.objects.create(account="courier:xemuong", name="f", content=b"", brought_by=lan)
    ledger.remitted(file, courier, 210_000, 900, AT)
    legs = {"courier:xemuong": -210_000, "fee:xemuong": 900, "coming:xemuong": 209_100}
    assert written(f"remitted:{file.pk}") == ("remitted", None, None, legs)


def test_nothing_is_written_where_nothing_moved(lan):
    file = BankFile.objects.create(account="vnpay", name="f", content=b"", brought_by=lan)
    ledger.handed_over(file, "vnpay", 0, 0, AT)
    assert LedgerEntry.objects.count() == 0

    ledger.handed_over(file, "vnpay", 100, 1, AT)
    legs = {"gateway:vnpay": -100, "fee:vnpay": 1, "coming:vnpay": 99}
    assert written(f"handed_over:{file.pk}") == ("handed_over", None, None, legs)
    assert LedgerEntry.objects.get().at == AT
    kinds = {"gateway:vnpay": "asset", "coming:vnpay": "asset", "fee:vnpay": "expense"}
    told = LedgerEntry.objects.get().postings.values_list("account__code", "account__kind")
    assert dict(told) == kinds


def test_an_invoice_s_entries_are_told_in_the_order_in_which_they_were_written():
    invoice, other = paid(), paid("SL-0000-0002")
    due(invoice)
    due(other)
    found = ledger.entries(invoice)
    assert [entry.what for entry in found] == ["came", "due_back"]
    assert {entry.invoice_id for entry in found} == {invoice.pk}
    assert ledger.balance("refunds") == -10_000
    assert ledger.balance("refunds", invoice=invoice) == -5_000
    assert clock.now() >= found[0].recorded_at
