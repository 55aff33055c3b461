"""The timetable: which task runs how often. Each is safe to run twice, and after a day's gap."""

from datetime import timedelta
from typing import TypedDict

from celery.schedules import BaseSchedule

from marketplace.records import outbox


class Entry(TypedDict):
    """One row of the timetable: the task's registered name, and when."""

    task: str
    schedule: BaseSchedule | timedelta


TIMETABLE: dict[str, Entry] = {
    # The safety net under the wake-up that every post sends.
    "deliver what waits in the outbox": {
        "task": outbox.WAKE_TASK,
        "schedule": timedelta(seconds=15),
    },
}
