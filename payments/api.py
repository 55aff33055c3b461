"""``GET /payments/{id}``: what a payment page asks while it waits."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from ninja import Header, Router, Schema

from marketplace.records import tokens
from payments import queries
from payments.models import Attempt

router = Router(tags=["payments"])


class PaymentOut(Schema):
    """Where one payment stands; sums in whole đồng."""

    id: str
    state: str
    channel: str
    amount: int
    received: int
    expires_at: dt.datetime | None


@router.get("/payments/{payment_id}", response=PaymentOut, operation_id="payment")
def payment(
    request: HttpRequest,
    payment_id: str,
    response: HttpResponse,
    order_token: str = Header("", alias="Order-Token"),  # type: ignore[type-arg]  # ninja's own
) -> dict[str, object] | HttpResponse:
    """Where a payment stands, for whoever holds its order's token; 404 for everybody else."""
    attempt = queries.attempt(payment_id)
    if attempt is None or not _may_read(attempt, order_token):
        raise Http404
    etag = _etag(attempt)
    if etag in _known(request):
        unchanged = HttpResponseNotModified()
        unchanged["ETag"] = etag
        return unchanged
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return {
        "id": attempt.public_id,
        "state": attempt.state,
        "channel": attempt.channel,
        "amount": attempt.amount,
        "received": attempt.received,
        "expires_at": attempt.expires_at,
    }


def _known(request: HttpRequest) -> list[str]:
    """The tags an app holds; a proxy that compresses may have weakened them on the way."""
    tags = parse_etags(request.headers.get("If-None-Match", ""))
    return [tag.removeprefix("W/") for tag in tags]


def _may_read(attempt: Attempt, token: str) -> bool:
    expected = attempt.invoice.access_token_hash
    return bool(expected and token) and tokens.same(tokens.digest(token), expected)


def _etag(attempt: Attempt) -> str:
    facts = f"{attempt.public_id}|{attempt.state}|{attempt.received}|{attempt.expires_at}"
    return f'"{hashlib.sha256(facts.encode()).hexdigest()[:22]}"'
