"""The line on every page that says for whom somebody acts."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from marketplace.workspace import helping


def acting(request: HttpRequest) -> dict[str, object]:
    """The consent in use as ``acting_by``; a visitor without a session is asked nothing."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not hasattr(request, "session"):
        return {}
    return {"acting_by": SimpleLazyObject(lambda: helping.banner(request))}
