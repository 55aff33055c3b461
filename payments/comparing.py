"""Compares a day's payments with their provider, the morning after: whatever both do not say alike.

Money the provider has and we do not is booked; what we booked and it does not know, or knows with
another sum, becomes an incident. A provider that keeps silent is asked again by the next round.
"""

from __future__ import annotations

import datetime as dt
import logging

from django.db.models import Q, QuerySet, Sum

from marketplace.records import clock
from payments import attempts, gateways, incidents
from payments.channels import GATEWAYS
from payments.channels.base import ChannelError, Kind, Notice, Unknown
from payments.channels.base import Result as Answer
from payments.models import Attempt, Comparison, GatewayTransaction

LOOKS_BACK = 3  # days: a provider that was away for a night is asked about the days before too
MOST_SILENCES = 3
# Of what went back a provider may say that it is no payment any more.
_SENT_BACK = (Attempt.State.PARTIALLY_REFUNDED, Attempt.State.REFUNDED)

logger = logging.getLogger("payments.comparing")


def compare_due() -> list[Comparison]:
    """Compare the last days with every provider that is on, where that is not done yet."""
    made = []
    today = clock.local_day()
    for back in range(LOOKS_BACK, 0, -1):
        day = today - back * clock.A_DAY
        done = Comparison.objects.filter(day=day, silent=0).values_list("provider", flat=True)
        waiting = sorted(set(GATEWAYS) - set(done))
        made += [compare(code, day) for code in waiting if GATEWAYS[code].is_on()]
    return made


def compare(provider: str, day: dt.date) -> Comparison:
    """Ask a provider about each payment of a local day; doing it again counts it anew."""
    counted = Comparison(provider=provider, day=day)
    for attempt in _asked(provider, day):
        counted.asked += 1
        if counted.silent >= MOST_SILENCES:
            counted.silent += 1
            continue
        try:
            told = GATEWAYS[provider].look_up(attempts.asked(attempt))
        except ChannelError as error:
            logger.warning("%s does not say what became of %s: %s", provider, attempt, error)
            counted.silent += 1
            continue
        _weigh(counted, attempt, told)
    facts = ("asked", "silent", "ours", "theirs", "found", "differences", "ran_at")
    row, _ = Comparison.objects.update_or_create(
        provider=provider, day=day, defaults={name: getattr(counted, name) for name in facts}
    )
    return row


def _asked(provider: str, day: dt.date) -> QuerySet[Attempt]:
    """The askings of a day that reached the provider."""
    rows = Attempt.objects.filter(
        channel=provider,
        created_at__gte=clock.day_begins(day),
        created_at__lt=clock.day_begins(day + clock.A_DAY),
    )
    never = Q(state=Attempt.State.CREATED, provider_reference="")
    return rows.exclude(never).select_related("invoice", "payee").order_by("pk")


def _weigh(counted: Comparison, attempt: Attempt, told: Notice | Unknown) -> None:
    booked = _booked(attempt)
    counted.ours += booked
    if isinstance(told, Unknown):
        if booked:
            _differs(counted, attempt, "provider_does_not_know", booked)
        return
    if told.kind != Kind.CAPTURED:
        if booked and told.kind != Kind.DISPUTED and attempt.state not in _SENT_BACK:
            _differs(counted, attempt, "provider_says_not_paid", booked)
        return
    counted.theirs += told.amount
    if not booked and gateways.take(told) in (Answer.TAKEN, Answer.AGAIN):
        counted.found += 1
        counted.ours += _booked(attempt)
    elif booked != told.amount:
        _differs(counted, attempt, "provider_says_other_sum", abs(told.amount - booked))


def _booked(attempt: Attempt) -> int:
    rows = GatewayTransaction.objects.filter(attempt=attempt, kind=Kind.CAPTURED)
    return int(rows.aggregate(total=Sum("amount"))["total"] or 0)


def _differs(counted: Comparison, attempt: Attempt, reason: str, amount: int) -> None:
    counted.differences += 1
    key = f"{reason}:{attempt.pk}"
    incidents.difference(key, reason, invoice=attempt.invoice, amount=amount)
