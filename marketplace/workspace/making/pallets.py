"""Pallets and cartons: begun, loaded by scanning codes, closed, and taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Membership
from catalog.traceability import codes
from catalog.traceability.codes import serials
from catalog.traceability.codes.checkdigits import WrongNumber
from catalog.traceability.labels import SymbolTooSmall
from catalog.traceability.loading import stacking
from catalog.traceability.log import keys
from catalog.traceability.models import LogisticUnit
from catalog.traceability.printing import handing, wholes
from marketplace.workspace import stalls
from marketplace.workspace.labelforms import CopiesForm

UNPROCESSABLE, CONFLICT = 422, 409
SHOWN = 60
_BETWEEN = re.compile(r"[\s,;]+")
_LINK = re.compile(r"^https?://[^/]+/(?:t/|.*?/21/)([^/?#]+).*$", re.IGNORECASE)

_STATES = {
    LogisticUnit.State.OPEN: (gettext_lazy("open"), "ok"),
    LogisticUnit.State.CLOSED: (pgettext_lazy("pallet", "closed"), ""),
    LogisticUnit.State.UNLOADED: (gettext_lazy("taken apart"), "thin"),
}


class UnitForm(forms.Form):
    """A new pallet; its number of GS1, for who has one."""

    sscc = forms.CharField(
        label=gettext_lazy("SSCC"),
        required=False,
        max_length=25,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=gettext_lazy("18 digits, only if you have a prefix of GS1."),
    )


class LoadForm(forms.Form):
    """Box codes, scanned or typed; whole links from the labels are understood."""

    codes = forms.CharField(
        label=gettext_lazy("Codes of the boxes"),
        max_length=stacking.MOST_BOXES * 80,
        widget=forms.Textarea(attrs={"rows": 5, "autocapitalize": "characters"}),
        help_text=gettext_lazy("One below the other. A scanner may type the whole link."),
    )

    def clean_codes(self) -> list[str]:
        """The codes alone, each one once."""
        words = _BETWEEN.split(str(self.cleaned_data["codes"]).strip())
        told = [serials.tidy(_LINK.sub(r"\1", word)) for word in words if word]
        return list(dict.fromkeys(told))


@stalls.members(*stalls.EVERYONE)
def pallets(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the pallets, and begin one."""
    form = UnitForm(request.POST or None)
    party = membership.cooperative.party
    if request.method == "POST" and form.is_valid():
        sscc = "".join(form.cleaned_data["sscc"].split())
        try:
            made = stacking.open_unit(party.key, sscc=sscc, by=membership.user)
        except WrongNumber:
            form.add_error("sscc", _("This is no SSCC: 18 digits, and the last fits the others."))
        except stacking.NumberTaken:
            form.add_error("sscc", _("Another pallet bears this number already."))
        else:
            return redirect("sell-pallet", made.pk)
    rows = LogisticUnit.objects.filter(party=party).order_by("-pk")[:SHOWN]
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "units": [_row(unit) for unit in rows],
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/making/pallets.html", context, status=status)


@stalls.members(*stalls.EVERYONE)
def pallet(request: HttpRequest, membership: Membership, unit_id: int) -> HttpResponse:
    """Show one pallet with what lies on it, and load more boxes."""
    unit = _own(membership, unit_id)
    form = LoadForm(request.POST or None)
    if request.method != "POST":
        return _page(request, membership, unit)
    if not form.is_valid():
        return _page(request, membership, unit, UNPROCESSABLE, form=form)
    try:
        fresh = stacking.load(unit.pk, form.cleaned_data["codes"], by=membership.user)
    except (stacking.NotOurBox, stacking.LiesElsewhere, stacking.MoveRefused) as refusal:
        form.add_error("codes", _refused(refusal))
        return _page(request, membership, unit, CONFLICT, form=form)
    except stacking.TooMany:
        form.add_error("codes", _("Write between one and 2,000 codes."))
        return _page(request, membership, unit, UNPROCESSABLE, form=form)
    said = ngettext("One box was loaded.", "%(n)d boxes were loaded.", fresh) % {"n": fresh}
    messages.success(request, said)
    return redirect("sell-pallet", unit.pk)


@stalls.members(*stalls.EVERYONE)
@require_POST
def close(request: HttpRequest, membership: Membership, unit_id: int) -> HttpResponse:
    """Close a pallet: it is wrapped."""
    return _press(request, membership, unit_id, stacking.close)


@stalls.members(*stalls.EVERYONE)
@require_POST
def unload(request: HttpRequest, membership: Membership, unit_id: int) -> HttpResponse:
    """Take a pallet apart."""
    return _press(request, membership, unit_id, stacking.unload)


@stalls.members(*stalls.EVERYONE)
@require_POST
def labels(request: HttpRequest, membership: Membership, unit_id: int) -> HttpResponse:
    """Print labels of a closed pallet; the file comes at once."""
    unit = _own(membership, unit_id)
    form = _labels_form(unit, request.POST)
    if not form.is_valid():
        return _page(request, membership, unit, UNPROCESSABLE, labels=form)
    try:
        made = wholes.of_unit(unit.pk, form.order, by=membership.user)
    except wholes.NotWrapped:
        form.add_error(None, _("Close the pallet first: its label says how many boxes it holds."))
    except SymbolTooSmall:
        form.add_error("layout", form.fields["layout"].error_messages["invalid_choice"])
    else:
        return handing.at_once(made)
    return _page(request, membership, unit, CONFLICT, labels=form)


def _labels_form(unit: LogisticUnit, typed: QueryDict | None = None) -> CopiesForm:
    """The form for labels of a pallet."""
    return CopiesForm(typed, paths=[codes.unit_path(unit)], initial={"copies": 2})


def _press(
    request: HttpRequest, membership: Membership, unit_id: int, verb: Callable[..., Any]
) -> HttpResponse:
    """Move a pallet on; a second press changes nothing."""
    unit = _own(membership, unit_id)
    try:
        verb(unit.pk, by=membership.user)
    except stacking.MoveRefused:
        messages.error(request, _("This pallet has been taken apart already."))
    except stacking.TooMany:
        messages.error(request, _("Nothing lies on this pallet yet."))
    else:
        messages.success(request, _("Written down."))
    return redirect("sell-pallet", unit.pk)


def _own(membership: Membership, unit_id: int) -> LogisticUnit:
    """A pallet of the cooperative in use; a foreign one is 404."""
    own = LogisticUnit.objects.filter(party=membership.cooperative.party_id)
    return get_object_or_404(own, pk=unit_id)


def _row(unit: LogisticUnit) -> dict[str, Any]:
    """A pallet in the list."""
    words, level = _STATES[LogisticUnit.State(unit.state)]
    return {
        "key": unit.pk,
        "code": serials.grouped(unit.code),
        "sscc": unit.sscc,
        "opened_at": unit.opened_at,
        "state_words": words,
        "state_level": level,
        "trace_url": codes.url(unit.code),
    }


def _page(
    request: HttpRequest,
    membership: Membership,
    unit: LogisticUnit,
    status: int | None = None,
    **typed: forms.Form,
) -> HttpResponse:
    """The pallet with what lies on it, by lot; ``typed`` is the form that was sent, if any."""
    lying = unit.contents.filter(out_at=None).select_related("box__lot").order_by("-pk")
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "pallet": _row(unit),
        "is_open": unit.state == LogisticUnit.State.OPEN,
        "is_there": unit.state != LogisticUnit.State.UNLOADED,
        "boxes": [
            {"code": serials.grouped(one.box.code), "lot": one.box.lot.code} for one in lying
        ],
        "form": LoadForm(),
        "labels": _labels_form(unit),
        "is_signed": keys.is_on(),
        "is_labelled": unit.state == LogisticUnit.State.CLOSED or "labels" in typed,
        **typed,
    }
    return render(request, "workspace/making/pallet.html", context, status=status)


def _refused(refusal: Exception) -> str:
    """Which code stood in the way, and why."""
    if isinstance(refusal, stacking.MoveRefused):
        return _("This pallet is closed: nothing more is loaded.")
    code = {"code": serials.grouped(str(refusal.args[0]))}
    if isinstance(refusal, stacking.LiesElsewhere):
        return _("%(code)s lies on another pallet.") % code
    return _("%(code)s is no box of yours that counts.") % code
