"""Which language a page without a language prefix is read in: asked for, preferred, Vietnamese."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header


def chosen(request: HttpRequest) -> str:
    """``?lang=`` when it is one of ours, else the browser's first that is, else the default."""
    ours = [code for code, _ in settings.LANGUAGES]
    asked = request.GET.get("lang", "")
    if asked in ours:
        return asked
    for tag, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        code = tag.partition("-")[0]
        if code in ours:
            return code
    return settings.LANGUAGE_CODE
