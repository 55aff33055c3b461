"""Sentences that must always be true of the database, each as a query that finds no row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection

SAMPLE = 5


@dataclass(frozen=True)
class Invariant:
    """A sentence about the data and the query that finds the rows breaking it."""

    name: str
    sentence: str
    sql: str


@dataclass(frozen=True)
class Finding:
    """How many rows break an invariant, and the first few of them."""

    name: str
    sentence: str
    count: int
    sample: list[dict[str, Any]]


REGISTRY: dict[str, Invariant] = {}


def invariant(name: str, sentence: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    """Register the decorated function's SQL under a name nobody else has taken."""

    def register(query: Callable[[], str]) -> Callable[[], str]:
        """Keep the query."""
        if name in REGISTRY:
            raise ValueError(f"Two invariants are called {name!r}.")
        REGISTRY[name] = Invariant(name, sentence, query().strip().rstrip(";"))
        return query

    return register


def check() -> list[Finding]:
    """Run every invariant, by name."""
    return [_run(REGISTRY[name]) for name in sorted(REGISTRY)]


def _run(wanted: Invariant) -> Finding:
    """Count the rows that break one invariant and fetch a few."""
    with connection.cursor() as cursor:
        # The SQL is our own code's, never a reader's.
        cursor.execute(f"SELECT count(*) FROM ({wanted.sql}) broken")  # noqa: S608 -- see above
        (count,) = cursor.fetchone()
        sample: list[dict[str, Any]] = []
        if count:
            cursor.execute(
                f"SELECT * FROM ({wanted.sql}) broken LIMIT {SAMPLE}"  # noqa: S608 -- see above
            )
            names = [column.name for column in cursor.description]
            sample = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return Finding(wanted.name, wanted.sentence, count, sample)


@invariant("outbox_keeps_moving", "No message has been due for more than an hour.")
def _outbox_keeps_moving() -> str:
    """Waiting messages long past their time: nobody drains the outbox."""
    return """
        SELECT id, topic, not_before FROM records_outboxmessage
        WHERE sent_at IS NULL AND dead_at IS NULL AND not_before < now() - interval '1 hour'
    """


@invariant("outbox_tried_before_sent", "What was sent was tried at least once.")
def _outbox_tried_before_sent() -> str:
    """A message marked as sent without an attempt was never handed to anybody."""
    return "SELECT id, topic FROM records_outboxmessage WHERE sent_at IS NOT NULL AND attempts = 0"


@invariant("paper_has_its_file", "Every paper names a file, a size and a hash.")
def _paper_has_its_file() -> str:
    """Papers whose file is not known."""
    return "SELECT id FROM records_paper WHERE file = '' OR size = 0 OR length(sha256) <> 64"


@invariant("everything_is_accounted_for", "No watched table was changed without an entry today.")
def _everything_is_accounted_for() -> str:
    """Entries of the last day that the database had to write itself and that name nobody."""
    return """
        SELECT id, what, subject_type, subject_id FROM records_auditentry
        WHERE starts_with(what, 'database.') AND by_id IS NULL
            AND at > now() - interval '1 day'
    """
