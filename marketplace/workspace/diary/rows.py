"""Entries of the diary as lists show them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from catalog.traceability.models import DiaryEntry
from marketplace.design import formats
from marketplace.workspace.diary.forms import WORKS

SHOWN = 50
#: A phone that had a network sends within this time: two clocks need not be told.
_AT_ONCE = dt.timedelta(minutes=30)
_WORDS = dict(WORKS)


def known(party_id: int) -> QuerySet[DiaryEntry]:
    """All entries of a party, newest first, with what a row shows."""
    rows = DiaryEntry.objects.filter(plot__party=party_id)
    return rows.select_related("plot", "photo", "corrects", "corrected_by").order_by("-on", "-pk")


def of_plot(plot_id: int) -> list[dict[str, Any]]:
    """The newest entries of one plot."""
    rows = DiaryEntry.objects.filter(plot=plot_id).order_by("-on", "-pk")
    found = rows.select_related("plot", "photo", "corrects", "corrected_by")[:SHOWN]
    return [row(entry) for entry in found]


def row(entry: DiaryEntry) -> dict[str, Any]:
    """One entry: what, when, with what, by whose hands, on which clocks."""
    used = (entry.input_name, entry.active_ingredient, entry.dose)
    is_late = entry.recorded_at - entry.written_at > _AT_ONCE
    who = entry.by_name
    if entry.helped_by:
        who = _("%(name)s, by the hands of %(helper)s") % {"name": who, "helper": entry.helped_by}
    return {
        "key": entry.pk,
        "plot": entry.plot.name,
        "plot_id": entry.plot_id,
        "work": _WORDS[DiaryEntry.Work(entry.work)],
        "on": entry.on,
        "used": " · ".join(filter(None, used)),
        "free_from": entry.free_from if entry.wait_days else None,
        "note": entry.note,
        "photo": entry.photo,
        "who": who,
        "written_at": entry.written_at if is_late else None,
        "recorded_at": entry.recorded_at,
        "is_corrected": hasattr(entry, "corrected_by"),
        "corrects": entry.corrects,
    }


def free_words(entry: DiaryEntry | None) -> str:
    """From which day a plot may be picked, if not today."""
    if entry is None:
        return ""
    return _("not before %(day)s") % {"day": formats.day(entry.free_from)}
