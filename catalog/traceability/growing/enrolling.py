"""Growers, plots, areas and houses are written down by their party, and put right by it."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.traceability.codes import checkdigits
from catalog.traceability.growing import outlines
from catalog.traceability.growing.models import (
    LARGEST_M2,
    SMALLEST_M2,
    Facility,
    Grower,
    GrowingArea,
    Plot,
)
from catalog.traceability.models import Party
from marketplace.people.models import User
from marketplace.records import audit, clock

Row = TypeVar("Row", Grower, GrowingArea, Facility, Plot)


class NameTaken(ValueError):
    """The party has another one of this name or code."""


class NotOurs(ValueError):
    """What a plot names belongs to another party."""


@transaction.atomic
def grower(party_key: str, *, by: User | None, pk: int | None = None, **facts: Any) -> Grower:
    """Write a grower down, or change one; ``NameTaken``. Consent is given by ``consent`` alone."""
    row = _row(Grower, party_key, pk)
    return _save(row, "grower.written", by, facts)


@transaction.atomic
def consent(grower_id: int, *, given: bool, by: User | None) -> Grower:
    """The grower agrees to be named in public, or no longer does; trace pages follow at once."""
    row = Grower.objects.select_for_update(no_key=True).get(pk=grower_id)
    if row.consents == given:
        return row
    now = clock.now()
    if given:
        row.consented_at, row.consent_withdrawn_at = now, None
    else:
        row.consent_withdrawn_at = now
    row.save(update_fields=["consented_at", "consent_withdrawn_at"])
    audit.record(by, row, "grower.consented" if given else "grower.withdrew")
    return row


@transaction.atomic
def area(party_key: str, *, by: User | None, pk: int | None = None, **facts: Any) -> GrowingArea:
    """Write a growing area with its official code down, or change one; ``NameTaken``."""
    return _save(_row(GrowingArea, party_key, pk), "growing_area.written", by, facts)


@transaction.atomic
def facility(party_key: str, *, by: User | None, pk: int | None = None, **facts: Any) -> Facility:
    """Write a packing house or workshop down; ``NameTaken``, ``WrongNumber`` of its GLN.

    The usual one of a party is where its packing is said to happen; a new one takes its place.
    """
    row = _row(Facility, party_key, pk)
    if facts.get("gln"):
        facts["gln"] = checkdigits.gln(facts["gln"])
    if facts.get("is_usual"):
        row.party.facilities.filter(is_usual=True).exclude(pk=row.pk).update(is_usual=False)
    return _save(row, "facility.written", by, facts)


@transaction.atomic
def plot(party_key: str, *, by: User | None, pk: int | None = None, **facts: Any) -> Plot:
    """Write a plot down, or change one.

    ``NameTaken``; ``NotOurs`` when its grower or area is another party's; ``BadOutline`` when its
    outline is none. An area left out is that of the outline.
    """
    row = _row(Plot, party_key, pk)
    for name in ("grower", "growing_area"):
        other = facts.get(name)
        if other is not None and other.party_id != row.party_id:
            raise NotOurs(name)
    outline = facts.get("outline")
    if outline is not None:
        found = outlines.faults(outline, facts.get("area_m2"))
        if found:
            raise outlines.BadOutline(found[0].message, found[0].where)
        facts["area_m2"] = facts.get("area_m2") or outlines.area_m2(outline)
        if not SMALLEST_M2 <= facts["area_m2"] <= LARGEST_M2:
            raise outlines.BadOutline(_("A plot has between 10 m² and 50 km²."), "/coordinates")
    return _save(row, "plot.written", by, facts)


def _row(kind: type[Row], party_key: str, pk: int | None) -> Row:
    """A new row of a party, or its own old one, locked; the party is locked first."""
    party = Party.objects.select_for_update(no_key=True).get(key=party_key)
    if pk is None:
        return kind(party=party)
    return kind.objects.select_for_update().get(pk=pk, party=party)


def _save(row: Row, what: str, by: User | None, facts: dict[str, Any]) -> Row:
    """Write the facts, with what changed in the audit trail; ``NameTaken`` when the name is."""
    told = [name for name in facts if name not in ("phone", "outline")]
    before = {name: str(getattr(row, name)) for name in told} if row.pk else None
    for name, value in facts.items():
        setattr(row, name, value)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        if "unique" not in str(error):
            raise
        raise NameTaken(str(row)) from None
    audit.record(by, row, what, before=before, after={name: str(facts[name]) for name in told})
    return row
