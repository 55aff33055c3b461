"""The labels of a lot: print them, pack boxes ahead with them, replace those that are spoilt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.cooperatives.models import Membership
from catalog.listings import queries as goods
from catalog.traceability import codes
from catalog.traceability.labels import SymbolTooSmall
from catalog.traceability.labels.sheets import NothingToPrint
from catalog.traceability.log import keys
from catalog.traceability.lots import packing, relabelling
from catalog.traceability.models import LabelJob, Lot
from catalog.traceability.printing import handing, jobs, queries, wholes
from marketplace.design import formats
from marketplace.workspace import labeljobs, stalls
from marketplace.workspace.labelforms import PackForm, PrintForm, SpoiltForm, WholeForm

UNPROCESSABLE, CONFLICT = 422, 409
SHOWN = 20
Forms = dict[str, Any]


@stalls.members(*stalls.EVERYONE)
@require_safe
def labels(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Show the labels of a lot, and what can be done with them."""
    return _page(request, membership, own_lot(membership, code))


@stalls.members(*stalls.EVERYONE)
@require_POST
def print_labels(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Print the labels of boxes that are packed."""
    lot = own_lot(membership, code)
    form = PrintForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, lot, print=form)

    def do() -> LabelJob:
        """Ask for them."""
        found = queries.printable(lot, only_new=form.cleaned_data["which"] == "new")
        reason = form.cleaned_data["reason"]
        by = membership.user
        return jobs.ask(list(found), lot=lot, reason=reason, by=by, **form.paper)

    return _step(request, membership, lot, do, print=form)


@stalls.members(*stalls.EVERYONE)
@require_POST
def pack(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Pack boxes ahead of any order and print their labels."""
    lot = own_lot(membership, code)
    form = PackForm(request.POST, items=_items(membership, lot))
    if not form.is_valid():
        return _page(request, membership, lot, pack=form)

    def do() -> LabelJob:
        """Pack them, and ask for their labels."""
        item, units = form.cleaned_data["item"], form.cleaned_data["units"]
        boxes = packing.pack(lot.pk, item, units=units, by=membership.user)
        return jobs.ask(boxes, lot=lot, by=membership.user, **form.paper)

    return _step(request, membership, lot, do, pack=form)


@stalls.members(*stalls.EVERYONE)
@require_POST
def spoilt(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Cancel spoilt labels: the boxes get fresh ones, or are unpacked."""
    lot = own_lot(membership, code)
    form = SpoiltForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, lot, spoilt=form)
    key, by = membership.cooperative.party.key, membership.user
    codes, reason = form.cleaned_data["codes"], form.cleaned_data["reason"]

    def do() -> LabelJob | None:
        """Give fresh labels and print them, or unpack."""
        if form.cleaned_data["deed"] == "replace":
            boxes = relabelling.replace(key, codes, reason=reason, by=by)
            return jobs.ask(boxes, lot=lot, by=by, **form.paper)
        count = relabelling.discard(key, codes, reason=reason, by=by)
        words = ngettext("%(n)d box unpacked.", "%(n)d boxes unpacked.", count)
        messages.success(request, words % {"n": count})
        return None

    return _step(request, membership, lot, do, spoilt=form)


@stalls.members(*stalls.EVERYONE)
@require_POST
def whole(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Print labels of the whole lot, for cartons and crates; the file comes at once."""
    lot = own_lot(membership, code)
    form = _whole_form(lot, request.POST)
    if not form.is_valid():
        return _page(request, membership, lot, whole=form)
    item, by = form.cleaned_data["item"], membership.user
    try:
        made = wholes.of_lot(lot.pk, form.order, item=item, by=by)
    except (wholes.CalledBack, SymbolTooSmall) as refusal:
        return _page(request, membership, lot, status=CONFLICT, refused=why(refusal), whole=form)
    return handing.at_once(made)


def own_lot(membership: Membership, code: str) -> Lot:
    """The cooperative's own lot; anybody else's does not exist here."""
    lot = queries.own_lot(membership.cooperative.party.key, code)
    if lot is None:
        raise Http404
    return lot


def _step(
    request: HttpRequest,
    membership: Membership,
    lot: Lot,
    do: Callable[[], LabelJob | None],
    **form: Any,
) -> HttpResponse:
    """Take a step whole or not at all, and show its job; or say why it cannot be taken."""
    try:
        job = jobs.whole(do)
    except REFUSALS as refusal:
        return _page(request, membership, lot, status=CONFLICT, refused=why(refusal), **form)
    if job is None:
        return redirect("sell-lot-labels", lot.code)
    return redirect("sell-lot-labels-job", job.token)


REFUSALS = (
    NothingToPrint, SymbolTooSmall, jobs.ReasonMissing, jobs.TooManyLabels, packing.LotNotOpen,
    packing.MoreThanHarvested, packing.AlreadyShipped, relabelling.UnknownCodes,
    relabelling.BelongsToASale,
)  # fmt: skip


def why(refusal: Exception) -> str:
    """A refusal in the reader's words."""
    first = refusal.args[0] if refusal.args else ""
    named = ", ".join(str(one) for one in refusal.args[:5])
    words: dict[type[Exception], Callable[[], str]] = {
        NothingToPrint: lambda: _("No label of this lot waits to be printed."),
        SymbolTooSmall: lambda: _(
            "The code would be too fine for phones on this paper. Choose larger labels."
        ),
        jobs.ReasonMissing: lambda: _("Some were printed before. Say why they are printed again."),
        jobs.TooManyLabels: lambda: _("At most 10,000 labels at once."),
        packing.LotNotOpen: lambda: _("That lot was called back. Nothing of it may be sent."),
        wholes.CalledBack: lambda: _("That lot was called back. Nothing of it may be sent."),
        packing.MoreThanHarvested: lambda: (
            _("So much is not left of the lot: %(weight)s can still be packed.")
            % {"weight": formats.weight(int(first)) if first else "0 kg"}
        ),
        packing.AlreadyShipped: lambda: (
            _("Already sent, their labels stay: %(codes)s") % {"codes": named}
        ),
        relabelling.UnknownCodes: lambda: (
            _("No label of yours that counts: %(codes)s") % {"codes": named}
        ),
        relabelling.BelongsToASale: lambda: (
            _("Packed for an order, to be unpacked with it: %(codes)s") % {"codes": named}
        ),
    }
    return words[type(refusal)]()


def _items(membership: Membership, lot: Lot) -> list[tuple[str, str]]:
    """The packs that are sold from a lot, by the key traceability knows them by."""
    found = goods.balances(membership.cooperative).filter(lot=lot).select_related("pack__item")
    return [(balance.pack.item.key, balance.pack.name_vi) for balance in found]


def _whole_form(lot: Lot, typed: QueryDict | None = None) -> WholeForm:
    """The form for labels of the whole lot, or of an item that was packed from it."""
    found = list(wholes.items(lot))
    named = [(item.key, item.name(get_language() or "vi")) for item in found]
    paths = [codes.lot_path(lot, gtin) for gtin in ("", *(item.gtin for item in found))]
    return WholeForm(typed, items=named, paths=paths)


def _page(
    request: HttpRequest,
    membership: Membership,
    lot: Lot,
    *,
    status: int | None = None,
    refused: str = "",
    **typed: Any,
) -> HttpResponse:
    """The page of a lot's labels; ``typed`` is the form that was sent, if any."""
    items = _items(membership, lot)
    forms: Forms = {
        "print": PrintForm(initial={"which": "new"}),
        "pack": PackForm(items=items),
        "spoilt": SpoiltForm(initial={"deed": "replace"}),
        "whole": _whole_form(lot),
        **typed,
    }
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "lot": lot,
        "tally": queries.tally(lot),
        "left_words": formats.weight(lot.quantity_g - lot.packed_g),
        "can_name": lot.state != Lot.State.RECALLED,
        "is_signed": keys.is_on(),
        "can_pack": bool(items) and lot.state == Lot.State.OPEN,
        "ask": forms,
        "open": next(iter(typed), ""),
        "refused": refused,
        "jobs": [labeljobs.row(job) for job in queries.jobs_of(lot)[:SHOWN]],
        "printer_url": reverse("sell-lot-labels-printer", args=["a4-3x8"]),
    }
    if typed and status is None:
        status = UNPROCESSABLE
    return render(request, "workspace/labels.html", context, status=status)
