"""Finding baskets by their token, and the pack an app means."""

import re

from oscar.apps.basket.models import Basket

from catalog.baskets.models import BasketKey
from catalog.listings.models import Pack
from catalog.stock import queries as stock
from marketplace.database.statements import Statement
from marketplace.records import tokens

_PUBLIC_ID = re.compile("[A-Za-z0-9_-]{1,43}")
_KEY = Statement(
    lambda public_id: BasketKey.objects.select_related("basket").filter(public_id=public_id),
    "public id",
)
_PACKS = Statement(
    lambda listing: (
        Pack.objects.filter(listing_id=listing, is_sold=True)
        .order_by("price", "pk")
        .values_list("pk")
    ),
    1_000_000_007,
)


_LOCKED = Statement(
    lambda basket: Basket.objects.select_for_update().filter(pk=basket), 1_000_000_007
)


def locked(basket_id: int) -> Basket | None:
    """The basket, locked until the transaction ends: who changes or orders it comes here first."""
    return _LOCKED.first(basket_id)


def by_token(public_id: str, token: str) -> BasketKey | None:
    """The basket of this id, if this is its token."""
    if not _PUBLIC_ID.fullmatch(public_id):
        return None
    key = _KEY.first(public_id)
    if key is None or not tokens.same(tokens.digest(token), key.token_sha256):
        return None
    return key


def pack_of(listing_id: int, pack_id: int | None) -> int | None:
    """The pack of the listing that is meant; without one the cheapest that can be bought."""
    keys = [key for (key,) in _PACKS.rows(listing_id)]
    if pack_id is not None:
        return pack_id if pack_id in keys else None
    if len(keys) == 1:
        return keys[0]
    left = stock.available(keys)
    return next((key for key in keys if left[key]), keys[0] if keys else None)
