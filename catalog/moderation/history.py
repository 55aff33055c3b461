"""The whole history of a listing: every step with who and when, and its versions to compare."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.listings import comparing, proposals
from catalog.listings.models import Listing, ListingChange
from catalog.moderation import remarks
from catalog.moderation.remarks import Told
from marketplace.people.models import User
from marketplace.records import audit
from marketplace.records.models import AuditEntry

State = ListingChange.State
_STEPS: dict[str, Promise] = {
    "listing.proposed": gettext_lazy("Sent in"),
    "listing.proposal_withdrawn": gettext_lazy("Taken back by the cooperative"),
    "listing.approved": gettext_lazy("Approved"),
    "listing.changes_requested": gettext_lazy("Changes asked for"),
    "listing.returned": gettext_lazy("Turned down"),
    "listing.passed_by_rule": gettext_lazy("Passed by a rule"),
    "listing.assigned": gettext_lazy("Given to %(name)s to work on"),
    "listing.given_back": gettext_lazy("Given back: nobody works on it"),
    "listing.hidden": gettext_lazy("Taken off the shelf by the cooperative"),
    "listing.published": gettext_lazy("Put back on the shelf"),
    "listing.withdrawn": gettext_lazy("Withdrawn by the province"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One step: what happened, when, by whom; of which proposal, with what was said."""

    at: dt.datetime
    words: str
    who: str
    change: ListingChange | None = None
    version: int | None = None
    rule: str = ""
    told: list[Told] = field(default_factory=list)
    message: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A state of the listing that was on sale: its number and the change that made it."""

    number: int
    change: ListingChange


def entries(listing: Listing) -> list[Entry]:
    """Every step of a listing, the newest first."""
    rows = list(audit.of(listing))
    changes = {
        change.pk: change
        for change in listing.changes.select_related("rule").prefetch_related("remarks__reason")
    }
    people = _people(rows)
    return [_entry(row, changes, people) for row in rows]


def versions(listing: Listing) -> list[Version]:
    """The versions whose change is known, the newest first."""
    approved = listing.changes.filter(state=State.APPROVED).order_by("-base_version", "-pk")
    return [Version(change.base_version + 1, change) for change in approved]


def between(found: list[Version], old: int, new: int) -> comparing.Comparison | None:
    """What differs between two versions; nothing when one of them is not known."""
    by_number = {version.number: version.change for version in found}
    if old not in by_number or new not in by_number:
        return None
    before, after = (proposals.read(by_number[number].proposed) for number in (old, new))
    return comparing.between(before, after)


def _people(rows: list[AuditEntry]) -> dict[int, str]:
    """The names of those to whom proposals were given."""
    keys = {(row.after or {}).get("person") for row in rows} - {None}
    found = User.objects.filter(pk__in=keys) if keys else ()
    return {person.pk: person.display_name for person in found}


def _entry(row: AuditEntry, changes: dict[int, ListingChange], people: dict[int, str]) -> Entry:
    """A row of the audit trail as a step."""
    after = row.after or {}
    change = changes.get(after.get("change", 0))
    words = str(_STEPS.get(row.what, row.what))
    if row.what == "listing.assigned":
        words = words % {"name": people.get(after.get("person", 0), "")}
    said = bool(change and row.what.removeprefix("listing.") in remarks.SENT_BACK)
    return Entry(
        at=row.at,
        words=words,
        who=row.by.display_name if row.by else _("the market itself"),
        change=change,
        version=after.get("version") if row.what in _MAKES_A_VERSION else None,
        rule=change.rule.name if change and change.rule and row.what == _BY_RULE else "",
        told=remarks.told(change) if change and said else [],
        message=change.message if change and said else "",
    )


_BY_RULE = "listing.passed_by_rule"
_MAKES_A_VERSION = ("listing.approved", _BY_RULE)
