"""What the order pages of a cooperative show."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Page
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.orders import pages, paying, phonecodes, queries, wording, worklist
from catalog.orders.models import Placement, SellerOrder
from catalog.promotions import wording as vouchers
from catalog.seasons import wording as seasons
from marketplace.design import formats
from marketplace.people import fields
from marketplace.records import clock
from marketplace.workspace import weights

State = SellerOrder.State
URGENT = dt.timedelta(hours=3)


def row(part: SellerOrder) -> dict[str, Any]:
    """One parcel in the list."""
    placement: Placement = part.order.placement
    words, level = wording.PARCEL[part.state]
    return {
        "number": part.number,
        "url": reverse("sell-order", args=[part.number]),
        "placed_at": placement.placed_at,
        "who": placement.name,
        "place": f"{placement.commune.full_name}, {placement.commune.province.name}",
        "words": goods_words(part),
        "total": part.owed,
        "harvest": seasons.harvest(part.harvest_from, part.harvest_to),
        "awaits_harvest": part.awaits_harvest,
        "status_words": words,
        "status_level": level,
        "call_first": part.state == State.TO_CONFIRM and phonecodes.is_open(placement),
        **due(part),
    }


def leaf(page: Page[Any], asked: str) -> dict[str, str]:
    """The ways to the pages before and after this one of a list."""
    return {
        "previous_url": f"{asked}&page={page.number - 1}" if page.has_previous() else "",
        "next_url": f"{asked}&page={page.number + 1}" if page.has_next() else "",
    }


def goods_words(part: SellerOrder) -> str:
    """The goods of a parcel in one line."""
    return "; ".join(f"{line.quantity} × {line.title}" for line in part.lines.all())


def due(part: SellerOrder) -> dict[str, Any]:
    """Until when the cooperative has to answer, in words; the clock time first."""
    if part.state != State.TO_CONFIRM or part.confirm_by is None:
        return {"due_words": "", "urgent": False}
    left = part.confirm_by - clock.now()
    facts = {
        "time": formats.clock(part.confirm_by),
        "day": formats.day(part.confirm_by),
    }
    if left <= dt.timedelta():
        return {
            "due_words": _("answer was due at %(time)s, %(day)s") % facts,
            "urgent": True,
        }
    return {
        "due_words": _("answer by %(time)s, %(day)s") % facts,
        "urgent": left <= URGENT,
    }


def parcel(part: SellerOrder) -> dict[str, Any]:
    """The parcel of the page and of the packing slip."""
    placement: Placement = part.order.placement
    seller, place = part.cooperative, placement.commune
    lines = list(part.lines.all())
    at_the_door = paying.confirms_at_once(placement.channel)
    return {
        **row(part),
        "order_number": part.order.number,
        "cooperative": {
            "name": seller.name,
            "legal_name": seller.legal_name,
            "address": f"{seller.street}, {seller.commune.full_name}",
            "phone": fields.spoken(seller.phone),
        },
        "buyer": {
            "name": placement.name,
            "phone": fields.spoken(placement.phone),
            "address": f"{placement.street}, {place.full_name}, {place.province.name}",
            "note": placement.note,
        },
        "lane_words": pages.lane_words(part),
        "lines": [pages.goods_line(line) for line in lines],
        "goods_total": part.goods,
        "shipping": part.shipping,
        "discount": part.discount or None,
        "lighter": part.lighter or None,
        "voucher": vouchers.of_order(part.order) if part.discount else None,
        "cod_amount": part.owed - part.deposit if paying.collects_cash(placement, part) else None,
        "deposit": part.deposit or None,
        "courier": paying.courier(part),
        "steps": pages.steps_of(part, queries.events(part.order), paid_first=not at_the_door),
        "lots": pages.lots(lines),
    }


def picture_line(part: SellerOrder) -> dict[str, Any]:
    """The first line of goods: its picture stands for the parcel."""
    return pages.goods_line(part.lines.all()[0])


def todo(
    part: SellerOrder,
    errors: Sequence[str | Promise] = (),
    *,
    sells: bool,
    told: Mapping[str, str],
) -> dict[str, Any]:
    """The one thing to do with the parcel now, as the page's forms; only sellers take orders.

    ``told`` is what was typed into the form before, if it comes back with errors.
    """

    def address(step: str) -> str:
        """Where the form of a step goes."""
        return reverse(f"sell-order-{step}", args=[part.number])

    if part.state == State.TO_CONFIRM:
        confirm = {
            "url": address("accept"),
            "refuse_url": address("refuse"),
        }
        return {"confirm": confirm} if sells else {"wait": True}
    if part.state == State.CONFIRMED and part.awaits_harvest:
        return {}
    if part.state == State.CONFIRMED:
        lines = _packing(part, told)
        whole = all(line["lots"] for line in lines)
        return {
            "packing": {"url": address("pack"), "lines": lines, "errors": errors, "whole": whole}
        }
    if part.state == State.PACKED:
        return {"ship": {"url": address("ship")}}
    if part.state == State.SHIPPED:
        return {"deliver": {"url": address("deliver")}, "back": {"url": address("back")}}
    return {}


def _packing(part: SellerOrder, told: Mapping[str, str]) -> list[dict[str, Any]]:
    """The lines to pack, each with the lots it can be packed from and what it has to weigh."""
    choices = worklist.choices(part)
    return [
        {
            "id": line.pk,
            "title": line.title,
            "quantity": line.quantity,
            "weight": weights.field(line, told),
            "lots": [_choice(choice, chosen) for chosen, choice in enumerate(choices[line.pk])],
        }
        for line in part.lines.all()
    ]


def _choice(choice: worklist.Choice, place: int) -> dict[str, Any]:
    """A lot to pack from, with what helps to choose; the first is chosen already."""
    words = [_("harvested %(day)s") % {"day": formats.day(choice.harvested_on)}]
    if choice.best_before:
        past = choice.best_before < clock.local_day()
        keeps = _("past its date: %(day)s") if past else _("best before %(day)s")
        words.append(keeps % {"day": formats.day(choice.best_before)})
    if choice.value == "held":
        words.append(_("kept for this order"))
    elif choice.left:
        words.append(ngettext("%(n)d left", "%(n)d left", choice.left) % {"n": choice.left})
    return {
        "id": choice.value,
        "code": choice.codes,
        "words": " · ".join(words),
        "selected": not place,
    }
