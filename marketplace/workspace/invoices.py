"""The data a cooperative writes its tax invoices from, and which it wrote."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from catalog.cooperatives.models import Membership
from catalog.settling import invoicedata
from marketplace.design import spreadsheets
from marketplace.records import clock
from marketplace.workspace import stalls

UNPROCESSABLE = 422
MOST_DAYS = 366
FILES = {"csv": spreadsheets.csv_file, "xlsx": spreadsheets.xlsx_file}


class DaysForm(forms.Form):
    """Which days, and whether only those whose buyer asked for an invoice."""

    first = forms.DateField(
        label=gettext_lazy("From"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    last = forms.DateField(
        label=gettext_lazy("Up to"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    wanted = forms.BooleanField(
        label=gettext_lazy("Only where the buyer asked for one"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """The days in their order, a year at most."""
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("first"), told.get("last")
        if first and last and not 0 <= (last - first).days < MOST_DAYS:
            self.add_error("last", _("The last day comes after the first, a year later at most."))
        return told


class WrittenForm(forms.Form):
    """The invoice the cooperative wrote in its own program."""

    series = forms.RegexField(
        r"^[0-9A-Za-z/]{6,12}$",
        label=gettext_lazy("Series"),
        help_text=gettext_lazy("As printed, such as 1C26TAA"),
    )
    number = forms.RegexField(
        r"^[0-9]{1,8}$",
        label=gettext_lazy("Number"),
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    issued_on = forms.DateField(
        label=gettext_lazy("Day of the invoice"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    lookup_code = forms.CharField(
        label=gettext_lazy("Code to look it up"), max_length=60, required=False
    )

    def written(self) -> invoicedata.Written:
        """What was typed."""
        told = self.cleaned_data
        return invoicedata.Written(
            told["series"].upper(), told["number"], told["issued_on"], told["lookup_code"]
        )


@stalls.members(*stalls.SELLERS)
@require_safe
def invoices(request: HttpRequest, membership: Membership) -> HttpResponseBase:
    """Show what was delivered with its buyers, or hand it out as a file."""
    today = clock.local_day()
    begun: dict[str, Any] = {"first": today - dt.timedelta(days=30), "last": today}
    form = DaysForm(request.GET if "first" in request.GET else None, initial=begun)
    if form.is_bound and not form.is_valid():
        return _page(request, membership, form, {}, UNPROCESSABLE)
    span = form.cleaned_data if form.is_bound else begun
    if make_file := FILES.get(request.GET.get("format", "")):
        found = invoicedata.sales(membership.cooperative_id, **span)
        return make_file(f"invoices-{span['first']}-{span['last']}", invoicedata.table(found))
    return _page(request, membership, form, span)


@stalls.members(*stalls.SELLERS)
def invoice(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Write down which invoice was written for one delivered parcel."""
    part = invoicedata.part(membership.cooperative_id, number)
    if part is None:
        raise Http404
    known = getattr(part, "tax_invoice", None)
    initial = {"issued_on": clock.local_day()}
    if known is not None:
        initial = {name: getattr(known, name) for name in WrittenForm.base_fields}
    form = WrittenForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        invoicedata.write(part, form.written(), by=membership.user)
        messages.success(
            request, _("The invoice is written down; the buyer sees it with the order.")
        )
        return redirect("sell-invoices")
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "heading": _("Invoice for %(number)s") % {"number": part.number},
        "lead": _("Write it in your invoice program, then copy its number here."),
        "form": form,
        "submit": _("Keep it"),
        "back_url": reverse("sell-invoices"),
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "workspace/form.html", context, status=status)


def _page(
    request: HttpRequest,
    membership: Membership,
    form: DaysForm,
    span: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    found = invoicedata.sales(membership.cooperative_id, **span) if span else iter(())
    asked = request.GET.copy()
    asked.pop("format", None)
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "form": form,
        "sales": list(found),
        "asked": asked.urlencode(),
    }
    return render(request, "workspace/invoices.html", context, status=status)
