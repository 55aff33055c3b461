"""What a phone sends from the field."""

import datetime as dt
from typing import Any
from uuid import uuid4

from marketplace.records import clock


def days_ago(days: int) -> dt.date:
    """A day of this week."""
    return clock.local_day() - dt.timedelta(days=days)


def entry(on_plot: Any, **facts: Any) -> dict[str, Any]:
    """A spraying of yesterday with a week to wait, as the form sends it."""
    usual = {
        "draft": str(uuid4()),
        "written_at": "",
        "plot": str(on_plot.pk),
        "work": "spraying",
        "on": days_ago(1).isoformat(),
        "input_name": "Thuốc sinh học A",
        "active_ingredient": "Azadirachtin",
        "dose": "20 ml / 16 l",
        "wait_days": "7",
        "note": "",
    }
    return usual | facts


def harvest(*plots: Any, **facts: Any) -> dict[str, Any]:
    """A harvest of today, ten units of the first pack."""
    usual = {
        "draft": str(uuid4()),
        "written_at": "",
        "harvested_on": clock.local_day().isoformat(),
        "best_before": "",
        "plots": [str(plot.pk) for plot in plots],
        "units_pack-1": "10",
    }
    return usual | facts
