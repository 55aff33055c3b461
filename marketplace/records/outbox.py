"""What must reach somebody: posted with the decision, delivered afterwards, never lost.

The table is the truth; the message broker is only a wake-up. A message is claimed in a short
transaction of its own (so that one that kills the worker is counted too), then its effect and
the mark that it was sent are committed together.
"""

from __future__ import annotations

import datetime as dt
import logging
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any

from celery import current_app
from django.db import transaction
from django.db.models import QuerySet
from kombu.exceptions import OperationalError

from marketplace.records.models import OutboxMessage

log = logging.getLogger("market.outbox")

Effect = Callable[[dict[str, Any]], None]

MAX_ATTEMPTS = 12
FIRST_WAIT = dt.timedelta(seconds=15)
LONGEST_WAIT = dt.timedelta(hours=2)
LEASE = dt.timedelta(minutes=5)
QUIET_SECONDS = 10.0
_AT_ONCE = 2_000  # rows of one statement
WAKE_TASK = "records.drain_outbox"

_effects: dict[str, Effect] = {}
_secret: set[str] = set()
_broker_quiet_until = 0.0


class UnknownTopic(LookupError):
    """No effect is registered for a topic."""


class Hopeless(Exception):
    """What an effect raises when trying again cannot help: the message is given up at once."""


def handles(topic: str, *, secret: bool = False) -> Callable[[Effect], Effect]:
    """Register the decorated function as the effect of ``topic``; a second one is a mistake.

    The payload of a ``secret`` topic (one-time links and codes) is emptied once it was sent.
    """

    def register(effect: Effect) -> Effect:
        """Keep the effect, or say that the topic is taken."""
        if topic in _effects and _effects[topic].__module__ != effect.__module__:
            raise ValueError(f"Two effects for the topic {topic!r}.")
        _effects[topic] = effect
        if secret:
            _secret.add(topic)
        return effect

    return register


def topics() -> list[str]:
    """The topics that have an effect."""
    return sorted(_effects)


def post(topic: str, *, key: str, **payload: Any) -> None:
    """Write a message in the caller's transaction; the same topic and key are said only once."""
    post_all(topic, {key: payload})


def post_all(topic: str, payloads: Mapping[str, dict[str, Any]]) -> None:
    """The same for many messages of a topic at once, by their keys."""
    OutboxMessage.objects.bulk_create(
        [OutboxMessage(topic=topic, key=key, payload=told) for key, told in payloads.items()],
        ignore_conflicts=True,
        batch_size=_AT_ONCE,
    )
    waiting = transaction.get_connection().run_on_commit
    if not any(entry[1] is wake for entry in waiting):
        transaction.on_commit(wake, robust=True)


def wake() -> None:
    """Tell a worker that something waits. A silent broker costs one second at most, then none."""
    global _broker_quiet_until  # noqa: PLW0603 -- one memory per process is the point
    if time.monotonic() < _broker_quiet_until:
        return
    try:
        current_app.send_task(WAKE_TASK, retry=False, ignore_result=True)
    except (OperationalError, OSError):
        _broker_quiet_until = time.monotonic() + QUIET_SECONDS
        log.warning("broker silent", extra={"quiet_seconds": QUIET_SECONDS})


def waiting() -> QuerySet[OutboxMessage]:
    """Messages neither sent nor given up, the longest due first."""
    return OutboxMessage.objects.filter(sent_at__isnull=True, dead_at__isnull=True).order_by(
        "not_before", "id"
    )


def dead() -> QuerySet[OutboxMessage]:
    """Messages given up after the last attempt."""
    return OutboxMessage.objects.filter(dead_at__isnull=False).order_by("-dead_at")


def drain(limit: int = 100) -> int:
    """Deliver up to ``limit`` due messages and answer how many were sent."""
    sent = 0
    for _ in range(limit):
        claimed = _claim()
        if claimed is None:
            break
        sent += _deliver(claimed)
    return sent


def retry(message_id: int) -> None:
    """Give a dead message another round of attempts, at once."""
    OutboxMessage.objects.filter(pk=message_id, dead_at__isnull=False).update(
        dead_at=None, attempts=0, not_before=dt.datetime.now(dt.UTC)
    )
    transaction.on_commit(wake, robust=True)


def wait_after(attempts: int) -> dt.timedelta:
    """How long to wait after so many failures: doubling, with up to a quarter of chance on top."""
    wait: dt.timedelta = min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)
    return wait * (1 + secrets.randbelow(250) / 1000)


@transaction.atomic
def _claim() -> int | None:
    """Take the next due message that nobody else holds, and count the attempt."""
    now = dt.datetime.now(dt.UTC)
    message = waiting().filter(not_before__lte=now).select_for_update(skip_locked=True).first()
    if message is None:
        return None
    message.attempts += 1
    message.not_before = now + LEASE
    message.save(update_fields=["attempts", "not_before"])
    return message.pk


@transaction.atomic
def _deliver(message_id: int) -> bool:
    """Run the effect of a claimed message and mark it sent, both or neither.

    The lock is waited for: another worker looking for messages may hold it for a moment.
    """
    message = waiting().select_for_update().filter(pk=message_id).first()
    if message is None:
        return False
    try:
        with transaction.atomic():
            _effect(message.topic)(message.payload)
    except Exception as error:  # noqa: BLE001 -- whatever an effect raises is one failed attempt
        _put_back(message, error)
        return False
    message.sent_at = dt.datetime.now(dt.UTC)
    message.last_error = ""
    if message.topic in _secret:
        message.payload = {}
    message.save(update_fields=["sent_at", "last_error", "payload"])
    return True


def _effect(topic: str) -> Effect:
    """The effect of a topic, or ``UnknownTopic``."""
    try:
        return _effects[topic]
    except KeyError:
        raise UnknownTopic(topic) from None


def _notes(error: Exception) -> list[str]:
    """What the effect noted at its error, such as who should have got the message."""
    return getattr(error, "__notes__", [])


def _put_back(message: OutboxMessage, error: Exception) -> None:
    """Note the failure; try later, or give up after the last attempt."""
    now = dt.datetime.now(dt.UTC)
    lines = (f"{type(error).__name__}: {error}"[:1500].replace("\n", " "), *_notes(error))
    message.last_error = "\n".join(lines)[:2000]
    message.not_before = now + wait_after(message.attempts)
    given_up = message.attempts >= MAX_ATTEMPTS or isinstance(error, Hopeless)
    message.dead_at = now if given_up else None
    message.save(update_fields=["last_error", "not_before", "dead_at"])
    log.warning(
        "not delivered",
        extra={
            "topic": message.topic,
            "attempts": message.attempts,
            "dead": message.dead_at is not None,
            "error": type(error).__name__,
        },
    )
