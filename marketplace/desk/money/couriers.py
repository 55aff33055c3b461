"""The page of couriers: what cash each has taken for the market, and on which lanes it does."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.shipping import collecting
from catalog.shipping.models import Lane
from marketplace.desk.money.forms import WhyForm
from marketplace.desk.money.views import MONEY, REFUSED, late, who
from payments import couriers as cash
from payments.models import CashParcel, Courier

SHOWN = 60
OWN = "-"  # no courier's code


class AddForm(forms.Form):
    """A courier the market has a contract with."""

    name = forms.CharField(label=gettext_lazy("The courier's name"), min_length=2, max_length=80)


class LanesForm(forms.Form):
    """Who takes cash on each lane."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A choice of couriers for each lane."""
        super().__init__(*args, **kwargs)
        self.lanes = list(Lane.objects.select_related("courier"))
        self.known = {one.code: one for one in Courier.objects.all()}
        choices = [(OWN, _("The cooperative, or whoever drives for it"))]
        choices += [(code, one.name) for code, one in self.known.items()]
        for lane in self.lanes:
            name = lane.name_en if get_language() == "en" else lane.name_vi
            self.fields[f"lane-{lane.pk}"] = forms.ChoiceField(
                label=name,
                choices=choices,
                initial=lane.courier.code if lane.courier else OWN,
            )

    def couriers(self) -> dict[int, Courier | None]:
        """The courier chosen for each lane, by the lane's key."""
        told = self.cleaned_data
        return {lane.pk: self.known.get(told[f"lane-{lane.pk}"]) for lane in self.lanes}


@permission_required(MONEY, raise_exception=True)
@require_safe
def couriers(request: HttpRequest) -> HttpResponse:
    """Show every courier, the cash that waits longest, and the lanes."""
    return _page(request)


@permission_required(MONEY, raise_exception=True)
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Write a courier down."""
    form = AddForm(request.POST)
    if not form.is_valid():
        return _page(request, adding=form)
    try:
        cash.add(form.cleaned_data["name"], by=who(request))
    except cash.NameTaken:
        form.add_error("name", _("This name is taken: write it longer."))
        return _page(request, adding=form)
    messages.success(request, _("Now say on which ways it takes cash."))
    return redirect("desk-money-couriers")


@permission_required(MONEY, raise_exception=True)
@require_POST
def lanes(request: HttpRequest) -> HttpResponse:
    """Keep who takes cash on each lane."""
    form = LanesForm(request.POST)
    if not form.is_valid():
        return _page(request, lanes=form)
    if collecting.change(form.couriers(), by=who(request)):
        messages.success(request, _("It holds for parcels that are sent from now on."))
    return redirect("desk-money-couriers")


@permission_required(MONEY, raise_exception=True)
@require_POST
def forgive(request: HttpRequest, parcel_id: int) -> HttpResponse:
    """Give a seller its money although the courier has not paid."""
    if not CashParcel.objects.filter(pk=parcel_id).exists():
        raise Http404
    form = WhyForm(request.POST)
    if not form.is_valid():
        return _page(request, why=form, asked=parcel_id)
    try:
        cash.forgive(parcel_id, reason=form.cleaned_data["note"], by=who(request))
    except cash.NotWithCourier:
        return late(request)
    messages.success(request, _("It stands on the seller's next statement."))
    return redirect("desk-money-couriers")


def _page(request: HttpRequest, **bound: Any) -> HttpResponse:
    """The page; ``bound`` are the forms that were sent and refused."""
    context: dict[str, Any] = {
        "tab": "couriers",
        "rows": cash.standings(),
        "parcels": cash.with_couriers()[:SHOWN],
        "adding": AddForm(),
        "lanes": LanesForm(),
        "why": WhyForm(auto_id=False),
    }
    status = REFUSED if bound else 200
    return render(request, "desk/money_couriers.html", context | bound, status=status)
