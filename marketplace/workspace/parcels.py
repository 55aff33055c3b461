"""Packing a parcel and handing it over, with or without a network when the button is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Membership
from catalog.orders import packing, sending, worklist
from catalog.orders.models import SellerOrder
from catalog.traceability.lots.drafts import Draft
from marketplace.workspace import labelforms, orders, stalls, weights
from marketplace.workspace.diary import sending as phone
from marketplace.workspace.orderforms import TrackingForm

UNPROCESSABLE = 422


@stalls.members(*stalls.EVERYONE)
@require_POST
def pack(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Pack a parcel out of the lots that were chosen. A second tap finds it packed."""
    part = orders.own(membership, number)
    if part.state in worklist.PRINTABLE:
        return _packed(request, membership, part)
    taken, scale = _taken(request, part), weights.read(part, request.POST)
    words = [] if taken else [_("Choose a lot for every line.")]
    words += scale.errors
    if taken is None or words:
        return _refused(request, membership, part, words)
    return orders.step(
        request,
        membership,
        part,
        lambda by: packing.pack(
            part.pk,
            taken,
            weighed=scale.grams,
            labelled=labelforms.codes_in(request.POST.get("labelled", "")),
            by=by,
            draft=_draft(request),
        ),
    )


@stalls.members(*stalls.EVERYONE)
@require_POST
def ship(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Hand a parcel to the carrier."""
    part = orders.own(membership, number)
    form = TrackingForm(request.POST)
    if not form.is_valid():
        if phone.is_by_script(request):
            return phone.refused(form)
        return orders.page(request, membership, part, status=UNPROCESSABLE, form=form)
    code, draft = form.cleaned_data["tracking"], _draft(request)
    return orders.step(
        request,
        membership,
        part,
        lambda by: sending.ship(part.pk, tracking=code, by=by, draft=draft),
    )


def _packed(request: HttpRequest, membership: Membership, part: SellerOrder) -> HttpResponse:
    """A parcel that is packed already: a phone is told whether its own press did it."""
    if not phone.is_by_script(request):
        return redirect("sell-order", part.number)
    return orders.step(
        request,
        membership,
        part,
        lambda by: packing.pack(part.pk, {}, by=by, draft=_draft(request)),
    )


def _refused(
    request: HttpRequest, membership: Membership, part: SellerOrder, words: Sequence[str | Promise]
) -> HttpResponse:
    """Say what is missing, in the phone's way or on the page."""
    if phone.is_by_script(request):
        return phone.stays(words)
    return orders.page(request, membership, part, errors=words, status=UNPROCESSABLE)


def _draft(request: HttpRequest) -> Draft | None:
    """The key and clock of a press; a program may send none, and then every press is its own."""
    form = phone.DraftFields(request.POST)
    if not form.is_valid() or not request.POST.get("draft"):
        return None
    return form.sent()


def _taken(request: HttpRequest, part: SellerOrder) -> dict[int, dict[int, int]] | None:
    """The chosen lots by line; nothing when one is missing or was not offered."""
    taken = {}
    for line, offered in worklist.choices(part).items():
        wanted = request.POST.get(f"lot-{line}")
        chosen = next((choice for choice in offered if choice.value == wanted), None)
        if chosen is None:
            return None
        taken[line] = chosen.lots
    return taken
