"""An order as apps read it: what does not apply is left out, what is not known is null."""

from typing import Any

from catalog.orders import deposits, pages, paying, phonecodes, queries, wording
from catalog.orders.models import OrderEvent, Placement, SellerOrder
from marketplace.records import clock
from payments import attempts
from payments import queries as payments
from payments.models import Attempt


def placed(placement: Placement) -> dict[str, Any]:
    """What checkout answers."""
    return _head(placement, queries.heads(placement.order))


def order(placement: Placement) -> dict[str, Any]:
    """All of it."""
    parts = queries.parts(placement.order)
    lines = [(part, line) for part in parts for line in part.lines.all()]
    seller_of = {part.pk: part.cooperative_id for part in parts}
    return {
        **_head(placement, parts),
        "lines": [
            {
                "listing": line.pack.listing_id,
                "pack": line.pack_id,
                "title": line.title,
                "quantity": line.quantity,
                "unit_price": line.unit_price,
                "total": line.total,
                "seller_order": part.number,
                **_harvest(part),
                **({"packed_g": line.packed_g, "lighter": line.lighter} if line.lighter else {}),
            }
            for part, line in lines
        ],
        "timeline": [_step(event, seller_of) for event in queries.events(placement.order)],
        "lots": [
            {"code": lot["code"], "trace_url": lot["trace_url"]}
            for lot in pages.lots([line for _part, line in lines])
        ],
    }


def _harvest(part: SellerOrder) -> dict[str, Any]:
    """The days of the harvest a line was ordered from, before it."""
    if part.harvest_from is None:
        return {}
    return {"harvest": {"first": part.harvest_from, "last": part.harvest_to}}


def _step(event: OrderEvent, seller_of: dict[int, int]) -> dict[str, Any]:
    """Something that happened, and to whose part if it was not the whole order's."""
    step: dict[str, Any] = {"at": event.at.astimezone(clock.LOCAL), "what": event.what}
    if event.seller_order_id:
        step["cooperative_id"] = seller_of[event.seller_order_id]
    return step


def _head(placement: Placement, parts: list[SellerOrder]) -> dict[str, Any]:
    """What every answer about an order begins with."""
    found = placement.order
    until = placement.held_until
    return {
        "number": found.number,
        "token": placement.token,
        "status": found.status,
        "total": paying.total_of(found),
        "expires_at": until.astimezone(clock.LOCAL) if until else None,
        "discount": sum(part.discount for part in parts),
        **_voucher(placement),
        "seller_orders": [_part(part, found.status) for part in parts],
        "payments": [attempts.presentation(attempt) for attempt in _payments(placement, parts)],
        **({"deposit": deposit} if (deposit := sum(part.deposit for part in parts)) else {}),
        **_phone_code(placement),
    }


def _payments(placement: Placement, parts: list[SellerOrder]) -> list[Attempt]:
    """Every asking for the order's money; its deposit's first."""
    number = placement.order.number
    asked = list(payments.shown(number))
    if any(part.deposit for part in parts):
        asked = [*payments.shown(deposits.reference(number)), *asked]
    return asked


def _phone_code(placement: Placement) -> dict[str, Any]:
    """Whether the buyer's phone is proved, where a code was sent for that."""
    if not paying.confirms_at_once(placement.channel):
        return {}
    row = phonecodes.of(placement)
    if row is None:
        return {}
    return {"phone_code": {"proved": row.is_proved, "can_send_again": row.may_be_sent_again}}


def _voucher(placement: Placement) -> dict[str, Any]:
    """The voucher that was used, if one was."""
    used = getattr(placement.order, "voucher_use", None)
    if used is None:
        return {}
    told = {"code": used.code, "title": used.title, "payer": used.payer, "amount": used.amount}
    return {"voucher": told}


def _part(part: SellerOrder, order_status: str) -> dict[str, Any]:
    """One cooperative's part, in the words of the order."""
    seller = part.cooperative
    status = wording.PUBLIC[part.state]
    return {
        "number": part.number,
        "cooperative": {"id": seller.pk, "name": seller.name, "slug": seller.slug},
        "status": "expired" if order_status == "expired" else status,
        "subtotal": part.goods,
        "shipping": part.shipping,
        "discount": part.discount,
        "total": part.total,
        **({"lighter": part.lighter} if part.lighter else {}),
    }
