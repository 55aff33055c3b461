"""Secrets shared with providers: read from the settings, compared in constant time."""

from __future__ import annotations

import hmac

from django.conf import settings


def given(name: str) -> list[str]:
    """The secrets of a setting, newest first; two are valid at once while one is exchanged."""
    value = str(getattr(settings, name, ""))
    return [secret.strip() for secret in value.split(",") if secret.strip()]


def newest(name: str) -> str:
    """The secret we sign with; empty when none is set."""
    return next(iter(given(name)), "")


def fits(seal: str, seals: list[str]) -> bool:
    """Whether a seal is one of these; all are compared, so that time tells nothing."""
    found = [same(one, seal) for one in seals]
    return any(found)


def same(one: str, other: str) -> bool:
    """Whether two texts are the same, in a time that does not tell how far they are."""
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "surrogateescape"))
