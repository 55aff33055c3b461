"""Plays the part of Stripe that the market uses: intents, the form in a frame, events, disputes."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import secrets
import time
import urllib.request
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from payments.sandbox import dice, faults, orders, pages, telling
from payments.sandbox.orders import Order

SCRIPT = Path(__file__).with_name("stripe.js")
FRAME = Path(__file__).with_name("stripe_frame.js")
DECLINED = "4000000000000002"
ASKS = "4000002500003155"
TELLINGS = (
    ("once", gettext_lazy("As it should be")),
    ("twice", gettext_lazy("The message comes twice")),
    ("never", gettext_lazy("The message never comes")),
    ("forged", gettext_lazy("A forger signs the message")),
    ("stale", gettext_lazy("The message is ten minutes old")),
)
_by_key: dict[str, tuple[str, str]] = {}  # idempotency key: body, id of the intent


def _error(status: int, code: str, words: str) -> HttpResponse:
    body = {"error": {"type": "invalid_request_error", "code": code, "message": words}}
    return JsonResponse(body, status=status)


def _intent(order: Order) -> dict[str, Any]:
    status = {"": "requires_payment_method", "paid": "succeeded", "cancelled": "canceled"}
    return {
        "id": order.reference,
        "object": "payment_intent",
        "amount": order.amount,
        "amount_received": order.amount if order.result == "paid" else 0,
        "currency": "vnd",
        "status": "requires_action" if order.facts.get("asks") else status[order.result],
        "client_secret": order.facts["secret"],
        "livemode": False,
        "metadata": json.loads(order.facts["metadata"]),
    }


def _is_merchant(request: HttpRequest) -> bool:
    key = settings.STRIPE_SECRET_KEY.split(",")[0].strip()
    return request.headers.get("Authorization") == f"Bearer {key}"


@require_POST
def create(request: HttpRequest) -> HttpResponse:
    """Make an intent; the same idempotency key with the same body is the same intent."""
    broken = faults.struck("card")
    if broken is not None and not faults.is_done_all_the_same(broken):
        return broken
    if not _is_merchant(request):
        return _error(401, "api_key", "Invalid API Key provided")
    key, body = request.headers.get("Idempotency-Key", secrets.token_hex(8)), request.body.decode()
    if key in _by_key:
        known_body, number = _by_key[key]
        if known_body != body:
            return _error(400, "idempotency_error", "Keys can only be used with the same request")
        known = orders.find("card", number)
        assert known is not None
        return broken or JsonResponse(_intent(known))
    typed = request.POST
    if typed.get("currency") != "vnd" or not typed.get("amount", "").isdigit():
        return _error(400, "parameter_invalid", "Invalid amount or currency")
    number = f"pi_{secrets.token_hex(12)}"
    order = Order(
        provider="card",
        reference=number,
        amount=int(typed["amount"]),
        title=typed.get("metadata[order]", ""),
        back_url="",
        notify_url=f"{settings.PUBLIC_URL}/payments/stripe/webhook",
        expires_at=dt.datetime.now(dt.UTC) + dt.timedelta(days=1),
        facts={
            "secret": f"{number}_secret_{secrets.token_hex(8)}",
            "metadata": json.dumps(
                {
                    name: typed[f"metadata[{name}]"]
                    for name in ("order", "attempt")
                    if f"metadata[{name}]" in typed
                }
            ),
        },
    )
    orders.keep(order)
    _by_key[key] = (body, number)
    return broken or JsonResponse(_intent(order))


@require_GET
def retrieve(request: HttpRequest, number: str) -> HttpResponse:
    """Say how an intent stands."""
    if broken := faults.struck("card"):
        return broken
    if not _is_merchant(request):
        return _error(401, "api_key", "Invalid API Key provided")
    order = orders.find("card", number)
    if order is None:
        return _error(404, "resource_missing", "No such payment_intent")
    return JsonResponse(_intent(order))


@require_http_methods(["GET", "POST"])
def refunds(request: HttpRequest) -> HttpResponse:
    """Send money back to the card, or list what went back."""
    broken = faults.struck("card")
    if broken is not None and not faults.is_done_all_the_same(broken):
        return broken
    if not _is_merchant(request):
        return _error(401, "api_key", "Invalid API Key provided")
    typed = request.POST if request.method == "POST" else request.GET
    order = orders.find("card", typed.get("payment_intent", ""))
    if order is None:
        return _error(404, "resource_missing", "No such payment_intent")
    if request.method == "GET":
        rows = [_refund(order, key, one.asked()) for key, one in order.refunds.items()]
        return broken or JsonResponse({"object": "list", "data": rows, "has_more": False})
    key = typed.get("metadata[refund]", "")
    if key not in order.refunds and order.send_back(key, int(typed["amount"])) is None:
        return broken or _error(400, "charge_already_refunded", "Greater than what is left")
    return broken or JsonResponse(_refund(order, key, order.refunds[key].state))


def _refund(order: Order, key: str, state: str) -> dict[str, Any]:
    status = {"done": "succeeded", "refused": "failed", "later": "pending"}
    return {
        "id": f"re_{order.refunds[key].number}",
        "object": "refund",
        "amount": order.refunds[key].amount,
        "currency": "vnd",
        "payment_intent": order.reference,
        "status": status[state],
        "metadata": {"refund": key},
    }


@require_GET
def script(request: HttpRequest) -> HttpResponse:
    """What a page of the market loads in place of Stripe's script."""
    return HttpResponse(SCRIPT.read_bytes(), content_type="text/javascript; charset=utf-8")


@require_GET
def frame_script(request: HttpRequest) -> HttpResponse:
    """What runs inside the frame."""
    return HttpResponse(FRAME.read_bytes(), content_type="text/javascript; charset=utf-8")


def _of_secret(secret: str) -> Order:
    number = secret.partition("_secret_")[0]
    order = orders.find("card", number)
    if order is None or order.facts["secret"] != secret:
        raise Http404
    return order


@require_GET
def frame(request: HttpRequest) -> HttpResponse:
    """The fields for a card, in a frame of ours on the market's page."""
    _of_secret(request.GET.get("secret", ""))
    response = pages.page(request, "card.html", how=TELLINGS)
    response["X-Sandbox-Frame"] = "yes"
    return response


@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Pay with a card: declined, paid, or led to the bank's own page first."""
    order = _of_secret(request.POST.get("secret", ""))
    number = "".join(sign for sign in request.POST.get("number", "") if sign.isdigit())
    order.facts["how"], back = request.POST.get("how", "once"), request.POST.get("back", "")
    if not back.startswith(settings.PUBLIC_URL):
        return _error(400, "url_invalid", "Not a valid URL")
    order.back_url = back
    if order.result:
        return JsonResponse({"to": _way_back(order)})
    if len(number) != 16 or number == DECLINED:
        _tell(order, "payment_intent.payment_failed", _intent(order))
        return _error(402, "card_declined", "Thẻ bị từ chối. Hãy thử thẻ khác. (Card declined.)")
    if number == ASKS:
        order.facts["asks"] = "yes"
        return JsonResponse({"to": request.build_absolute_uri(f"/stripe/confirm/{order.key}")})
    _pay(order)
    return JsonResponse({"to": _way_back(order)})


@require_http_methods(["GET", "POST"])
def three_d_secure(request: HttpRequest, key: str) -> HttpResponse:
    """Ask on the bank's page whether it is really the holder who pays."""
    order = orders.of_key(key)
    if order is None or order.provider != "card":
        raise Http404
    if request.method != "POST":
        return pages.page(request, "confirm.html", order=order)
    order.facts.pop("asks", None)
    if request.POST.get("answer") == "yes" and not order.result:
        _pay(order)
    else:
        _tell(order, "payment_intent.payment_failed", _intent(order))
    return HttpResponseRedirect(_way_back(order))


@require_POST
def dispute(request: HttpRequest, key: str) -> HttpResponse:
    """The buyer asks his bank for the money back, or the bank decides."""
    order = orders.of_key(key)
    if order is None or order.provider != "card" or order.result != "paid":
        raise Http404
    state = request.POST.get("state", "needs_response")
    kind = "created" if state == "needs_response" else "closed"
    found = {
        "id": f"dp_{order.number}",
        "object": "dispute",
        "amount": order.amount,
        "currency": "vnd",
        "payment_intent": order.reference,
        "status": state,
    }
    _tell(order, f"charge.dispute.{kind}", found)
    return HttpResponseRedirect(f"/pay/{key}{pages.language_of(request)}")


def _pay(order: Order) -> None:
    order.result = "paid"
    order.facts["how"], delay = dice.fall(order.facts["how"], 0, dice.CARDS)
    if delay:
        telling.later(delay, lambda: _tell(order, "payment_intent.succeeded", _intent(order)))
        return
    for _ in range(2 if order.facts["how"] == "twice" else 1):
        _tell(order, "payment_intent.succeeded", _intent(order))


def _way_back(order: Order) -> str:
    status = "succeeded" if order.result == "paid" else "failed"
    told = {"payment_intent": order.reference, "redirect_status": status}
    return f"{order.back_url}?{urlencode(told)}"


def _tell(order: Order, kind: str, found: dict[str, Any]) -> None:
    if order.facts.get("how") == "never":
        return
    event = {
        "id": f"evt_{secrets.token_hex(8)}",
        "object": "event",
        "type": kind,
        "created": int(time.time()),
        "livemode": False,
        "data": {"object": found},
    }
    telling.deliver(partial(_once, order, json.dumps(event)))


def _once(order: Order, body: str) -> bool:
    how = order.facts.get("how", "once")
    moment = int(time.time()) - (600 if how == "stale" else 0)
    secret = settings.STRIPE_WEBHOOK_SECRET.split(",")[0].strip()
    if how == "forged":
        secret += "-of-somebody-else"
    seal = hmac.new(secret.encode(), f"{moment}.{body}".encode(), hashlib.sha256).hexdigest()
    request = urllib.request.Request(  # noqa: S310 -- the market's own address, from its settings
        order.notify_url,
        data=body.encode(),
        headers={"Content-Type": "application/json", "Stripe-Signature": f"t={moment},v1={seal}"},
        method="POST",
    )
    answer = telling.send(request)
    order.answers.append(answer)
    return answer.startswith("2")
