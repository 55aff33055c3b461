"""The timetable: which task runs how often. Each is safe to run twice, and after a day's gap."""

from datetime import timedelta
from typing import TypedDict

from celery.schedules import BaseSchedule, crontab

from marketplace.records import outbox


class Entry(TypedDict):
    """One row of the timetable: the task's registered name, and when."""

    task: str
    schedule: BaseSchedule | timedelta


TIMETABLE: dict[str, Entry] = {
    # Whoever waits for something is told when it can be bought, or its window opens.
    "tell those who wait": {
        "task": "catalog.waiting.tell",
        "schedule": timedelta(minutes=5),
    },
    # Whoever is still short days after the harvest was promised gets nothing, and is told.
    "end the harvests that are past": {
        "task": "catalog.seasons.finish",
        "schedule": crontab(hour=0, minute=15),
    },
    # What is past its day is no longer counted as stock; the shelf stopped selling it before.
    "take expired units off": {
        "task": "catalog.stock.expire",
        "schedule": crontab(hour=0, minute=2),
    },
    # Certificates end, lots pass their date, a month begins: nobody writes then, time does.
    "write the shelf anew": {
        "task": "catalog.shelf.reconcile",
        "schedule": crontab(hour=0, minute=5),
    },
    # Papers end: goods that need them leave the shelf, and a warning goes out a month before.
    "watch the papers": {
        "task": "catalog.requirements.watch",
        "schedule": crontab(minute=3),
    },
    # Suspensions and takedowns end the morning after their last day.
    "end the orders that are over": {
        "task": "catalog.takedowns.watch",
        "schedule": crontab(minute=4),
    },
    # Events get their places in the verifiable log as they come; its head is signed every hour.
    "let the log of traces grow": {
        "task": "catalog.traceability.grow",
        "schedule": timedelta(minutes=1),
    },
    # Once a day an authority of time, if one is set, stamps the log's head; else tried again.
    "have the time of the log stamped": {
        "task": "catalog.traceability.stamp",
        "schedule": crontab(minute=50),
    },
    # The safety net under the wake-up that every post sends.
    "deliver what waits in the outbox": {
        "task": outbox.WAKE_TASK,
        "schedule": timedelta(seconds=15),
    },
    # Every sale adds a row that public pages are compared by; few are quick to add up.
    "add up the changes of pages": {
        "task": "records.compact_changes",
        "schedule": timedelta(minutes=1),
    },
    # Events from before they were published as EPCIS, or written in bulk.
    "publish what is missing as EPCIS": {
        "task": "traceability.epcis.publish_missing",
        "schedule": timedelta(minutes=1),
    },
    # Held goods go back to the shelf when nobody paid, and cash orders nobody accepted end.
    "end the orders whose time is over": {
        "task": "catalog.orders.expire",
        "schedule": timedelta(minutes=1),
    },
    # A cooperative that does not answer is reminded, then others are asked.
    "ask who does not answer an order": {
        "task": "catalog.orders.nudge",
        "schedule": timedelta(minutes=5),
    },
    # Whoever does not answer a recall may not have read it: reminded after a day, and after three.
    "remind who is silent about a recall": {
        "task": "catalog.recalling.remind",
        "schedule": crontab(minute=20),
    },
    # Messages a crash left lying, attempts out of time: money waits for nobody's click.
    "bring payments to their end": {
        "task": "payments.reconcile",
        "schedule": timedelta(minutes=1),
    },
    # What a provider says of yesterday beside what we booked; again while one keeps silent.
    "compare with the providers": {
        "task": "payments.compare",
        "schedule": crontab(hour="2-5", minute=10),
    },
    # Sellers are paid by the week: the first round after its last day is old enough closes it.
    "close the week's statements": {
        "task": "payments.settle",
        "schedule": crontab(minute=20),
    },
    # Files of labels are lists of genuine codes: none lies about longer than it is needed.
    "throw old files of labels away": {
        "task": "traceability.forget_label_files",
        "schedule": crontab(hour=0, minute=40),
    },
    # Figures may be fifteen minutes old at most: days whose orders changed are counted again.
    "count the days whose orders changed": {
        "task": "statistics.refresh",
        "schedule": timedelta(minutes=5),
    },
    # Scans wait in a list that may be lost: for seconds only.
    "write down the scans": {
        "task": "traceability.keep_scans",
        "schedule": timedelta(seconds=10),
    },
    # A copied label is worth knowing of while the box still stands in a shop.
    "judge the scans": {
        "task": "traceability.judge_scans",
        "schedule": timedelta(minutes=3),
    },
    # Scans over a year old become counts, and nobody's phone number is kept for ever.
    "drop old scans and contacts": {
        "task": "traceability.forget_scans",
        "schedule": crontab(hour=3, minute=25),
    },
    # Editors choose when a page goes public and when it is taken down.
    "publish the pages that are due": {
        "task": "cms.publish_scheduled",
        "schedule": timedelta(minutes=1),
    },
    # Pictures are shrunk right after upload; this finds those whose wake-up was lost.
    "make the sizes of pictures": {
        "task": "catalog.make_missing_sizes",
        "schedule": timedelta(minutes=10),
    },
}
