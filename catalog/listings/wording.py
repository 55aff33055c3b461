"""What people write is kept as plain text: no mark-up, no control signs, no endless blanks."""

from __future__ import annotations

import html
import re
import unicodedata

import nh3

_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
# Directional overrides make a text read other than it is; joiners and marks of scripts may stay.
_HIDDEN = re.compile("[\u200b\u202a-\u202e\u2060-\u2069\ufeff]")


def line(text: str) -> str:
    """One line of plain text."""
    return " ".join(paragraphs(text).split())


def paragraphs(text: str) -> str:
    """Plain text with its line breaks; tags vanish, what stood between them stays.

    The content of scripts and styles goes with its tags. The result is escaped where it is shown.
    """
    cleaned = text
    if "<" in text:
        cleaned = html.unescape(nh3.clean(text, tags=set(), attributes={}))
    kept = "".join(
        sign
        for sign in _HIDDEN.sub("", unicodedata.normalize("NFC", cleaned).replace("\r\n", "\n"))
        if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs", "Co", "Cn"}
    )
    rows = (_BLANKS.sub(" ", row).strip() for row in kept.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(rows)).strip()
