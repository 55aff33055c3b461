"""Asks providers what became of a payment nobody told us of: seldom, and once at a time."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections import Counter

from django.db.models import Q, QuerySet

from marketplace.records import clock
from payments import attempts, gateways, queries, schedule
from payments.channels import CONFIRMS, GATEWAYS
from payments.channels.base import ChannelError, ChannelOff, Kind, Notice, Unknown
from payments.models import Attempt, Invoice

# A buyer who is back from the provider's page, or says to have paid, is not answered by a guess.
SOON = dt.timedelta(seconds=5)
A_MINUTE = dt.timedelta(minutes=1)
MOST_SILENCES = 3

logger = logging.getLogger("payments.polling")


def due() -> QuerySet[Attempt]:
    """Attempts whose provider is to be asked now."""
    return Attempt.objects.filter(next_poll_at__lte=clock.now()).order_by("next_poll_at", "pk")


def unsettled() -> QuerySet[Attempt]:
    """Open attempts a provider can be asked about, due or not."""
    return Attempt.objects.filter(channel__in=GATEWAYS, state__in=Attempt.OPEN).order_by("pk")


def hurry(reference: str) -> None:
    """Let an invoice's open attempts be asked about in five seconds: a buyer is back and waits."""
    soon = clock.now() + SOON
    rows = unsettled().filter(invoice__reference=reference)
    rows.filter(Q(next_poll_at__isnull=True) | Q(next_poll_at__gt=soon)).update(next_poll_at=soon)


def ask_due(rows: list[Attempt]) -> bool:
    """Ask about those of some attempts that are due; whether anybody was asked."""
    now = clock.now()
    asked = [ask(row.pk) for row in rows if row.next_poll_at and row.next_poll_at <= now]
    return any(asked)


def ask_open(reference: str) -> None:
    """Ask about all of an invoice's open attempts: the buyer says that the money is sent."""
    for attempt in unsettled().filter(invoice__reference=reference, state=Attempt.State.PENDING):
        ask(attempt.pk)


def ask_all(rows: QuerySet[Attempt], *, seconds: float | None = None) -> int:
    """Ask about these, for so long; how many were asked about. The others stay due.

    A provider that was silent three times is left alone for this round: the others have their
    turn, and so has what follows.
    """
    asked, silent = 0, Counter[str]()
    until = time.monotonic() + seconds if seconds is not None else None
    for attempt_id, channel in list(rows.values_list("pk", "channel")):
        if until is not None and time.monotonic() > until:
            break
        if silent[channel] >= MOST_SILENCES:
            continue
        heard = _ask(attempt_id)
        asked += heard is not None
        silent[channel] += heard is False
    return asked


def ask(attempt_id: int) -> bool:
    """Ask about one attempt, unless somebody did within five seconds; whether it was asked.

    Never raises for what the provider answers or does not answer.
    """
    return _ask(attempt_id) is not None


def _ask(attempt_id: int) -> bool | None:
    """Whether the provider answered; None when it was not asked."""
    now = clock.now()
    attempt = Attempt.objects.select_related("invoice", "payee").get(pk=attempt_id)
    quiet = Q(polled_at__isnull=True) | Q(polled_at__lte=now - SOON)
    holds_money = attempt.state in Attempt.HOLDS_MONEY
    asked_next = None if holds_money else schedule.following(attempt, now)
    mine = Attempt.objects.filter(quiet, pk=attempt_id).update(
        polled_at=now, next_poll_at=asked_next
    )
    if not mine or holds_money:
        return None
    try:
        found = GATEWAYS[attempt.channel].look_up(attempts.asked(attempt))
        if isinstance(found, Notice) and found.kind == Kind.AUTHORIZED:
            found = _confirmed(attempt, found)
    except (ChannelError, ChannelOff) as error:
        logger.warning("%s does not say what became of %s: %s", attempt.channel, attempt, error)
        return False
    if isinstance(found, Notice):
        gateways.take(found)
    return True


def _confirmed(attempt: Attempt, held: Notice) -> Notice | Unknown:
    """Take money a provider holds if the invoice still lacks it, else let it go.

    Another sum than was asked for is not touched: staff look at it, and it lapses by itself. What
    the provider does not answer is asked once more in a minute.
    """
    if held.amount != attempt.amount:
        return held
    Attempt.objects.filter(pk=attempt.pk).update(next_poll_at=clock.now() + A_MINUTE)
    invoice = Invoice.objects.get(pk=attempt.invoice_id)
    take = invoice.state == Invoice.State.OPEN and queries.missing(invoice) > 0
    return CONFIRMS[attempt.channel].confirm(attempts.asked(attempt), take=take)
