r"""Hands an event to the log: its author's signature, in the transaction that writes the event.

A leaf of the tree is this text, each line ended by a line feed:

    trace-entry/v1
    log <the log's name>
    event <the event's hash id, ni:///sha-256;...?ver=CBV2.0>
    document <SHA-256 of the exact event as canonical JSON, or ->
    key <SHA-256 of the author's public key>
    at <when, 2026-11-29T20:00:00Z>
    signature <Base64>

The signature is Ed25519 over the text up to and with the line ``at``. The event's hash leaves out
what does not change an event, such as ``recordTime``; ``document`` binds every detail.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction

import verify
from catalog.traceability.log import keys
from catalog.traceability.log.models import AuthorKey, Entry
from catalog.traceability.parties.models import Party
from marketplace.records import clock


@dataclass(frozen=True, slots=True)
class Handed:
    """An event for the log: its hash, whose it is, and the public event as a proof will show it.

    ``document`` includes the ``@context``; without it the hash alone is signed.
    """

    event_id: str
    party: Party
    document: Mapping[str, Any] | None = None


@transaction.atomic(savepoint=False)
def submit(handed: Sequence[Handed]) -> None:
    """Enter events, each signed for its party; the same event is entered only once.

    While the log is off entries wait unsigned; they are signed when the province has given its key.
    """
    parties = {one.party.pk: one.party for one in handed} if keys.is_on() else {}
    active = {pk: keys.active(party) for pk, party in sorted(parties.items())}
    entries = [_entry(one) for one in handed]
    for entry in entries:
        if entry.party_id in active:
            sign(entry, active[entry.party_id])
    Entry.objects.bulk_create(entries, ignore_conflicts=True)
    waiting = transaction.get_connection().run_on_commit
    if not any(waits[1] is _wake for waits in waiting):
        transaction.on_commit(_wake, robust=True)


def _entry(one: Handed) -> Entry:
    """An entry without a signature."""
    return Entry(
        event_id=one.event_id,
        party=one.party,
        document=verify.document_digest(one.document) if one.document is not None else "",
        submitted_at=clock.now(),
    )


def sign(entry: Entry, key: AuthorKey) -> None:
    """Write the leaf of an entry that is in no tree yet."""
    text = verify.stated(
        "trace-entry/v1",
        log=settings.TRACE_LOG_NAME,
        event=entry.event_id,
        document=entry.document or "-",
        key=key.key_id,
        at=keys.written(max(entry.submitted_at, key.made_at)),
    )
    signature = base64.b64encode(keys.sign(key, text)).decode()
    entry.key, entry.leaf = key, f"{text}signature {signature}\n"
    entry.leaf_hash = verify.leaf_hash(entry.leaf.encode())


def _wake() -> None:
    """Let the tree grow soon; the timetable does it anyway."""
    from catalog.traceability.log import tasks  # noqa: PLC0415 -- tasks import verbs, not back

    tasks.grow.apply_async(expires=60)
