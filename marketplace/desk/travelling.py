"""A member of the staff looks at the shop as of another day: a moved clock, for reading only.

The day stands in the session of that person, so nobody else ever sees it. Nothing is taken from
what is kept, nothing is added to it, no answer may be stored, and the database refuses to write.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from catalog.shelf import asof
from marketplace.design import fragments, navigation
from marketplace.people.models import User
from marketplace.records import clock

SESSION_KEY = "shop_at"
FURTHEST = dt.timedelta(days=365)
CONFLICT = 409
_SAFE = ("GET", "HEAD", "OPTIONS")
#: Rooms that stay on today: the clock of a deadline is never moved.
_TODAY = ("/desk/", "/sell/", "/account/", "/admin/", "/cms/", "/dashboard/", "/media/", "/static/")
_ALLOWED = ("/desk/at/", "/account/logout/")
_READS = ("SELECT", "WITH", "SAVEPOINT", "RELEASE", "ROLLBACK", "SET")
_Next = Callable[[HttpRequest], HttpResponseBase]


class NoWriting(Exception):
    """Something would be written while the clock stands on another day."""


class TravelMiddleware:
    """Shows the shop of the day that a member of the staff has chosen."""

    def __init__(self, get_response: _Next) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on as it is, move the clock, or refuse to write."""
        day = day_of(request)
        if day is None:
            return self.get_response(request)
        here = navigation.bare(request.path)
        if request.method not in _SAFE:
            if here in _ALLOWED:
                return self.get_response(request)
            return render(request, "desk/at_refused.html", {"day": day}, status=CONFLICT)
        if here.startswith(_TODAY):
            return self.get_response(request)
        return self._look(request, day)

    def _look(self, request: HttpRequest, day: dt.date) -> HttpResponseBase:
        """The page of that day, which nobody may keep."""
        request.shop_at = day  # type: ignore[attr-defined]  # for base.html
        noon = dt.datetime.combine(day, dt.time(12), clock.LOCAL)
        with (
            clock.moved_to(noon),
            fragments.aside(),
            asof.looking(),
            connection.execute_wrapper(_only_read),
        ):
            answer = self.get_response(request)
        answer["Cache-Control"] = "private, no-store"
        return answer


def day_of(request: HttpRequest) -> dt.date | None:
    """The day this person looks at; today's shop for everybody else."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    chosen = request.session.get(SESSION_KEY)
    if not chosen:
        return None
    user = request.user
    may = isinstance(user, User) and user.is_active and user.has_perm("people.enter_desk")
    return dt.date.fromisoformat(chosen) if may else None


def _only_read(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    """Let questions through to the database, and nothing else."""
    words = str(sql).lstrip().upper()
    if not words.startswith(_READS):
        raise NoWriting(words[:40])
    return execute(sql, params, many, context)
