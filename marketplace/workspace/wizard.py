"""Writing a listing on a phone: one question a page, every page saved on the server.

Photos, goods, origin, season, packs and, for a new listing, the first lot; the last page shows the
whole and what is still missing, and sends it in. Works without scripts.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Cooperative, Membership
from catalog.drafts import writing
from catalog.drafts.models import ListingDraft
from catalog.listings import checking, comparing, proposals, refusals
from catalog.listings.models import ListingChange
from marketplace.workspace import mending, stalls, steps

UNPROCESSABLE = 422


@stalls.members(*stalls.SELLERS)
def new(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Begin a listing: the first step, kept from its first press."""
    if membership.cooperative.state != Cooperative.State.VERIFIED:
        messages.warning(
            request,
            _("You can put goods on sale once the department has verified you."),
        )
        return redirect("sell-today")
    draft = ListingDraft(cooperative=membership.cooperative)
    if request.method != "POST":
        return steps.page(request, membership, steps.begin("photos", draft))
    try:
        draft = writing.begin(membership.cooperative_id, by=membership.user)
    except writing.TooManyDrafts:
        messages.error(
            request,
            _("There are fifty drafts already. Send some in or throw them away."),
        )
        return redirect("sell-listings")
    taken = steps.take("photos", draft, request, by=membership.user)
    if taken.errors and not taken.draft.content:
        # Nothing could be kept: no empty draft is left behind.
        writing.discard(draft.token)
        taken.draft = ListingDraft(cooperative=membership.cooperative)
    return _answer(request, membership, taken)


@stalls.members(*stalls.SELLERS)
def step(request: HttpRequest, membership: Membership, token: str, name: str) -> HttpResponse:
    """Show one step of a draft, or keep what was typed and go on."""
    draft = _own(membership, token)
    if name not in steps.of(draft):
        raise Http404
    if request.method != "POST":
        return steps.page(request, membership, steps.begin(name, draft))
    return _take(request, membership, draft, name)


@stalls.members(*stalls.SELLERS)
def review(request: HttpRequest, membership: Membership, token: str) -> HttpResponse:
    """Show the whole draft and what is missing; send it in."""
    if request.method == "POST":
        return _send(request, membership, token)
    draft = _own(membership, token)
    found = checking.problems(
        proposals.read(draft.content),
        membership.cooperative,
        is_new=steps.is_new(draft),
    )
    return _review(request, membership, draft, found)


@stalls.members(*stalls.SELLERS)
@require_POST
def discard(request: HttpRequest, membership: Membership, token: str) -> HttpResponse:
    """Throw a draft away."""
    draft = _own(membership, token)
    writing.discard(draft.token)
    messages.success(request, _("The draft has been thrown away."))
    return redirect("sell-listings")


def _own(membership: Membership, token: str) -> ListingDraft:
    """A draft of the cooperative in use; a foreign one is 404."""
    drafts = ListingDraft.objects.select_related("listing", "cooperative")
    return get_object_or_404(drafts, cooperative=membership.cooperative_id, token=token)


def _take(
    request: HttpRequest, membership: Membership, draft: ListingDraft, name: str
) -> HttpResponse:
    """Keep a step and go on."""
    return _answer(request, membership, steps.take(name, draft, request, by=membership.user))


def _answer(request: HttpRequest, membership: Membership, taken: steps.Step) -> HttpResponse:
    """Stay on a step when something is wrong or more is wanted, else lead on."""
    if taken.errors:
        return steps.page(request, membership, taken, status=UNPROCESSABLE)
    if taken.stay:
        return redirect("sell-draft-step", taken.draft.token, taken.name)
    return redirect(steps.after(taken.name, taken.draft))


def _send(request: HttpRequest, membership: Membership, token: str) -> HttpResponse:
    """Send a draft in; a second press finds it sent."""
    drafts = ListingDraft.objects.select_related("listing", "cooperative")
    found = drafts.filter(token=token).first()
    if found is not None and found.cooperative_id != membership.cooperative_id:
        raise Http404
    if found is None:
        messages.success(request, _("This listing has been sent in already."))
        return redirect("sell-listings")
    try:
        change = writing.send_in(token, by=membership.user)
    except refusals.Incomplete as refusal:
        return _review(request, membership, found, refusal.problems, UNPROCESSABLE)
    except ListingDraft.DoesNotExist:
        return redirect("sell-listings")
    except refusals.Refused as refusal:
        messages.error(request, _in_words(refusal))
        if isinstance(refusal, refusals.Outdated):
            writing.rebase(token, by=membership.user)
        return redirect("sell-draft", token)
    if change.state == ListingChange.State.APPROVED:
        messages.success(request, _("It counts at once: a rule of the market lets it pass."))
    else:
        messages.success(request, _("Sent. The department answers within the time shown here."))
    return redirect("sell-listing", change.listing_id)


def _review(
    request: HttpRequest,
    membership: Membership,
    draft: ListingDraft,
    problems: list[refusals.Problem],
    status: int | None = None,
) -> HttpResponse:
    """The last page: everything in words, gaps first."""
    names = steps.of(draft)
    asked = mending.of(draft)
    context: dict[str, Any] = {
        "cooperative": membership.cooperative,
        "tab": "listings",
        "draft": draft,
        "title": proposals.read(draft.content).title or _("Listing without a name"),
        "sections": steps.sections(draft, problems),
        "problems": problems,
        "asked": asked.change if asked else None,
        "to_mend": mending.overview(draft, asked) if asked else [],
        "comparison": comparing.of_draft(draft.listing, draft.content),
        "number": len(names) + 1,
        "of": len(names) + 1,
        "back_url": reverse("sell-draft-step", args=[draft.token, names[-1]]),
    }
    return render(request, "workspace/review.html", context, status=status)


def _in_words(refusal: refusals.Refused) -> str:
    """Why a draft was not sent, and what to do."""
    if isinstance(refusal, refusals.Outdated):
        return _("The listing was changed meanwhile. Compare once more, then send again.")
    if isinstance(refusal, refusals.AlreadyWaiting):
        return _("A change of this listing waits already. Withdraw it first.")
    if isinstance(refusal, refusals.Unchanged):
        return _("Nothing differs from what is on sale.")
    return _("You can put goods on sale once the department has verified you.")
