"""What has to be mended, field by field: taken from the desk, kept, and told in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import translation

from catalog.listings import proposals, refusals
from catalog.listings.models import ListingChange
from catalog.moderation import fields
from catalog.moderation.models import Reason, Remark
from marketplace.records import clock

SENT_BACK = (ListingChange.State.CHANGES_REQUESTED, ListingChange.State.RETURNED)


@dataclass(frozen=True, slots=True)
class Said:
    """A remark as it is made: about which field, for which reason of the list, in which words."""

    field: str = ""
    reason: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A remark as it is read: the field's name, what to mend, and the step where it is done."""

    field: str
    label: str
    words: str
    step: str


def offered() -> QuerySet[Reason]:
    """The reasons of today, in their order."""
    day = clock.local_day()
    return Reason.objects.filter(valid_from__lte=day).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=day)
    )


def made(said: Iterable[Said]) -> list[Remark]:
    """The remarks as rows not saved yet; ``UnknownReason`` for what is not on today's list.

    A reason that points at no field points at its own; one said twice of a field is said once.
    """
    reasons = {reason.key: reason for reason in offered()}
    found: dict[tuple[str, str, str], Remark] = {}
    for one in said:
        reason = reasons.get(one.reason)
        if (one.reason and reason is None) or (one.field and not fields.is_field(one.field)):
            raise refusals.UnknownReason(one.reason or one.field)
        words = one.words.strip()
        if reason is None and not words:
            continue
        field = one.field or (fields.of_part(reason.part) if reason else "")
        key = (field, one.reason, "" if one.reason else words)
        found.setdefault(key, Remark(field=field, reason=reason, words=words))
    return list(found.values())


def composed(remarks: Sequence[Remark], message: str, change: ListingChange) -> str:
    """All that was said in one text of the province's language, as it is kept for good."""
    proposal = proposals.read(change.proposed)
    with translation.override(settings.LANGUAGE_CODE):
        rows = [
            f"{name}: {one.said}" if (name := fields.label(one.field, proposal)) else one.said
            for one in remarks
        ]
    return "\n".join([*rows, message] if message else rows)


def keep(change: ListingChange, remarks: Sequence[Remark]) -> None:
    """Write the remarks down with their change, in the caller's transaction."""
    for one in remarks:
        one.change = change
    Remark.objects.bulk_create(remarks)


def told(change: ListingChange) -> list[Told]:
    """The remarks on a change as its cooperative reads them, in the reader's language."""
    proposal = proposals.read(change.proposed)
    return [
        Told(one.field, fields.label(one.field, proposal), one.said, fields.step(one.field))
        for one in change.remarks.select_related("reason")
    ]


def to_mend(change: ListingChange | None) -> list[Told]:
    """What a listing's newest change asks to mend; nothing when it asks for nothing."""
    return told(change) if change and change.state in SENT_BACK else []
