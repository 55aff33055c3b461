"""Writes what happens with money into the ledger, each thing once, and reads balances.

Accounts (specification of payments, 8.1): ``bank:{number}`` and ``gateway:{provider}`` hold money
of ours, ``courier:{courier}`` cash it took at doors, ``cash:{payee}`` what a seller took there,
``account:{payee}`` money paid straight to it; ``clearing`` is what buyers paid and nobody has
earned yet, ``payee:{payee}`` what a seller has earned and was not paid, ``awaited:{payee}`` what of
it lies with a courier, ``commission`` what the market keeps of it, ``tax:{tax}`` what it withholds
for the State, ``coming:{provider}`` what a provider or courier says it paid out and nobody has seen
yet, ``fee:{provider}`` what it kept, ``voucher:{payer}`` what somebody pays of vouchers,
``refunds`` what goes back, ``suspense`` transfers nobody could place, ``other`` money on our
account that is no business of the market.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.conf import settings
from django.db.models import Sum

from marketplace.people.models import User
from payments import postings
from payments.channels import GATEWAYS
from payments.models import (
    BankFile,
    BankTransaction,
    CashParcel,
    Courier,
    GatewayTransaction,
    Incident,
    Invoice,
    LedgerEntry,
    LedgerPosting,
    Payout,
    Refund,
)
from payments.postings import write

What = LedgerEntry.What
CLEARING, REFUNDS, SUSPENSE = "clearing", "refunds", "suspense"
OTHER = "other"
COMMISSION = postings.COMMISSION
CASH = "cash"


def came(row: GatewayTransaction, invoice: Invoice) -> None:
    """Money that a provider booked: it is ours to hand on, for this invoice."""
    write(
        f"came:{row.pk}",
        What.CAME,
        {place_of(row): row.amount, CLEARING: -row.amount},
        at=row.occurred_at,
        invoice=invoice,
    )


def due_back(incident: Incident) -> None:
    """Money of an invoice that goes back to its buyer."""
    legs = {CLEARING: incident.amount, REFUNDS: -incident.amount}
    write(
        f"due:{incident.pk}", What.DUE_BACK, legs, at=incident.opened_at, invoice=incident.invoice
    )


def not_due_back(incident: Incident, at: dt.datetime) -> None:
    """It does not go back after all: the invoice needs it again."""
    legs = {CLEARING: -incident.amount, REFUNDS: incident.amount}
    write(f"undue:{incident.pk}", What.NOT_DUE_BACK, legs, at=at, invoice=incident.invoice)


def went_back(
    incident: Incident, at: dt.datetime, by: User | None, refund: Refund | None = None
) -> None:
    """It went back: by a provider, from our account, or from a seller who was paid straight."""
    legs = {REFUNDS: incident.amount, _sent_by(incident, refund): -incident.amount}
    nth = incident.refunds.filter(state=Refund.State.RETURNED).count()
    key = f"back:{incident.pk}:{nth}" if nth else f"back:{incident.pk}"
    write(key, What.WENT_BACK, legs, at=at, invoice=incident.invoice, by=by)


def came_back(incident: Incident, refund: Refund, at: dt.datetime, by: User | None) -> None:
    """What went back did not stay there: it lies where it was sent from, and is due again."""
    legs = {REFUNDS: -incident.amount, _sent_by(incident, refund): incident.amount}
    key = f"came_back:{incident.pk}:{refund.pk}"
    write(key, What.CAME_BACK, legs, at=at, invoice=incident.invoice, by=by)


def earned(invoice: Invoice, payee_key: str, amount: int, at: dt.datetime) -> LedgerEntry:
    """A seller's part reached its buyer: what was paid for it is the seller's now."""
    legs = {CLEARING: amount, f"payee:{payee_key}": -amount}
    key = f"earned:{invoice.reference}:{payee_key}"
    return write(key, What.EARNED, legs, at=at, invoice=invoice)


def taken_back(
    invoice: Invoice, payee_key: str, amount: int, at: dt.datetime, by: User | None
) -> LedgerEntry:
    """The buyer sent goods back: a part of what was earned is the seller's no more."""
    legs = {CLEARING: -amount, f"payee:{payee_key}": amount}
    nth = LedgerEntry.objects.filter(invoice=invoice, what=What.TAKEN_BACK).count() + 1
    key = f"taken_back:{invoice.reference}:{payee_key}:{nth}"
    return write(key, What.TAKEN_BACK, legs, at=at, invoice=invoice, by=by)


def keep_off(why: LedgerEntry, payee_key: str, what: str, takes: Mapping[str, int]) -> None:
    """Keep off a seller's earning, entry ``why``, what goes to these accounts; below zero, back."""
    legs = {code: -amount for code, amount in takes.items() if amount}
    if total := sum(takes.values()):
        legs[f"payee:{payee_key}"] = total
    if legs:
        write(f"{what}:{why.key}", what, legs, at=why.at, invoice=why.invoice, by=why.by)


def held_off(invoice: Invoice, payee_key: str, what: str) -> int:
    """What of an invoice is kept off a seller by entries of one kind, in đồng."""
    rows = LedgerPosting.objects.filter(entry__invoice=invoice, entry__what=what)
    rows = rows.filter(account__code=f"payee:{payee_key}")
    return int(rows.aggregate(total=Sum("amount"))["total"] or 0)


def given(invoice: Invoice, payee_key: str, vouchers: Mapping[str, int], at: dt.datetime) -> None:
    """A seller's part whose buyer paid nothing: others pay for it by vouchers, in đồng by payer."""
    legs = {f"voucher:{payer}": amount for payer, amount in vouchers.items() if amount}
    if legs:
        legs[f"payee:{payee_key}"] = -sum(legs.values())
        key = f"voucher:earned:{invoice.reference}:{payee_key}"
        write(key, What.VOUCHER, legs, at=at, invoice=invoice)


def given_by(invoice: Invoice, payee_key: str, what: str) -> dict[str, int]:
    """What other accounts gave a seller of an invoice by entries of one kind, in đồng by code."""
    mine = LedgerPosting.objects.filter(account__code=f"payee:{payee_key}")
    rows = LedgerPosting.objects.filter(
        entry__invoice=invoice, entry__what=what, entry__in=mine.values("entry")
    )
    others = rows.exclude(account__code__startswith="payee:")
    return dict(others.values_list("account__code").annotate(total=Sum("amount")))


def paid_out(payout: Payout, at: dt.datetime, by: User | None) -> None:
    """What a statement pays was sent to the seller's account."""
    legs = {f"payee:{payout.payee.key}": payout.amount, _own_account(): -payout.amount}
    write(f"paid_out:{payout.pk}", What.PAID_OUT, legs, at=at, by=by)


def payout_back(payout: Payout, at: dt.datetime, by: User | None) -> None:
    """The seller's bank sent it back."""
    legs = {f"payee:{payout.payee.key}": -payout.amount, _own_account(): payout.amount}
    write(f"payout_back:{payout.pk}", What.PAYOUT_BACK, legs, at=at, by=by)


def is_earned(invoice: Invoice, payee_key: str) -> bool:
    """Whether that is written already."""
    return LedgerEntry.objects.filter(key=f"earned:{invoice.reference}:{payee_key}").exists()


def unplaced(row: BankTransaction) -> None:
    """A transfer to our account that nobody could place yet."""
    legs = {f"bank:{row.account}": row.amount, SUSPENSE: -row.amount}
    write(f"unplaced:{row.pk}", What.UNPLACED, legs, at=row.occurred_at)


def placed(row: BankTransaction, at: dt.datetime, by: User | None) -> None:
    """It has its place now: what follows books it like any other. Nothing if it never waited."""
    if LedgerEntry.objects.filter(key=f"unplaced:{row.pk}").exists():
        legs = {f"bank:{row.account}": -row.amount, SUSPENSE: row.amount}
        write(f"placed:{row.pk}", What.PLACED, legs, at=at, by=by)


def put_apart(
    row: BankTransaction, at: dt.datetime, by: User | None, *, is_copy: bool, provider: str = ""
) -> None:
    """It pays nothing here: the money never came twice, is a provider's, or for something else."""
    where = f"bank:{row.account}" if is_copy else OTHER
    if provider:
        where = f"coming:{provider}"
    legs = {SUSPENSE: row.amount, where: -row.amount}
    write(f"apart:{row.pk}", What.PLACED, legs, at=at, by=by)


def handed_over(file: BankFile, provider: str, gross: int, fee: int, at: dt.datetime) -> None:
    """A provider says that it paid ``gross`` less ``fee`` out to our account."""
    legs = _handed(f"gateway:{provider}", gross, fee)
    if legs:
        write(f"handed_over:{file.pk}", What.HANDED_OVER, legs, at=at)


def _handed(place: str, gross: int, fee: int) -> dict[str, int]:
    who = place.partition(":")[2]
    legs = {place: -gross, f"fee:{who}": fee, f"coming:{who}": gross - fee}
    return {code: amount for code, amount in legs.items() if amount}


def freed(parcel: CashParcel, at: dt.datetime, by: User | None) -> None:
    """What a seller earned by a parcel is held back no more."""
    if parcel.held:
        key = parcel.payee.key
        legs = {f"awaited:{key}": parcel.held, f"payee:{key}": -parcel.held}
        write(f"freed:{parcel.pk}", What.FREED, legs, at=at, invoice=parcel.invoice, by=by)


def courier_fee(parcel: CashParcel, fee: int, at: dt.datetime) -> None:
    """A seller bears what its courier keeps for taking the cash, in đồng."""
    if fee:
        legs = {f"payee:{parcel.payee.key}": fee, f"fee:{parcel.courier.code}": -fee}
        write(f"courier_fee:{parcel.pk}", What.COURIER_FEE, legs, at=at, invoice=parcel.invoice)


def remitted(file: BankFile, courier: Courier, gross: int, fee: int, at: dt.datetime) -> None:
    """A courier says that it paid ``gross`` less ``fee`` of its cash to our account."""
    legs = _handed(f"courier:{courier.code}", gross, fee)
    if legs:
        write(f"remitted:{file.pk}", What.REMITTED, legs, at=at)


def place_of(row: GatewayTransaction) -> str:
    """The account a booked result brought its money to."""
    attempt = row.attempt
    if row.provider == CASH:
        payee_key = row.external_id.rpartition(":")[2]
        parcels = CashParcel.objects.filter(invoice=attempt.invoice, payee__key=payee_key)
        courier = parcels.values_list("courier__code", flat=True).first()
        return f"courier:{courier}" if courier else f"cash:{payee_key}"
    if row.provider in GATEWAYS:
        return f"gateway:{row.provider}"
    if attempt.payee is not None:
        return f"account:{attempt.payee.key}"
    return f"bank:{attempt.show.get('account', '')}"


def entries(invoice: Invoice) -> list[LedgerEntry]:
    """An invoice's entries with their legs, oldest first."""
    rows = LedgerEntry.objects.filter(invoice=invoice).prefetch_related("postings__account")
    return list(rows.order_by("pk"))


def balance(code: str, *, invoice: Invoice | None = None) -> int:
    """What an account stands at in đồng, debits above zero; of one invoice's entries if asked."""
    rows = LedgerPosting.objects.filter(account__code=code)
    if invoice is not None:
        rows = rows.filter(entry__invoice=invoice)
    return int(rows.aggregate(total=Sum("amount"))["total"] or 0)


def _sent_by(incident: Incident, refund: Refund | None) -> str:
    if refund is not None and refund.attempt is not None:
        return f"gateway:{refund.attempt.channel}"
    return _sent_from(incident.invoice)


def _sent_from(invoice: Invoice | None) -> str:
    if invoice is not None and invoice.flow == Invoice.Flow.DIRECT:
        rows = GatewayTransaction.objects.filter(attempt__invoice=invoice)
        if latest := rows.select_related("attempt__payee").order_by("pk").last():
            return place_of(latest)
    return _own_account()


def _own_account() -> str:
    return f"bank:{settings.VIETQR_ACCOUNT}"
