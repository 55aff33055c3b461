"""The demonstration's sellers are paid: statements of its weeks, payouts of all but the latest."""

import datetime as dt
from collections.abc import Sequence

from catalog.shipping import collecting
from catalog.shipping.models import Lane
from marketplace.people.models import User
from marketplace.records import clock
from payments import couriers
from payments.models import Courier
from payments.settlement import closing, payouts

#: What is older stands on one statement: a week each would tell no more.
WEEKS = 6
COURIER = "Chuyển phát tập sự"
_A_WEEK = dt.timedelta(days=7)


def weeks(now: dt.datetime, people: Sequence[User]) -> None:
    """Close the weeks up to ``now`` and pay them; the latest waits for the staff.

    Doing it again changes nothing. ``people`` are two who may: much money needs both.
    """
    for back in range(WEEKS, -1, -1):
        with clock.moved_to(now - back * _A_WEEK):
            closing.close_due()
            if back:
                _pay(*people)


def courier(by: User) -> None:
    """A courier takes cash on the quick lanes for the market."""
    if not Courier.objects.exists():
        made = couriers.add(COURIER, by=by)
        quick = Lane.objects.filter(code__in=("fast", "cool")).values_list("pk", flat=True)
        collecting.change(dict.fromkeys(quick, made), by=by)


def _pay(maker: User, other: User) -> None:
    try:
        made = payouts.order(by=maker)
    except payouts.NothingDue:
        return
    if made.needs_two:
        payouts.approve(made.pk, by=other)
    payouts.sent(made.pk, f"FT{clock.local_day():%y%j}{made.pk:06}", by=maker)
