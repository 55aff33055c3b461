"""What no page of ours can mean is refused at the door: 400 instead of an error further in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse

from marketplace.records.requests import refuse

LONGEST_PATH = 2_000  # characters
LONGEST_QUERY_VALUE = 2_000  # characters
LONGEST_LINE = 200_000  # characters; a field of a form, a story in Wagtail included
_PAGE = re.compile(r"[1-9][0-9]{0,4}")
_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
NUL = "\x00"


class BadInput(SuspiciousOperation):
    """The request carries something that is no text, no page number, or far too long."""


class InputGuardMiddleware:
    """Refuses NUL characters, silly page numbers and over-long texts, once the view is known.

    Bodies of signed messages are left alone: their signature is checked over the raw bytes first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the path and the cookies, which are read before any view is known."""
        if NUL in request.path or len(request.path) > LONGEST_PATH:
            return self._bad(request, "path")
        if any(NUL in value for value in request.COOKIES.values()):
            return self._bad(request, "cookie")
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Look at the query and at a form's fields; nothing when all is well."""
        try:
            _check_query(request)
            if request.method == "POST" and not getattr(view, "csrf_exempt", False):
                _check_form(request)
        except BadInput as bad:
            return self._bad(request, str(bad))
        return None

    @staticmethod
    def _bad(request: HttpRequest, reason: str) -> HttpResponse:
        """400 in plain words."""
        refuse(request, reason)
        return HttpResponse("400 Bad Request\n", status=400, content_type="text/plain")


def _check_query(request: HttpRequest) -> None:
    """Raise ``BadInput`` for a query no page of ours can mean."""
    for name, values in request.GET.lists():
        _check_texts((name, *values), LONGEST_QUERY_VALUE, "query")
    page = request.GET.get("page")
    if page is not None and not _PAGE.fullmatch(page):
        raise BadInput("page number")


def _check_form(request: HttpRequest) -> None:
    """Raise ``BadInput`` for a form with a field nobody can have typed."""
    if request.content_type not in _FORMS:
        return
    for name, values in request.POST.lists():
        _check_texts((name, *values), LONGEST_LINE, "form field")
    for _name, uploads in request.FILES.lists():
        _check_texts((upload.name or "" for upload in uploads), LONGEST_QUERY_VALUE, "file name")


def _check_texts(texts: Iterable[Any], longest: int, what: str) -> None:
    """Raise ``BadInput`` for a text with a NUL character or beyond ``longest`` characters."""
    for text in texts:
        if NUL in text or len(text) > longest:
            raise BadInput(what)
