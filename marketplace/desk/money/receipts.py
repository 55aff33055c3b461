"""Receipts: a transfer nobody told of is written down, confirmed by another, or refused."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.desk.money import history
from marketplace.desk.money.forms import ReceiptForm
from marketplace.desk.money.views import LATE, MONEY, REFUSED, late, who
from payments import queries, receiving
from payments.models import BankTransaction, Invoice, Receipt


@permission_required(MONEY, raise_exception=True)
@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a transfer that was seen on the account."""
    invoice = queries.invoice(reference)
    attempt = queries.attempt(request.POST.get("attempt", "")[:22])
    if invoice is None or attempt is None or attempt.invoice_id != invoice.pk:
        raise Http404
    form = ReceiptForm(request.POST)
    if not form.is_valid():
        return _page(request, invoice, REFUSED, receipt_form=form, asked_for=attempt.public_id)
    told = form.cleaned_data
    try:
        receiving.ask(attempt, told["amount"], told["reference"], told["day"], by=who(request))
    except receiving.KnownAlready:
        form.add_error("reference", _("This transfer is written down already."))
    except receiving.NoTransfer:
        form.add_error("day", _("A transfer of a day that is still to come cannot be seen."))
    else:
        messages.success(request, _("Another person confirms it now."))
        return redirect("desk-money-invoice", reference)
    return _page(request, invoice, REFUSED, receipt_form=form, asked_for=attempt.public_id)


@permission_required(MONEY, raise_exception=True)
@require_POST
def decide(request: HttpRequest, receipt_id: int, step: str) -> HttpResponse:
    """Confirm what another person saw, or say that it did not come."""
    receipt = Receipt.objects.select_related("attempt__invoice").filter(pk=receipt_id).first()
    if receipt is None:
        raise Http404
    invoice = receipt.attempt.invoice
    try:
        if step == "confirm":
            placed = receiving.confirm(receipt.pk, by=who(request))
            _say(request, placed)
        else:
            receiving.refuse(receipt.pk, by=who(request))
            messages.success(request, _("It is written down."))
    except receiving.Moved:
        return late(request)
    except receiving.OtherPerson:
        messages.error(request, _("Another person confirms it, not who wrote it down."))
        return _page(request, invoice, LATE)
    return redirect("desk-money-invoice", invoice.reference)


def _say(request: HttpRequest, placed: BankTransaction) -> None:
    """What became of a confirmed transfer."""
    if placed.state == BankTransaction.State.MATCHED:
        messages.success(request, _("The money is booked."))
    elif placed.state == BankTransaction.State.COPY:
        messages.success(request, _("The bank had told of it already: it is booked once."))
    else:
        messages.warning(request, _("It may be one that was told already: look at what waits."))


def _page(request: HttpRequest, invoice: Invoice, status: int, **bound: Any) -> HttpResponse:
    context = {"tab": "money", "invoice": invoice, **history.of(invoice), **bound}
    return render(request, "desk/money_invoice.html", context, status=status)
