"""Background work: the worker's and the timetable's application."""

import os

from celery import Celery
from celery.signals import import_modules

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")

app = Celery("market")
app.config_from_object("django.conf:settings", namespace="CELERY")


@import_modules.connect(weak=False)
def _find_tasks(**_: object) -> None:
    """Import every ``tasks.py`` of ours, however deep, and the timetable."""
    from marketplace import schedule  # noqa: PLC0415 -- the applications are ready only now
    from marketplace.records import discovery  # noqa: PLC0415 -- see above

    discovery.load("tasks")
    app.conf.beat_schedule = schedule.TIMETABLE
