"""The company prefixes the province holds at GS1, and how much of each is used."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from catalog.traceability.identities import numbering, prefixes
from catalog.traceability.models import Kind, NumberPool
from marketplace.people.models import User

UNPROCESSABLE = 422
NAMES: dict[str, Promise] = {
    Kind.GTIN: gettext_lazy("Goods (GTIN)"),
    Kind.GLN: gettext_lazy("Places and parties (GLN)"),
    Kind.SSCC: gettext_lazy("Shipping units (SSCC)"),
}

keepers = permission_required("traceability.register_numbers", raise_exception=True)


class PoolForm(forms.Form):
    """A prefix as it stands in the contract, and what it is counted for."""

    company_prefix = forms.CharField(
        label=gettext_lazy("Company prefix"),
        max_length=20,
        help_text=gettext_lazy("Seven to ten digits, from your contract with GS1. Never a guess."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What it numbers"), choices=list(NAMES.items()), widget=forms.RadioSelect
    )


@keepers
def numbers(request: HttpRequest) -> HttpResponse:
    """Show every prefix with what is left of it, and write down another."""
    form = PoolForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _registered(form, _person(request)):
        messages.success(request, _("Written down. Cooperatives can ask for its numbers now."))
        return redirect("desk-numbers")
    context = {
        "tab": "numbers",
        "pools": [_row(pool) for pool in NumberPool.objects.order_by("pk")],
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "desk/numbers.html", context, status=status)


@keepers
@require_POST
def state(request: HttpRequest, pool_id: int) -> HttpResponse:
    """Open or close a prefix."""
    pool = get_object_or_404(NumberPool, pk=pool_id)
    asked = NumberPool.State.OPEN if "open" in request.POST else NumberPool.State.CLOSED
    numbering.set_state(pool.pk, asked, by=_person(request))
    return redirect("desk-numbers")


def _registered(form: PoolForm, by: User) -> bool:
    """Write the prefix of the form down; why not stands in the form."""
    try:
        facts = form.cleaned_data
        numbering.register(facts["company_prefix"], facts["kind"], by=by)
    except prefixes.WrongPrefix:
        words = _(
            "This cannot be a company prefix: type its seven to ten digits as GS1 wrote them."
        )
        form.add_error("company_prefix", words)
    except numbering.PoolKnown:
        form.add_error("company_prefix", _("This prefix is counted already for that."))
    else:
        return True
    return False


def _person(request: HttpRequest) -> User:
    """Who is signed in; the decorator made sure somebody is."""
    assert isinstance(request.user, User)
    return request.user


def _row(pool: NumberPool) -> dict[str, Any]:
    """A pool as the table shows it."""
    is_open = pool.state == NumberPool.State.OPEN
    return {
        "id": pool.pk,
        "prefix": pool.prefix,
        "kind": NAMES[pool.kind],
        "used": number_format(pool.next_reference, force_grouping=True),
        "capacity": number_format(pool.capacity, force_grouping=True),
        "is_open": is_open,
        "is_empty": not pool.left,
        "since": pool.registered_at,
    }
