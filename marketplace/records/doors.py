"""What is posted to the back offices of Django, Oscar and Wagtail bears a name in the records."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from marketplace.people.models import User
from marketplace.records import accounts

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_FAILED = 500


class BackOfficeMiddleware:
    """What is posted to a back office happens whole or not at all, and says who posted it.

    The entries the database itself writes about watched tables bear that person and the number
    of the request. A request that fails changes nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a posted form inside one transaction that knows its person."""
        is_read = request.method in _READING
        if is_read or not request.path_info.startswith(settings.STAFF_ROOMS):
            return self.get_response(request)
        with accounts.named(request.user if isinstance(request.user, User) else None):
            response = self.get_response(request)
            if response.status_code >= _FAILED:
                transaction.set_rollback(True)
            return response
