"""A cooperative's goods: what is on the shelf, what waits, what came back, and what to do next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Cooperative, Membership
from catalog.drafts import writing
from catalog.drafts.models import ListingDraft
from catalog.listings import (
    comparing,
    proposals,
    proposing,
    queries,
    refusals,
    visibility,
)
from catalog.listings.models import Listing, ListingChange
from catalog.moderation import remarks
from catalog.requirements import queries as requirements
from catalog.shelf import images
from catalog.takedowns import queries as takedowns
from marketplace.design import formats
from marketplace.design.deadlines import due
from marketplace.workspace import mending, seasonpages, stalls, steps

State = ListingChange.State


@stalls.members(*stalls.EVERYONE)
def listings(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show every listing of the cooperative and every draft."""
    cooperative = membership.cooperative
    changes = queries.last_change_of(cooperative)
    sells = membership.role in stalls.SELLERS
    context = {
        "cooperative": cooperative,
        "tab": "listings",
        "listings": [_row(one, changes.get(one.pk)) for one in queries.of(cooperative)],
        "drafts": _drafts(cooperative) if sells else [],
        "new_url": reverse("sell-listing-new") if sells and _may_sell(cooperative) else "",
    }
    return render(request, "workspace/listings.html", context)


@stalls.members(*stalls.SELLERS)
def listing(request: HttpRequest, membership: Membership, listing_id: int) -> HttpResponse:
    """Show one listing: where it stands, what the province said, its lots and packs."""
    one = get_object_or_404(queries.of(membership.cooperative), pk=listing_id)
    history = list(queries.history(one))
    last = history[0] if history else None
    waiting = last if last and last.state == State.SUBMITTED else None
    row = _row(one, last)
    context: dict[str, Any] = {
        "cooperative": membership.cooperative,
        "tab": "listings",
        "listing": one,
        "row": row,
        "waiting": waiting,
        "due": due(waiting.due_at) if waiting else None,
        "comparison": comparing.compare(waiting) if waiting else None,
        "returned": last if last and last.state in remarks.SENT_BACK else None,
        "told": remarks.to_mend(last),
        "history": [_entry(change) for change in history],
        "draft": one.drafts.first(),
        "packs": one.sold_packs,
        "balances": queries.balances(membership.cooperative).filter(pack__listing=one)[:20],
        "can_add_lot": one.version > 0,
        "season": seasonpages.panel(one),
        "order": takedowns.in_force_on(one.pk, one.cooperative_id),
        "lapsed": requirements.ended_for(one),
    }
    return render(request, "workspace/listing.html", context)


@stalls.members(*stalls.SELLERS)
@require_POST
def change(request: HttpRequest, membership: Membership, listing_id: int) -> HttpResponse:
    """Begin or go on with a change of a listing."""
    one = _own(membership, listing_id)
    try:
        draft = writing.mend(one.pk, by=membership.user)
    except refusals.AlreadyWaiting:
        messages.warning(request, _("A change of this listing waits already. Withdraw it first."))
        return redirect("sell-listing", one.pk)
    return redirect(mending.address(draft, steps.of(draft)))


@stalls.members(*stalls.SELLERS)
@require_POST
def withdraw(request: HttpRequest, membership: Membership, change_id: int) -> HttpResponse:
    """Take a proposal back."""
    own = ListingChange.objects.filter(listing__cooperative=membership.cooperative_id)
    waiting = get_object_or_404(own, pk=change_id)
    try:
        proposing.withdraw(waiting.pk, by=membership.user)
    except refusals.MoveRefused:
        messages.warning(request, _("The department has decided meanwhile."))
    else:
        messages.success(request, _("Withdrawn. You can change it and send it again."))
    return redirect("sell-listing", waiting.listing_id)


@stalls.members(*stalls.SELLERS)
@require_POST
def visibility_of(request: HttpRequest, membership: Membership, listing_id: int) -> HttpResponse:
    """Hide a listing or put it back, at once."""
    one = _own(membership, listing_id)
    move = visibility.show if "show" in request.POST else visibility.hide
    try:
        moved = move(one.pk, by=membership.user)
    except refusals.MoveRefused:
        messages.warning(request, _("The listing stands otherwise by now. Look at it again."))
    else:
        shown = moved.state == Listing.State.PUBLISHED
        messages.success(request, _("On the shelf again.") if shown else _("Off the shelf."))
    return redirect("sell-listing", one.pk)


def _own(membership: Membership, listing_id: int) -> Listing:
    """A listing of the cooperative in use; a foreign one is 404."""
    return get_object_or_404(Listing, pk=listing_id, cooperative=membership.cooperative_id)


def _may_sell(cooperative: Cooperative) -> bool:
    """Whether new goods may be proposed."""
    return cooperative.state == Cooperative.State.VERIFIED


def _drafts(cooperative: Cooperative) -> list[dict[str, Any]]:
    """What is begun and not sent."""
    drafts = ListingDraft.objects.filter(cooperative=cooperative)
    return [
        {
            "title": proposals.read(draft.content).title or _("Listing without a name"),
            "url": reverse("sell-draft", args=[draft.token]),
            "saved_at": draft.saved_at,
        }
        for draft in drafts
    ]


def _row(one: Any, change: ListingChange | None) -> dict[str, Any]:
    """A listing as its own list shows it; before the first approval, as it was proposed."""
    proposal = proposals.read(change.proposed) if change else proposals.Proposal()
    title = one.vietnamese[0].title if one.vietnamese else proposal.title
    words, level = _standing(one, change)
    free = sum(pack.free for pack in one.sold_packs)
    return {
        "title": title,
        "url": reverse("sell-listing", args=[one.pk]),
        "state_words": words,
        "state_level": level,
        "image": images.image(one.shots[0]) if one.shots else None,
        "category": one.category.path,
        "packs_words": ", ".join(
            f"{pack.name_vi} {formats.dong(pack.price)}"
            for pack in (one.sold_packs or proposal.packs)
        ),
        "stock_words": _stock(free) if one.version else "",
        "stock_level": "none" if not free else "low" if free <= 10 else "",
        "reason": change.reason if change and change.state in remarks.SENT_BACK else "",
    }


def _stock(free: int) -> str:
    """How much is left, in words."""
    if not free:
        return _("Nothing left")
    return ngettext("%(n)d unit left", "%(n)d units left", free) % {"n": free}


def _standing(one: Listing, change: ListingChange | None) -> tuple[str, str]:
    """Where a listing stands, and how that is marked."""
    if change and change.state == State.CHANGES_REQUESTED:
        return _("To mend"), "bad"
    if change and change.state == State.RETURNED:
        return _("Turned down"), "bad"
    if change and change.state == State.SUBMITTED:
        words = _("Change waits") if one.version else _("Waiting for the department")
        return words, "warn"
    levels = {"published": "ok", "withdrawn": "bad"}
    if one.state == Listing.State.DRAFT:
        return _("Withdrawn before the answer"), "thin"
    return one.get_state_display(), levels.get(one.state, "thin")


def _entry(change: ListingChange) -> dict[str, Any]:
    """One line of a listing's history."""
    who = change.decided_by if change.decided_by_id else change.proposed_by
    return {
        "words": _("Passed by a rule") if change.rule_id else change.get_state_display(),
        "receipt": change.receipt,
        "reason": change.reason,
        "at": change.decided_at or change.proposed_at,
        "who": who.display_name if who else "",
        "version": change.base_version,
    }
