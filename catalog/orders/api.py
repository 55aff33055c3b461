"""REST: orders, for whoever holds the token or placed them signed in; 404 for everybody else."""

import re
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params.functions import Header
from ninja.utils import check_csrf

from catalog.orders import choosing, ending, paying, queries, showing
from catalog.orders.models import Placement
from catalog.orders.refusals import ChannelRefused, MoveRefused
from catalog.orders.schemas import ChannelIn, OrderOut
from marketplace.people.models import User
from marketplace.records.problems import Problem, wrong

router = Router(tags=["orders"])
TOKEN = Header("", alias="Order-Token")
_NUMBER = re.compile("[A-Za-z0-9-]{1,20}")


def _opened(request: HttpRequest, number: str, token: str) -> Placement:
    """The order, if the request may see it. A browser's session writes only with its CSRF token."""
    if not _NUMBER.fullmatch(number):
        raise Http404
    user = request.user
    if request.method != "GET" and not token and check_csrf(request):
        raise Http404
    placement = queries.placement(number, token=token, user=user)
    if placement is None:
        raise Http404
    return placement


def _by(request: HttpRequest) -> User | None:
    """Who does it, as far as known."""
    return request.user if isinstance(request.user, User) else None


@router.get("/orders/{number}", response=OrderOut, exclude_unset=True, operation_id="order")
def order(request: HttpRequest, number: str, order_token: str = TOKEN) -> dict[str, Any]:
    """The whole order."""
    return showing.order(_opened(request, number, order_token))


@router.post(
    "/orders/{number}/payments",
    response={201: OrderOut},
    exclude_unset=True,
    operation_id="order_pay",
)
def pay(
    request: HttpRequest, number: str, payload: ChannelIn, order_token: str = TOKEN
) -> tuple[int, dict[str, Any]]:
    """Ask for the money once more, by the same or another channel."""
    _opened(request, number, order_token)
    try:
        choosing.pay_by(number, payload.channel, by=_by(request))
    except MoveRefused as error:
        raise Problem(409, _("No money is awaited for this order any more.")) from error
    except ChannelRefused as error:
        raise wrong("channel", _("This order cannot be paid that way.")) from error
    placement = _opened(request, number, order_token)
    paying.open_pages(placement, address=request.META["REMOTE_ADDR"])
    return 201, showing.order(placement)


@router.post(
    "/orders/{number}/cancel",
    response=OrderOut,
    exclude_unset=True,
    operation_id="order_cancel",
)
def cancel(request: HttpRequest, number: str, order_token: str = TOKEN) -> dict[str, Any]:
    """Cancel the order while nobody packs it."""
    _opened(request, number, order_token)
    try:
        ending.cancel(number, by=_by(request))
    except MoveRefused as error:
        raise Problem(409, _("A cooperative has begun with it already.")) from error
    return showing.order(_opened(request, number, order_token))
