"""Withholds tax from what sellers earn, gives it back for returns, and adds it up by month.

Decree 252/2026/NĐ-CP: withheld when a sale is done and paid (art. 44.1), a part of the revenue by
legal form and class of goods (44.2), declared by month with returns netted off (45), given back to
the seller for what was cancelled or returned (46.1).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from marketplace.records import clock
from payments.models import InvoiceLine, LedgerEntry, Payee, TaxLine, TaxRule
from payments.settlement.first_taxes import FIRST_TAXES

WHOLE = 10_000  # basis points
#: The sums of a month, in the order in which ``Month`` names them.
_SUMS = {
    f"{tax}{suffix}": Coalesce(Sum(column, filter=Q(tax=tax)), 0)
    for tax in TaxRule.Tax.values
    for suffix, column in (("_base", "base"), ("", "amount"))
}


@dataclass(frozen=True, slots=True)
class Withheld:
    """One tax on one line, still to be written; whole đồng, below zero when given back."""

    line: InvoiceLine
    tax: str
    base: int
    basis_points: int
    amount: int


@dataclass(frozen=True, slots=True)
class Month:
    """What was withheld from one payee in a month: the file the market declares from; đồng."""

    payee: Payee
    orders: int
    vat_base: int
    vat: int
    pit_base: int
    pit: int


def part_of(amount: int, basis_points: int) -> int:
    """A part of a sum in whole đồng, the half rounded up; of a sum below zero, mirrored."""
    whole, rest = divmod(abs(amount) * basis_points, WHOLE)
    share = whole + (rest * 2 >= WHOLE)
    return share if amount >= 0 else -share


def of_sale(
    payee: Payee, lines: Sequence[InvoiceLine], earned: Mapping[int, int]
) -> list[Withheld]:
    """What to withhold from a payee's delivered lines, that earned so many đồng by line.

    A rate of zero is written down too: its revenue is declared.
    """
    rules = _in_force(payee)
    found = []
    for line in lines:
        for tax in TaxRule.Tax.values:
            rule = _closest(rules, line.goods_class, tax)
            if rule is not None and (base := earned[line.pk]):
                taken = part_of(base, rule.basis_points)
                found.append(Withheld(line, tax, base, rule.basis_points, taken))
    return found


def of_return(payee: Payee, line: InvoiceLine, taken_back: int) -> list[Withheld]:
    """What to give back to a payee of whose line this much more is taken back for the buyer.

    At the rates that were withheld, whatever holds today; a line returned whole gets all back.
    """
    found = []
    rows = TaxLine.objects.filter(invoice_id=line.invoice_id, payee=payee, line_ref=line.line_ref)
    for tax, rate in rows.filter(base__gt=0).values_list("tax", "basis_points"):
        sums = rows.filter(tax=tax).aggregate(base=Sum("base"), amount=Sum("amount"))
        left = part_of(sums["base"] - taken_back, rate)
        found.append(Withheld(line, tax, -taken_back, rate, left - sums["amount"]))
    return found


def write(entry: LedgerEntry, payee: Payee, found: Sequence[Withheld]) -> None:
    """Keep by line what an entry of the ledger withheld or gave back."""
    TaxLine.objects.bulk_create(
        TaxLine(
            entry=entry,
            invoice_id=one.line.invoice_id,
            payee=payee,
            line_ref=one.line.line_ref,
            goods_class=one.line.goods_class,
            tax=one.tax,
            base=one.base,
            basis_points=one.basis_points,
            amount=one.amount,
            at=entry.at,
        )
        for one in found
    )


def months() -> list[dt.date]:
    """The first days of the months in which anything was withheld, the latest first."""
    found = TaxLine.objects.datetimes("at", "month", order="DESC", tzinfo=clock.LOCAL)
    return [moment.date() for moment in found]


def month(first: dt.date) -> list[Month]:
    """What was withheld from each payee in the month that begins with ``first``, by name."""
    after = (first + dt.timedelta(days=32)).replace(day=1)
    rows = TaxLine.objects.filter(at__gte=clock.day_begins(first), at__lt=clock.day_begins(after))
    sums = rows.values("payee").annotate(
        orders=Count("invoice", distinct=True),
        **_SUMS,
    )
    payees = Payee.objects.in_bulk(sums.values_list("payee", flat=True))
    told = sums.values_list("payee", "orders", *_SUMS)
    found = [Month(payees[payee], *amounts) for payee, *amounts in told]
    return sorted(found, key=lambda one: (one.payee.name, one.payee.key))


def unclassified(payee: Payee, lines: Sequence[InvoiceLine]) -> list[InvoiceLine]:
    """The lines no rule of a taxed payee names: they bear the highest rate until staff look."""
    rules = _in_force(payee)
    return [line for line in lines if rules and not _names(rules, line.goods_class)]


def _in_force(payee: Payee) -> list[TaxRule]:
    today = clock.local_day()
    held = TaxRule.objects.filter(legal_form=payee.legal_form, valid_from__lte=today)
    held = held.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=today))
    return list(held.filter(Q(payee__isnull=True) | Q(payee=payee)))


def _closest(rules: Sequence[TaxRule], goods_class: str, tax: str) -> TaxRule | None:
    """The rule that counts: the payee's own first, then the most exact class of goods."""
    fitting = [rule for rule in rules if rule.tax == tax and _covers(rule, goods_class)]
    return max(fitting, key=_closeness, default=None)


def _closeness(rule: TaxRule) -> tuple[bool, int, dt.date]:
    return rule.payee_id is not None, len(rule.goods_class), rule.valid_from


def _covers(rule: TaxRule, goods_class: str) -> bool:
    named = rule.goods_class
    return not named or goods_class == named or goods_class.startswith(f"{named}/")


def _names(rules: Sequence[TaxRule], goods_class: str) -> bool:
    return any(rule.goods_class and _covers(rule, goods_class) for rule in rules)


def after_migrate(**_facts: object) -> None:
    """Keep the first rules present after every migration that goes far enough."""
    if TaxRule._meta.db_table not in connection.introspection.table_names():
        return
    if TaxRule.objects.filter(payee__isnull=True).exists():
        return
    TaxRule.objects.bulk_create(
        TaxRule(
            legal_form=form,
            goods_class=goods,
            tax=tax,
            basis_points=rate,
            valid_from=since,
            source=source,
        )
        for form, goods, tax, rate, since, source in FIRST_TAXES
    )
