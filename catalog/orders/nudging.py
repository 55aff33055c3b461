"""When a cooperative does not answer an order: reminder, another way, the team, the department.

How many open hours after being asked each step is due is a dated rule. Each step is stored once,
with the letter it causes; it is safe to run at any time, and twice.
"""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from catalog.holidays import queries as holidays
from catalog.orders import deadlines
from catalog.orders.models import SellerOrder
from catalog.orders.nudges import Nudge
from marketplace.records import audit, clock, outbox, rules

Step = Nudge.Step
RULES: Mapping[str, str] = {
    Step.REMINDER: "confirm.reminder_hours",
    Step.SECOND_CHANNEL: "confirm.second_hours",
    Step.COMMUNE_TEAM: "confirm.team_hours",
    Step.DESK: "confirm.desk_hours",
}


def nudge_due() -> int:
    """Take every step that is due and not taken yet; answers how many."""
    waits = {step: dt.timedelta(hours=rules.number(key)) for step, key in RULES.items()}
    long, now = deadlines.hours(), clock.now()
    parts = list(_waiting())
    spans = holidays.spans({part.cooperative_id for part in parts})
    taken = 0
    for part in parts:
        assert part.confirm_by is not None
        closed = spans[part.cooperative_id]
        if any(begins <= now < ends for begins, ends in closed):
            continue
        waited = long - holidays.opened(now, part.confirm_by, closed)
        known = {nudge.step for nudge in part.nudges.all()}
        due = [step for step, wait in waits.items() if wait <= waited and step not in known]
        taken += sum(nudge(part.pk, step) for step in due)
    return taken


@transaction.atomic
def nudge(seller_order_id: int, step: str) -> bool:
    """Take one step for a part that still waits; whether it was taken now."""
    part = SellerOrder.objects.select_for_update().get(pk=seller_order_id)
    if part.state != SellerOrder.State.TO_CONFIRM:
        return False
    made, is_new = Nudge.objects.get_or_create(
        seller_order=part, step=step, defaults={"at": clock.now()}
    )
    if is_new:
        audit.record(None, part, "seller_order.nudged", after={"step": step})
        outbox.post("order.nudge", key=f"{part.number}-{step}", nudge=made.pk)
    return is_new


def unanswered() -> QuerySet[SellerOrder]:
    """Parts the department has to look after now, the longest waiting first."""
    at_the_desk = Nudge.objects.filter(step=Step.DESK).values("seller_order")
    return (
        SellerOrder.objects.filter(state=SellerOrder.State.TO_CONFIRM, pk__in=at_the_desk)
        .select_related("cooperative__commune", "order__placement")
        .prefetch_related("nudges")
        .order_by("confirm_by", "pk")
    )


def _waiting() -> QuerySet[SellerOrder]:
    """Parts that wait for their cooperative's word, with the steps taken."""
    found = SellerOrder.objects.filter(state=SellerOrder.State.TO_CONFIRM, confirm_by__isnull=False)
    return found.prefetch_related(Prefetch("nudges", Nudge.objects.order_by("pk"))).order_by("pk")
