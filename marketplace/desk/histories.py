"""A listing before staff: every step of it, and any two of its versions side by side."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.listings import proposals
from catalog.listings.models import Listing
from catalog.moderation import history
from catalog.moderation.history import Entry, Version
from marketplace.design import formats
from marketplace.desk.listingforms import TwoVersions


@permission_required("catalog.decide_listing", raise_exception=True)
def listing(request: HttpRequest, listing_id: int) -> HttpResponse:
    """Show the whole history of a listing and what differs between two versions."""
    found = Listing.objects.select_related("cooperative__commune", "category")
    one = get_object_or_404(found, pk=listing_id)
    versions = history.versions(one)
    old, new = _asked(request, versions)
    context = {
        "tab": "listings",
        "listing": one,
        "title": _title(one, versions),
        "cooperative_url": reverse("desk-cooperative", args=[one.cooperative_id]),
        "state_words": one.get_state_display(),
        "entries": [_entry(entry) for entry in history.entries(one)],
        "versions": [
            {"number": version.number, "words": _version(version)} for version in versions
        ],
        "old": old,
        "new": new,
        "comparison": history.between(versions, old, new),
        "here": reverse("desk-listing", args=[one.pk]),
        "queue_url": reverse("desk-listings"),
    }
    return render(request, "desk/history.html", context)


def _asked(request: HttpRequest, versions: list[Version]) -> tuple[int, int]:
    """The two versions asked for; at first the last one and the one before."""
    form = TwoVersions(request.GET)
    if form.is_valid():
        return form.cleaned_data["old"], form.cleaned_data["new"]
    numbers = [version.number for version in versions]
    return (numbers[1], numbers[0]) if len(numbers) > 1 else (0, 0)


def _title(one: Listing, versions: list[Version]) -> str:
    """The title on sale, or the one proposed last."""
    change = versions[0].change if versions else one.changes.order_by("-pk").first()
    title = proposals.read(change.proposed).title if change else ""
    return title or (one.product.title if one.product else str(one))


def _version(version: Version) -> str:
    """A version as a list names it."""
    at = version.change.decided_at
    assert at is not None
    return _("version %(n)d, %(day)s") % {"n": version.number, "day": formats.day(at)}


def _entry(entry: Entry) -> dict[str, Any]:
    """A step as the page shows it."""
    return {
        "at": entry.at,
        "words": entry.words,
        "who": entry.who,
        "receipt": entry.change.receipt if entry.change else "",
        "url": reverse("desk-change", args=[entry.change.pk]) if entry.change else "",
        "version": entry.version,
        "rule": entry.rule,
        "told": entry.told,
        "message": entry.message,
    }
