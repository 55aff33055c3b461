"""The numbers on a listing's packs: typed by the cooperative, or asked of the province."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.cooperatives.models import Membership
from catalog.listings import queries
from catalog.listings.models import Listing, Pack
from catalog.traceability.codes import checkdigits
from catalog.traceability.identities import numbering
from catalog.traceability.models import Kind, NumberPool, TradeItem
from marketplace.workspace import stalls

UNPROCESSABLE = 422
SCHEMES: dict[str, Promise] = {
    TradeItem.Scheme.OWN: gettext_lazy("your own number"),
    TradeItem.Scheme.POOL: gettext_lazy("a number of the province"),
    TradeItem.Scheme.INTERNAL: gettext_lazy("no number: the label bears a code of the market"),
}
REFUSALS: tuple[tuple[type[ValueError], Promise], ...] = (
    (
        checkdigits.WrongNumber,
        gettext_lazy("This is no GTIN. Check the digits: one of them is wrong or missing."),
    ),
    (numbering.NotOwn, gettext_lazy("This number belongs to the province: ask for one instead.")),
    (numbering.NumberTaken, gettext_lazy("This number stands for other goods already.")),
    (
        numbering.AlreadyNumbered,
        gettext_lazy("This pack has a number already, and a number on labels stays."),
    ),
    (numbering.NoneLeft, gettext_lazy("The province has no number left. Tell the department.")),
)
_KINDS = tuple(kind for kind, _words in REFUSALS)


class NumberForm(forms.Form):
    """A GTIN as it stands in the contract."""

    gtin = forms.CharField(
        label=gettext_lazy("Your own GTIN"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        help_text=gettext_lazy("8, 12, 13 or 14 digits, from your contract with GS1."),
    )


@stalls.members(*stalls.SELLERS)
def numbers(request: HttpRequest, membership: Membership, listing_id: int) -> HttpResponse:
    """Show the number of each pack; write down an own one, or ask for one of the province."""
    listing = get_object_or_404(queries.of(membership.cooperative), pk=listing_id)
    refused: dict[int, NumberForm] = {}
    if request.method == "POST":
        pack = get_object_or_404(listing.packs, pk=_number(request.POST.get("pack", "")))
        form = NumberForm(request.POST, prefix=f"p{pack.pk}")
        give = _given if "ask" in request.POST else _written
        if give(request, form, pack, membership):
            return redirect("sell-listing-numbers", listing.pk)
        refused[pack.pk] = form
    context = {
        "cooperative": membership.cooperative,
        "tab": "listings",
        "listing": listing,
        "packs": _rows(listing, refused),
        "may_ask": _may_ask(),
    }
    status = UNPROCESSABLE if refused else None
    return render(request, "workspace/numbers.html", context, status=status)


def _number(text: str) -> int:
    """The id of a pack; nought, which none has, for anything else."""
    is_id = text.isascii() and text.isdigit() and len(text) < len(str(2**31))
    return int(text) if is_id else 0


def _written(request: HttpRequest, form: NumberForm, pack: Pack, membership: Membership) -> bool:
    """Write the number of the form down; why not stands in the form."""
    if not form.is_valid():
        return False
    typed = "".join(form.cleaned_data["gtin"].split())
    try:
        item = numbering.take_own(pack.item.key, typed, by=membership.user)
    except _KINDS as refusal:
        form.add_error("gtin", _why(refusal))
        return False
    _tell(request, pack, item)
    return True


def _given(request: HttpRequest, form: NumberForm, pack: Pack, membership: Membership) -> bool:
    """Ask the province for a number; why not stands in the form."""
    try:
        item = numbering.give_gtin(pack.item.key, by=membership.user)
    except _KINDS as refusal:
        form.errors.clear()
        form.add_error(None, _why(refusal))
        return False
    _tell(request, pack, item)
    return True


def _why(refusal: ValueError) -> str:
    """A refusal in words."""
    return str(next(words for kind, words in REFUSALS if isinstance(refusal, kind)))


def _tell(request: HttpRequest, pack: Pack, item: TradeItem) -> None:
    """Say which number the pack bears now."""
    shown = {"pack": pack.name_vi, "gtin": checkdigits.shown(item.gtin)}
    messages.success(request, _("%(pack)s bears %(gtin)s from now on.") % shown)


def _rows(listing: Listing, refused: dict[int, NumberForm]) -> list[dict[str, Any]]:
    """The packs with their numbers, and a form where there is none yet."""
    packs = listing.packs.filter(is_sold=True).select_related("item").order_by("position", "pk")
    return [
        {
            "id": pack.pk,
            "name": pack.name_vi,
            "gtin": checkdigits.shown(pack.item.gtin),
            "scheme": SCHEMES[pack.item.scheme],
            "form": refused.get(pack.pk) or NumberForm(prefix=f"p{pack.pk}"),
        }
        for pack in packs
    ]


def _may_ask() -> bool:
    """Whether the province has numbers to give."""
    pools = NumberPool.objects.filter(kind=Kind.GTIN, state=NumberPool.State.OPEN)
    return any(pool.left for pool in pools)
