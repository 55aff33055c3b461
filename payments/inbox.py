"""Takes messages in: checked on their bytes, stored before any work, worked through once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
from typing import Any

from django.db import DatabaseError, connection, transaction

from marketplace.records import clock
from payments import bank, gateways, incidents
from payments.channels import FEEDS, GATEWAYS
from payments.channels.base import (
    BadNotice,
    BadSignature,
    ChannelOff,
    Kind,
    Notice,
    RawRequest,
    Result,
)
from payments.models import Message

BUDGET_MS = 3000
# Of several transfers in one message, what one of them needs decides the answer.
_WORST = (Result.AGAIN, Result.TAKEN, Result.OTHER_SUM, Result.UNKNOWN, Result.TRY_AGAIN)
KEPT_HEADERS = ("content-type", "user-agent", "x-sepay-timestamp")

logger = logging.getLogger("payments.inbox")


def take(provider: str, raw: RawRequest) -> Result:
    """Take one message from a provider; what it is answered. Never raises for what it contains.

    Forged and unreadable messages leave one line in the log and nothing else.
    """
    try:
        notices = FEEDS[provider].read(raw)
    except (BadSignature, ChannelOff) as error:
        logger.warning("message from %s refused: %s", provider, error)
        return Result.FORGED
    except BadNotice as error:
        logger.warning("message from %s unreadable: %s", provider, error)
        return Result.UNREADABLE
    results = [_take_one(notice, raw) for notice in notices]
    return max(results, key=_WORST.index, default=Result.TAKEN)


def _take_one(notice: Notice, raw: RawRequest) -> Result:
    try:
        message = keep(notice, raw)
        return work(message.pk, within_ms=BUDGET_MS)
    except DatabaseError:
        logger.exception("message from %s could not be taken in", notice.provider)
        return Result.TRY_AGAIN


def keep(notice: Notice, raw: RawRequest) -> Message:
    """Store a message once by provider, kind and number, before anything is done with it."""
    message, is_new = Message.objects.get_or_create(
        provider=notice.provider,
        dedupe_key=f"{notice.kind}:{notice.external_id}",
        defaults={
            "headers": {name: raw.header(name) for name in KEPT_HEADERS},
            "body": raw.body,
            "facts": _facts(notice),
            "received_at": raw.received_at,
        },
    )
    if not is_new and _claims(message.facts) != _claims(_facts(notice)):
        logger.warning("message %s came again with other content", message)
        incidents.message_changed(message)
    return message


def work(message_id: int, *, within_ms: int = 0) -> Result:
    """Do what a stored message asks for, once; safe to call again at any time.

    What goes wrong is written on the message, which then waits for the next try.
    """
    try:
        return _work(message_id, within_ms)
    except Exception as error:
        logger.exception("message %s waits for another try", message_id)
        _note(message_id, type(error).__name__)
        return Result.TRY_AGAIN


@transaction.atomic
def _work(message_id: int, within_ms: int) -> Result:
    if within_ms:
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = {int(within_ms)}")
    message = Message.objects.select_for_update().get(pk=message_id)
    if message.processed_at is not None:
        return Result.OTHER_SUM if message.result == Result.OTHER_SUM else Result.AGAIN
    notice = _notice(message.facts)
    result = gateways.take(notice) if notice.provider in GATEWAYS else bank.take(notice)
    message.tries += 1
    message.error = "unknown_reference" if result == Result.UNKNOWN else ""
    if result != Result.UNKNOWN:
        message.processed_at, message.result = clock.now(), result
    message.save(update_fields=("tries", "error", "processed_at", "result"))
    return result


def _note(message_id: int, error: str) -> None:
    row = Message.objects.filter(pk=message_id, processed_at__isnull=True)
    for message in row:
        row.update(tries=message.tries + 1, error=error[:200])


@transaction.atomic
def give_up(message_id: int) -> None:
    """Try a message no more; what it told of waits for staff."""
    message = Message.objects.select_for_update().get(pk=message_id)
    if message.processed_at is not None:
        return
    message.processed_at, message.error = clock.now(), "given_up"
    message.save(update_fields=("processed_at", "error"))
    if message.provider in GATEWAYS:
        incidents.message_without_owner(message)


def _facts(notice: Notice) -> dict[str, Any]:
    facts = dataclasses.asdict(notice)
    return {**facts, "occurred_at": notice.occurred_at.isoformat(), "memos": list(notice.memos)}


def _claims(facts: dict[str, Any]) -> dict[str, Any]:
    """What may not change when a message comes again; some put a new time of sending on it."""
    return {name: value for name, value in facts.items() if name != "occurred_at"}


def _notice(facts: dict[str, Any]) -> Notice:
    return Notice(
        **{
            **facts,
            "kind": Kind(facts["kind"]),
            "occurred_at": dt.datetime.fromisoformat(facts["occurred_at"]),
            "memos": tuple(facts["memos"]),
        }
    )
