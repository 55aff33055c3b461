"""The EPCIS 2.0 interface: fixed addresses below ``/epcis/v2/``, for other people's programs."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from catalog.traceability import guessing
from catalog.traceability.epcis import answers, capturing, parameters, queries, reading
from catalog.traceability.epcis.answers import Refusal
from catalog.traceability.epcis.models import Capture
from catalog.traceability.parties import acting
from marketplace.people.models import User
from marketplace.records import api_tokens
from marketplace.records.models import ApiToken

View = Callable[..., HttpResponse]
Scope = ApiToken.Scope
_TYPES = ("application/json", "application/ld+json")
_BASE = "/epcis/v2"


def speaks(*methods: str) -> Callable[[View], View]:
    """Let a view answer these methods in the reader's language, with the standard's headers."""

    def dress(view: View) -> View:
        @functools.wraps(view)
        def dressed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            with translation.override(translation.get_language_from_request(request)):
                try:
                    answer = _discovered(request, methods) or view(request, *args, **kwargs)
                except Refusal as refusal:
                    answer = refusal.answer
                answer["Content-Language"] = translation.get_language() or ""
            answer["Vary"] = "Authorization, Accept-Language"
            answer.setdefault("Cache-Control", "no-store")
            return answers.headers(answer)

        return csrf_exempt(dressed)  # programs bring a bearer token; no session is looked at

    return dress


def _discovered(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse | None:
    """The answer to OPTIONS; ``Refusal`` to other methods and other versions."""
    allowed = ", ".join(("OPTIONS", *methods))
    if request.method == "OPTIONS":
        answer = HttpResponse(status=204, headers={"Allow": allowed})
        answer["Access-Control-Allow-Methods"] = allowed
        answer["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        return answer
    if request.method not in methods:
        refusal = Refusal(405, _("This address does not know that method."))
        refusal.answer["Allow"] = allowed
        raise refusal
    if not request.headers.get("GS1-EPCIS-Version", "2.0").startswith("2"):
        raise Refusal(406, _("Only EPCIS 2.0 is spoken here."))
    return None


@speaks("POST")
def capture(request: HttpRequest) -> HttpResponse:
    """Take events in from a program with a token, and lead to what became of them."""
    user = _sender(request)
    parties = acting.parties(user)
    if not parties:
        raise Refusal(403, _("You speak for no cooperative of this market."))
    if request.content_type not in _TYPES:
        raise Refusal(415, _("application/json or application/ld+json is needed."))
    behaviour = request.headers.get("GS1-Capture-Error-Behaviour", "rollback")
    if behaviour not in Capture.Behaviour.values:
        raise Refusal(400, _("GS1-Capture-Error-Behaviour is rollback or proceed."))
    made = _taken(_body(request), parties, Capture.Behaviour(behaviour), user)
    answer = answers.job(made, status=202)
    answer["Location"] = f"{settings.TRACE_URL}{_BASE}/capture/{made.key}"
    return answer


def _sender(request: HttpRequest) -> User:
    """Whose token it is, if it lets events in."""
    user = api_tokens.bearer(request, Scope.EPCIS_CAPTURE)
    if user is None:
        raise _without_token(Scope.EPCIS_CAPTURE)
    return user


def _body(request: HttpRequest) -> bytes:
    """What was sent, unless it is more than is taken."""
    body = request.read(reading.MOST_BYTES + 1)
    if len(body) > reading.MOST_BYTES:
        raise Refusal(413, _("At most 5,000,000 bytes are taken at once."))
    return body


def _taken(
    body: bytes, parties: Sequence[acting.Acting], behaviour: Capture.Behaviour, user: User
) -> Capture:
    """The capture of a document; its refusals in words."""
    try:
        return capturing.capture(body, acting=parties, behaviour=behaviour, by=user)
    except reading.Unreadable as error:
        detail = _("The request holds no readable JSON. %(why)s") % {"why": error}
        raise Refusal(400, detail) from None
    except capturing.TooManyEvents:
        raise Refusal(413, _("At most 1,000 events are taken at once.")) from None
    except capturing.Refused as refused:
        raise Refusal(400, _("Some events cannot be accepted."), refused.faults) from None


@speaks("GET", "HEAD")
def job(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say what became of a document, to whoever may speak for its sender."""
    parties = [one.party_id for one in acting.parties(_sender(request))]
    made = queries.capture(key, parties)
    if made is None:
        raise Refusal(404, _("There is nothing of that name here for you."))
    return answers.job(made)


@speaks("GET", "HEAD")
def events(request: HttpRequest, epc: str = "") -> HttpResponse:
    """Answer which events there are, by the filters of the standard, a page at a time."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if epc and guessing.too_many(address):
        raise _too_many()
    asked, faults = parameters.read(request.GET.dict(), epc)
    if faults:
        detail = _("Some parameters cannot be answered.")
        raise Refusal(400, detail, faults, "QueryParameterException")
    parties = _readable(request)
    found, more = queries.page(asked)
    if epc and not found and not asked.after:
        guessing.missed(address)
    answer = answers.document(found, parties, queries.openings(found, asked.named))
    if more:
        token = parameters.next_page(asked, found[-1], len(found))
        query = urlencode({**request.GET.dict(), "nextPageToken": token})
        path = request.get_full_path_info().partition("?")[0]
        answer["Link"] = f'<{settings.TRACE_URL}{path}?{query}>; rel="next"'
    return answer


@speaks("GET", "HEAD")
def event(request: HttpRequest, event_id: str) -> HttpResponse:
    """One event by its name, and the declaration that it was wrong, if there is one."""
    parties = _readable(request)
    # Who does not escape the question mark of a hash asks for its first half.
    version = request.GET.get("ver", "")
    found = queries.named(f"{event_id}?ver={version}" if version else event_id)
    if not found:
        raise Refusal(404, _("There is nothing of that name here for you."))
    return answers.document(found, parties)


@speaks("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
def nothing(request: HttpRequest) -> HttpResponse:
    """The answer at an address of the standard that is not served here."""
    raise Refusal(404, _("There is nothing of that name here for you."))


def _readable(request: HttpRequest) -> list[int]:
    """The parties whose trade partners the reader may know: none without a token."""
    if "Authorization" not in request.headers:
        return []
    for scope in (Scope.EPCIS_READ, Scope.EPCIS_CAPTURE):
        user = api_tokens.bearer(request, scope)
        if user is not None:
            return [one.party_id for one in acting.parties(user)]
    raise _without_token(Scope.EPCIS_READ)


def _without_token(scope: str) -> Refusal:
    """401 that says which token is needed."""
    refusal = Refusal(401, _("A token with the scope %(scope)s is needed.") % {"scope": scope})
    refusal.answer["WWW-Authenticate"] = f'Bearer scope="{scope}"'
    return refusal


def _too_many() -> Refusal:
    """429 until the minute is over."""
    refusal = Refusal(429, _("Too many unknown codes from your network. Wait one minute."))
    refusal.answer["Retry-After"] = str(guessing.SECONDS)
    return refusal
