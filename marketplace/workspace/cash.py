"""Where the cooperative takes cash at the door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.communes import queries as places
from catalog.cooperatives import cashterms
from catalog.cooperatives.models import Membership
from marketplace.records import rules
from marketplace.workspace import stalls

UNPROCESSABLE = 422
MOST = 1_000_000_000  # đồng: whatever is above is a slip of the hand


class CashForm(forms.Form):
    """Where, and up to how much for one parcel."""

    reach = forms.ChoiceField(
        label=gettext_lazy("Where do you take cash at the door?"),
        widget=forms.RadioSelect,
        choices=cashterms.CashTerms.Reach.choices,
    )
    communes = forms.MultipleChoiceField(
        label=gettext_lazy("Communes"), required=False, widget=forms.CheckboxSelectMultiple
    )
    most = forms.IntegerField(
        label=gettext_lazy("At most for one parcel (đồng)"),
        required=False,
        min_value=1_000,
        max_value=MOST,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )

    deposit = forms.IntegerField(
        label=gettext_lazy("Deposit for goods that spoil (percent)"),
        help_text=gettext_lazy(
            "Paid beforehand by QR. It is yours if the buyer does not take the parcel. 0: none."
        ),
        min_value=0,
        max_value=cashterms.MOST_DEPOSIT,
        required=False,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the communes of the market's own province."""
        super().__init__(*args, **kwargs)
        field = self.fields["communes"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.code, one.full_name) for one in places.home()]

    def clean(self) -> dict[str, Any]:
        """Who chooses communes names some."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("reach") == cashterms.CashTerms.Reach.COMMUNES and not told.get("communes"):
            self.add_error("communes", _("Choose at least one commune."))
        told["deposit"] = told.get("deposit") or 0
        return told


@stalls.members(*stalls.OWNERS)
def cash(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Say where cash is taken; orders that stand are not touched."""
    known = cashterms.terms(membership.cooperative)
    initial = {name: getattr(known, name) for name in ("reach", "communes", "most", "deposit")}
    form = CashForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        cashterms.change(membership.cooperative_id, **form.cleaned_data, by=membership.user)
        messages.success(request, _("From now on it is so."))
        return redirect("sell-cooperative")
    cap = {"cap": f"{rules.number('cod.cap'):,}".replace(",", ".")}
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "heading": _("Cash at the door"),
        "lead": _("The market takes cash for orders up to %(cap)s ₫.") % cap,
        "form": form,
        "submit": _("Keep it"),
        "back_url": reverse("sell-cooperative"),
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "workspace/form.html", context, status=status)
