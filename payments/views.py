"""The addresses providers post to: bytes in, the provider's own bytes out."""

from __future__ import annotations

import logging

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from marketplace.records import clock
from payments import inbox
from payments.channels import FEEDS
from payments.channels.base import RawRequest

MOST_BYTES = 64 * 1024

logger = logging.getLogger("payments.inbox")


@never_cache
@transaction.non_atomic_requests  # the message must stay when its work is undone
@csrf_exempt  # a bank has no page of ours: the signature over the bytes takes the token's place
@require_POST
def hear(request: HttpRequest, provider: str) -> HttpResponse:
    """Take a provider's message and answer it; no session, no form, no parsing before the check."""
    return _hear(request, provider)


@never_cache
@transaction.non_atomic_requests  # as above
@require_GET
def hear_query(request: HttpRequest, provider: str) -> HttpResponse:
    """The same for a provider that puts its message into the address."""
    return _hear(request, provider)


def _hear(request: HttpRequest, provider: str) -> HttpResponse:
    if request.headers.get("Content-Encoding", "identity") != "identity":
        return _refuse(provider, 415, "it is compressed")
    if _length(request) > MOST_BYTES:
        return _refuse(provider, 413, "it is longer than 64 kB")
    raw = RawRequest(
        body=request.body,
        headers={name.lower(): value for name, value in request.headers.items()},
        received_at=clock.now(),
        query=request.META.get("QUERY_STRING", ""),
    )
    return FEEDS[provider].answer(inbox.take(provider, raw))


def _length(request: HttpRequest) -> int:
    given = request.META.get("CONTENT_LENGTH") or "0"
    return int(given) if given.isascii() and given.isdigit() else MOST_BYTES + 1


def _refuse(provider: str, status: int, reason: str) -> HttpResponse:
    logger.warning("message from %s refused: %s", provider, reason)
    return HttpResponse(b'{"success": false}', status=status, content_type="application/json")
