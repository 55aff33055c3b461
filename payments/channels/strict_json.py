"""Reads JSON from outside as strictly as money deserves."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

MAX_DEPTH = 20

_OUTSIDE_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


class BadJson(ValueError):
    """The bytes are not one plain JSON object; the text says why."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadJson("a key comes twice")
    return found


def _no_constant(word: str) -> NoReturn:
    raise BadJson(f"{word} is no number")


def _finite(word: str) -> float:
    if math.isinf(number := float(word)):
        raise BadJson("a number is too large")
    return number


def _depth(text: str) -> int:
    deepest = now = 0
    for sign in _OUTSIDE_STRINGS.sub("", text):
        if sign in "[{":
            now += 1
            deepest = max(deepest, now)
        elif sign in "]}":
            now -= 1
    return deepest


def read_object(body: bytes) -> dict[str, Any]:
    """The one object in ``body``: UTF-8, finite numbers, no key twice, no NUL, not deep.

    Raises ``BadJson`` for everything else, ``1e400``, ``NaN`` and half a surrogate among it.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadJson("the text is not UTF-8") from error
    if _depth(text) > MAX_DEPTH:
        raise BadJson("it is nested too deeply")
    try:
        found = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except BadJson:
        raise
    except (ValueError, RecursionError) as error:
        raise BadJson("it is not JSON") from error
    if not isinstance(found, dict):
        raise BadJson("it is not an object")
    return found


def words(found: dict[str, Any], name: str, *, most: int = 500) -> str:
    """The text under ``name``; empty for null or nothing; ``BadJson`` for what cannot be stored."""
    value = found.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadJson(f"{name} is no text")
    if len(value) > most or "\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise BadJson(f"{name} cannot be stored")
    return value


def whole(found: dict[str, Any], name: str, *, most: int) -> int:
    """The whole number from 1 to ``most`` under ``name``; a text or true is no number."""
    value = found.get(name)
    if type(value) is not int or not 1 <= value <= most:
        raise BadJson(f"{name} is no whole number from 1 to {most}")
    return value
