"""Finding baskets by their token, and the pack an app means."""

import re

from catalog.baskets.models import BasketKey
from catalog.listings.models import Pack
from catalog.stock import queries as stock
from marketplace.records import tokens

_PUBLIC_ID = re.compile("[A-Za-z0-9_-]{1,43}")


def by_token(public_id: str, token: str) -> BasketKey | None:
    """The basket of this id, if this is its token."""
    if not _PUBLIC_ID.fullmatch(public_id):
        return None
    key = BasketKey.objects.select_related("basket").filter(public_id=public_id).first()
    if key is None or not tokens.same(tokens.digest(token), key.token_sha256):
        return None
    return key


def pack_of(listing_id: int, pack_id: int | None) -> int | None:
    """The pack of the listing that is meant; without one the cheapest that can be bought."""
    packs = Pack.objects.filter(listing_id=listing_id, is_sold=True).order_by("price", "pk")
    if pack_id is not None:
        return packs.filter(pk=pack_id).values_list("pk", flat=True).first()
    keys = list(packs.values_list("pk", flat=True))
    left = stock.available(keys)
    return next((key for key in keys if left[key]), keys[0] if keys else None)
