"""How often a wrong password may be tried, and the answer to whoever tries more."""

from __future__ import annotations

from collections.abc import Callable

from allauth.core.exceptions import RateLimited
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# Seconds after which a counted attempt is forgotten; also told in Retry-After.
WINDOW = 300


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429 with the seconds to wait: the same page for a known and an unknown account."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = str(WINDOW)
    response["Cache-Control"] = "no-store"
    return response


class RateLimitMiddleware:
    """Answers with 429 where the sign-in machinery only raises."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a used-up limit into its answer; leave everything else alone."""
        return too_many(request) if isinstance(exception, RateLimited) else None
