"""What the checkout's page shows."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.baskets import pages as baskets
from catalog.baskets.contents import Contents, Parcel
from catalog.checkout import state
from catalog.communes import queries as places
from catalog.communes.models import Commune
from catalog.orders import deposits, paying
from catalog.promotions.reducing import Reduction
from catalog.shipping.quoting import Quote
from marketplace.design import formats, navigation
from marketplace.people import fields as addresses
from marketplace.records import rules
from payments import channels

WORDS = {
    "vietqr": (_("Any banking app. No fee."), "qr-code"),
    "mobile_money": (_("Viettel Money, VNPT Money, MobiFone Money. No bank needed."), "smartphone"),
    "vnpay": (_("Domestic card, banking app or international card, on VNPAY's page."), "landmark"),
    "momo": (_("With the MoMo app on your phone."), "wallet"),
    "zalopay": (_("With the ZaloPay app on your phone."), "wallet"),
    "card": (_("Paid on a page of the card company; your bank may ask to confirm."), "credit-card"),
    "cod": (_("The cooperative calls to confirm within 24 hours."), "banknote"),
}
OTHER = ("", "credit-card")


def checkout(
    form: forms.Form,
    basket_id: int,
    contents: Contents,
    *,
    place: Commune | None,
    lanes: Mapping[int, str],
    channel: str,
    remember: Collection[int] = (),
) -> dict[str, Any]:
    """The context of templates/shop/checkout.html."""
    chosen = {p.cooperative.pk: p.lane(lanes.get(p.cooperative.pk)) for p in contents.parcels}
    prices = {seller: lane.price for seller, lane in chosen.items() if lane}
    reduction = contents.reduction(prices if place is not None else None)
    totals = _totals(contents.subtotal, sum(prices.values()), reduction)
    door = paying.Door(_phone(form), place, _parcels(contents, chosen)) if place else None
    province = form["province"].value() or ""
    return {
        "form": form,
        "communes": [name for _code, name in places.choices(str(province))] if province else [],
        "communes_url": reverse("places-communes"),
        "groups": [
            _group(p, lanes.get(p.cooperative.pk)) | {"remember": p.cooperative.pk in remember}
            for p in contents.parcels
        ],
        "priced": place is not None,
        "channels": _channels(channel, totals["total"], door, _deposit(contents, reduction))
        if door is not None
        else [],
        "voucher": baskets.voucher(reduction),
        "totals": totals if place is not None else None,
        "hold_minutes": paying.hold_minutes("vietqr"),
        "terms_url": navigation.path("/policies/terms/"),
        "privacy_url": navigation.path("/policies/privacy/"),
        "terms_version": rules.value("terms.version"),
        "place_key": state.sign(basket_id),
    }


def _totals(goods: int, shipping: int, reduction: Reduction | None) -> dict[str, Any]:
    """The sums in đồng, with what a voucher takes off."""
    off = reduction.total if reduction else 0
    total = goods + shipping - off
    return {"goods": goods, "shipping": shipping, "discount": off or None, "total": total}


def _group(parcel: Parcel, code: str | None) -> dict[str, Any]:
    """One parcel with its lanes and the one that is chosen."""
    exact = [quote for quote in parcel.quotes if quote.is_exact]
    chosen = parcel.lane(code) or parcel.lane(None)
    return baskets.group(parcel) | {
        "lanes": [
            {
                "code": quote.lane,
                "name": quote.name,
                "price": quote.price,
                "arrives_from": quote.arrives_from,
                "arrives_to": quote.arrives_to,
                "words": "",
                "selected": chosen is not None and quote.lane == chosen.lane,
            }
            for quote in exact
        ],
        "lane": chosen,
    }


def _phone(form: forms.Form) -> str:
    """The receiver's number as far as it is known."""
    return addresses.phone(str(form["phone"].value() or "")) or ""


def _parcels(contents: Contents, chosen: Mapping[int, Quote | None]) -> dict[int, int]:
    """What each parcel would cost with its lane, in đồng, before a voucher."""
    lanes = {key: lane.price if lane else 0 for key, lane in chosen.items()}
    return {p.cooperative.pk: p.subtotal + lanes[p.cooperative.pk] for p in contents.parcels}


def _deposit(contents: Contents, reduction: Reduction | None) -> int:
    """What of the basket is paid beforehand when the rest is paid at the door, in đồng."""
    off = deposits.off(reduction)
    return sum(sum(lines.values()) for lines in deposits.of_basket(contents, off).values())


def _words(code: str, deposit: int) -> Any:
    """What a way to pay means for the buyer."""
    if code == "cod" and deposit:
        amount = {"amount": formats.dong(deposit)}
        words = gettext(
            "%(amount)s beforehand as a deposit, the rest at the door. Who does not take the "
            "parcel leaves the deposit with the cooperative."
        )
        return words % amount
    return WORDS.get(code, OTHER)[0]


def _channels(selected: str, total: int, door: paying.Door, deposit: int) -> list[dict[str, Any]]:
    """The ways to pay, with why one cannot be used for this order."""
    offered = channels.offered()
    known = {channel.code for channel in offered}
    first = selected if selected in known else (offered[0].code if offered else "")
    return [
        {
            "code": channel.code,
            "name": channel.name,
            "words": _words(channel.code, deposit),
            "icon": WORDS.get(channel.code, OTHER)[1],
            "selected": channel.code == first,
            "refused": paying.refusal(channel.code, total, door),
        }
        for channel in offered
    ]
