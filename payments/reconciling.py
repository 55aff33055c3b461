"""Brings what was left lying to its end: safe at any time, and after any crash."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from marketplace.records import clock
from payments import inbox, incidents, polling, queries, sendingback
from payments.channels.base import Result
from payments.models import Attempt, Invoice, Message

PATIENCE = dt.timedelta(hours=24)  # how long a transfer may wait for its attempt to appear
QUIET = dt.timedelta(seconds=5)  # a message younger than this is still being worked on

ASKS_FOR = 30.0  # seconds of a minute's round: what follows must have its turn as well
LOOKS_BACK = dt.timedelta(days=3)  # older ones are the invariants' business


@dataclass(frozen=True)
class Reconciled:
    """What one round did."""

    asked: int
    refunds: int
    expired: int
    processed: int
    given_up: int
    differences: int


def reconcile(*, everything: bool = False) -> Reconciled:
    """Work through messages left unprocessed, ask providers, end attempts, compare the counts.

    Messages and answers come first: money that arrived in time is booked before its attempt
    expires. Providers are asked about attempts that are due, or about ``everything`` still open.
    """
    processed, given_up = _messages()
    return Reconciled(
        asked=_ask(everything=everything),
        refunds=sendingback.ask_due(seconds=ASKS_FOR),
        expired=_expire(),
        processed=processed,
        given_up=given_up,
        differences=_differences(),
    )


def _ask(*, everything: bool) -> int:
    if everything:
        return polling.ask_all(polling.due()) + polling.ask_all(polling.unsettled())
    return polling.ask_all(polling.due(), seconds=ASKS_FOR)


def _messages() -> tuple[int, int]:
    processed = given_up = 0
    now = clock.now()
    waiting = queries.unprocessed().filter(received_at__lte=now - QUIET)
    for message in waiting.only("pk", "received_at"):
        if inbox.work(message.pk) not in (Result.UNKNOWN, Result.TRY_AGAIN):
            processed += 1
        elif _is_hopeless(message, now):
            inbox.give_up(message.pk)
            given_up += 1
    return processed, given_up


def _is_hopeless(message: Message, now: dt.datetime) -> bool:
    message.refresh_from_db(fields=("error", "received_at"))
    return message.error == "unknown_reference" and message.received_at <= now - PATIENCE


def _expire() -> int:
    rows = queries.expired().values_list("pk", "invoice__reference")
    return sum(_end(pk, reference) for pk, reference in rows)


@transaction.atomic
def _end(attempt_id: int, reference: str) -> bool:
    Invoice.objects.select_for_update().get(reference=reference)
    found = queries.expired().select_for_update(of=("self",)).filter(pk=attempt_id).first()
    if found is None:
        return False
    found.state = Attempt.State.EXPIRED
    found.save(update_fields=("state",))
    return True


def _differences() -> int:
    """Tell staff of invoices whose attempts and booked results count different sums."""
    rows = queries.out_of_balance(clock.now() - LOOKS_BACK)
    for attempt in rows:
        incidents.difference(
            f"attempt:{attempt.pk}", "received_is_not_credited", invoice=attempt.invoice
        )
    return len(rows)
