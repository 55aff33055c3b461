"""What the pages of an order show: the order, its parcels, its receipt, its payment."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.cooperatives.models import Cooperative
from catalog.orders import ending, paying, phonecodes, queries, weighing, wording
from catalog.orders.models import OrderEvent, Placement, SellerOrder, SellerOrderLine
from catalog.promotions import wording as vouchers
from catalog.seasons import wording as seasons
from catalog.traceability import codes
from marketplace.design import formats, navigation, spoken
from marketplace.people import fields
from payments import channels

What = OrderEvent.What
WAY = (
    What.PLACED,
    What.DEPOSIT,
    What.PAID,
    What.HARVESTED,
    What.CONFIRMED,
    What.PACKED,
    What.SHIPPED,
    What.DELIVERED,
)


class Links:
    """Addresses of one order's pages; they carry the token where that is what opens them."""

    def __init__(self, placement: Placement, token: str) -> None:
        """The order, and the token of the request if it came with one."""
        self.number = placement.order.number
        self.token = token

    def __call__(self, page: str, more: Mapping[str, str] | None = None, **query: str) -> str:
        """The address of a page such as ``orders:pay``; ``more`` is what else its path names."""
        asked = query | ({"token": self.token} if self.token else {})
        address = reverse(page, kwargs={"number": self.number, **(more or {})})
        return f"{address}?{urlencode(asked)}" if asked else address


def order(placement: Placement, links: Links) -> dict[str, Any]:
    """The context of templates/shop/order.html and receipt.html."""
    parts = queries.parts(placement.order)
    events = queries.events(placement.order)
    return {
        "order": _order(placement, parts, events, links) | {"phone_url": _phone(placement, links)},
        "parcels": [
            _parcel(part, number, len(parts), events, placement)
            | {
                "part": part.number,
                "messages_url": links("messages:order", {"part": part.number}),
            }
            | {"given_up": part not in charged(parts)}
            for number, part in enumerate(parts, 1)
        ],
    }


def _order(
    placement: Placement,
    parts: list[SellerOrder],
    events: list[OrderEvent],
    links: Links,
) -> dict[str, Any]:
    """The order itself."""
    found = placement.order
    paid_at = next((event.at for event in events if event.what == What.PAID), None)
    waiting = found.status == "awaiting_payment"
    return {
        "number": found.number,
        "url": links("orders:detail"),
        "placed_at": placement.placed_at,
        "status": found.status,
        "status_words": wording.ORDER[found.status],
        "to": f"{placement.commune.full_name}, {placement.commune.province.name}",
        "paid_at": paid_at,
        "channel_words": channel_words(placement.channel),
        "totals": _totals(placement, parts, paid=paid_at is not None),
        "voucher": vouchers.of_order(found),
        "deposit": sum(part.deposit for part in charged(parts)) or None,
        "receipt_url": links("orders:receipt"),
        "pay_url": links("orders:pay") if waiting else None,
        "hold_until": placement.held_until if waiting else None,
        "cancel_url": links("orders:cancel") if ending.can_be_cancelled(found, parts) else None,
        "buyer": {
            "name": placement.name,
            "phone": fields.spoken(placement.phone),
            "address": f"{placement.street}, {placement.commune.full_name}, "
            f"{placement.commune.province.name}",
        },
    }


def _phone(placement: Placement, links: Links) -> str | None:
    """Where the buyer of a cash order types a code, while that still helps."""
    waits = paying.confirms_at_once(placement.channel) and placement.order.status == "confirmed"
    row = phonecodes.of(placement) if waits else None
    return links("orders:phone") if row is not None and not row.is_proved else None


def charged(parts: list[SellerOrder]) -> list[SellerOrder]:
    """The parts the buyer pays for: those that come; of an order that ended, all there were."""
    return [part for part in parts if part.state != SellerOrder.State.CANCELLED] or parts


def _totals(placement: Placement, parts: list[SellerOrder], *, paid: bool) -> dict[str, Any]:
    """The sums in đồng: a part given up is paid back, or at the door not paid at all."""
    coming = charged(parts)
    total = weighing.owed(coming)
    shown = coming if paying.confirms_at_once(placement.channel) else parts
    return {
        "goods": sum(part.goods for part in shown),
        "shipping": sum(part.shipping for part in shown),
        "discount": sum(part.discount for part in shown) or None,
        "lighter": sum(part.lighter for part in coming) or None,
        "refunded": weighing.owed(shown) - total or None,
        "total": total,
        "paid": total if paid else 0,
    }


def row(placement: Placement) -> dict[str, Any]:
    """One order in the list of one's own, with what its own page says is to be paid."""
    parts = list(placement.order.seller_orders.all())
    return {
        "number": placement.order.number,
        "url": Links(placement, "")("orders:detail"),
        "placed_at": placement.placed_at,
        "status_words": wording.ORDER[placement.order.status],
        "total": weighing.owed(charged(parts)),
    }


def channel_words(code: str) -> str:
    """The channel's name, or its code when it is not known any more."""
    known = channels.CHANNELS.get(code)
    return str(known.name) if known is not None else code


def _parcel(
    part: SellerOrder,
    number: int,
    of: int,
    events: list[OrderEvent],
    placement: Placement,
) -> dict[str, Any]:
    """One cooperative's part."""
    words, level = wording.PARCEL[part.state]
    days = {"first": formats.weekday(part.arrives_from), "last": formats.weekday(part.arrives_to)}
    on_its_way = part.state not in (SellerOrder.State.CANCELLED, SellerOrder.State.DELIVERED)
    lines = list(part.lines.all())
    return {
        "number": number,
        "of": of if of > 1 else None,
        "cooperative": _seller(part.cooperative),
        "status": wording.PUBLIC[part.state],
        "status_words": words,
        "status_level": level,
        "harvest": seasons.harvest(part.harvest_from, part.harvest_to),
        "expected_words": wording.EXPECTED % days if on_its_way else "",
        "steps": steps_of(part, events, paid_first=not paying.confirms_at_once(placement.channel)),
        "lines": [goods_line(line) for line in lines],
        "lots": lots(lines),
        "tracking": {"code": part.tracking, "url": ""} if part.tracking else None,
        "lane_words": lane_words(part),
        "shipping": part.shipping,
        "discount": part.discount or None,
        "lighter": part.lighter or None,
        "total": part.owed,
        "tax_invoice": getattr(part, "tax_invoice", None),
        "problem_url": "",
        "cancel_url": "",
    }


def _seller(seller: Cooperative) -> dict[str, Any]:
    """Who sends the parcel, with the legal name and address that a contract needs."""
    place = seller.commune
    return {
        "id": seller.pk,
        "name": seller.name,
        "legal_name": seller.legal_name,
        "tax_code": seller.tax_code,
        "address": f"{seller.street}, {place.full_name}, {place.province.name}",
        "url": navigation.path(seller.get_absolute_url()),
        "phone": fields.spoken(seller.phone),
    }


def lane_words(part: SellerOrder) -> str:
    """How the parcel travels."""
    return part.lane.name_en if get_language() == "en" else part.lane.name_vi


def goods_line(line: SellerOrderLine) -> dict[str, Any]:
    """One line as it was sold; its picture and link are today's."""
    listing = line.pack.listing
    shelf = getattr(listing, "shelf", None)
    return {
        "title": _title(line),
        "pack": "",
        "quantity": line.quantity,
        "unit_price": line.unit_price,
        "total": line.total,
        "weighed": _weighed(line),
        "image": shelf.image if shelf else {},
        "category": shelf.category_path if shelf else "",
        "url": navigation.path(listing.get_absolute_url()) if shelf else "",
    }


def _weighed(line: SellerOrderLine) -> str:
    """What the scale said, where it was less than ordered."""
    if not line.lighter or line.packed_g is None:
        return ""
    facts = {"packed": formats.weight(line.packed_g), "ordered": formats.weight(line.weight_g)}
    return _("Packed: %(packed)s of %(ordered)s") % facts


def _title(line: SellerOrderLine) -> str:
    """What was sold, in the words of the day; they may be Vietnamese, whoever reads them now."""
    shelf = getattr(line.pack.listing, "shelf", None)
    if shelf is None or not line.title.startswith(shelf.title_vi):
        return line.title
    is_english = bool(shelf.title_en) and line.title.startswith(shelf.title_en)
    return line.title if is_english else spoken.Vietnamese(line.title)


def lots(lines: list[SellerOrderLine]) -> list[dict[str, str]]:
    """The lots that were packed, each once, with the page that says where they grew."""
    found = {
        packed.lot.code: {
            "code": packed.lot.code,
            "trace_url": codes.url(packed.lot.code),
            "title": _title(line),
        }
        for line in lines
        for packed in line.packed.all()
    }
    return list(found.values())


def steps_of(
    part: SellerOrder, events: list[OrderEvent], *, paid_first: bool
) -> list[dict[str, Any]]:
    """What happened to a parcel, the latest marked, and what is still to come."""
    mine = [event for event in events if event.seller_order_id in (None, part.pk)]
    steps = [{"words": event.get_what_display(), "at": event.at, "state": "done"} for event in mine]
    if steps:
        steps[-1]["state"] = "now"
    if part.state != SellerOrder.State.CANCELLED:
        happened = {event.what for event in mine}
        left_out = {What.DEPOSIT} if paid_first or not part.deposit else set()
        left_out |= set() if paid_first else {What.PAID}
        left_out |= set() if part.harvest_to else {What.HARVESTED}
        steps += [
            {"words": what.label, "at": None, "state": "todo"}
            for what in WAY
            if what not in happened | left_out
        ]
    return steps
