"""Papers of a lot for authorities and buyers abroad: which there are, and what hinders them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from catalog.cooperatives.models import Membership
from catalog.lotfiles import answers
from catalog.traceability.exports import commodities, consignments, eudr, handing
from catalog.traceability.exports.consignments import Consignment
from catalog.traceability.exports.findings import Faulty, Finding
from marketplace.design import formats
from marketplace.workspace import stalls

UNPROCESSABLE = 422
PLOT_PAGE = "sell-plot"  # where an outline is put right
FSMA = {
    "listed": gettext_lazy("This fruit is on the American list."),
    "check": gettext_lazy("The American list does not name this fruit: ask the buyer."),
    "not listed": gettext_lazy("These goods are not on the American list."),
    "unknown": gettext_lazy("Whether these goods are on the American list is not known here."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding in words, and the page where it is mended, if there is one."""

    message: str
    url: str


class TogetherForm(forms.Form):
    """Which further lots go out together with this one."""

    together = forms.CharField(
        label=gettext_lazy("Further lots that go out together"),
        help_text=gettext_lazy("Lot codes, with a blank between them"),
        max_length=2_100,
        required=False,
    )

    def codes(self) -> list[str]:
        """The codes that were typed."""
        return str(self.cleaned_data.get("together", "")).replace(",", " ").split()


@stalls.members(*stalls.SELLERS)
@require_safe
def papers(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Show which files there are of a lot, and what would be sent back."""
    return _page(request, membership, code)


@stalls.members(*stalls.SELLERS)
@require_safe
def paper(request: HttpRequest, membership: Membership, code: str, kind: str) -> HttpResponse:
    """Hand a file out; with faults the page comes back and says them."""
    consignment, form = _consignment(request, membership, code)
    if form.errors:
        return _page(request, membership, code, UNPROCESSABLE)
    try:
        made = handing.hand_out(
            consignment,
            kind,
            request.GET.get("format", ""),
            by=membership.user,
            draft=request.GET.get("draft") == "1",
        )
    except handing.UnknownForm:
        raise Http404 from None
    except (Faulty, eudr.TooLargeForOne, handing.OneAtATime):
        return _page(request, membership, code, UNPROCESSABLE)
    return answers.sent(request, made)


def _consignment(
    request: HttpRequest, membership: Membership, code: str
) -> tuple[Consignment, TogetherForm]:
    """The lot with those typed beside it; 404 when it is not the cooperative's."""
    party = membership.cooperative.party_id
    form = TogetherForm(request.GET)
    try:
        alone = consignments.of_lots(party, [code])
    except consignments.NotOurs:
        raise Http404 from None
    if not form.is_valid():
        return alone, form
    try:
        return consignments.of_lots(party, [code, *form.codes()]), form
    except consignments.NotOurs as error:
        words = _("%(code)s is no lot of yours.") % {"code": error.args[0]}
        form.add_error("together", words)
    except consignments.TooMany:
        form.add_error("together", _("At most one hundred lots go into one file."))
    return alone, form


def _page(
    request: HttpRequest, membership: Membership, code: str, status: int | None = None
) -> HttpResponse:
    """The papers of a lot with their faults."""
    consignment, form = _consignment(request, membership, code)
    told = eudr.dossier(consignment)
    lot = consignment.lots[0]
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "lot": lot,
        "lots": consignment.lots,
        "form": form,
        "query": "+".join(one.code for one in consignment.lots[1:]),
        "faults": [_fault(one) for one in told.findings if one.blocks],
        "remarks": [_fault(one) for one in told.findings if not one.blocks],
        "is_good": told.is_good,
        "sums": _sums(told, consignment),
        "fsma_words": FSMA[commodities.of(lot.crop).fsma],
    }
    status = status or (UNPROCESSABLE if form.errors else None)
    return render(request, "workspace/lot_papers.html", context, status=status)


def _sums(told: eudr.Dossier, consignment: Consignment) -> dict[str, Any]:
    """How many plots of how much land, and the weight that goes out."""
    hectares = sum(plot.area_m2 for plot in told.origin.plots) / 10_000
    return {
        "plots": len(told.origin.plots),
        "hectares": formats.decimal(hectares, 2),
        "weight": formats.weight(sum(consignment.grams)),
    }


def _fault(one: Finding) -> Fault:
    """A finding with the page of its plot."""
    if one.plot is None:
        return Fault(one.message, "")
    try:
        return Fault(one.message, reverse(PLOT_PAGE, args=[one.plot]))
    except NoReverseMatch:
        return Fault(one.message, "")
