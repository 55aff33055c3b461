"""Writes the pages about codes, with what stands around each: market, phone, other language."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from urllib.parse import quote

from django.conf import settings
from django.template.loader import render_to_string

from catalog.traceability.pages import Page
from marketplace.design.fragments import Store

# Boxes of one packing have one page but for their codes: it is written once, under all it says.
# As bytes, about ten kB each: room for the packings whose boxes are in people's kitchens.
_PAGES: Store[bytes] = Store(2_000)
_CODE, _PRINTED = "0CODE0OF0BOX0", "0PRINTED0CODE0"  # too long for a code of ours
_SIGNATURE = "0SIGNATURE0"
_LONGEST = 100  # longer than a signature: what is cut stays as wrong as it was


def trace(page: Page, path: str, language: str) -> bytes:
    """The page of a box or lot; like ones are written once and differ in the code alone.

    What is kept is kept under everything the page says, read from the database a moment ago: a
    recall makes another page.
    """
    signed = page.signature is not None
    blank = replace(page, code=_CODE, printed=_PRINTED, signature=_SIGNATURE if signed else None)
    there = path.replace(page.code, _CODE)
    others = _others(there, language, f"&s={_SIGNATURE}" if signed else "")
    said = repr((blank, there, language, settings.HELP_PHONE, settings.MARKET_NAME))
    body = _PAGES.piece(
        hashlib.sha256(said.encode()).digest(),
        lambda: render("trace.html", there, language, page=blank, others=others).encode(),
    )
    signature = quote((page.signature or "")[:_LONGEST], safe="")
    for mark, own in ((_CODE, page.code), (_PRINTED, page.printed), (_SIGNATURE, signature)):
        body = body.replace(mark.encode(), own.encode())
    return body


def _others(path: str, language: str, tail: str = "") -> list[tuple[str, str, str]]:
    """The page in the other languages; ``tail`` is what their addresses keep of this one's."""
    return [
        (code, name, f"{path}?lang={code}{tail}")
        for code, name in settings.LANGUAGES
        if code != language
    ]


def render(template: str, path: str, language: str, **facts: object) -> str:
    """A template of ours without context processors: they ask the database on every page."""
    shared = {
        "language": language,
        "others": _others(path, language),
        "market": settings.MARKET_NAME,
        "phone": settings.HELP_PHONE,
        "dial": "".join(sign for sign in settings.HELP_PHONE if sign.isdigit() or sign == "+"),
        "home": settings.PUBLIC_URL + ("/en/" if language == "en" else "/"),
    }
    return render_to_string(f"traceability/{template}", {**shared, **facts})
