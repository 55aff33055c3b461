"""The number of the request being answered, and the address it truly came from."""

from __future__ import annotations

import ipaddress
import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from marketplace.people.models import User

log = logging.getLogger("market.refusals")

_current: ContextVar[str] = ContextVar("request_id", default="")
_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)
_PLAIN = re.compile(r"[A-Za-z0-9-]{8,64}")
_FORGEABLE = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_REAL_IP",
    "HTTP_X_REQUEST_ID",
    "HTTP_FORWARDED",
)


def current_id() -> str:
    """The id of the request being answered, or nothing outside of one."""
    return _current.get()


def current() -> HttpRequest | None:
    """The request being answered, or nothing outside of one."""
    return _request.get()


def current_user() -> User | None:
    """The person signed in to the request being answered, or nobody."""
    user = getattr(_request.get(), "user", None)
    return user if user is not None and user.is_authenticated else None


def is_trusted(address: str) -> bool:
    """Whether an address is a proxy of ours (``TRUSTED_PROXIES``: addresses or networks)."""
    try:
        host = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(
        host in ipaddress.ip_network(network, strict=False) for network in settings.TRUSTED_PROXIES
    )


def client_address(peer: str, forwarded: str) -> str:
    """The nearest address that is not a proxy of ours, read from right to left."""
    if not is_trusted(peer):
        return peer
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    for hop in reversed(hops):
        try:
            ipaddress.ip_address(hop)
        except ValueError:
            break
        if not is_trusted(hop):
            return hop
    return peer


class RequestIdMiddleware:
    """First of all: settles the client's address, numbers the request, logs one line per refusal.

    Forwarding headers are dropped unless a trusted proxy sent them, so nothing behind
    this middleware can be told another address or host by the client.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Number the request, answer it, and say in the log when it was refused."""
        self._settle_address(request)
        given = str(request.META.get("HTTP_X_REQUEST_ID", ""))
        number = given if _PLAIN.fullmatch(given) else secrets.token_hex(8)
        token, held = _current.set(number), _request.set(request)
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = number
            if 400 <= response.status_code < 500:
                log.warning("refused", extra=_facts(request, response))
            return response
        finally:
            _current.reset(token)
            _request.reset(held)

    @staticmethod
    def _settle_address(request: HttpRequest) -> None:
        """Put the client's own address where everybody looks for it."""
        peer = str(request.META.get("REMOTE_ADDR", ""))
        if is_trusted(peer):
            forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
            request.META["REMOTE_ADDR"] = client_address(peer, forwarded)
            return
        for header in _FORGEABLE:
            request.META.pop(header, None)


def refuse(request: HttpRequest, reason: str) -> None:
    """Leave the reason of a refusal for the log line (plain words, no personal data)."""
    request.META["market.refusal"] = reason


def _facts(request: HttpRequest, response: HttpResponse) -> dict[str, object]:
    """What may be logged of a refused request: the route, never the address line or the person."""
    match = request.resolver_match
    return {
        "status": response.status_code,
        "method": request.method,
        "route": match.route if match else "",
        "view": match.view_name if match else "",
        "reason": request.META.get("market.refusal", response.reason_phrase),
    }
