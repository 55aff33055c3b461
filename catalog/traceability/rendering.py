"""Pages of a box or lot: their own small frame, without the shop's, so that nothing is asked."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string


def render(template: str, request: HttpRequest, language: str, **facts: object) -> str:
    """A template of ours without context processors: they ask the database on every page."""
    others = [
        (code, name, f"{request.path}?lang={code}")
        for code, name in settings.LANGUAGES
        if code != language
    ]
    shared = {
        "language": language,
        "others": others,
        "market": settings.MARKET_NAME,
        "phone": settings.HELP_PHONE,
        "dial": "".join(sign for sign in settings.HELP_PHONE if sign.isdigit() or sign == "+"),
        "home": settings.PUBLIC_URL + ("/en/" if language == "en" else "/"),
    }
    return render_to_string(f"traceability/{template}", {**shared, **facts})
