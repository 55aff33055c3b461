"""REST: baskets of apps without cookies, opened by the header ``Basket-Token``."""

from typing import Any, NoReturn

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params.functions import Header

from catalog.baskets import filling, pages, queries, showing
from catalog.baskets.models import BasketKey, Source
from catalog.baskets.refusals import BasketClosed, NoSuchLine, NotSold, TooManyLines
from catalog.baskets.schemas import BasketOut, CodeIn, LineIn, QuantityIn
from catalog.communes import queries as places
from catalog.promotions import using
from catalog.seasons.refusals import MixedHarvest
from catalog.stock.refusals import OutOfStock
from marketplace.records.problems import Problem, wrong

router = Router(tags=["baskets"])
TOKEN = Header("", alias="Basket-Token")


def opened(public_id: str, token: str) -> BasketKey:
    """The basket, if the token opens it; 404 otherwise, whether it exists or not."""
    key = queries.by_token(public_id, token)
    if key is None:
        raise Http404
    return key


@router.post("/baskets", response={201: BasketOut}, exclude_none=True, operation_id="basket_open")
def make(request: HttpRequest) -> tuple[int, BasketOut]:
    """Open a basket; its token is told only here."""
    basket, token = filling.opened_by_key()
    return 201, showing.basket(basket.key, token=token)


@router.get("/baskets/{basket_id}", response=BasketOut, exclude_none=True, operation_id="basket")
def show(
    request: HttpRequest, basket_id: str, commune: str = "", basket_token: str = TOKEN
) -> BasketOut:
    """The basket; lanes are priced once ``commune`` is told by its five-digit code."""
    key = opened(basket_id, basket_token)
    place = places.by_code(commune) if commune else None
    if commune and place is None:
        raise wrong("commune", _("There is no commune of that code."))
    return showing.basket(key, place)


@router.post(
    "/baskets/{basket_id}/lines",
    response={201: BasketOut},
    exclude_none=True,
    operation_id="basket_add",
)
def add(
    request: HttpRequest, basket_id: str, payload: LineIn, basket_token: str = TOKEN
) -> tuple[int, BasketOut]:
    """Put units of a listing in."""
    key = opened(basket_id, basket_token)
    pack = queries.pack_of(payload.listing, payload.pack)
    if pack is None:
        raise wrong("pack" if payload.pack else "listing", _("This is not sold."))
    try:
        filling.add(key.basket_id, pack, quantity=payload.quantity, source=Source.API)
    except _REFUSALS as error:
        _refuse(error, key)
    return 201, showing.basket(key)


@router.patch(
    "/baskets/{basket_id}/lines/{int:line}",
    response=BasketOut,
    exclude_none=True,
    operation_id="basket_change",
)
def change(
    request: HttpRequest,
    basket_id: str,
    line: int,
    payload: QuantityIn,
    basket_token: str = TOKEN,
) -> BasketOut:
    """Set how many units of a line."""
    key = opened(basket_id, basket_token)
    try:
        filling.change(key.basket_id, line, quantity=payload.quantity)
    except _REFUSALS as error:
        _refuse(error, key)
    return showing.basket(key)


@router.delete(
    "/baskets/{basket_id}/lines/{int:line}",
    response=BasketOut,
    exclude_none=True,
    operation_id="basket_remove",
)
def remove(request: HttpRequest, basket_id: str, line: int, basket_token: str = TOKEN) -> BasketOut:
    """Take a line out."""
    key = opened(basket_id, basket_token)
    try:
        filling.remove(key.basket_id, line)
    except _REFUSALS as error:
        _refuse(error, key)
    return showing.basket(key)


@router.put(
    "/baskets/{basket_id}/voucher",
    response=BasketOut,
    exclude_none=True,
    operation_id="basket_voucher",
)
def put_voucher(
    request: HttpRequest, basket_id: str, payload: CodeIn, basket_token: str = TOKEN
) -> BasketOut:
    """Type a voucher's code in, instead of one before."""
    key = opened(basket_id, basket_token)
    try:
        using.type_in(key.basket_id, payload.code)
    except using.NoSuchVoucher as error:
        raise wrong("code", _("There is no such code. Look at the spelling.")) from error
    return showing.basket(key)


@router.delete(
    "/baskets/{basket_id}/voucher",
    response=BasketOut,
    exclude_none=True,
    operation_id="basket_voucher_remove",
)
def remove_voucher(request: HttpRequest, basket_id: str, basket_token: str = TOKEN) -> BasketOut:
    """Take the voucher out; none there is no mistake."""
    key = opened(basket_id, basket_token)
    using.take_out(key.basket_id)
    return showing.basket(key)


_REFUSALS = (BasketClosed, MixedHarvest, NoSuchLine, NotSold, OutOfStock, TooManyLines)


def _refuse(error: Exception, key: BasketKey) -> NoReturn:
    """Turn a verb's refusal into what the app is told."""
    if isinstance(error, NoSuchLine):
        raise Http404 from error
    if isinstance(error, NotSold):
        raise wrong("pack", _("This is not sold.")) from error
    if isinstance(error, OutOfStock):
        units = error.short[0].available
        raise conflict(pages.only_left(units) if units else _("Sold out."), key) from error
    if isinstance(error, MixedHarvest):
        raise conflict(str(pages.MIXED), key) from error
    if isinstance(error, TooManyLines):
        raise conflict(_("The basket is full: order what is in it first."), key) from error
    raise conflict(_("This basket has been ordered already."), key) from error


def conflict(detail: str, key: BasketKey, **more: Any) -> Problem:
    """409 with the basket as it stands now."""
    basket = showing.basket(key).model_dump(mode="json", exclude_none=True)
    return Problem(409, detail, more={"basket": basket, **more})
