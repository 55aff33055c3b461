"""A coming harvest of a cooperative: take orders for it, change them, say that it is over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Membership
from catalog.listings import queries as listings
from catalog.seasons import queries, refusals, windows
from catalog.seasons.models import HarvestWindow
from marketplace.workspace import seasonpages, stalls
from marketplace.workspace.seasonforms import SeasonChangeForm, SeasonForm

CONFLICT, UNPROCESSABLE = 409, 422


@stalls.members(*stalls.SELLERS)
def season(request: HttpRequest, membership: Membership, listing_id: int) -> HttpResponse:
    """Open a harvest for orders beforehand, or change the one that is open."""
    listing = _own(membership, listing_id)
    window = queries.window_of(listing.pk)
    if window is not None:
        return _change(request, membership, listing, window)
    form = SeasonForm(request.POST or None, packs=listing.sold_packs)
    if request.method == "POST" and form.is_valid():
        try:
            windows.open_window(listing.pk, form.days(), form.caps(), by=membership.user)
        except refusals.WindowOpen:
            messages.warning(request, _("Orders for a harvest are open already."))
        else:
            messages.success(request, _("Buyers can order before the harvest on the days you set."))
        return redirect("sell-listing", listing.pk)
    return _page(request, membership, listing, form, heading=_("Take orders for a harvest"))


@stalls.members(*stalls.SELLERS)
@require_POST
def over(request: HttpRequest, membership: Membership, listing_id: int) -> HttpResponse:
    """The harvest is in: who got nothing is told, and his money goes back."""
    listing = _own(membership, listing_id)
    window = queries.window_of(listing.pk)
    try:
        short = windows.finish(window.pk, by=membership.user) if window else 0
    except refusals.WindowOver:
        short = 0
    words = ngettext(
        "The harvest is over. One order got nothing; its buyer is told.",
        "The harvest is over. %(n)d orders got nothing; their buyers are told.",
        short,
    )
    messages.success(request, words % {"n": short} if short else _("The harvest is over."))
    return redirect("sell-listing", listing.pk)


def _change(
    request: HttpRequest, membership: Membership, listing: Any, window: HarvestWindow
) -> HttpResponse:
    """Order longer, or more; the promised days stay."""
    form = SeasonChangeForm(request.POST or None, window=window)
    heading, status = _("The next harvest"), None
    if request.method == "POST" and form.is_valid():
        last = form.cleaned_data["order_to"]
        try:
            windows.change(window.pk, order_to=last, caps=form.caps(), by=membership.user)
        except refusals.BelowOrdered:
            form.add_error(None, _("More is ordered by now than you would offer."))
            status = CONFLICT
        except refusals.WindowOver:
            return redirect("sell-listing", listing.pk)
        else:
            messages.success(request, _("Changed."))
            return redirect("sell-listing", listing.pk)
    more = {"season": seasonpages.panel(listing), "over_url": _over(listing)}
    return _page(request, membership, listing, form, heading=heading, status=status, **more)


def _page(
    request: HttpRequest,
    membership: Membership,
    listing: Any,
    form: forms.Form,
    *,
    heading: str,
    **more: Any,
) -> HttpResponse:
    """The form of a window."""
    status = more.pop("status", None) or (UNPROCESSABLE if form.errors else None)
    context = {
        "cooperative": membership.cooperative,
        "tab": "listings",
        "heading": heading,
        "lead": listing.vietnamese[0].title if listing.vietnamese else "",
        "form": form,
        "submit": _("Keep"),
        "back_url": reverse("sell-listing", args=[listing.pk]),
        **more,
    }
    return render(request, "workspace/season.html", context, status=status)


def _own(membership: Membership, listing_id: int) -> Any:
    """A listing of the cooperative in use that was approved once; a foreign one is 404."""
    own = listings.of(membership.cooperative).filter(version__gte=1)
    return get_object_or_404(own, pk=listing_id)


def _over(listing: Any) -> str:
    """Where to say that the harvest is over."""
    return reverse("sell-season-over", args=[listing.pk])
