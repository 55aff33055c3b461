"""What the page shows on which a buyer pays and waits for the money to be seen."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from catalog.orders import deposits
from catalog.orders.models import Placement
from catalog.orders.pages import Links
from marketplace.records import clock
from payments import wording
from payments.attempts import sandbox_link
from payments.booking import HELD
from payments.channels import CHANNELS
from payments.models import Attempt

REFRESH_SECONDS = 5


def payment(placement: Placement, attempts: list[Attempt], links: Links) -> dict[str, Any]:
    """The context of templates/shop/payment.html: the first asking that is not settled."""
    asked = current(placement, attempts)
    state = _state(placement, asked)
    until = asked.expires_at or placement.held_until or clock.now()
    return {
        "order": {"number": links.number, "url": links("orders:detail")},
        "payment": {
            "state": state,
            "channel": asked.channel,
            "channel_name": CHANNELS[asked.channel].name,
            "reason": wording.reason(asked.reason),
            "is_held": asked.reason == HELD,
            "page": _page(asked, links),
            "amount": asked.amount,
            "received": asked.received,
            "missing": asked.amount - asked.received if asked.received else 0,
            "expires_at": until,
            "qr": _qr(asked, links),
        },
        "minutes_left": max(0, int((until - clock.now()).total_seconds() // 60)),
        "refresh_seconds": REFRESH_SECONDS,
        "status_url": links("orders:status"),
        "retry_url": links("orders:ways") if state == "failed" else None,
        "check_url": links("orders:check"),
        "other_channels_url": links("orders:ways"),
        "sandbox_url": sandbox_link(asked),
        "is_sandbox": bool(settings.SANDBOX_URL),
        "is_deposit": deposits.number_of(asked.invoice.reference) != asked.invoice.reference,
        "parcel": asked.payee.name if asked.payee else None,
    }


def current(placement: Placement, attempts: list[Attempt]) -> Attempt:
    """The asking a page is about: the first open one of the way the buyer chose last."""
    ways = {attempt.channel for attempt in attempts}
    # A deposit is asked for by another way than the rest: the one that was chosen last.
    way = placement.channel if placement.channel in ways else attempts[-1].channel
    chosen = [attempt for attempt in attempts if attempt.channel == way]
    waiting = [attempt for attempt in chosen if attempt.state in Attempt.OPEN]
    return waiting[0] if waiting else chosen[-1]


def _state(placement: Placement, asked: Attempt) -> str:
    """How it stands, for the buyer: the order's fate counts before the asking's."""
    if placement.order.status in ("expired", "cancelled"):
        return "expired"
    if placement.order.status != "awaiting_payment":
        return "captured"
    if asked.state in Attempt.OPEN or asked.state in Attempt.HOLDS_MONEY:
        return str(asked.state)
    is_over = placement.held_until is not None and placement.held_until <= clock.now()
    return "expired" if is_over else "failed"


def status(placement: Placement, attempts: list[Attempt]) -> dict[str, Any]:
    """What the waiting page asks for every few seconds."""
    asked = current(placement, attempts)
    return {"state": _state(placement, asked), "received": asked.received}


def _page(asked: Attempt, links: Links) -> Mapping[str, str] | None:
    """Where the buyer goes to pay: the provider's page, or ours with the provider's form.

    Its address is empty while the provider could not be reached yet.
    """
    if not CHANNELS[asked.channel].opens_apart:
        return None
    if "client_secret" in asked.show:
        return {"url": links("orders:card")}
    return {"url": asked.show.get("redirect_url", "")}


def card(placement: Placement, asked: Attempt, links: Links) -> dict[str, Any]:
    """The context of templates/shop/card.html."""
    return {
        "order": {"number": links.number, "url": links("orders:detail")},
        "amount": asked.amount,
        "script": settings.STRIPE_JS_URL,
        "key": settings.STRIPE_PUBLISHABLE_KEY,
        "secret": asked.show["client_secret"],
        "back_url": asked.back_url,
        "pay_url": links("orders:pay"),
        "other_channels_url": links("orders:ways"),
        "is_sandbox": bool(settings.SANDBOX_URL),
    }


def _qr(asked: Attempt, links: Links) -> Mapping[str, str] | None:
    """The code and the words of a transfer."""
    if "payload" not in asked.show:
        return None
    return {
        "payload": asked.show["payload"],
        "bank_name": asked.show["bank"],
        "bank_bin": asked.show["bank_bin"],
        "account": asked.show["account"],
        "account_name": asked.show["account_name"],
        "memo": asked.show["memo"],
        "picture_url": links("orders:picture", payment=asked.public_id),
    }
