"""Every error of the REST interface as problem details, made here and nowhere else."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from marketplace.api import wording
from marketplace.records.problems import Fault, Problem

PROBLEM_JSON = "application/problem+json"
UNREADABLE = "Cannot parse request body"  # how ninja's own words begin
_PLAIN: dict[int, Promise] = {
    400: gettext_lazy("This request cannot be understood."),
    401: gettext_lazy("A valid token is needed."),
    403: gettext_lazy("This is not open to you."),
    404: gettext_lazy("There is nothing of that name here for you."),
    405: gettext_lazy("This address does not know that method."),
    413: gettext_lazy("This is more than is taken in one request."),
    429: gettext_lazy("Too many requests. Wait a minute."),
}


def answer(
    status: int, detail: str, errors: list[Fault] | None = None, **more: Any
) -> HttpResponse:
    """The problem as RFC 9457 has it, with the fields that are wrong."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [{"field": fault.field, "message": fault.message} for fault in errors or []],
        **more,
    }
    return JsonResponse(body, status=status, content_type=PROBLEM_JSON)


def plain(status: int) -> HttpResponse:
    """The problem of a status about which nothing more is known."""
    words = _PLAIN.get(status, _("Something went wrong on our side. Try again."))
    return answer(status, str(words))


@csrf_exempt  # it changes nothing, and an app deserves a 404, not a word about tokens
def nothing(_request: HttpRequest) -> HttpResponse:
    """The answer at an address below ``/api/`` that is none of ours."""
    return plain(404)


def register(api: NinjaAPI) -> None:
    """Let ``api`` answer each kind of exception."""
    api.add_exception_handler(Problem, _problem)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(HttpError, _http)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(AuthenticationError, _unknown)
    api.add_exception_handler(PermissionDenied, _forbidden)


def _problem(_request: HttpRequest, error: Problem | type[Problem]) -> HttpResponse:
    assert isinstance(error, Problem)
    return answer(error.status, error.detail, error.errors, **error.more)


def _invalid(_request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    assert isinstance(error, ValidationError)
    faults = [Fault(_field(row["loc"]), wording.sentence(row)) for row in error.errors]
    return answer(422, _("Some fields cannot be accepted."), faults)


def _field(place: tuple[str | int, ...]) -> str:
    """``("body", "payload", "contact", "phone")`` is the field ``contact.phone``."""
    inner = place[2:] if len(place) > 2 and place[0] in ("body", "form") else place[1:]
    return ".".join(str(step) for step in inner) or str(place[0])


def _http(_request: HttpRequest, error: HttpError | type[HttpError]) -> HttpResponse:
    assert isinstance(error, HttpError)
    if error.message.startswith(UNREADABLE):
        return answer(400, _("The request holds no readable JSON."))
    return answer(error.status_code, error.message)


def _not_found(_request: HttpRequest, _error: Http404 | type[Http404]) -> HttpResponse:
    return plain(404)


def _unknown(_request: HttpRequest, _error: Exception | type[Exception]) -> HttpResponse:
    return plain(401)


def _forbidden(_request: HttpRequest, _error: Exception | type[Exception]) -> HttpResponse:
    return plain(403)
