"""Typing in an order for a buyer who calls or stands at the door."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.baskets.contents import Contents
from catalog.baskets.refusals import NotSold, TooManyLines
from catalog.checkout import wording
from catalog.cooperatives.models import Membership
from catalog.listings import queries
from catalog.orders import phoning
from catalog.orders.wishes import Wish
from catalog.stock.refusals import OutOfStock
from marketplace.people.models import User
from marketplace.records import rules, tokens
from marketplace.workspace import stalls
from marketplace.workspace.phoneforms import PhoneOrder

UNPROCESSABLE, CONFLICT = 422, 409


@stalls.members(*stalls.SELLERS)
def new(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Ask for goods and receiver, say the total, and place the order once the buyer agrees."""
    packs = list(queries.for_sale(membership.cooperative))
    if request.method != "POST":
        form = PhoneOrder(packs=packs, initial={"key": tokens.fresh(), "channel": "cod"})
        return _page(request, membership, form)
    form = PhoneOrder(request.POST, packs=packs)
    if not form.is_valid():
        return _page(request, membership, form, status=UNPROCESSABLE)
    try:
        contents = phoning.priced(
            membership.cooperative_id, form.wanted(), form.cleaned_data["place"].province.code
        )
    except (NotSold, OutOfStock, TooManyLines):
        form.add_error(None, _("So many are not left. Look at the numbers again."))
        return _page(request, membership, form, status=CONFLICT)
    if "place" not in request.POST:
        return _page(request, membership, form, contents=contents)
    return _place(request, membership, form, contents)


def _place(
    request: HttpRequest, membership: Membership, form: PhoneOrder, contents: Contents
) -> HttpResponse:
    """Place the order as it was told to the buyer."""
    facts = form.cleaned_data
    if not facts["consent"]:
        form.add_error("consent", _("Tell the buyer the total first, and ask."))
        return _page(request, membership, form, contents=contents, status=UNPROCESSABLE)
    assert isinstance(request.user, User)
    try:
        placement = phoning.place(
            membership.cooperative_id, form.wanted(), _wish(membership, facts), by=request.user
        )
    except wording.REFUSALS as error:
        form.add_error(None, wording.sentence(error))
        return _page(request, membership, form, contents=contents, status=CONFLICT)
    except (NotSold, OutOfStock):
        form.add_error(None, _("So many are not left. Look at the numbers again."))
        return _page(request, membership, form, contents=contents, status=CONFLICT)
    words = _("Order %(number)s has been placed. The buyer gets it in writing.")
    messages.success(request, words % {"number": placement.order.number})
    return redirect("sell-orders")


def _wish(membership: Membership, facts: dict[str, Any]) -> Wish:
    """What the buyer asks for."""
    return Wish(
        name=facts["name"],
        phone=facts["phone"],
        email=facts["email"],
        commune=facts["place"],
        street=facts["street"],
        note=facts["note"],
        lanes={membership.cooperative_id: facts["lane"]} if facts["lane"] else {},
        channel=facts["channel"],
        terms_version=rules.value("terms.version"),
        expected_total=int(facts["expected_total"] or 0),
        idempotency_key=f"phoned-{facts['key']}",
        language=get_language() or "vi",
    )


def _page(
    request: HttpRequest,
    membership: Membership,
    form: PhoneOrder,
    *,
    contents: Contents | None = None,
    status: int | None = None,
) -> HttpResponse:
    """The form; with its price once that is known."""
    context: dict[str, Any] = {"cooperative": membership.cooperative, "tab": "orders", "form": form}
    if contents is not None and contents.parcels:
        parcel = contents.parcels[0]
        lane = parcel.lane(form.cleaned_data.get("lane"))
        shipping = lane.price if lane else 0
        context |= {
            "items": parcel.items,
            "lanes": parcel.quotes,
            "lane": lane,
            "goods": parcel.subtotal,
            "total": parcel.subtotal + shipping,
        }
    return render(request, "workspace/phone_order.html", context, status=status)
