"""Cards by Stripe: a PaymentIntent of ours, Stripe's form on a page of ours, 3-D Secure by them.

Source: docs.stripe.com, PaymentIntents, webhooks and their signatures (read November 2026). Stripe
counts đồng whole. The order in which events come says nothing: money booked stays booked, and an
attempt that failed may still be paid.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import stripe
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from marketplace.records import clock
from payments.channels import secrets
from payments.channels.base import (
    Asked,
    BadNotice,
    BadSignature,
    ChannelError,
    ClientSecret,
    Kind,
    Notice,
    RawRequest,
    RefundAnswer,
    RefundAsked,
    Result,
    Unknown,
    Words,
)
from payments.channels.calling import PATIENCE_SECONDS
from payments.channels.gateway import Gateway
from payments.channels.strict_json import BadJson, read_object, whole, words

DRIFT_SECONDS = 300
MOST = 99_999_999  # eight digits, Stripe's own limit
MOST_NUMBER = 2**63 - 1

# A declined card ends nothing: the buyer types another one into the same form.
_KINDS = {
    "payment_intent.succeeded": Kind.CAPTURED,
    "payment_intent.canceled": Kind.CANCELLED,
    "charge.dispute.created": Kind.DISPUTED,
    "charge.dispute.closed": Kind.DISPUTED,
}
_ANSWERS = {
    Result.TAKEN: 200,
    Result.AGAIN: 200,
    Result.OTHER_SUM: 200,
    Result.UNKNOWN: 503,
    Result.TRY_AGAIN: 503,
    Result.FORGED: 400,
    Result.UNREADABLE: 400,
}


class Card(Gateway):
    """Visa, Mastercard, JCB and what else the contract with Stripe allows."""

    code = "card"
    name: Words = _("Visa, Mastercard or JCB card")
    needed = ("STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET")

    @property
    def limits(self) -> tuple[int, int]:
        """The least is half a dollar in đồng of today, so a setting."""
        return settings.STRIPE_MIN_VND, MOST

    def merchant(self) -> str:
        """Stripe keeps trial and real money apart by the key."""
        return "live" if "_live_" in settings.STRIPE_SECRET_KEY else "test"

    def ask(self, asked: Asked) -> ClientSecret:
        """A PaymentIntent; asking again under the same code is answered with the same one."""
        try:
            intent = self._client().v1.payment_intents.create(
                # Its types know no ``payment_method_types``; its interface does.
                params={  # type: ignore[typeddict-unknown-key]
                    "amount": asked.amount,
                    "currency": "vnd",
                    "payment_method_types": ["card"],
                    "metadata": {"order": asked.invoice, "attempt": asked.memo},
                },
                options={"idempotency_key": f"attempt-{asked.memo}"},
            )
        except stripe.StripeError as error:
            raise _failed(error) from error
        if not intent.client_secret:
            raise ChannelError("the intent has no secret", retry=True)
        return ClientSecret(secret=intent.client_secret, reference=intent.id)

    def read(self, raw: RawRequest) -> list[Notice]:
        """The one event in a message; nothing for events that decide nothing here."""
        self._must_be_on()
        if not any(_sealed(raw, secret) for secret in secrets.given("STRIPE_WEBHOOK_SECRET")):
            raise BadSignature("the signature is another, or five minutes away")
        try:
            return _notices(read_object(raw.body), raw.received_at)
        except BadJson as error:
            raise BadNotice(str(error)) from error

    def answer(self, result: Result) -> HttpResponse:
        """Stripe takes 2xx for an answer, and tells again for three days on anything else."""
        return HttpResponse(status=_ANSWERS[result])

    def look_up(self, asked: Asked) -> Notice | Unknown:
        """What Stripe says of the intent now; raises ``ChannelError`` when it does not say."""
        if not asked.provider_reference:
            return Unknown()
        try:
            intent = self._client().v1.payment_intents.retrieve(asked.provider_reference)
        except stripe.StripeError as error:
            raise _failed(error) from error
        kind = {"succeeded": Kind.CAPTURED, "canceled": Kind.CANCELLED}.get(intent.status)
        if kind is None:
            return Unknown()
        try:
            return _of_intent(kind, intent.to_dict(), intent.livemode, clock.now())
        except BadJson as error:
            raise ChannelError(str(error), retry=True) from error

    def refund(self, refund: RefundAsked) -> RefundAnswer:
        """Send money back to the card."""
        try:
            made = self._client().v1.refunds.create(
                params={
                    "payment_intent": refund.transaction,
                    "amount": refund.amount,
                    "metadata": {"refund": refund.key},
                },
                options={"idempotency_key": f"refund-{refund.key}"},
            )
        except stripe.InvalidRequestError:
            return RefundAnswer.REJECTED
        except stripe.StripeError as error:
            raise _failed(error) from error
        return _of_refund(made.status)

    def look_up_refund(self, refund: RefundAsked) -> RefundAnswer:
        """What became of it, by the list of refunds Stripe keeps with the payment."""
        try:
            made = self._client().v1.refunds.list(
                params={"payment_intent": refund.transaction, "limit": 100}
            )
        except stripe.StripeError as error:
            raise _failed(error) from error
        for row in made.data:
            metadata = row.to_dict().get("metadata") or {}
            if metadata.get("refund") == refund.key:
                return _of_refund(row.status)
        return RefundAnswer.UNKNOWN

    def _client(self) -> stripe.StripeClient:
        self._must_be_on()
        return stripe.StripeClient(
            settings.STRIPE_SECRET_KEY,
            base_addresses={"api": settings.STRIPE_API_BASE},
            http_client=stripe.RequestsClient(timeout=PATIENCE_SECONDS),
            max_network_retries=0,  # a buyer waits: the next try is his, under the same key
        )


def _failed(error: stripe.StripeError) -> ChannelError:
    status = error.http_status
    return ChannelError(f"{type(error).__name__} {status}", retry=not status or status >= 500)


def _of_refund(status: str | None) -> RefundAnswer:
    answers = {
        "succeeded": RefundAnswer.DONE,
        "pending": RefundAnswer.ACCEPTED,
        "failed": RefundAnswer.REJECTED,
        "canceled": RefundAnswer.REJECTED,
    }
    return answers.get(status or "", RefundAnswer.UNKNOWN)


def _sealed(raw: RawRequest, secret: str) -> bool:
    try:
        stripe.WebhookSignature.verify_header(
            raw.body, raw.header("Stripe-Signature"), secret, DRIFT_SECONDS
        )
    except (stripe.SignatureVerificationError, ValueError):
        return False
    return True


def _notices(event: dict[str, Any], received_at: dt.datetime) -> list[Notice]:
    kind = _KINDS.get(words(event, "type"))
    if kind is None:
        return []
    data = event.get("data")
    found = data.get("object") if isinstance(data, dict) else None
    if not isinstance(found, dict):
        raise BadJson("data has no object")
    is_live = event.get("livemode") is True
    if kind == Kind.DISPUTED:
        return [_of_dispute(event, found, is_live, received_at)]
    return [_of_intent(kind, found, is_live, received_at)]


def _of_intent(
    kind: Kind, intent: dict[str, Any], is_live: bool, received_at: dt.datetime
) -> Notice:
    number, metadata = words(intent, "id", most=100), intent.get("metadata")
    if not number:
        raise BadJson("the intent has no id")
    code = words(metadata, "attempt", most=100) if isinstance(metadata, dict) else ""
    paid = "amount_received" if intent.get("amount_received") else "amount"
    return Notice(
        provider=Card.code,
        external_id=number,
        kind=kind,
        amount=whole(intent, paid if kind == Kind.CAPTURED else "amount", most=MOST_NUMBER),
        currency=words(intent, "currency", most=3).upper(),
        occurred_at=received_at,
        reference=code or number,
        merchant="live" if is_live else "test",
        reason="given_up" if kind == Kind.CANCELLED else "",
    )


def _of_dispute(
    event: dict[str, Any], dispute: dict[str, Any], is_live: bool, received_at: dt.datetime
) -> Notice:
    number = words(dispute, "id", most=100)
    state = words(dispute, "status", most=40)
    if not number:
        raise BadJson("the dispute has no id")
    is_closed = words(event, "type").endswith("closed")
    return Notice(
        provider=Card.code,
        external_id=f"{number}:{state}" if is_closed else number,
        kind=Kind.DISPUTED,
        amount=whole(dispute, "amount", most=MOST_NUMBER),
        currency=words(dispute, "currency", most=3).upper(),
        occurred_at=received_at,
        reference=words(dispute, "payment_intent", most=100),
        merchant="live" if is_live else "test",
        reason=("dispute_won" if state == "won" else "dispute_lost") if is_closed else "disputed",
    )
