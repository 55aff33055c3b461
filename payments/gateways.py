"""Takes what a provider with a page of its own says of one payment, told or looked up."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from payments import booking, incidents
from payments.channels import GATEWAYS
from payments.channels.base import Kind, Notice
from payments.channels.base import Result as Answer
from payments.models import Attempt, Incident

State = Attempt.State
_ENDED = {
    Kind.FAILED: State.FAILED,
    Kind.CANCELLED: State.CANCELLED,
    Kind.EXPIRED: State.EXPIRED,
}


@transaction.atomic
def take(notice: Notice) -> Answer:
    """Compare a signed notice with what was asked, and do what it says, once.

    ``UNKNOWN`` for a reference that is not ours (the attempt may be about to commit), ``OTHER_SUM``
    for any sum or currency but the one asked for: nothing is booked, staff look at it.
    """
    attempt = _attempt(notice)
    if attempt is None or notice.merchant != GATEWAYS[notice.provider].merchant():
        return Answer.UNKNOWN
    if notice.kind == Kind.DISPUTED:
        return _dispute(attempt, notice)
    if (notice.amount, notice.currency) != (attempt.amount, attempt.invoice.currency):
        _ask_staff(Incident.Kind.OTHER_SUM, attempt, notice)
        return Answer.OTHER_SUM
    if notice.kind == Kind.CAPTURED:
        return _book(attempt, notice)
    if notice.kind == Kind.AUTHORIZED:
        booking.call_for(attempt.pk)
    elif notice.kind == Kind.HELD:
        booking.hold(attempt.pk)
        _ask_staff(Incident.Kind.HELD, attempt, notice)
    elif notice.kind in _ENDED:
        booking.end(attempt.pk, _ENDED[notice.kind], notice.reason)
    return Answer.TAKEN


def _attempt(notice: Notice) -> Attempt | None:
    """Whom a notice is about, by our own code or by what the provider calls it."""
    if not notice.reference:
        return None
    named = Q(memo=notice.reference) | Q(provider_reference=notice.reference)
    rows = Attempt.objects.filter(named, channel=notice.provider)
    return rows.select_related("invoice").first()


def _dispute(attempt: Attempt, notice: Notice) -> Answer:
    """The buyer's bank asks for the money back, or has decided; staff answer it there."""
    booking.dispute(attempt.pk, is_open=notice.reason != "dispute_won")
    incidents.notice(
        Incident.Kind.DISPUTED,
        f"{notice.provider}:{notice.external_id}",
        notice.reason,
        invoice=attempt.invoice,
        amount=notice.amount,
    )
    return Answer.TAKEN


def _book(attempt: Attempt, notice: Notice) -> Answer:
    result = booking.Result(
        provider=notice.provider,
        external_id=notice.external_id,
        amount=notice.amount,
        occurred_at=notice.occurred_at,
    )
    try:
        booking.book(attempt.pk, result)
    except booking.AlreadyBooked:
        return Answer.AGAIN
    return Answer.TAKEN


def _ask_staff(kind: str, attempt: Attempt, notice: Notice) -> None:
    incidents.notice(
        kind,
        f"{notice.provider}:{notice.external_id}",
        kind,
        invoice=attempt.invoice,
        amount=notice.amount,
    )
