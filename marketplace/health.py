"""Is the process alive, and is the market ready: what a supervisor and a load balancer ask."""

import contextlib
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from marketplace.records import clock
from marketplace.records.models import OutboxMessage

OK = "ok"
# A letter that waits longer means that nobody delivers.
OLDEST_LETTER = timedelta(minutes=10)
_migrated = False


@require_safe
@never_cache
def alive(request: HttpRequest) -> JsonResponse:
    """Answer while the process lives; asks nobody else."""
    return JsonResponse({"status": OK})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Answer 200 when people can buy, 503 with the reasons when not.

    A broker that does not answer, or letters that wait, make the market slower, not unready.
    """
    checks = {name: check() for name, check in CHECKS.items()}
    is_ready = all(checks[name] == OK for name in NEEDED)
    status = OK if is_ready else "not ready"
    return JsonResponse({"status": status, "checks": checks}, status=200 if is_ready else 503)


def report_seed(percent: int) -> None:
    """Say how much of the demonstration market stands: 100 is all of it."""
    _write_seed(str(percent))


def report_seed_failed(reason: str) -> None:
    """Say that the demonstration market could not be finished, and why."""
    _write_seed(f"failed: {reason}")


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "does not answer"
    return OK


def _migrations() -> str:
    """Whether the database is as new as the code; a yes is final for the life of a process."""
    global _migrated  # noqa: PLW0603 -- reading the graph of migrations takes half a second
    if _migrated:
        return OK
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "unknown"
    _migrated = not waiting
    return OK if _migrated else f"{len(waiting)} waiting"


def _broker() -> str:
    try:
        with current_app.connection_for_write() as broker:
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=1)
    except (KombuError, RedisError, OSError):
        return "degraded: does not answer"
    return OK


def _outbox() -> str:
    """Whether letters go out: the age of the oldest that should have gone."""
    try:
        oldest = (
            OutboxMessage.objects.filter(sent_at=None, dead_at=None)
            .order_by("not_before")
            .values_list("not_before", flat=True)
            .first()
        )
    except DatabaseError:
        return "unknown"
    waited = clock.now() - oldest if oldest else timedelta()
    if waited < OLDEST_LETTER:
        return OK
    return f"degraded: a letter waits for {int(waited.total_seconds() // 60)} minutes"


def _seed() -> str:
    """How much of the demonstration market stands; "ok" too where none is being made."""
    with contextlib.suppress(FileNotFoundError):
        said = _seed_file().read_text().strip()
        if said and said != "100":
            return f"{said} %" if said.isdigit() else said
    return OK


def _seed_file() -> Path:
    return Path(settings.VAR_DIR) / "seed.progress"


def _write_seed(words: str) -> None:
    """Replace the file whole, so that nobody reads half of it."""
    fresh = _seed_file().with_name(f"seed.progress.{os.getpid()}")
    fresh.write_text(words)
    fresh.replace(_seed_file())


CHECKS: dict[str, Callable[[], str]] = {
    "database": _database,
    "migrations": _migrations,
    "broker": _broker,
    "outbox": _outbox,
    "seed": _seed,
}
NEEDED = ("database", "migrations", "seed")
