"""Sends approved refunds by their provider, and asks what became of those nobody answered for.

The state is written before the call, and no lock is held during it: after a crash or a silence the
refund is ``sending`` or ``unknown``, and only asking resolves it. It is never sent a second time.
"""

from __future__ import annotations

import datetime as dt
import logging

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import clock
from payments import attempts, incidents, refunding
from payments.channels import GATEWAYS
from payments.channels.base import ChannelError, ChannelOff, RefundAnswer, RefundAsked
from payments.models import Attempt, GatewayTransaction, Refund
from payments.signals import refunded

State = Refund.State
FIRST_ASK, LAST_ASK = dt.timedelta(minutes=1), dt.timedelta(days=1)

logger = logging.getLogger("payments.refunds")


def send(refund_id: int, *, by: User) -> Refund:
    """Send an approved refund back the way its money came. Raises ``refunding.Moved``."""
    asked = _asked(_begin(refund_id, by), by.get_username())
    return _take(refund_id, _call("refund", refund_id, asked), by)


def ask_due() -> int:
    """Ask about refunds whose outcome is not known; how many were asked about."""
    now = clock.now()
    rows = Refund.objects.filter(state__in=(State.SENDING, State.UNKNOWN), next_ask_at__lte=now)
    due = list(rows.order_by("next_ask_at").values_list("pk", flat=True))
    for refund_id in due:
        _ask(refund_id, now)
    return len(due)


def _ask(refund_id: int, now: dt.datetime) -> None:
    refund = Refund.objects.select_related("attempt__invoice", "attempt__payee").get(pk=refund_id)
    waited = now - (refund.sent_at or now)
    after = min(max(FIRST_ASK, waited), LAST_ASK)
    mine = Refund.objects.filter(pk=refund_id, next_ask_at__lte=now).update(next_ask_at=now + after)
    if mine:
        answer = _call("look_up_refund", refund_id, _asked(refund, "poller"))
        _take(refund_id, answer, None)


@transaction.atomic
def _begin(refund_id: int, by: User) -> Refund:
    refund = refunding.locked(refund_id, State.SENDING)
    if refund.attempt is None:
        raise refunding.Moved(refund.state)
    now = clock.now()
    refund.sent_at, refund.next_ask_at = now, now + FIRST_ASK
    return refunding.move(refund, State.SENDING, by, ("sent_at", "next_ask_at"))


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


def _call(verb: str, refund_id: int, asked: RefundAsked) -> RefundAnswer:
    channel = Refund.objects.values_list("attempt__channel", flat=True).get(pk=refund_id)
    try:
        answer: RefundAnswer = getattr(GATEWAYS[str(channel)], verb)(asked)
    except ChannelError as error:
        logger.warning("%s does not answer for refund %s: %s", channel, asked.key, error)
        return RefundAnswer.UNKNOWN
    except ChannelOff as error:
        logger.warning("%s is off, refund %s waits: %s", channel, asked.key, error)
        return RefundAnswer.UNKNOWN
    return answer


@transaction.atomic
def _take(refund_id: int, answer: RefundAnswer, by: User | None) -> Refund:
    """Write down what a provider said; what was decided meanwhile stands."""
    wanted = {
        RefundAnswer.DONE: State.DONE,
        RefundAnswer.REJECTED: State.REJECTED,
        RefundAnswer.UNKNOWN: State.UNKNOWN,
    }.get(answer)
    refund = Refund.objects.select_related("attempt").get(pk=refund_id)
    if wanted is None or not refund.can_become(wanted):
        return refund
    refund = refunding.locked(refund_id, wanted)
    if wanted == State.UNKNOWN:
        return refunding.move(refund, wanted, by, ())
    refund.ended_at, refund.next_ask_at = clock.now(), None
    if wanted == State.REJECTED:
        refund.note = "refused by the provider"
        return refunding.move(refund, wanted, by, ("ended_at", "next_ask_at", "note"))
    refund.reference = refund.number
    refunding.move(refund, wanted, by, ("ended_at", "next_ask_at", "reference"))
    _mark(refund)
    incidents.settle(refund.incident_id, by=by, note=refund.reference, refund=refund)
    refunded.send(sender=Refund, refund=refund)
    return refund


def _mark(refund: Refund) -> None:
    """Say on the attempt that its money, or a part, went back."""
    attempt = refund.attempt
    assert attempt is not None
    done = Refund.objects.filter(attempt=attempt, state=State.DONE)
    gone = sum(done.values_list("amount", flat=True))
    whole = gone >= attempt.received
    wanted = Attempt.State.REFUNDED if whole else Attempt.State.PARTIALLY_REFUNDED
    if attempt.can_become(wanted):
        attempt.state = wanted
        attempt.save(update_fields=("state",))
