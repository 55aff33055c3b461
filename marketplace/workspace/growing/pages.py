"""The pages of growers with their consent, of growing areas and of houses."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Membership
from catalog.traceability.growing import enrolling, queries
from catalog.traceability.models import Facility, Grower, GrowingArea
from marketplace.design import formats
from marketplace.records import audit
from marketplace.workspace import stalls
from marketplace.workspace.growing import registers
from marketplace.workspace.growing.forms import AreaForm, GrowerForm, HouseForm

_CONSENT_WORDS = ("grower.consented", "grower.withdrew")


@stalls.members(*stalls.SELLERS)
def growers(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the growers, and add one."""
    return registers.everything(request, membership, GROWERS)


@stalls.members(*stalls.SELLERS)
def grower(request: HttpRequest, membership: Membership, grower_id: int) -> HttpResponse:
    """Put a grower right, and write consent down beside."""
    return registers.one(request, membership, GROWERS, grower_id)


@stalls.members(*stalls.SELLERS)
@require_POST
def consent(request: HttpRequest, membership: Membership, grower_id: int) -> HttpResponse:
    """Write down that a grower agrees to be named in public, or no longer does."""
    own = queries.growers(membership.cooperative.party_id)
    row = get_object_or_404(own, pk=grower_id)
    given = request.POST.get("given") == "1"
    enrolling.consent(row.pk, given=given, by=membership.user)
    said = _("Buyers read the name from now on.") if given else _("Buyers read the alias again.")
    messages.success(request, said)
    return redirect("sell-grower", row.pk)


@stalls.members(*stalls.SELLERS)
def areas(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the growing areas, and add one."""
    return registers.everything(request, membership, AREAS)


@stalls.members(*stalls.SELLERS)
def area(request: HttpRequest, membership: Membership, area_id: int) -> HttpResponse:
    """Put a growing area right."""
    return registers.one(request, membership, AREAS, area_id)


@stalls.members(*stalls.SELLERS)
def houses(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the packing houses, and add one."""
    return registers.everything(request, membership, HOUSES)


@stalls.members(*stalls.SELLERS)
def house(request: HttpRequest, membership: Membership, house_id: int) -> HttpResponse:
    """Put a packing house right."""
    return registers.one(request, membership, HOUSES, house_id)


def _grower_line(row: Grower, communes: dict[str, str]) -> registers.Line:
    """A grower in the list."""
    badge = _("named in public") if row.consents else _("shown as “%(alias)s”")
    return {
        "title": row.name,
        "note": communes.get(row.commune_code, ""),
        "badge": badge % {"alias": row.alias} if not row.consents else badge,
        "level": "ok" if row.consents else "thin",
    }


def _area_line(row: GrowingArea, _communes: dict[str, str]) -> registers.Line:
    """A growing area in the list."""
    since = _("from %(day)s") % {"day": formats.day(row.valid_from)}
    is_valid = row.state == GrowingArea.State.ACTIVE
    states = dict(AreaForm.base_fields["state"].choices)  # type: ignore[attr-defined]  # a choice
    return {
        "title": row.code,
        "note": " · ".join(filter(None, (row.crop, row.markets, since))),
        "badge": states[row.state],
        "level": "ok" if is_valid else "warn",
    }


def _house_line(row: Facility, communes: dict[str, str]) -> registers.Line:
    """A house in the list."""
    kinds = dict(HouseForm.base_fields["kind"].choices)  # type: ignore[attr-defined]  # a choice
    note = (str(kinds[row.kind]), row.code, communes.get(row.commune_code, ""))
    return {
        "title": row.name,
        "note": " · ".join(filter(None, note)),
        "badge": _("the usual one") if row.is_usual else "",
        "level": "ok",
    }


def _consent_of(row: Grower) -> dict[str, Any]:
    """What the page of a grower says of the consent: since when, and who wrote it down."""
    deeds = audit.of(row).filter(what__in=_CONSENT_WORDS).select_related("by").order_by("-pk")
    last = deeds.first()
    return {
        "grower": row,
        "noted_by": last.by.display_name if last and last.by else "",
        "noted_at": row.consent_withdrawn_at or row.consented_at,
    }


GROWERS = registers.Register(
    "grower",
    queries.growers,
    GrowerForm,
    enrolling.grower,
    _grower_line,
    {
        "heading": gettext_lazy("Growers"),
        "lead": gettext_lazy("The households that grow for you. Buyers read the alias only."),
        "add": gettext_lazy("Add a grower"),
        "nothing": gettext_lazy("No grower is written down yet."),
    },
    at="alias",
    beside=_consent_of,
)
AREAS = registers.Register(
    "area",
    lambda party_id: GrowingArea.objects.filter(party=party_id),
    AreaForm,
    enrolling.area,
    _area_line,
    {
        "heading": gettext_lazy("Growing areas"),
        "lead": gettext_lazy("The growing-area codes you have been given."),
        "add": gettext_lazy("Add a growing area"),
        "nothing": gettext_lazy("No growing area is written down yet."),
    },
    at="code",
)
HOUSES = registers.Register(
    "house",
    lambda party_id: Facility.objects.filter(party=party_id),
    HouseForm,
    enrolling.facility,
    _house_line,
    {
        "heading": gettext_lazy("Packing houses"),
        "lead": gettext_lazy("Where you pack, dry, roast or store."),
        "add": gettext_lazy("Add a house"),
        "nothing": gettext_lazy("No house is written down yet."),
    },
)
