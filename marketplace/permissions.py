"""Holds every request to the table of addresses (`permission_table`): one middleware for all."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from marketplace.audiences import ANYONE, Audience, Check, person
from marketplace.people.access import Factor, factor
from marketplace.people.models import User
from marketplace.permission_table import TABLE
from marketplace.records.requests import refuse

log = logging.getLogger("market.permissions")

_PLAIN_METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_NEVER = frozenset({"TRACE", "TRACK", "CONNECT"})
_ALL_METHODS = (*_PLAIN_METHODS, "PUT", "PATCH", "DELETE")


@lru_cache(maxsize=4096)
def audience_of(name: str) -> Audience | None:
    """The audience of a URL name: its own row, else the longest row with a star, else none."""
    if name in TABLE:
        return TABLE[name]
    starred = (key for key in TABLE if key.endswith("*") and name.startswith(key[:-1]))
    key = max(starred, key=len, default=None)
    return TABLE[key] if key else None


class PermissionTableMiddleware:
    """Refuses what the table does not allow, and whatever is not in the table."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the decision is made once Django knows the view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Let the request through (nothing), lead it elsewhere, or refuse it."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        audience = audience_of(name)
        if audience is None:
            return _unlisted(name)
        if audience.leads_to:
            return _lead(request, audience.leads_to)
        allowed = _ALL_METHODS if audience.check is Check.VIEW else _PLAIN_METHODS
        if request.method in _NEVER or request.method not in allowed:
            refuse(request, "method")
            return HttpResponseNotAllowed(allowed)
        return None if audience.check is Check.VIEW else _by_role(request, audience)


def _unlisted(name: str) -> HttpResponse:
    """Refuse a URL that nobody has given an audience, loudly."""
    log.error("url not in the permission table", extra={"view": name})
    if settings.DEBUG:
        raise ImproperlyConfigured(f"{name!r} has no row in marketplace/permission_table.py.")
    raise PermissionDenied


def _lead(request: HttpRequest, target: str) -> HttpResponse:
    """Send to the page that takes this one's place, whatever was posted here."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        room = f"/{request.path.strip('/').partition('/')[0]}/"
        wanted = room if room in settings.STAFF_ROOMS else ""
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return HttpResponseRedirect(reverse(target) + query)


def _by_role(request: HttpRequest, audience: Audience) -> HttpResponse | None:
    """Nothing when the person's role is enough; anonymous people are asked to sign in first."""
    if audience.includes is ANYONE.includes:
        return None
    user = person(request)
    if user is None:
        refuse(request, "anonymous")
        return _ask(request, "account_login")
    if not audience.includes(user):
        refuse(request, f"not {audience.name}")
        raise PermissionDenied
    return _second_factor(request, user) if audience.second_factor else None


def _second_factor(request: HttpRequest, user: User) -> HttpResponse | None:
    """Nothing when the second factor was used; else the page to set it up or to show it."""
    state = factor(request, user)
    if state is Factor.USED:
        return None
    refuse(request, f"second factor {state.value}")
    return _ask(request, "mfa_index" if state is Factor.TO_ENROL else "mfa_reauthenticate")


def _ask(request: HttpRequest, page: str) -> HttpResponse:
    """Send to a page that asks for something first and leads back afterwards."""
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else request.path
    return HttpResponseRedirect(f"{reverse(page)}?{urlencode({'next': back})}")
