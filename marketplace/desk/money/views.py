"""The pages of the room: what waits, one incident, one payment."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketplace.desk.money import forms, history, rows
from marketplace.people.models import User
from payments import bank, incidents, queries, receiving, refunding, sendingback
from payments.models import BankTransaction, Incident, Refund

MONEY = "people.manage_money"
MOST = 200
REFUSED, LATE = 422, 409


@permission_required(MONEY, raise_exception=True)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """List what waits, the oldest first; with ``q``, the payments that match it."""
    asked = request.GET.get("q", "").strip()[:60]
    kinds = set(Incident.Kind.values)
    kind = request.GET.get("kind", "") if request.GET.get("kind") in kinds else ""
    context: dict[str, Any] = {"tab": "money", "q": asked, "kind": kind}
    if asked:
        context["payments"] = [rows.payment(one) for one in queries.search(asked)[:MOST]]
    else:
        found = queries.open_incidents()
        context["receipts"] = receiving.waiting()[:MOST]
        context["kinds"] = rows.kinds(found)
        if kind:
            found = found.filter(kind=kind)
        context["rows"] = [rows.incident(one) for one in found[:MOST]]
    return render(request, "desk/money.html", context)


@permission_required(MONEY, raise_exception=True)
@require_safe
def invoice(request: HttpRequest, reference: str) -> HttpResponse:
    """Show everything that happened with one order's money, in the order in which it did."""
    found = queries.invoice(reference)
    if found is None:
        raise Http404
    context = {"tab": "money", "invoice": found, **history.of(found)}
    return render(request, "desk/money_invoice.html", context)


@permission_required(MONEY, raise_exception=True)
@require_safe
def incident(request: HttpRequest, incident_id: int) -> HttpResponse:
    """Show one incident with what can be done about it."""
    return _page(request, _incident(incident_id))


@permission_required(MONEY, raise_exception=True)
@require_POST
def place(request: HttpRequest, incident_id: int) -> HttpResponse:
    """Place a transfer with the payment that was chosen."""
    found = _incident(incident_id)
    transfer = found.bank_transaction
    chosen = queries.attempt(request.POST.get("attempt", "")[:22])
    if transfer is None:
        raise Http404
    if chosen is None:
        messages.error(request, _("Choose the payment it was meant for."))
        return _page(request, found, status=REFUSED)
    try:
        bank.match(transfer.pk, chosen.pk, by=who(request))
    except bank.AlreadyPlaced:
        return late(request)
    messages.success(request, _("The transfer is placed."))
    return redirect("desk-money-invoice", chosen.invoice.reference)


@permission_required(MONEY, raise_exception=True)
@require_POST
def put_apart(request: HttpRequest, incident_id: int) -> HttpResponse:
    """Say that a transfer pays nothing here: told twice, or meant for something else."""
    found = _incident(incident_id)
    form = forms.ApartForm(request.POST)
    if found.bank_transaction is None:
        raise Http404
    if not form.is_valid():
        return _page(request, found, apart=form, status=REFUSED)
    told = form.cleaned_data
    try:
        bank.put_apart(
            found.bank_transaction.pk,
            told["note"],
            is_copy=told["what"] == forms.ApartForm.COPY,
            provider=form.provider,
            by=who(request),
        )
    except bank.AlreadyPlaced:
        return late(request)
    messages.success(request, _("The transfer is put aside."))
    return redirect("desk-money")


@permission_required(MONEY, raise_exception=True)
@require_POST
def settle(request: HttpRequest, incident_id: int) -> HttpResponse:
    """Write down what was done about an incident that has no verb of its own."""
    found = _incident(incident_id)
    if found.kind in (Incident.Kind.REFUND_DUE, Incident.Kind.UNMATCHED):
        raise Http404
    form = forms.WhyForm(request.POST)
    if not form.is_valid():
        return _page(request, found, why=form, status=REFUSED)
    try:
        incidents.settle(found.pk, by=who(request), note=form.cleaned_data["note"])
    except incidents.AlreadySettled:
        return late(request)
    messages.success(request, _("It is written down."))
    return redirect("desk-money")


@permission_required(MONEY, raise_exception=True)
@require_POST
def ask_refund(request: HttpRequest, incident_id: int) -> HttpResponse:
    """Ask that money goes back the way it came, or to the account the buyer told."""
    found = _incident(incident_id)
    form = forms.AccountForm(request.POST)
    way_back = queries.attempt(request.POST.get("attempt", "")[:22])
    if way_back is None and not form.is_valid():
        return _page(request, found, account=form, status=REFUSED)
    try:
        refunding.request(found.pk, way_back or form.account(), by=who(request))
    except refunding.NotDue:
        return late(request)
    return redirect("desk-money-incident", found.pk)


@permission_required(MONEY, raise_exception=True)
@require_http_methods(["POST"])
def move_refund(request: HttpRequest, refund_id: int, step: str) -> HttpResponse:
    """Approve a refund, send it by its provider, note that it was sent, or is not to be."""
    refund = Refund.objects.select_related("incident").filter(pk=refund_id).first()
    if refund is None:
        raise Http404
    form = {"sent": forms.SentForm, "reject": forms.WhyForm, "returned": forms.WhyForm}.get(step)
    bound = form(request.POST) if form else None
    if bound is not None and not bound.is_valid():
        shown = {"sent": bound} if step == "sent" else {"why": bound}
        return _page(request, _incident(refund.incident_id), status=REFUSED, **shown)
    try:
        _step(refund.pk, step, bound.cleaned_data if bound else {}, who(request))
    except refunding.Moved:
        return late(request)
    except refunding.OtherPerson:
        messages.error(request, _("So much money needs two people: another one approves it."))
        return _page(request, _incident(refund.incident_id), status=LATE)
    messages.success(request, _("It is written down."))
    return redirect("desk-money-incident", refund.incident_id)


def _step(refund_id: int, step: str, told: dict[str, str], by: User) -> None:
    if step == "approve":
        refunding.approve(refund_id, by=by)
    elif step == "send":
        sendingback.send(refund_id, by=by)
    elif step == "sent":
        refunding.sent(refund_id, told["reference"], by=by)
    elif step == "returned":
        refunding.returned(refund_id, told["note"], by=by)
    else:
        refunding.reject(refund_id, told["note"], by=by)


def who(request: HttpRequest) -> User:
    """The person at the desk."""
    assert isinstance(request.user, User)
    return request.user


def _incident(incident_id: int) -> Incident:
    found = queries.incident(incident_id)
    if found is None:
        raise Http404
    return found


def late(request: HttpRequest) -> HttpResponse:
    """Say that somebody else has dealt with it meanwhile."""
    messages.error(request, _("Somebody else was quicker: look at it once more."))
    return render(request, "desk/money_late.html", {"tab": "money"}, status=LATE)


def _page(
    request: HttpRequest, found: Incident, *, status: int = 200, **bound: Any
) -> HttpResponse:
    """One incident's page; ``bound`` are the forms that were sent and refused."""
    context: dict[str, Any] = {"tab": "money", "row": rows.incident(found)}
    context |= {"account": forms.AccountForm(), "sent": forms.SentForm(), "why": forms.WhyForm()}
    context |= {"apart": forms.ApartForm()}
    context |= bound
    context["refunds"] = rows.refunds(found, who(request))
    context["routes"] = rows.routes(found)
    if isinstance(found.bank_transaction, BankTransaction):
        context |= rows.transfer(found.bank_transaction)
    return render(request, "desk/money_incident.html", context, status=status)
