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
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

import verify
from catalog.traceability.log import keys
from catalog.traceability.log.models import AuthorKey, Entry
from catalog.traceability.parties.models import Party
from marketplace.records import clock


@transaction.atomic
def submit(event_id: str, party: Party, *, document: Mapping[str, Any] | None = None) -> Entry:
    """The entry of an event, signed for ``party``; the same event is entered only once.

    ``document`` is the public event as a proof will show it, its ``@context`` included. While the
    log is off the entry waits unsigned; it is signed when the province has given its key.
    """
    entry = Entry(
        event_id=event_id,
        party=party,
        document=verify.document_digest(document) if document is not None else "",
        submitted_at=clock.now(),
    )
    if keys.is_on():
        sign(entry, keys.active(party))
    Entry.objects.bulk_create([entry], ignore_conflicts=True)
    transaction.on_commit(_wake, robust=True)
    return Entry.objects.get(event_id=event_id)


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
