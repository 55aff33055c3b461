"""Random words nobody can guess, and how they are compared and kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets


def fresh() -> str:
    """A new URL-safe token of 128 random bits (22 characters)."""
    return secrets.token_urlsafe(16)


def digest(token: str) -> str:
    """What is stored instead of a token: its SHA-256 in hex (tokens are random, no salt)."""
    return hashlib.sha256(token.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two tokens are equal, compared in constant time."""
    return hmac.compare_digest(one.encode(), other.encode())
