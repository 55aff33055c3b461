"""One decision on several ticked proposals: all of it, or nothing and what stood in the way."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext

from catalog.listings import refusals
from catalog.listings.models import ListingChange
from catalog.moderation import bulk
from marketplace.desk.listingforms import BulkForm, TickedForm
from marketplace.desk.queue import row
from marketplace.desk.refused import in_words
from marketplace.people.models import User

UNPROCESSABLE = 422
CONFLICT = 409


@permission_required("catalog.decide_listing", raise_exception=True)
def together(request: HttpRequest) -> HttpResponse:
    """Show the ticked proposals once more with one form for all, and record the decision."""
    if request.method == "POST":
        return _decide(request)
    ticked = TickedForm(request.GET)
    if not ticked.is_valid():
        messages.warning(request, str(ticked.errors["change"][0]))
        return redirect("desk-listings")
    form = BulkForm(initial={"change": request.GET.getlist("change")})
    return _page(request, form, ticked.cleaned_data["change"])


def _decide(request: HttpRequest) -> HttpResponse:
    """Record the decision on all of them, or say which stood in the way and change nothing."""
    assert isinstance(request.user, User)
    form = BulkForm(request.POST)
    if not form.is_valid():
        ticked = TickedForm(request.POST)
        opened = ticked.cleaned_data["change"] if ticked.is_valid() else {}
        return _page(request, form, opened, status=UNPROCESSABLE)
    facts = form.cleaned_data
    try:
        decided = bulk.decide(
            facts["change"],
            state=facts["decision"],
            by=request.user,
            reason=facts["message"],
            remarks=form.said(),
        )
    except refusals.BulkRefused as refusal:
        return _page(request, form, facts["change"], refusal.standing, CONFLICT)
    except refusals.Refused as refusal:
        form.add_error(None, in_words(refusal))
        return _page(request, form, facts["change"], status=CONFLICT)
    words = ngettext(
        "%(n)d proposal is decided, its cooperative is told.",
        "%(n)d proposals are decided, their cooperatives are told.",
        len(decided),
    )
    messages.success(request, words % {"n": len(decided)})
    return redirect("desk-listings")


def _page(
    request: HttpRequest,
    form: BulkForm,
    opened: dict[int, int],
    standing: dict[int, refusals.Refused] | None = None,
    status: int | None = None,
) -> HttpResponse:
    """The ticked proposals, each with what stood in its way, and the form."""
    assert isinstance(request.user, User)
    found = ListingChange.objects.filter(pk__in=opened).select_related(
        "listing__cooperative__commune", "assigned_to"
    )
    refused = standing or {}
    rows: list[dict[str, Any]] = [
        {
            **row(change, request.user),
            "ticked_as": f"{change.pk}:{opened[change.pk]}",
            "refused": in_words(refused[change.pk]) if change.pk in refused else "",
        }
        for change in found.order_by("due_at", "pk")
    ]
    context = {
        "tab": "listings",
        "changes": rows,
        "refused": sum(bool(one["refused"]) for one in rows),
        "kept_url": _without(rows),
        "form": form,
        "decide_url": reverse("desk-listings-together"),
        "queue_url": reverse("desk-listings"),
    }
    return render(request, "desk/together.html", context, status=status)


def _without(rows: list[dict[str, Any]]) -> str:
    """The same page with those left out that stood in the way."""
    kept = "&".join(f"change={one['ticked_as']}" for one in rows if not one["refused"])
    return f"{reverse('desk-listings-together')}?{kept}" if kept else ""
