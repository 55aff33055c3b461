"""Looking something up in the audit trail: every question is answered from an index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from marketplace.records.models import AuditEntry

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of entries ends: the next one goes on after this entry."""

    at: dt.datetime
    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for. ``None`` asks nothing; an empty sequence is a question without answer."""

    people: Sequence[int] | None = None
    sellers: Sequence[str] | None = None
    deeds: Sequence[str] | None = None
    subject: tuple[str, str] | None = None
    request_id: str = ""
    helped: bool = False
    for_whom: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    up_to: int | None = None
    after: Place | None = None


def place(text: str) -> Place | None:
    """The place a page's address names, such as ``2026-08-12T10:00:00+00:00_17``.

    Nothing for an empty text; ``ValidationError`` for one that names no place.
    """
    moment, _line, key = text.rpartition("_")
    if not moment:
        return None
    try:
        at = dt.datetime.fromisoformat(moment)
        if at.tzinfo is None or len(key) > 18:
            raise ValueError(text)
        return Place(at, int(key))
    except ValueError as error:
        raise ValidationError(_("This page does not exist.")) from error


def found(wanted: Wanted) -> QuerySet[AuditEntry]:
    """The entries, newest first."""
    rows = AuditEntry.objects.prefetch_related("by").order_by("-at", "-id")
    for condition in _conditions(wanted):
        rows = rows.filter(condition)
    return rows


def all_of(wanted: Wanted) -> Iterator[AuditEntry]:
    """Every entry, however many: fetched by the thousand, none of them kept."""
    while True:
        batch = list(found(wanted)[:BATCH])
        yield from batch
        if len(batch) < BATCH:
            return
        wanted = replace(wanted, after=Place(batch[-1].at, batch[-1].pk))


def _conditions(wanted: Wanted) -> Iterator[Q]:
    """One condition for each thing asked."""
    if wanted.people is not None:
        yield Q(by__in=list(wanted.people))
    if wanted.sellers is not None:
        yield Q(about__in=list(wanted.sellers)) & ~Q(about="")
    if wanted.deeds is not None:
        yield Q(what__in=list(wanted.deeds))
    if wanted.subject is not None:
        kind, key = wanted.subject
        yield Q(subject_type=kind, subject_id=key)
    if wanted.request_id:
        yield Q(request_id=wanted.request_id) & ~Q(request_id="")
    if wanted.helped:
        yield ~Q(on_behalf_of="")
    if wanted.for_whom:
        yield Q(on_behalf_of=wanted.for_whom) & ~Q(on_behalf_of="")
    yield from _bounds(wanted)


def _bounds(wanted: Wanted) -> Iterator[Q]:
    """The period, the last entry that counts, and where the page before ended."""
    if wanted.since is not None:
        yield Q(at__gte=wanted.since)
    if wanted.until is not None:
        yield Q(at__lt=wanted.until)
    if wanted.up_to is not None:
        yield Q(pk__lte=wanted.up_to)
    if wanted.after is not None:
        # The first half is what the index is entered by, the second tells the same moment apart.
        last = wanted.after
        yield Q(at__lte=last.at) & (Q(at__lt=last.at) | Q(pk__lt=last.key))
