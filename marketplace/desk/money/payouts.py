"""The pages of payouts: what is due, what waits and why, orders for the bank and their files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from catalog.settling import documents
from marketplace.design import formats, spreadsheets
from marketplace.desk.money import forms
from marketplace.desk.money.views import LATE, MONEY, REFUSED, late, who
from marketplace.records import audit
from payments import banks
from payments.models import Payout, PayoutOrder
from payments.settlement import payouts as paying

SHOWN = 60
FILES = {"csv": spreadsheets.csv_file, "xlsx": spreadsheets.xlsx_file}
ORDERS = {
    PayoutOrder.State.MADE: (gettext_lazy("Waits for another person's approval"), "warn"),
    PayoutOrder.State.APPROVED: (gettext_lazy("Take its file to the bank"), "warn"),
    PayoutOrder.State.SENT: (gettext_lazy("Paid out"), "ok"),
    PayoutOrder.State.DROPPED: (gettext_lazy("Not sent"), ""),
}


@permission_required(MONEY, raise_exception=True)
@require_safe
def payouts(request: HttpRequest) -> HttpResponse:
    """List what is due and what keeps it waiting, and the latest orders for the bank."""
    rows = [_due(row) for row in paying.due()]
    ready = [row for row in rows if not row["waits"]]
    orders = PayoutOrder.objects.annotate(count=Count("payouts")).order_by("-pk")[:SHOWN]
    context = {
        "tab": "payouts",
        "rows": rows,
        "ready": len(ready),
        "total": sum(row["row"].amount for row in ready),
        "orders": [_order(order) | {"count": order.count} for order in orders],
    }
    return render(request, "desk/money_payouts.html", context)


@permission_required(MONEY, raise_exception=True)
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Gather what can be paid into an order for the bank."""
    try:
        made = paying.order(by=who(request))
    except paying.NothingDue:
        messages.error(request, _("Nothing can be paid out now."))
        return redirect("desk-money-payouts")
    return redirect("desk-money-payout-order", made.pk)


@permission_required(MONEY, raise_exception=True)
@require_safe
def order(request: HttpRequest, order_id: int) -> HttpResponseBase:
    """Show an order; with ``format``, its file for the bank, once it is approved."""
    found = _found(order_id)
    make_file = FILES.get(request.GET.get("format", ""))
    if make_file is None:
        return _page(request, found)
    if found.state not in (PayoutOrder.State.APPROVED, PayoutOrder.State.SENT):
        raise Http404
    audit.record(who(request), found, "payout.file")
    return make_file(found.number, _lines(found))


@permission_required(MONEY, raise_exception=True)
@require_POST
def move(request: HttpRequest, order_id: int, step: str) -> HttpResponse:
    """Approve an order, drop it, or write down that the bank took it."""
    found = _found(order_id)
    form = forms.SentForm(request.POST) if step == "sent" else None
    if form is not None and not form.is_valid():
        return _page(request, found, sent=form, status=REFUSED)
    try:
        if form is not None:
            paying.sent(found.pk, form.cleaned_data["reference"], by=who(request))
        elif step == "approve":
            paying.approve(found.pk, by=who(request))
        else:
            paying.drop(found.pk, by=who(request))
    except paying.Moved:
        return late(request)
    except paying.OtherPerson:
        messages.error(request, _("So much money needs two people: another one approves it."))
        return _page(request, found, status=LATE)
    messages.success(request, _("It is written down."))
    return redirect("desk-money-payout-order", found.pk)


@permission_required(MONEY, raise_exception=True)
@require_POST
def returned(request: HttpRequest, payout_id: int) -> HttpResponse:
    """Write down that the bank did not send a payout, or sent it back."""
    row = Payout.objects.filter(pk=payout_id, order__isnull=False).first()
    if row is None or row.order_id is None:
        raise Http404
    form = forms.WhyForm(request.POST)
    if not form.is_valid():
        return _page(request, _found(row.order_id), why=form, wrong=row.pk, status=REFUSED)
    try:
        paying.returned(row.pk, form.cleaned_data["note"], by=who(request))
    except paying.Moved:
        return late(request)
    messages.success(request, _("It is due once more."))
    return redirect("desk-money-payout-order", row.order_id)


def _found(order_id: int) -> PayoutOrder:
    found = PayoutOrder.objects.select_related("made_by", "approved_by").filter(pk=order_id).first()
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, found: PayoutOrder, *, status: int = 200, **bound: Any
) -> HttpResponse:
    rows = found.payouts.select_related("payee", "statement").order_by("payee__name", "pk")
    context: dict[str, Any] = {
        "tab": "payouts",
        **_order(found),
        "rows": [_payout(row) for row in rows],
        "may_approve": not found.needs_two or found.made_by_id != who(request).pk,
        "sent": forms.SentForm(),
        "why": forms.WhyForm(),
    }
    return render(request, "desk/money_payout_order.html", context | bound, status=status)


def _order(found: PayoutOrder) -> dict[str, Any]:
    words, level = ORDERS[PayoutOrder.State(found.state)]
    return {"order": found, "words": words, "level": level}


def _payout(row: Payout) -> dict[str, Any]:
    words, level = documents.PAYOUTS[Payout.State(row.state)]
    can_return = row.can_become(Payout.State.RETURNED)
    return {
        "row": row,
        "bank": banks.name(row.bank_bin),
        "words": words,
        "level": level,
        "can_return": can_return,
    }


def _due(row: Payout) -> dict[str, Any]:
    waits = ""
    if not row.payee.bank_account:
        waits = _("No bank account is known.")
    elif until := paying.cools_until(row.payee):
        told = {"moment": formats.moment(until)}
        waits = _("Its account was changed: nothing is sent before %(moment)s.") % told
    return {"row": row, "bank": banks.name(row.payee.bank_bin), "waits": waits}


def _lines(found: PayoutOrder) -> list[list[spreadsheets.Cell]]:
    """The rows a bank's list of transfers wants; sums in đồng, texts in plain capital letters."""
    heading: list[spreadsheets.Cell] = [
        *(_("No."), _("Account number"), _("Name on the account"), _("Bank"), _("Bank's BIN")),
        *(_("Amount"), _("Text of the transfer")),
    ]
    rows = found.payouts.exclude(state=Payout.State.RETURNED)
    rows = rows.select_related("statement").order_by("pk")
    lines: list[list[spreadsheets.Cell]] = [heading]
    for number, row in enumerate(rows, 1):
        to: list[spreadsheets.Cell] = [row.bank_account, row.bank_account_name]
        lines.append([number, *to, banks.name(row.bank_bin), row.bank_bin, row.amount, row.code])
    return lines
