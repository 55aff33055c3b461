"""The account pages: ours, and allauth's, each request in one transaction."""

from __future__ import annotations

from allauth import urls as allauth
from django.db import transaction
from django.urls import URLPattern, URLResolver, path

from marketplace.people import views


def _whole(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Let each view keep all it writes or nothing: a letter wanted is a row of the outbox."""
    for entry in patterns:
        if isinstance(entry, URLResolver):
            _whole(entry.url_patterns)
        else:
            entry.callback = transaction.atomic(entry.callback)
    return patterns


urlpatterns = [path("", views.account, name="account"), *_whole(allauth.urlpatterns)]
