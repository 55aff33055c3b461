"""A cooperative closes for some days, and opens again early or by itself."""

import datetime as dt

from django.db import IntegrityError, transaction

from catalog.cooperatives.models import Cooperative
from catalog.holidays import queries
from catalog.holidays.models import Holiday
from catalog.orders import deadlines
from catalog.shelf import refresh
from marketplace.people.models import User
from marketplace.records import audit, clock

LONGEST = dt.timedelta(days=180)
FURTHEST = dt.timedelta(days=366)


class Overlaps(Exception):
    """The cooperative is closed on some of these days already."""


class ImpossibleDays(Exception):
    """The days lie in the past, too far ahead, end before they begin, or are too many."""


class AlreadyOver(Exception):
    """The holiday has ended; it stays written down."""


@transaction.atomic
def close(
    cooperative_id: int, *, begins: dt.date, ends: dt.date, note: str = "", by: User
) -> Holiday:
    """Close from one local day to another, both counted.

    Deadlines for taking orders move by the closed time; the shelf says so at once. Refused with
    ``ImpossibleDays`` or ``Overlaps``; of two members who press at once the second is refused.
    """
    today = clock.local_day()
    if begins < today or ends < begins or ends - begins > LONGEST or begins - today > FURTHEST:
        raise ImpossibleDays(f"{begins} – {ends}")
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    before = queries.spans([cooperative_id])[cooperative_id]
    try:
        with transaction.atomic():
            holiday = Holiday.objects.create(
                cooperative=cooperative,
                begins=begins,
                ends=ends,
                note=note,
                by=by,
                at=clock.now(),
            )
    except IntegrityError as error:
        raise Overlaps(f"{begins} – {ends}") from error
    facts = {"begins": begins.isoformat(), "ends": ends.isoformat()}
    audit.record(by, cooperative, "cooperative.closed", after=facts)
    _follow(cooperative_id, before)
    return holiday


@transaction.atomic
def reopen(holiday_id: int, *, by: User) -> None:
    """End a holiday today, or call off one that has not begun; deadlines move back.

    ``Holiday.DoesNotExist`` when somebody called it off at the same moment, ``AlreadyOver`` when
    it has ended.
    """
    seller = Holiday.objects.values_list("cooperative", flat=True).get(pk=holiday_id)
    cooperative = Cooperative.objects.select_for_update().get(pk=seller)
    holiday = Holiday.objects.select_for_update().get(pk=holiday_id)
    today = clock.local_day()
    if holiday.ends < today:
        raise AlreadyOver(holiday_id)
    before = queries.spans([seller])[seller]
    facts = {"begins": holiday.begins.isoformat(), "ends": holiday.ends.isoformat()}
    if holiday.begins >= today:
        holiday.delete()
        now: dict[str, str] = {}
    else:
        holiday.ends = today - dt.timedelta(days=1)
        holiday.save(update_fields=["ends"])
        now = {"ends": holiday.ends.isoformat()}
    audit.record(by, cooperative, "cooperative.reopened", before=facts, after=now)
    _follow(seller, before)


def _follow(cooperative_id: int, before: queries.Spans) -> None:
    """Let deadlines and the shelf say what the holidays say."""
    deadlines.move(cooperative_id, before, queries.spans([cooperative_id])[cooperative_id])
    refresh.cooperative(cooperative_id)
