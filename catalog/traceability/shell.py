"""What stands around every page about codes: the market's name, its phone, the other language."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string


def render(template: str, path: str, language: str, **facts: object) -> str:
    """A template of ours without context processors: they ask the database on every page."""
    others = [
        (code, name, f"{path}?lang={code}") for code, name in settings.LANGUAGES if code != language
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
