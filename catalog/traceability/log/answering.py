"""How the log answers: to pages of every origin, and with problem details when it cannot."""

from __future__ import annotations

import functools
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from catalog.traceability.log import keys, proofs

View = Callable[..., HttpResponse]


class Refused(Exception):
    """A request that gets no answer, with its status and why."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


def open_to_all(view: View) -> View:
    """Let pages of every origin read the answer, and answer what went wrong as a problem."""

    @functools.wraps(view)
    def answer(request: HttpRequest, **named: str) -> HttpResponse:
        """The answer or the problem, with the header for other origins."""
        try:
            found = view(request, **named)
        except Refused as refused:
            found = problem(refused.status, str(refused))
        except proofs.NotYetLogged:
            found = problem(503, _("The log does not hold this yet. Try again in a minute."))
        except keys.LogIsOff:
            found = problem(503, _("The log of this market is switched off."))
        found["Access-Control-Allow-Origin"] = "*"
        return found

    return answer


def problem(status: int, detail: str) -> HttpResponse:
    """A problem as RFC 9457 has it; a log that is off is asked again in a minute."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    answer = JsonResponse(body, status=status, content_type="application/problem+json")
    answer["Cache-Control"] = "no-store"
    if status == 503:
        answer["Retry-After"] = "60"
    return answer
