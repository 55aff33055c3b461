"""REST: orders, for whoever holds the token or placed them signed in; 404 for everybody else."""

import re
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params.functions import Header
from ninja.utils import check_csrf

from catalog.orders import choosing, ending, paying, phonecodes, queries, showing
from catalog.orders.forms import PhoneCodeForm
from catalog.orders.models import Placement
from catalog.orders.phonecodes import Answer
from catalog.orders.refusals import ChannelRefused, MoveRefused
from catalog.orders.schemas import ChannelIn, OrderOut, PhoneCodeIn
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


@router.post(
    "/orders/{number}/phone-code",
    response=OrderOut,
    exclude_unset=True,
    operation_id="order_phone_code",
)
def prove_phone(
    request: HttpRequest, number: str, payload: PhoneCodeIn, order_token: str = TOKEN
) -> dict[str, Any]:
    """Show that the phone of a cash order is the buyer's, with the code of the text message."""
    placement = _opened(request, number, order_token)
    form = PhoneCodeForm({"code": payload.code})
    if phonecodes.of(placement) is None:
        raise Http404
    if not form.is_valid():
        raise wrong("code", _("Type the six digits of the message."))
    answer = phonecodes.prove(number, form.cleaned_data["code"])
    if answer is Answer.USED_UP:
        raise Problem(409, _("Too many wrong codes. Have another one sent."))
    if answer is Answer.WRONG:
        raise wrong("code", _("That is not the code. Look at the latest message."))
    return showing.order(_opened(request, number, order_token))


@router.post(
    "/orders/{number}/phone-code/send",
    response=OrderOut,
    exclude_unset=True,
    operation_id="order_phone_code_send",
)
def send_phone_code(request: HttpRequest, number: str, order_token: str = TOKEN) -> dict[str, Any]:
    """Send another code; the one before is void."""
    placement = _opened(request, number, order_token)
    if phonecodes.of(placement) is None:
        raise Http404
    try:
        phonecodes.send_again(number)
    except phonecodes.TooSoon as error:
        raise Problem(409, _("A code is on its way. Wait a minute before the next one.")) from error
    return showing.order(_opened(request, number, order_token))
