"""A public page that has not changed since a visitor saw it is not made again: 304.

The page says under which state it was made (``ETag``): the release, the day, the state of all that
public pages show (`records.changes`), its address, and the visitor's form token. Asked again with
that word, the market compares and makes nothing. It holds for visitors of whom nothing is known:
with a basket, a session or a message a page is made every time. See docs/decisions/0014.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control, patch_vary_headers

from marketplace.records import changes, clock

FRESH = 15  # seconds for which what had to be counted row by row is shown again
_READ = frozenset({"GET", "HEAD"})
_TELLING = ("HTTP_HX_REQUEST", "HTTP_AUTHORIZATION", "HTTP_RANGE")
_SHOWN = ("*.py", "*.html", "*.mo", "*.csv", "*.svg", "*.css", "*.js")


def page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the pages of a view say under which state they were made."""

    @functools.wraps(view)
    def tagged(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, with its tag when it is the same for every new visitor."""
        if not _is_plain(request):
            return view(request, *args, **kwargs)
        seen = changes.state()  # before the page reads: what changes meanwhile makes another tag
        response = view(request, *args, **kwargs)
        if response.status_code == 200 and not response.cookies and not response.streaming:
            secret = request.META.get("CSRF_COOKIE") or _secret(request)
            _mark(response, _tag(request, seen, secret))
        return response

    return tagged


class UnchangedMiddleware:
    """Answers 304 before anything is read of the visitor or made of the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Compare what the visitor has with what a page made now would be marked with."""
        told = request.META.get("HTTP_IF_NONE_MATCH", "")
        if 'W/"p-' in told and _is_plain(request):
            tag = _tag(request, changes.state(), _secret(request))
            if tag in [one.strip() for one in told.split(",")]:
                answer = HttpResponseNotModified()
                _mark(answer, tag)
                return answer
        return self.get_response(request)


def _is_plain(request: HttpRequest) -> bool:
    """Whether nothing is known of the visitor but the token of forms."""
    return (
        request.method in _READ
        and not any(header in request.META for header in _TELLING)
        and request.COOKIES.keys() <= {settings.CSRF_COOKIE_NAME}
    )


def _secret(request: HttpRequest) -> str:
    """What the visitor's form token is made from: a page holds it, so another is another page."""
    return request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")


def _mark(response: HttpResponse, tag: str) -> None:
    """The tag, and that only the visitor's own browser keeps the page, asking every time."""
    response["ETag"] = tag
    patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ["Cookie", "Accept-Language"])


def _tag(request: HttpRequest, seen: str, secret: str) -> str:
    """The word for all that the page depends on; nobody can make or read one without our key."""
    facts = (
        release(),
        clock.local_day().isoformat(),
        seen,
        request.get_host(),
        request.get_full_path(),
        secret,
        # Filters and searches show counts that were made some seconds ago.
        int(clock.now().timestamp() // FRESH) if request.META.get("QUERY_STRING") else 0,
    )
    key = settings.SECRET_KEY.encode()[:64]
    return f'W/"p-{blake2b(repr(facts).encode(), digest_size=16, key=key).hexdigest()}"'


@functools.cache
def release() -> str:
    """A word for the code, templates, words and settings this process started with."""
    seen = blake2b(digest_size=16)
    for package in (*settings.OUR_PACKAGES, "templates", "locale", "static"):
        for pattern in _SHOWN:
            for path in sorted(Path(settings.BASE_DIR, package).rglob(pattern)):
                facts = path.stat()
                seen.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    for name in dir(settings):
        if name.isupper() and isinstance(value := getattr(settings, name), str | int | list):
            seen.update(f"{name}={value!r}\n".encode())
    return seen.hexdigest()
