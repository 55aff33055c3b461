"""The bytes somebody sent, as JSON that means one thing only and fits into the database."""

from __future__ import annotations

import json
import math
from typing import Any

from django.utils.translation import gettext as _

MOST_BYTES = 5_000_000
_DEEPEST = 20
_LARGEST = 10**15


class Unreadable(ValueError):
    """The bytes are no JSON, or JSON two readers could take for two things."""


def read(body: bytes) -> Any:
    """The value ``body`` holds; ``Unreadable`` when it is none.

    Doubled names, numbers no computer holds exactly and signs no text has are refused: their
    hash would depend on who reads them.
    """
    try:
        value = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_once,
            parse_constant=_no_number,
            parse_int=_whole,
        )
    except UnicodeDecodeError:
        raise Unreadable(_("It is not written in UTF-8.")) from None
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "column": error.colno}
        raise Unreadable(_("Line %(line)s, column %(column)s.") % where) from None
    except RecursionError:
        raise Unreadable(_("It is nested too deep.")) from None
    _check(value, 0)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are all different."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable(_("A name stands there twice."))
    return found


def _no_number(text: str) -> None:
    """NaN and Infinity are no JSON."""
    raise Unreadable(_("%(text)s is no number.") % {"text": text})


def _whole(text: str) -> int:
    """A whole number of a length that can be counted with."""
    if len(text) > len(str(_LARGEST)) + 1:
        raise Unreadable(_("A number is too large."))
    return int(text)


def _check(value: Any, depth: int) -> None:
    """Refuse what is nested too deep, too large, or not text."""
    if depth > _DEEPEST:
        raise Unreadable(_("It is nested too deep."))
    if isinstance(value, dict):
        for name, inner in value.items():
            _check_text(name)
            _check(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _check(inner, depth + 1)
    elif isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int | float) and not (math.isfinite(value) and abs(value) <= _LARGEST):
        raise Unreadable(_("A number is too large."))


def _check_text(text: str) -> None:
    """Refuse signs PostgreSQL does not store and UTF-8 does not write."""
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise Unreadable(_("A text holds a sign that is none."))
