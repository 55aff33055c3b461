"""Scratch codes of a lot: asked for, handed out once for the print shop, made anew when lost."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from catalog.cooperatives.models import Membership
from catalog.traceability.models import Lot, ScratchSheet
from catalog.traceability.scratching import digits, making
from marketplace.workspace import stalls
from marketplace.workspace.labels import own_lot

CONFLICT = 409
SHOWN = 20
State = ScratchSheet.State
_LEVELS = {State.MAKING: "warn", State.READY: "ok"}
_NEW = (State.READY, State.FETCHED)


@stalls.members(*stalls.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def scratch(request: HttpRequest, membership: Membership, code: str) -> HttpResponse:
    """Show the scratch codes of a lot, and ask for those that are missing."""
    lot = own_lot(membership, code)
    if request.method != "POST":
        return _page(request, membership, lot)
    try:
        making.ask(lot.pk, by=membership.user)
    except (making.NothingToScratch, making.CalledBack) as refusal:
        return _page(request, membership, lot, refused=_why(refusal))
    return redirect("sell-lot-labels-scratch", lot.code)


@stalls.members(*stalls.EVERYONE)
@require_POST
def file(request: HttpRequest, membership: Membership, token: str) -> HttpResponse:
    """Hand the digits of a sheet out, this once."""
    sheet = _own(membership, token)
    try:
        table = making.fetch(sheet.pk, by=membership.user)
    except (making.NotReady, making.NothingToScratch, digits.SeedLost) as refusal:
        return _page(request, membership, sheet.lot, refused=_why(refusal))
    answer = HttpResponse(table, content_type="text/csv; charset=utf-8")
    name = f"scratch-{sheet.lot.code}-{sheet.pk}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store, private"
    return answer


@stalls.members(*stalls.EVERYONE)
@require_POST
def anew(request: HttpRequest, membership: Membership, token: str) -> HttpResponse:
    """Make other digits in place of those of a sheet that was lost."""
    sheet = _own(membership, token)
    try:
        making.anew(sheet.pk, by=membership.user)
    except (making.NotReady, making.NothingToScratch) as refusal:
        return _page(request, membership, sheet.lot, refused=_why(refusal))
    messages.success(request, _("The earlier digits are void. New ones are being made."))
    return redirect("sell-lot-labels-scratch", sheet.lot.code)


def _why(refusal: Exception) -> str:
    """A refusal in the reader's words."""
    words = {
        making.NothingToScratch: _("No box in the house waits for a scratch code."),
        making.CalledBack: _("That lot was called back. Nothing of it may be sent."),
        making.NotReady: _(
            "These digits were handed out or replaced before. If the file is lost, make new ones."
        ),
        digits.SeedLost: _("These digits cannot be read any more. Make new ones."),
    }
    return words[type(refusal)]


def _row(sheet: ScratchSheet) -> dict[str, Any]:
    """A sheet as the page shows it."""
    words = {
        State.MAKING: _("being made"),
        State.READY: _("ready"),
        State.FETCHED: _("handed out"),
        State.REPLACED: _("replaced"),
    }
    state = State(sheet.state)
    url = {name: reverse(f"sell-lot-labels-scratch-{name}", args=[sheet.token]) for name in
           ("file", "anew")}  # fmt: skip
    return {
        "asked_at": sheet.asked_at,
        "by": str(sheet.asked_by.display_name) if sheet.asked_by else "",
        "units": sheet.units,
        "made": sheet.made,
        "fetched_at": sheet.fetched_at,
        "words": words[state],
        "level": _LEVELS.get(state, ""),
        "is_going": state == State.MAKING,
        "file_url": url["file"] if state == State.READY else "",
        "anew_url": url["anew"] if state in _NEW else "",
    }


def _own(membership: Membership, token: str) -> ScratchSheet:
    """The cooperative's own sheet; anybody else's does not exist here."""
    found = making.sheet(membership.cooperative.party.key, token)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, membership: Membership, lot: Lot, *, refused: str = ""
) -> HttpResponse:
    """The scratch codes of a lot; after a refusal with why nothing was done."""
    sheets = [_row(sheet) for sheet in making.sheets_of(lot)[:SHOWN]]
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "lot": lot,
        "waiting": making.waiting(lot).count() if lot.state != Lot.State.RECALLED else 0,
        "most": making.MOST,
        "sheets": sheets,
        "is_going": any(sheet["is_going"] for sheet in sheets),
        "refused": refused,
    }
    return render(request, "workspace/scratch.html", context, status=CONFLICT if refused else None)
