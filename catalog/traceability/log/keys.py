"""The province's key and those of the cooperatives: made, kept locked, renewed and taken back.

A cooperative's private key lies in the database locked with AES-GCM under a key that is derived
from the province's; whoever holds a copy of the database alone cannot sign anything.
"""

from __future__ import annotations

import base64
import datetime as dt
import os

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import IntegrityError, transaction

import verify
from catalog.traceability.log import locking
from catalog.traceability.log.models import AuthorKey, Entry
from catalog.traceability.parties.models import Party
from marketplace.people.models import User
from marketplace.records import audit, clock

VALID = dt.timedelta(days=366 * 5)
_NONCE_BYTES = 12


class LogIsOff(Exception):
    """The province has given the market no key: nothing can be signed."""


class AlreadyEnded(Exception):
    """The key was retired or revoked before."""


def is_on() -> bool:
    """Whether the province's key is there."""
    return bool(settings.TRACE_LOG_KEY)


def province() -> Ed25519PrivateKey:
    """The province's key; ``LogIsOff`` without one."""
    if not is_on():
        raise LogIsOff
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(settings.TRACE_LOG_KEY))


def verifier() -> verify.Verifier:
    """The province's public key under the log's name."""
    key = province().public_key().public_bytes_raw()
    return verify.Verifier(settings.TRACE_LOG_NAME, verify.ED25519, key)


def signature_line(text: str) -> str:
    """The province's signature line below a text."""
    return verify.signature_line(verifier(), province().sign(text.encode()))


def note(text: str) -> str:
    """A text as a note signed by the province."""
    return f"{text}\n{signature_line(text)}"


def written(moment: dt.datetime) -> str:
    """A time as statements write it: UTC, whole seconds."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def active(party: Party) -> AuthorKey:
    """The key the party signs with; its first one is made now, also when two ask at once."""
    found = AuthorKey.objects.filter(party=party, state=AuthorKey.State.ACTIVE).first()
    if found:
        return found
    try:
        with transaction.atomic():
            return _make(party)
    except IntegrityError:
        return AuthorKey.objects.get(party=party, state=AuthorKey.State.ACTIVE)


def sign(key: AuthorKey, text: str) -> bytes:
    """The signature of a text by the party that owns ``key``."""
    sealed = bytes(key.sealed)
    seed = _lock().decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], key.key_id.encode())
    return Ed25519PrivateKey.from_private_bytes(seed).sign(text.encode())


@transaction.atomic
def renew(party_id: int, *, by: User | None, reason: str = "") -> AuthorKey:
    """Let a party sign with a new key; what it signed before stays good."""
    party = Party.objects.select_for_update().get(pk=party_id)
    AuthorKey.objects.filter(party=party, state=AuthorKey.State.ACTIVE).update(
        state=AuthorKey.State.RETIRED, ended_at=clock.now()
    )
    fresh = _make(party)
    audit.record(by, party, "log_key.renewed", after={"key": fresh.key_id, "reason": reason})
    return fresh


@transaction.atomic
def revoke(key_id: str, *, reason: str, by: User | None) -> AuthorKey:
    """Take a key back: entries that come into the tree from now on are not believed to be its.

    What waits under it is signed anew by the party's next key when it enters the tree.
    """
    locking.alone()
    key = AuthorKey.objects.select_for_update().get(key_id=key_id)
    if key.state == AuthorKey.State.REVOKED:
        raise AlreadyEnded
    now = clock.now()
    key.revoked_from = Entry.objects.filter(index__isnull=False).count()
    key.reason = " ".join(reason.split())[:200]
    key.revocation = note(
        verify.stated(
            "trace-revocation/v1",
            log=settings.TRACE_LOG_NAME,
            key=key.key_id,
            from_index=str(key.revoked_from),
            at=written(now),
            reason=key.reason,
        )
    )
    key.state, key.ended_at = AuthorKey.State.REVOKED, key.ended_at or now
    key.save()
    audit.record(by, key.party, "log_key.revoked", after={"key": key.key_id, "reason": key.reason})
    return key


def _make(party: Party) -> AuthorKey:
    """A fresh key of a party with the province's certificate."""
    now = clock.now()
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    name = verify.key_id(public)
    nonce = os.urandom(_NONCE_BYTES)
    text = verify.stated(
        "trace-key/v1",
        log=settings.TRACE_LOG_NAME,
        party=party.key,
        name=" ".join(party.name.split()),
        key=base64.b64encode(public).decode(),
        from_=written(now),
        to=written(now + VALID),
    )
    return AuthorKey.objects.create(
        party=party,
        key_id=name,
        public=public,
        sealed=nonce + _lock().encrypt(nonce, private.private_bytes_raw(), name.encode()),
        certificate=note(text),
        made_at=now,
    )


def _lock() -> AESGCM:
    """What locks the cooperatives' keys."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"trace log: keys of authors")
    return AESGCM(derived.derive(province().private_bytes_raw()))
