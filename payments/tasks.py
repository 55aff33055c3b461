"""Background work with money."""

from __future__ import annotations

import dataclasses

from celery import shared_task

from marketplace.records import rules
from payments import comparing, couriers, reconciling
from payments.settlement import closing


@shared_task(name="payments.reconcile")
def reconcile() -> dict[str, int]:
    """Bring what was left lying to its end; every minute by the timetable, safe to run twice."""
    return dataclasses.asdict(reconciling.reconcile())


@shared_task(name="payments.compare")
def compare() -> int:
    """Compare the last days with their providers, where that is not done; safe to run twice.

    And ask about cash that couriers keep too long: ``courier.remit_days``.
    """
    couriers.ask_late(rules.number("courier.remit_days"))
    return len(comparing.compare_due())


@shared_task(name="payments.settle")
def settle() -> int:
    """Close the last week that can be closed, once; safe to run twice."""
    return closing.close_due()
