"""Putting packs into a basket, changing how many, taking them out.

Oscar's tables keep the basket. The basket's row is locked first: two clicks at once add up.
"""

from django.db import transaction
from oscar.apps.basket.models import Basket, Line
from oscar.apps.partner.models import StockRecord

from catalog.baskets import harvests, queries
from catalog.baskets.models import BasketKey, BasketLineSource, Source
from catalog.baskets.refusals import BasketClosed, NoSuchLine, NotSold, TooManyLines
from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing, Pack
from catalog.pricing import money
from catalog.seasons.models import WindowPack
from catalog.stock import queries as stock
from catalog.stock.refusals import OutOfStock, Short
from marketplace.database.statements import Statement
from marketplace.people.models import User
from marketplace.records import tokens

MOST_LINES = 50
MOST_UNITS = 999

_LINES = Statement(
    lambda basket: (
        Line.objects.filter(basket_id=basket)
        .select_related("source__offer", "product__pack__listing")
        .order_by("pk")
    ),
    1_000_000_007,
)
_FOR_SALE = Statement(
    lambda pack: Pack.objects.filter(
        pk=pack,
        is_sold=True,
        listing__state=Listing.State.PUBLISHED,
        listing__cooperative__state=Cooperative.State.VERIFIED,
    ).select_related("product", "listing"),
    1_000_000_007,
)
_RECORD = Statement(
    lambda product: StockRecord.objects.filter(product_id=product).order_by(), 1_000_000_007
)


def opened(owner: User | None = None) -> Basket:
    """A new empty basket."""
    return Basket.objects.create(owner=owner)


@transaction.atomic
def opened_by_key() -> tuple[Basket, str]:
    """A new basket for an app without cookies, and the token that opens it: told only once."""
    basket = opened()
    token = tokens.fresh()
    BasketKey.objects.create(
        basket=basket, public_id=tokens.fresh(), token_sha256=tokens.digest(token)
    )
    return basket, token


@transaction.atomic
def add(
    basket_id: int | None,
    pack_id: int,
    *,
    quantity: int,
    source: str = Source.DIRECT,
    detail: str = "",
    owner: User | None = None,
) -> Line:
    """Put units of a pack in; what is there already is added to. Without a basket one is opened.

    What is not there is ordered from its coming harvest, where that is open. Raises
    ``BasketClosed``, ``NotSold``, ``TooManyLines``, ``MixedHarvest``, or ``OutOfStock`` when there
    are fewer units than the basket would hold; nothing changes then.
    """
    basket = _locked(basket_id) if basket_id is not None else opened(owner)
    pack = _for_sale(pack_id)
    lines = _LINES.rows(basket.pk)
    line = next((one for one in lines if one.product_id == pack.product_id), None)
    offer, wanted = _offered(pack, line, quantity)
    harvests.refuse_mixed(pack, offer, [one for one in lines if one is not line])
    if line is not None:
        Line.objects.filter(pk=line.pk).update(quantity=wanted)
        BasketLineSource.objects.filter(line=line).update(offer=offer)
        line.quantity = wanted
        return line
    if len(lines) >= MOST_LINES:
        raise TooManyLines
    line = _new_line(basket, pack, quantity)
    BasketLineSource.objects.create(line=line, source=source, detail=detail[:120], offer=offer)
    return line


@transaction.atomic
def change(basket_id: int, line_id: int, *, quantity: int) -> None:
    """Set how many units a line asks for, or ``NoSuchLine``, ``NotSold``, ``OutOfStock``."""
    basket = _locked(basket_id)
    line = basket.lines.filter(pk=line_id).select_related("product__pack", "source__offer").first()
    if line is None:
        raise NoSuchLine
    pack = getattr(line.product, "pack", None)
    if pack is None:
        raise NotSold
    _for_sale(pack.pk)
    offer = harvests.of_line(line)
    _refuse_short(pack.pk, quantity, _left(pack.pk, offer))
    Line.objects.filter(pk=line.pk).update(quantity=quantity)


@transaction.atomic
def remove(basket_id: int, line_id: int) -> None:
    """Take a line out; ``NoSuchLine`` when it is not there."""
    basket = _locked(basket_id)
    gone, _by_model = basket.lines.filter(pk=line_id).delete()
    if not gone:
        raise NoSuchLine


def _locked(basket_id: int) -> Basket:
    """The open basket, locked; ``BasketClosed`` when it is not open any more."""
    basket = queries.locked(basket_id)
    if basket is None or basket.status != Basket.OPEN:
        raise BasketClosed
    return basket


def _for_sale(pack_id: int) -> Pack:
    """The pack, if anybody may buy it today."""
    pack = _FOR_SALE.first(pack_id)
    if pack is None:
        raise NotSold
    return pack


def _offered(pack: Pack, line: Line | None, quantity: int) -> tuple[WindowPack | None, int]:
    """Where units come from (a coming harvest only when none are there), and how many in all.

    What lies in the basket from elsewhere is not added to: the line is what is asked for now.
    """
    there = stock.available([pack.pk])[pack.pk]
    offer = None if there else harvests.open_offer(pack.pk)
    same = line is not None and harvests.of_line(line) == offer
    wanted = quantity + (line.quantity if line is not None and same else 0)
    _refuse_short(pack.pk, wanted, there if offer is None else offer.left)
    return offer, wanted


def _left(pack_id: int, offer: WindowPack | None) -> int:
    """Units of a coming harvest that may be ordered, or units that are there."""
    if offer is None:
        return stock.available([pack_id])[pack_id]
    found = harvests.open_offer(pack_id)
    return found.left if found == offer and found is not None else 0


def _refuse_short(pack_id: int, wanted: int, there: int) -> None:
    """Raise ``OutOfStock`` when there are fewer units than wanted."""
    left = min(there, MOST_UNITS)
    if left < wanted:
        raise OutOfStock([Short(pack_id, wanted, left)])


def _new_line(basket: Basket, pack: Pack, quantity: int) -> Line:
    """An Oscar line under Oscar's own reference, so that its merging of baskets finds it."""
    (record,) = _RECORD.rows(pack.product_id)
    return Line.objects.create(
        basket=basket,
        line_reference=f"{pack.product_id}_{record.pk}",
        product=pack.product,
        stockrecord=record,
        quantity=quantity,
        price_currency=money.CURRENCY,
        price_excl_tax=record.price,
        price_incl_tax=record.price,
    )
