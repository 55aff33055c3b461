"""REST: ``POST /baskets/{id}/checkout``, safe to send again with the same ``Idempotency-Key``."""

import hashlib
import json
import re
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params.functions import Header

from catalog.baskets.api import TOKEN, conflict, opened
from catalog.baskets.models import BasketKey
from catalog.checkout import forms, wording
from catalog.checkout.schemas import CheckoutIn
from catalog.communes.models import Commune
from catalog.orders import paying, placing, refusals, showing
from catalog.orders.schemas import PlacedOut
from catalog.orders.wishes import Wish
from marketplace.people import fields as addresses
from marketplace.people.models import User
from marketplace.records.problems import Problem, wrong

router = Router(tags=["checkout"])
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_FIELDS: dict[type[Exception], str] = {
    refusals.LaneRefused: "shipping",
    refusals.ChannelRefused: "channel",
    refusals.TermsChanged: "consent.terms_version",
    refusals.EmptyBasket: "basket",
}


@router.post(
    "/baskets/{basket_id}/checkout",
    response={201: PlacedOut},
    exclude_unset=True,
    operation_id="checkout",
)
def checkout(
    request: HttpRequest,
    basket_id: str,
    payload: CheckoutIn,
    idempotency_key: str = Header("", alias="Idempotency-Key"),
    basket_token: str = TOKEN,
) -> tuple[int, dict[str, Any]]:
    """Place the order. The same key and body answer the same order; another body is refused."""
    if not _KEY.fullmatch(idempotency_key):
        raise Problem(400, _("The header Idempotency-Key is missing, too long or not ASCII."))
    key = opened(basket_id, basket_token)
    wish = _wish(request, payload, f"{key.public_id}:{idempotency_key}")
    try:
        placement = placing.place(key.basket_id, wish)
    except wording.REFUSALS as error:
        _refuse(error, key)
    paying.open_pages(placement, address=request.META["REMOTE_ADDR"])
    return 201, showing.placed(placement)


def _wish(request: HttpRequest, payload: CheckoutIn, key: str) -> Wish:
    """The request as a wish; the key counts within its basket alone."""
    body = json.dumps(payload.model_dump(mode="json"), sort_keys=True).encode()
    return Wish(
        name=payload.contact.name,
        phone=_phone(payload.contact.phone),
        email=_email(payload.contact.email),
        commune=_commune(payload),
        street=payload.address.street,
        note=payload.address.note,
        lanes={int(seller): lane for seller, lane in payload.shipping.items()},
        channel=payload.channel,
        terms_version=payload.consent.terms_version,
        expected_total=payload.expected_total,
        invoice=payload.invoice.model_dump() if payload.invoice else {},
        language=get_language() or "vi",
        user=request.user if isinstance(request.user, User) else None,
        remember=frozenset(int(seller) for seller in payload.remember),
        idempotency_key=hashlib.sha256(key.encode()).hexdigest(),
        request_sha256=hashlib.sha256(body).hexdigest(),
    )


def _phone(text: str) -> str:
    """The number as E.164, or 422."""
    number = addresses.phone(text)
    if number is None:
        raise wrong("contact.phone", _("This is no phone number, such as 0912 345 678."))
    return number


def _email(text: str) -> str:
    """The address, or 422."""
    if text:
        try:
            validate_email(text)
        except ValidationError as error:
            raise wrong("contact.email", error.messages[0]) from error
    return text


def _commune(payload: CheckoutIn) -> Commune:
    """The commune that is meant, or 422."""
    try:
        return forms.commune(payload.address.commune, payload.address.province)
    except ValidationError as error:
        raise wrong("address.commune", error.messages[0]) from error


def _refuse(error: Exception, key: BasketKey) -> NoReturn:
    """Turn a refusal into what the app is told: 409 with the basket where it has changed."""
    words = wording.sentence(error)
    if isinstance(error, refusals.KeyReused):
        raise Problem(422, words) from error
    if isinstance(error, refusals.TotalChanged):
        raise conflict(words, key, total=error.total) from error
    if field := _FIELDS.get(type(error)):
        raise wrong(field, words) from error
    raise conflict(words, key) from error
