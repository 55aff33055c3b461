"""The page of one lot: its ticket, what became of it, and what can be made of it now."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Membership
from catalog.listings.models import Pack
from catalog.stock import offering, remaking
from catalog.traceability import codes
from catalog.traceability.models import Lot
from marketplace.design import formats
from marketplace.workspace import stalls
from marketplace.workspace.making import telling
from marketplace.workspace.making.forms import MergeForm, OfferForm, ProcessForm, SplitForm

UNPROCESSABLE, CONFLICT = 422, 409
MOST_TOGETHER = 12


@stalls.members(*stalls.EVERYONE)
def lot(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Show a lot of the cooperative; a foreign one is 404."""
    return _page(request, membership, _own(membership, code))


@stalls.members(*stalls.SELLERS)
@require_POST
def split(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Divide a lot, by size or quality."""
    found = _own(membership, code)
    form = SplitForm(request.POST, prefix="split")
    if not form.is_valid():
        return _page(request, membership, found, {"split": form}, UNPROCESSABLE)
    loss = form.cleaned_data["loss"] or 0
    try:
        made = remaking.split(
            found.party.key, found.pk, form.parts(), loss_g=loss, by=membership.user
        )
    except telling.REFUSALS as refusal:
        form.add_error(None, telling.words(refusal))
        return _page(request, membership, found, {"split": form}, CONFLICT)
    listed = ", ".join(one.code for one in made)
    messages.success(request, _("Divided into %(codes)s.") % {"codes": listed})
    return redirect("sell-lots")


@stalls.members(*stalls.SELLERS)
@require_POST
def merge(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Put a lot together with others of its crop."""
    found = _own(membership, code)
    form = MergeForm(request.POST, prefix="merge", lots=_together(found))
    if not form.is_valid():
        return _page(request, membership, found, {"merge": form}, UNPROCESSABLE)
    try:
        made = remaking.merge(found.party.key, form.taken(), by=membership.user)
    except telling.REFUSALS as refusal:
        form.add_error(None, telling.words(refusal))
        return _page(request, membership, found, {"merge": form}, CONFLICT)
    return _made(request, made)


@stalls.members(*stalls.SELLERS)
@require_POST
def process(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Dry, roast or peel a lot into something else."""
    found = _own(membership, code)
    form = ProcessForm(request.POST, prefix="process")
    if not form.is_valid():
        return _page(request, membership, found, {"process": form}, UNPROCESSABLE)
    taken = {found.pk: form.cleaned_data["taken"]}
    try:
        made = remaking.process(found.party.key, taken, form.product(), by=membership.user)
    except telling.REFUSALS as refusal:
        form.add_error(None, telling.words(refusal))
        return _page(request, membership, found, {"process": form}, CONFLICT)
    return _made(request, made)


@stalls.members(*stalls.SELLERS)
@require_POST
def offer(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Put units of what a lot holds on sale."""
    found = _own(membership, code)
    form = OfferForm(request.POST, prefix="offer", packs=_packs(found))
    if not form.is_valid():
        return _page(request, membership, found, {"offer": form}, UNPROCESSABLE)
    try:
        offering.offer(found.party.key, found.pk, form.units(), by=membership.user)
    except telling.REFUSALS as refusal:
        form.add_error(None, telling.words(refusal))
        return _page(request, membership, found, {"offer": form}, CONFLICT)
    messages.success(request, _("Lot %(code)s can be bought now.") % {"code": found.code})
    return redirect("sell-lot", found.code)


def _made(request: HttpRequest, made: Lot) -> HttpResponse:
    """Lead to the new lot."""
    messages.success(request, _("Lot %(code)s was made.") % {"code": made.code})
    return redirect("sell-lot", made.code)


def _own(membership: Membership, code: str) -> Lot:
    """A lot of the cooperative in use."""
    own = Lot.objects.filter(party=membership.cooperative.party_id).select_related("party")
    return get_object_or_404(own, code=code)


def _together(found: Lot) -> list[Lot]:
    """The lot itself, and the newest others of its crop that have something left."""
    same = Lot.objects.filter(party=found.party_id, crop=found.crop, state=Lot.State.OPEN)
    others = same.exclude(pk=found.pk).order_by("-harvested_on", "-pk")
    return [found, *(one for one in others[: MOST_TOGETHER * 3] if one.left_g)][:MOST_TOGETHER]


def _packs(found: Lot) -> list[Pack]:
    """The packs in which such goods are sold by the lot's party."""
    sold = Pack.objects.filter(
        listing__cooperative__party=found.party_id,
        listing__category__name_vi=found.crop,
        listing__version__gte=1,
        is_sold=True,
    )
    return list(sold.select_related("listing__product", "listing__category").order_by("pk"))


def _forms(found: Lot, sent: dict[str, Form]) -> dict[str, Form | None]:
    """What can be made of a lot now, each with its form, as it was sent or blank."""
    together = _together(found)
    packs = _packs(found)
    left = offering.left_g(found)
    blank: dict[str, Form | None] = {
        "offer": OfferForm(prefix="offer", packs=packs) if packs and left else None,
        "split": SplitForm(prefix="split"),
        "merge": MergeForm(prefix="merge", lots=together) if len(together) > 1 else None,
        "process": ProcessForm(prefix="process"),
    }
    return {**blank, **sent}


def _page(
    request: HttpRequest,
    membership: Membership,
    found: Lot,
    sent: dict[str, Form] | None = None,
    status: int | None = None,
) -> HttpResponse:
    """The lot with its forms."""
    may_sell = membership.role in stalls.SELLERS
    sells = may_sell and found.state == Lot.State.OPEN and found.left_g
    context: dict[str, Any] = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "lot": telling.ticket(found),
        "state": telling.state(found),
        "may_sell": may_sell,
        "steps": telling.steps(found),
        "sources": telling.sources(found),
        "uses": telling.uses(found),
        "left_words": formats.weight(found.left_g),
        "unsold_words": formats.weight(offering.left_g(found)),
        "free_words": formats.weight(remaking.free_g(found)),
        "forms": _forms(found, sent or {}) if sells else {},
        "open": next(iter(sent or {}), ""),
        "trace_url": codes.url(found.code),
    }
    return render(request, "workspace/making/lot.html", context, status=status)
