"""Harvests of a cooperative: what came in, what is left, and a new one in one page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Membership
from catalog.drafts.packforms import LotForm
from catalog.listings import harvesting, proposals, queries
from catalog.stock import expiring, receiving
from catalog.stock.models import LotBalance
from catalog.stock.refusals import OutOfStock
from catalog.traceability import codes
from catalog.traceability.diary import writing as diary
from catalog.traceability.growing import queries as growing
from catalog.traceability.lots import harvest
from catalog.traceability.models import Lot
from marketplace.design import formats
from marketplace.records import clock
from marketplace.workspace import orderpages, stalls
from marketplace.workspace.diary import sending
from marketplace.workspace.lotforms import HarvestForm, WriteOffForm
from marketplace.workspace.making import telling

UNPROCESSABLE = 422
CONFLICT = 409
SHOWN = 60
FEW = 10  # units


@stalls.members(*stalls.EVERYONE)
def lots(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the lots, the newest first, with what is left of each."""
    return _page(request, membership)


def _page(request: HttpRequest, membership: Membership, status: int | None = None) -> HttpResponse:
    """A leaf of the lots."""
    found = Lot.objects.filter(party=membership.cooperative.party_id)
    leaf = Paginator(found.order_by("-harvested_on", "-pk"), SHOWN).get_page(
        request.GET.get("page")
    )
    by_lot: dict[int, list[Any]] = {lot.pk: [] for lot in leaf}
    for balance in queries.balances(membership.cooperative).filter(lot__in=by_lot):
        by_lot[balance.lot_id].append(balance)
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "lots": [_row(lot, by_lot[lot.pk]) for lot in leaf],
        "pages": orderpages.leaf(leaf, "?"),
        "may_write_off": membership.role in stalls.SELLERS,
        "new_url": reverse("sell-lot-choose") if membership.role in stalls.SELLERS else "",
    }
    return render(request, "workspace/lots.html", context, status=status)


@stalls.members(*stalls.SELLERS)
def choose(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Ask of which goods a harvest came in; with only one listing there is nothing to ask."""
    own = queries.of(membership.cooperative).filter(version__gte=1)
    found = list(own)
    if len(found) == 1:
        return redirect("sell-lot-new", found[0].pk)
    context = {"cooperative": membership.cooperative, "tab": "lots", "listings": found}
    return render(request, "workspace/lot_choose.html", context)


@stalls.members(*stalls.SELLERS)
def new(request: HttpRequest, membership: Membership, listing_id: int) -> HttpResponse:
    """Write down a harvest; its units can be bought at once."""
    own = queries.of(membership.cooperative).filter(version__gte=1)
    listing = get_object_or_404(own, pk=listing_id)
    form = _form(request, membership, listing)
    lot = None
    if request.method == "POST" and form.is_valid():
        lot = _harvested(form, listing.pk, membership)
    if request.method == "POST" and sending.is_by_script(request):
        return sending.taken() if lot else sending.refused(form)
    if lot:
        messages.success(request, _("Lot %(code)s can be bought now.") % {"code": lot.code})
        return redirect("sell-lots")
    title = listing.vietnamese[0].title if listing.vietnamese else ""
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "heading": _("Write down a harvest"),
        "lead": title,
        "form": form,
        "submit": _("Put the lot on sale"),
        "back_url": reverse("sell-lots"),
        "owner": sending.owner(membership),
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/making/harvest.html", context, status=status)


def _form(request: HttpRequest, membership: Membership, listing: Any) -> HarvestForm:
    """The form of a harvest, with the plots of its crop."""
    packs = [(pack.key, pack.name_vi) for pack in listing.sold_packs]
    plots = list(growing.in_use(membership.cooperative.party_id, listing.category.name_vi))
    blank = {**LotForm.initially(proposals.Proposal()), **sending.fresh()}
    data = request.POST if request.method == "POST" else None
    return HarvestForm(data, packs=packs, plots=plots, initial=blank)


def _harvested(form: HarvestForm, listing_id: int, membership: Membership) -> Lot | None:
    """Write the harvest down; why not stands in the form."""
    content = proposals.read({"first_lot": form.content()}).first_lot
    assert content is not None
    try:
        return harvesting.add(listing_id, content, by=membership.user, sent=form.sent())
    except harvest.InsideInterval as blocked:
        form.add_error("plots", diary.too_soon(blocked.args[0]))
    except harvest.NotOurPlot:
        form.add_error("plots", _("Say again on which plots it was picked."))
    except harvest.PlotsNotSaid:
        # A plot was written down since the form was made: it has no field to say it at.
        form.add_error(
            None, _("A plot of this crop was written down meanwhile. Open the page anew.")
        )
    except harvest.DraftTaken:
        form.add_error(None, _("This harvest was written down already."))
    return None


@stalls.members(*stalls.SELLERS)
@require_POST
def write_off(request: HttpRequest, membership: Membership, balance_id: int) -> HttpResponse:
    """Take spoilt or lost units off."""
    own = LotBalance.objects.filter(pack__listing__cooperative=membership.cooperative_id)
    balance = get_object_or_404(own, pk=balance_id)
    form = WriteOffForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write how many units are spoilt or lost."))
        return _page(request, membership, UNPROCESSABLE)
    try:
        receiving.write_off(balance.pk, units=form.cleaned_data["units"], by=membership.user)
    except OutOfStock:
        messages.error(request, _("So many units are not left: some may be sold or held by now."))
        return _page(request, membership, CONFLICT)
    messages.success(request, _("Taken off."))
    return redirect("sell-lots")


def _row(lot: Lot, balances: list[Any]) -> dict[str, Any]:
    """A lot with the balances of its packs."""
    free = sum(balance.free for balance in balances)
    left = ", ".join(f"{balance.pack.name_vi}: {balance.free}" for balance in balances)
    keeps, level = _keeps(lot.best_before, free)
    is_over = lot.best_before is not None and lot.best_before < clock.local_day()
    is_sold = free and lot.state == Lot.State.OPEN and not is_over
    return {
        "code": lot.code,
        "keeps_words": keeps,
        "keeps_level": level,
        "url": reverse("sell-lot", args=[lot.code]),
        "state": telling.state(lot),
        "kind_words": telling.kind_words(lot) if lot.kind != Lot.Kind.HARVEST else "",
        "crop": balances[0].pack.listing.product.title if balances else lot.goods,
        "harvested_on": lot.harvested_on,
        "best_before": lot.best_before,
        "quantity_words": formats.weight(lot.quantity_g),
        "left_words": left if free else _("Nothing left") if balances else _("Not on sale"),
        "left_level": "none" if not is_sold else "low" if free <= FEW else "",
        "trace_url": codes.url(lot.code),
        "labels_url": reverse("sell-lot-labels", args=[lot.code]),
        "balances": [balance for balance in balances if balance.free],
    }


def _keeps(best_before: dt.date | None, free: int) -> tuple[str, str]:
    """How long a lot is still good, and how that is marked."""
    if best_before is None:
        return "", ""
    left = (best_before - clock.local_day()).days
    if left < 0:
        return _("past its day"), "none"
    if not left:
        return _("last day today"), "low" if free else ""
    words = ngettext("%(n)d day left", "%(n)d days left", left) % {"n": left}
    return words, "low" if free and left <= expiring.SOON.days else ""
