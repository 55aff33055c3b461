"""Gives sellers what their delivered parcels earned, and takes back what their buyers returned.

The market's commission and the withheld tax are kept off in the same moment, by line; what the
seller took itself (cash at the door, money paid straight to its account) counts as received.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import audit, clock, rules
from payments import couriers, incidents, invoicing, ledger, queries
from payments.models import Incident, Invoice, InvoiceLine, LedgerEntry, Payee
from payments.settlement import taxes
from payments.splitting import by_largest_remainder

What = LedgerEntry.What


class NotPaid(Exception):
    """The invoice holds less than was to be earned: nobody earns what was never paid."""


class NotEarned(Exception):
    """More is to be taken back of a line than it earned and still has."""


@transaction.atomic
def earn(
    reference: str, payee_key: str, amount: int, *, vouchers: Mapping[str, int] | None = None
) -> None:
    """Note that one payee's part of an invoice reached its buyer, and earned ``amount`` đồng.

    ``vouchers`` is what vouchers took off for the buyer and others pay, by who pays it. Earning
    twice is earning once. Raises ``NotPaid`` when the invoice does not hold so much.
    """
    invoice = invoicing.lock(reference)
    if ledger.is_earned(invoice, payee_key):
        return
    if not amount:  # vouchers paid for the whole of it
        ledger.given(invoice, payee_key, vouchers or {}, clock.now())
        return
    if amount > -ledger.balance(ledger.CLEARING, invoice=invoice):
        raise NotPaid(reference)
    entry = ledger.earned(invoice, payee_key, amount, clock.now())
    payee = Payee.objects.get(key=payee_key)
    lines = list(invoice.lines.filter(payee=payee, dropped_at__isnull=True).order_by("pk"))
    shares = by_largest_remainder(amount, {line.pk: line.amount - line.waived for line in lines})
    goods = sum(shares[line.pk] for line in lines if line.goods_class != invoicing.SHIPPING)
    _commission(entry, payee_key, taxes.part_of(goods, rules.number("commission.basis_points")))
    if invoice.flow == Invoice.Flow.COLLECTED:
        _withhold(entry, payee, taxes.of_sale(payee, lines, shares))
        for line in taxes.unclassified(payee, lines):
            incidents.difference(f"tax-class:{line.pk}", "goods_without_tax_class", invoice=invoice)
    _add(entry, payee_key, vouchers or {})
    _keep(entry, payee_key, amount)
    couriers.await_money(entry, payee_key)


@transaction.atomic
def take_back(
    reference: str, payee_key: str, amounts: Mapping[str, int], *, reason: str, by: User
) -> Incident | None:
    """Take back what delivered lines earned, in đồng by their names, for the buyer who returned.

    Commission, tax and vouchers follow in proportion, and the sum is due to the buyer.
    Raises ``NotEarned`` when a line has not so much; nothing is written then.
    """
    invoice = invoicing.lock(reference)
    payee = Payee.objects.get(key=payee_key)
    total, whole = sum(amounts.values()), queries.earned(invoice, payee)
    if min(amounts.values(), default=0) <= 0 or total > whole:
        raise NotEarned(reference)
    lines = _returned(invoice, payee, amounts)
    entry = ledger.taken_back(invoice, payee_key, total, clock.now(), by)
    _commission(entry, payee_key, -_commission_back(invoice, payee, lines, amounts))
    found = [one for line in lines for one in taxes.of_return(payee, line, amounts[line.line_ref])]
    _withhold(entry, payee, found)
    _add(entry, payee_key, _vouchers_back(invoice, payee_key, total, whole))
    if invoice.flow == Invoice.Flow.DIRECT:
        place = f"account:{payee_key}"
        ledger.keep_off(entry, payee_key, What.KEPT, {place: -total})
    told = {"lines": dict(amounts), "reason": reason}
    audit.record(by, invoice, "payment.taken_back", after=told)
    return incidents.refund_due(invoice, total, reason)


def _returned(invoice: Invoice, payee: Payee, amounts: Mapping[str, int]) -> list[InvoiceLine]:
    """The lines, locked, with what is returned of them now."""
    rows = invoice.lines.select_for_update().filter(payee=payee, line_ref__in=list(amounts))
    lines = list(rows.order_by("pk"))
    if len(lines) != len(amounts):
        raise NotEarned(invoice.reference)
    for line in lines:
        line.returned += amounts[line.line_ref]
        if line.dropped_at is not None or line.returned > line.amount - line.waived:
            raise NotEarned(line.line_ref)
    InvoiceLine.objects.bulk_update(lines, ["returned"])
    return lines


def _commission(entry: LedgerEntry, payee_key: str, amount: int) -> None:
    ledger.keep_off(entry, payee_key, What.COMMISSION, {ledger.COMMISSION: amount})


def _commission_back(
    invoice: Invoice, payee: Payee, lines: list[InvoiceLine], amounts: Mapping[str, int]
) -> int:
    """What of the commission goes back: so that what stays is its part of the goods that stay."""
    held = ledger.held_off(invoice, payee.key, What.COMMISSION)
    goods = invoice.lines.filter(payee=payee, dropped_at__isnull=True)
    goods = goods.exclude(goods_class=invoicing.SHIPPING)
    left = sum(line.amount - line.waived - line.returned for line in goods)
    back = sum(amounts[line.line_ref] for line in lines if line.goods_class != invoicing.SHIPPING)
    whole = left + back
    return held - (2 * held * left + whole) // (2 * whole) if whole else 0


def _add(entry: LedgerEntry, payee_key: str, vouchers: Mapping[str, int]) -> None:
    """Give a seller what others pay of the buyer's vouchers; below zero, take it back."""
    takes = {f"voucher:{payer}": -amount for payer, amount in vouchers.items()}
    ledger.keep_off(entry, payee_key, What.VOUCHER, takes)


def _vouchers_back(invoice: Invoice, payee_key: str, total: int, whole: int) -> dict[str, int]:
    """What goes back of each payer's vouchers when ``total`` of ``whole`` earned đồng does."""
    given = ledger.given_by(invoice, payee_key, What.VOUCHER)
    left = whole - total
    return {
        code.partition(":")[2]: (2 * amount * left + whole) // (2 * whole) - amount
        for code, amount in given.items()
    }


def _withhold(entry: LedgerEntry, payee: Payee, found: list[taxes.Withheld]) -> None:
    takes: dict[str, int] = {}
    for one in found:
        code = f"tax:{one.tax}"
        takes[code] = takes.get(code, 0) + one.amount
    ledger.keep_off(entry, payee.key, What.TAX, takes)
    taxes.write(entry, payee, found)


def _keep(entry: LedgerEntry, payee_key: str, amount: int) -> None:
    """Count as received what the seller has of the invoice's money already."""
    for place in (f"cash:{payee_key}", f"account:{payee_key}"):
        has = min(amount, ledger.balance(place, invoice=entry.invoice))
        if has > 0:
            ledger.keep_off(entry, payee_key, What.KEPT, {place: has})
            amount -= has
