"""REST: the diary of a plot, for its own cooperative's programs: `POST /plots/{plot}/diary`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Path, Router, Schema
from pydantic import AwareDatetime

from catalog.listings import wording
from catalog.lotfiles import owners
from catalog.traceability.diary import waiting, writing
from catalog.traceability.diary.models import LONGEST_WAIT
from catalog.traceability.models import DiaryEntry, Plot
from marketplace.people.models import User
from marketplace.records import clock
from marketplace.records.problems import Problem, wrong

router = Router(tags=["plots"])

WorkName = Literal["spraying", "fertilising", "watering", "pruning", "weeding", "other"]
LARGEST_KEY = 2**63 - 1
Key = Annotated[int, Field(ge=1, le=LARGEST_KEY)]


class PlotOut(Schema):
    """A plot that is worked on, and from which day it may be picked."""

    id: int
    name: str
    crop: str
    commune: str = Field(description="Code of the commune.")
    area_m2: int
    free_from: dt.date


class PlotsOut(Schema):
    """The plots of all cooperatives the token sells for."""

    plots: list[PlotOut]


class EntryIn(Schema):
    """Work on a plot. `draft` is the program's own key: sent twice it is one entry."""

    draft: UUID
    written_at: AwareDatetime = Field(description="The device's clock when it was written.")
    work: WorkName
    on: dt.date
    input_name: str = Field("", max_length=120, description="With what; a spraying says it.")
    active_ingredient: str = Field("", max_length=120)
    dose: str = Field("", max_length=60)
    wait_days: int | None = Field(
        None, ge=0, le=LONGEST_WAIT, description="The pre-harvest interval; a spraying says it."
    )
    note: str = Field("", max_length=500)
    corrects: int | None = Field(
        None, ge=1, le=LARGEST_KEY, description="The entry of this plot that it puts right."
    )


class EntryOut(Schema):
    """The entry as it is kept, with both clocks."""

    id: int
    draft: UUID
    plot: int
    work: WorkName
    on: dt.date
    free_from: dt.date
    written_at: dt.datetime
    recorded_at: dt.datetime
    corrects: int | None


@router.get(
    "/plots",
    response=PlotsOut,
    url_name="plots",
    operation_id="plots",
    auth=owners.SellerBearer(),
)
def plots(request: HttpRequest) -> dict[str, Any]:
    """Your plots that are worked on, and from which day each may be picked."""
    own = owners.plots(_asker(request))
    today = clock.local_day()
    waits = waiting.blocking_each([plot.pk for plot in own], today)
    return {
        "plots": [
            {
                "id": plot.pk,
                "name": plot.name,
                "crop": plot.crop,
                "commune": plot.commune_code,
                "area_m2": plot.area_m2,
                "free_from": waits[plot.pk].free_from if plot.pk in waits else today,
            }
            for plot in own
        ]
    }


@router.post(
    "/plots/{plot}/diary",
    response={201: EntryOut},
    url_name="plot-diary",
    operation_id="plot_diary",
    auth=owners.SellerBearer(),
)
def write(request: HttpRequest, told: EntryIn, plot: Path[Key]) -> tuple[int, dict[str, Any]]:
    """Write work on a plot of yours down; the same draft again answers the entry it became."""
    by = _asker(request)
    entry = _written(owners.own_plot(by, plot), told, by)
    facts = ("draft", "work", "on", "free_from", "written_at", "recorded_at")
    kept = {name: getattr(entry, name) for name in facts}
    return 201, {"id": entry.pk, "plot": entry.plot_id, "corrects": entry.corrects_id, **kept}


def _written(plot: Plot, told: EntryIn, by: User) -> DiaryEntry:
    """The entry, or the problem that keeps it from being written."""
    lines = ("input_name", "active_ingredient", "dose", "note")
    work = writing.Work(
        work=told.work,
        on=told.on,
        draft=told.draft,
        written_at=told.written_at,
        wait_days=told.wait_days,
        **{name: wording.line(getattr(told, name)) for name in lines},
    )
    try:
        return writing.write(plot.pk, work, by=by, corrects=told.corrects)
    except writing.NotYetDone:
        raise wrong("on", _("This day has not come yet, or is too long ago.")) from None
    except writing.IntervalMissing:
        words = _("A spraying says with what (input_name), and how many days to wait (wait_days).")
        raise wrong("wait_days", words) from None
    except DiaryEntry.DoesNotExist:
        raise wrong("corrects", _("There is no such entry of this plot.")) from None
    except writing.AlreadyCorrected:
        raise Problem(409, _("This entry was put right already.")) from None
    except writing.DraftTaken:
        raise Problem(409, _("This draft was sent already with other words.")) from None


def _asker(request: HttpRequest) -> User:
    """Whose token it is."""
    user = getattr(request, "auth", None)
    assert isinstance(user, User)
    return user
