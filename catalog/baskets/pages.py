"""What the basket's page and the checkout show of a basket. Their templates name every word."""

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalog.baskets.contents import Contents, Item, Parcel
from catalog.baskets.filling import MOST_UNITS
from catalog.promotions import wording
from catalog.promotions.reducing import Reduction
from catalog.seasons import wording as seasons
from catalog.seasons.promises import Promise
from catalog.shipping.quoting import Quote
from marketplace.design import formats, navigation

MIXED = gettext_lazy(
    "One parcel cannot hold goods of today and of a coming harvest. Order the one, then the other."
)


def basket(contents: Contents) -> dict[str, Any]:
    """The context of templates/shop/basket.html."""
    lanes = [parcel.lane(None) for parcel in contents.parcels]
    exact = bool(lanes) and all(lane is not None and lane.is_exact for lane in lanes)
    shipping = sum(lane.price for lane in lanes if lane) if exact else None
    known = {p.cooperative.pk: lane.price for p in contents.parcels if (lane := p.lane(None))}
    reduction = contents.reduction(known if exact else None)
    off = reduction.total if reduction else 0
    return {
        "groups": [group(parcel) for parcel in contents.parcels],
        "count": contents.units,
        "totals": {
            "goods": contents.subtotal,
            "shipping": shipping,
            "discount": off or None,
            "total": contents.subtotal + (shipping or 0) - off,
        },
        "unavailable": [],
        "update_url": reverse("basket:summary"),
        "checkout_url": reverse("checkout:index"),
        "voucher": voucher(reduction),
    }


def voucher(reduction: Reduction | None) -> dict[str, Any]:
    """The voucher of a basket: what it takes off and who pays, or why nothing; and its forms."""
    shown: dict[str, Any] = {"url": reverse("basket:vouchers-add"), "applied": []}
    if reduction is None:
        return shown
    used = reduction.voucher
    shown["remove_url"] = reverse("basket:vouchers-remove", kwargs={"pk": used.pk})
    shown["code"] = used.code
    if reduction.refused is not None:
        shown["refused"] = wording.refused(used.code, reduction.refused, used.min_goods)
    elif reduction.total:
        paid_by = wording.paid_by(used.payer)
        applied = {"code": used.code, "amount": reduction.total, "title": used.title}
        shown["applied"] = [applied | {"paid_by": paid_by}]
    else:
        shown["later"] = True
    return shown


def group(parcel: Parcel) -> dict[str, Any]:
    """One cooperative's parcel."""
    seller = parcel.cooperative
    return {
        "cooperative": {
            "id": seller.pk,
            "name": seller.name,
            "url": navigation.path(seller.get_absolute_url()),
            "legal_name": seller.legal_name,
            "address": f"{seller.street}, {seller.commune.full_name}, "
            f"{seller.commune.province.name}",
            "category": parcel.items[0].category,
        },
        "commune": {"name": seller.commune.full_name},
        "lines": [line(item) for item in parcel.items],
        "warning": MIXED if parcel.is_mixed else "",
        "subtotal": parcel.subtotal,
        "shipping": _shipping(parcel.lane(None)),
    }


def line(item: Item) -> dict[str, Any]:
    """One line with what is to be said about it."""
    key = item.line.pk
    return {
        "id": key,
        "title": item.title,
        "pack": item.pack_name,
        "url": navigation.path(item.listing.get_absolute_url()),
        "image": item.image,
        "category": item.category,
        "quantity": item.quantity,
        "max": min(item.available, MOST_UNITS) or None,
        "unit_price": item.unit_price,
        "price_per_kg": item.price_per_kg,
        "total": item.total,
        "warning": warning(item),
        "harvest": harvest_words(item.coming),
        "update_url": reverse("basket:change", kwargs={"line": key}),
        "remove_url": reverse("basket:remove", kwargs={"line": key}),
    }


def warning(item: Item) -> str:
    """Why a line cannot be bought as it stands, and what to do; empty when it can."""
    if item.closed_until:
        return closed(item.closed_until)
    if not item.is_sold:
        return _("No longer sold. Take it out to go on.")
    if item.available == 0 and item.coming:
        return _("Orders for this harvest are closed. Take it out to go on.")
    if item.available == 0:
        return _("Sold out meanwhile. Take it out to go on.")
    if item.available < item.quantity:
        return only_left(item.available)
    return ""


def closed(until: dt.date) -> str:
    """When the cooperative takes orders again, as a sentence."""
    day = formats.day(until + dt.timedelta(days=1))
    return _("The cooperative is closed. It takes orders again from %(day)s.") % {"day": day}


def harvest_words(coming: Promise | None) -> str:
    """When it is harvested, if it is still to be."""
    return seasons.harvest(coming.harvest_from, coming.harvest_to) if coming else ""


def only_left(units: int) -> str:
    """How many are left, as a sentence."""
    words = ngettext(
        "Only %(n)d is left. Choose fewer.", "Only %(n)d are left. Choose fewer.", units
    )
    return words % {"n": units}


def _shipping(lane: Quote | None) -> dict[str, Any] | None:
    """The cheapest lane, exact or from where on."""
    if lane is None:
        return None
    return {
        "name": lane.name,
        "price": lane.price if lane.is_exact else None,
        "from_price": None if lane.is_exact else lane.price,
        "arrives_from": lane.arrives_from if lane.is_exact else None,
        "arrives_to": lane.arrives_to if lane.is_exact else None,
        "to": "",
    }
