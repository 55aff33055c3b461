"""What is refused before or beside a call of the REST interface is a problem document too."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from marketplace.api import errors, languages

_KEPT = ("Allow", "Retry-After")


class ProblemMiddleware:
    """Turns a page about an error below ``/api/`` into problem details of the same status.

    Such pages come from the doors every request passes (bad input, an unknown address or
    method, a missing token of a form), which know nothing of apps.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; put a problem in the place of an error's page."""
        response = self.get_response(request)
        if response.status_code < 400 or not languages.is_call(request):
            return response
        if "json" in response.get("Content-Type", ""):
            return response
        with translation.override(languages.wanted(request)):
            problem = errors.plain(response.status_code)
        for name in _KEPT:
            if name in response:
                problem[name] = response[name]
        return problem
