"""Salted commitments: a public event binds us to a private value without telling it.

The commitment of a value is ``sha256:`` and 64 hexadecimal digits, the SHA-256 of these bytes:

    16 bytes   the salt
     n bytes   the path, UTF-8, such as ``sl:destination``
     1 byte    00
     n bytes   the value, UTF-8

An event holds ``"sl:commitments": {path: commitment, ...}``; where a path has several values,
``path: [commitment, ...]`` in ascending order, which says nothing of the order of the values.
An opening is the path, the salt (32 hexadecimal digits) and the value. It is right when the
commitment it gives stands at its path. Each value has a salt of its own: who is told one learns
nothing of another, and who forgets a salt has forgotten the value.

The many values of one path take their salts from one seed of 16 bytes, which is never told: the
salt of a value is the first 16 bytes of HMAC-SHA-256 over the value, keyed with the seed.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from verify import commitment

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Secret:
    """A private value with its place in the event and its salt."""

    path: str
    value: str
    salt: str = field(default_factory=lambda: secrets.token_hex(SALT_BYTES))

    @property
    def commitment(self) -> str:
        """What the public event holds in its place."""
        return commitment(self.path, self.salt, self.value)


def seed() -> str:
    """A fresh seed, or salt: 128 random bits."""
    return secrets.token_hex(SALT_BYTES)


def grown(path: str, value: str, seed: str) -> Secret:
    """One of the many values of a path, with the salt that ``seed`` gives it."""
    salt = hmac.digest(bytes.fromhex(seed), value.encode(), "sha256")[:SALT_BYTES]
    return Secret(path, value, salt.hex())
