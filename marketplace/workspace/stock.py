"""Prices and stock of everything a cooperative sells, on one screen with one save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cooperatives.models import Membership
from catalog.listings import queries
from catalog.listings.models import ListingChange
from catalog.stock import alarms, bulk, grounds, saying
from marketplace.workspace import stalls, stockforms
from marketplace.workspace.stockforms import GroundForm, RowForm

UNPROCESSABLE, CONFLICT = 422, 409


@dataclass(frozen=True, slots=True)
class Asked:
    """The forms of the page: one for each pack, and one for the plots of each listing."""

    packs: list[Any]
    rows: list[RowForm]
    fields: dict[int, GroundForm]

    @property
    def forms(self) -> list[RowForm | GroundForm]:
        """All of them, for one list of what is to be mended."""
        return [*self.rows, *self.fields.values()]


@stalls.members(*stalls.SELLERS)
def stock(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show a row per pack, and save them all or none."""
    packs = alarms.sold(membership.cooperative)
    keys = [pack.pk for pack in packs]
    posted = request.POST if request.method == "POST" else None
    rows = stockforms.forms_of(packs, bulk.received(keys), alarms.of(keys), posted)
    fields = stockforms.grounds(grounds.of(membership.cooperative, packs), packs, rows, posted)
    asked = Asked(packs, rows, fields)
    if posted is None:
        return _page(request, membership, asked)
    # Every form is asked, so that each shows its own mistakes.
    if [form for form in asked.forms if not form.is_valid()]:
        return _page(request, membership, asked, status=UNPROCESSABLE)
    wanted = [
        form.row(pack.pk, fields[pack.listing_id].picked())
        for pack, form in zip(packs, rows, strict=True)
    ]
    try:
        saved = bulk.save(membership.cooperative_id, wanted, by=membership.user)
    except saying.REFUSALS as error:
        words = saying.words(error)
        return _page(request, membership, asked, status=CONFLICT, refused=words)
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
    asked: Asked,
    *,
    status: int = 200,
    refused: str = "",
) -> HttpResponse:
    """The rows, grouped by listing."""
    waiting = queries.waiting().filter(listing__cooperative=membership.cooperative_id)
    groups: dict[int, dict[str, Any]] = {}
    for pack, form in zip(asked.packs, asked.rows, strict=True):
        field = asked.fields[pack.listing_id]
        blank = {"title": str(pack.listing.product), "rows": [], "field": field}
        group = groups.setdefault(pack.listing_id, blank)
        group["rows"].append({"pack": pack, "form": form, "key": f"pack-{pack.pk}"})
    for change in waiting:
        if change.listing_id in groups:
            groups[change.listing_id]["waiting"] = change
    context = {
        "cooperative": membership.cooperative,
        "tab": "listings",
        "groups": list(groups.values()),
        "forms": asked.forms,
        "refused": refused,
    }
    return render(request, "workspace/stock.html", context, status=status)
