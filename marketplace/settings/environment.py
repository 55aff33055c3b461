"""Reads the environment once, and says in one sentence what is wrong with it."""

import os
from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """The value of ``name``, without surrounding blanks; ``default`` when unset or empty."""
    return os.environ.get(name, "").strip() or default


def number(name: str, default: int) -> int:
    """The value of ``name`` as a whole number; raises ``ImproperlyConfigured`` otherwise."""
    raw = text(name, str(default))
    if not raw.isascii() or not raw.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {raw!r}.")
    return int(raw)


def one_of(name: str, allowed: tuple[str, ...], default: str) -> str:
    """The value of ``name``; raises ``ImproperlyConfigured`` when it is none of ``allowed``."""
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def url(name: str, default: str, schemes: tuple[str, ...]) -> str:
    """The value of ``name`` without its last slash; raises when its scheme is not allowed."""
    value = text(name, default).rstrip("/")
    if value and value.split(":", 1)[0] not in schemes:
        raise ImproperlyConfigured(
            f"{name} must start with {' or '.join(schemes)}:, not {value!r}."
        )
    return value


def words(name: str) -> list[str]:
    """The comma-separated values of ``name``."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def first_given(name: str, defaults: Mapping[str, str]) -> str:
    """The value of ``name`` from outside, else its row of ``defaults``, else nothing."""
    return text(name, defaults.get(name, ""))
