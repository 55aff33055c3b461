"""Prices and stock of everything a cooperative sells, on one screen with one save."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cooperatives.models import Membership
from catalog.listings import queries
from catalog.listings.models import ListingChange
from catalog.stock import alarms, bulk, saying
from marketplace.workspace import stalls, stockforms
from marketplace.workspace.stockforms import RowForm

UNPROCESSABLE, CONFLICT = 422, 409


@stalls.members(*stalls.SELLERS)
def stock(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show a row per pack, and save them all or none."""
    packs = alarms.sold(membership.cooperative)
    keys = [pack.pk for pack in packs]
    posted = request.POST if request.method == "POST" else None
    rows = stockforms.forms_of(packs, bulk.received(keys), alarms.of(keys), posted)
    if posted is None:
        return _page(request, membership, packs, rows)
    # Every form is asked, so that each shows its own mistakes.
    if [form for form in rows if not form.is_valid()]:
        return _page(request, membership, packs, rows, status=UNPROCESSABLE)
    wanted = [form.row(pack.pk) for pack, form in zip(packs, rows, strict=True)]
    try:
        saved = bulk.save(membership.cooperative_id, wanted, by=membership.user)
    except saying.REFUSALS as error:
        words = saying.words(error)
        return _page(request, membership, packs, rows, status=CONFLICT, refused=words)
    _tell(request, saved)
    return redirect("sell-stock")


def _tell(request: HttpRequest, saved: bulk.Saved) -> None:
    """Say what was saved, and what the department still has to look at."""
    messages.success(request, _("Saved."))
    waiting = [
        change for change in saved.changes or [] if change.state == ListingChange.State.SUBMITTED
    ]
    if waiting:
        words = ngettext(
            "The new prices of one listing went to the department and hold once it agrees.",
            "The new prices of %(n)d listings went to the department and hold once it agrees.",
            len(waiting),
        )
        messages.info(request, words % {"n": len(waiting)})


def _page(
    request: HttpRequest,
    membership: Membership,
    packs: list[Any],
    rows: list[RowForm],
    *,
    status: int = 200,
    refused: str = "",
) -> HttpResponse:
    """The rows, grouped by listing."""
    waiting = queries.waiting().filter(listing__cooperative=membership.cooperative_id)
    groups: dict[int, dict[str, Any]] = {}
    for pack, form in zip(packs, rows, strict=True):
        group = groups.setdefault(pack.listing_id, {"title": str(pack.listing.product), "rows": []})
        group["rows"].append({"pack": pack, "form": form, "key": f"pack-{pack.pk}"})
    for change in waiting:
        if change.listing_id in groups:
            groups[change.listing_id]["waiting"] = change
    context = {
        "cooperative": membership.cooperative,
        "tab": "listings",
        "groups": list(groups.values()),
        "forms": rows,
        "refused": refused,
    }
    return render(request, "workspace/stock.html", context, status=status)
