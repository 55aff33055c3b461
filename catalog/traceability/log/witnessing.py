"""Those who watch that the log only grows: registered by staff, their signatures taken and shown.

A witness asks for the checkpoint and for the proof that it begins with the one it saw last. When
both are right it signs the checkpoint (c2sp.org/tlog-cosignature) and posts it back, whole, with
its line at the end.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

import verify
from catalog.traceability.log import keys
from catalog.traceability.log.models import TreeHead, Witness, WitnessSignature
from marketplace.people.models import User
from marketplace.records import audit, clock


class NotACheckpoint(ValueError):
    """The text is no checkpoint of this log, or its key is none."""


class UnknownWitness(PermissionError):
    """None of the signatures is right and a registered witness's."""


@transaction.atomic
def register(key: str, *, by: User | None) -> Witness:
    """Let the owner of ``key`` vouch for the log; ``NotACheckpoint`` when it is no such key."""
    try:
        read = verify.verifier(key)
    except verify.Unreadable as error:
        raise NotACheckpoint from error
    if read.kind != verify.COSIGNATURE or not read.name or " " in read.name:
        raise NotACheckpoint
    facts = {"key": key, "is_active": True, "registered_at": clock.now()}
    witness, _ = Witness.objects.update_or_create(name=read.name, defaults=facts)
    audit.record(by, witness, "log_witness.registered", after={"key": key})
    return witness


@transaction.atomic
def dismiss(witness_id: int, *, by: User | None) -> Witness:
    """Take no more lines of a witness; those it gave stay. A second time changes nothing."""
    witness = Witness.objects.select_for_update().get(pk=witness_id)
    if witness.is_active:
        witness.is_active = False
        witness.save(update_fields=["is_active"])
        audit.record(by, witness, "log_witness.dismissed", after={"key": witness.key})
    return witness


@transaction.atomic
def take(note: str) -> int:
    """Keep the lines of registered witnesses below a checkpoint of ours; how many were new."""
    try:
        text, signatures = verify.note_parts(note)
        head = _head(text)
        by_name = {w.name: w for w in Witness.objects.filter(is_active=True)}
        lines = [
            (by_name[name], blob, found)
            for name, blob in signatures
            if name in by_name and (found := _signed_at(text, by_name[name], blob)) is not None
        ]
    except verify.Unreadable as error:
        raise NotACheckpoint from error
    if not lines:
        raise UnknownWitness
    before = head.cosignatures.count()
    WitnessSignature.objects.bulk_create(
        [
            WitnessSignature(
                head=head,
                witness=witness,
                line=verify.signature_line(verify.verifier(witness.key), blob[4:]),
                at=dt.datetime.fromtimestamp(at, dt.UTC),
            )
            for witness, blob, at in lines
        ],
        ignore_conflicts=True,
    )
    return head.cosignatures.count() - before


def _head(text: str) -> TreeHead:
    """The head of ours with this text."""
    head = TreeHead.objects.filter(
        note=f"{text}\n{keys.signature_line(text)}", size=verify.checkpoint(text).size
    ).first()
    if head is None:
        raise NotACheckpoint
    return head


def _signed_at(text: str, witness: Witness, blob: bytes) -> int | None:
    """When the witness signed, within a day of now; nothing where the signature is not its own."""
    key = verify.verifier(witness.key)
    if blob[:4] != key.mark:
        return None
    at = verify.signature_time(text, key, blob)
    return at if at is not None and abs(at - clock.now().timestamp()) < 86_400 else None
