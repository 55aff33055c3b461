"""Sends approved refunds by their provider, and asks what became of those nobody answered for.

The state is written before the call, and no lock is held during it: after a crash or a silence the
refund is ``sending`` or ``unknown``, and only asking resolves it. It is never sent a second time.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import clock
from payments import attempts, refunding
from payments.channels import GATEWAYS
from payments.channels.base import (
    Channel,
    ChannelError,
    ChannelOff,
    RefundAnswer,
    RefundAsked,
)
from payments.models import GatewayTransaction, Refund

State = Refund.State
FIRST_ASK, LAST_ASK = dt.timedelta(minutes=1), dt.timedelta(days=1)

logger = logging.getLogger("payments.refunds")


def send(refund_id: int, *, by: User) -> Refund:
    """Send an approved refund back the way its money came. Raises ``refunding.Moved``."""
    refund = _begin(refund_id, by)
    channel = _channel(refund)
    return _take(refund_id, _answer(channel.refund, _asked(refund, by.get_username())), by)


def ask_due(*, seconds: float) -> int:
    """Ask, for so long, about refunds whose outcome is not known; how many were asked about.

    And once more, days later, about those that were called done.
    """
    now, until = clock.now(), time.monotonic() + seconds
    rows = Refund.objects.filter(next_ask_at__lte=now)
    asked = 0
    for refund_id in list(rows.order_by("next_ask_at").values_list("pk", flat=True)):
        if time.monotonic() > until:
            break
        asked += _ask(refund_id, now)
    return asked


def _ask(refund_id: int, now: dt.datetime) -> bool:
    refund = Refund.objects.select_related("attempt__invoice", "attempt__payee").get(pk=refund_id)
    mine = Refund.objects.filter(pk=refund_id, next_ask_at__lte=now).update(
        next_ask_at=_next(refund, now)
    )
    if not mine or _is_overtaken(refund):
        return False
    channel = _channel(refund)
    _take(refund_id, _answer(channel.look_up_refund, _asked(refund, "poller")), None)
    return True


def _next(refund: Refund, now: dt.datetime) -> dt.datetime | None:
    """When it is asked about after now: ever more seldom; a few times only once it is done."""
    if refund.ended_at is not None:
        moments = (refund.ended_at + after for after in refunding.ASKED_AFTERWARDS)
        return next((moment for moment in moments if moment > now), None)
    waited = now - (refund.sent_at or now)
    return now + min(max(FIRST_ASK, waited), LAST_ASK)


def _is_overtaken(refund: Refund) -> bool:
    """Whether a provider may mean a later refund of the same payment when asked about this one."""
    later = Refund.objects.filter(attempt=refund.attempt, pk__gt=refund.pk)
    return refund.state == State.DONE and later.exists()


@transaction.atomic
def _begin(refund_id: int, by: User) -> Refund:
    refund = refunding.locked(refund_id, State.SENDING)
    if refund.attempt is None:
        raise refunding.Moved(refund.state)
    now = clock.now()
    refund.sent_at, refund.next_ask_at = now, now + FIRST_ASK
    return refunding.move(refund, State.SENDING, by, ("sent_at", "next_ask_at"))


def _channel(refund: Refund) -> Channel:
    assert refund.attempt is not None
    return GATEWAYS[refund.attempt.channel]


def _asked(refund: Refund, by: str) -> RefundAsked:
    attempt = refund.attempt
    assert attempt is not None
    came = GatewayTransaction.objects.filter(attempt=attempt).order_by("pk")[:1].get()
    return RefundAsked(
        amount=refund.amount,
        key=refund.number,
        asked=attempts.asked(attempt),
        paid=came.amount,
        transaction=came.external_id,
        requested_at=refund.requested_at,
        by=by,
    )


def _answer(call: Callable[[RefundAsked], RefundAnswer], asked: RefundAsked) -> RefundAnswer:
    """What a provider says; a silence, or a channel that is off, says nothing."""
    try:
        return call(asked)
    except (ChannelError, ChannelOff) as error:
        logger.warning("no answer for refund %s: %s", asked.key, error)
        return RefundAnswer.UNKNOWN


@transaction.atomic
def _take(refund_id: int, answer: RefundAnswer, by: User | None) -> Refund:
    """Write down what a provider said; what was decided meanwhile stands."""
    wanted = {
        RefundAnswer.DONE: State.DONE,
        RefundAnswer.REJECTED: State.REJECTED,
        RefundAnswer.UNKNOWN: State.UNKNOWN,
    }.get(answer)
    if wanted is None:  # it is being sent, as we know
        return Refund.objects.get(pk=refund_id)
    try:
        if wanted == State.REJECTED and Refund.objects.filter(pk=refund_id, state=State.DONE):
            return refunding.returned(refund_id, "taken back by the provider", by=by)
        refund = refunding.locked(refund_id, wanted)
    except refunding.Moved:
        return Refund.objects.get(pk=refund_id)
    if wanted == State.DONE:
        return refunding.done(refund, refund.number, by)
    if wanted == State.REJECTED:
        return refunding.refused(refund, "refused by the provider", by)
    return refunding.move(refund, State.UNKNOWN, by, ())
