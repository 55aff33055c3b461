"""Orders typed in for a buyer who calls or stands at the door: the same basket, the same rules.

The order is the buyer's, as a guest's is; ``source`` says that somebody helped, and the audit
trail who. Only goods of the one cooperative can be ordered this way.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction

from catalog.baskets import contents as baskets
from catalog.baskets import filling
from catalog.baskets.contents import Contents
from catalog.baskets.models import Source
from catalog.baskets.refusals import NotSold
from catalog.listings.models import Pack
from catalog.orders import placing
from catalog.orders.models import Placement
from catalog.orders.refusals import KeyReused
from catalog.orders.wishes import Wish
from marketplace.people.models import User

#: Units by pack.
Wanted = Mapping[int, int]


def priced(cooperative_id: int, wanted: Wanted, province_code: str) -> Contents:
    """What the goods and every lane to the province would cost now; nothing is kept.

    ``NotSold``, ``OutOfStock`` or ``TooManyLines`` as in a buyer's own basket.
    """
    with transaction.atomic():
        basket_id = _filled(cooperative_id, wanted)
        found = baskets.priced(basket_id, province_code)
        transaction.set_rollback(True)
    return found


@transaction.atomic
def place(cooperative_id: int, wanted: Wanted, wish: Wish, *, by: User) -> Placement:
    """Place the order for the buyer; the same key with the same order answers the same order.

    Refused as ``filling.add`` and ``placing.place`` refuse; nothing is written then.
    """
    wish = replace(wish, user=None, placed_by=by, request_sha256=_digest(wanted, wish))
    if wish.idempotency_key is not None:
        found = Placement.objects.filter(idempotency_key=wish.idempotency_key).first()
        if found is not None and found.request_sha256 != wish.request_sha256:
            raise KeyReused
        if found is not None:
            return found
    return placing.place(_filled(cooperative_id, wanted), wish)


def _filled(cooperative_id: int, wanted: Wanted) -> int:
    """A new basket with these goods; ``NotSold`` for a pack of another cooperative."""
    own = Pack.objects.filter(pk__in=wanted, listing__cooperative=cooperative_id).count()
    if own != len(wanted):
        raise NotSold
    basket = filling.opened()
    for pack_id, units in sorted(wanted.items()):
        filling.add(basket.pk, pack_id, quantity=units, source=Source.ASSISTED)
    key: int = basket.pk
    return key


def _digest(wanted: Wanted, wish: Wish) -> str:
    """Tells two orders under one key apart."""
    goods, lanes = sorted(wanted.items()), sorted(wish.lanes.items())
    facts = (goods, lanes, wish.name, wish.phone, wish.commune.code, wish.street, wish.channel)
    return hashlib.sha256(repr(facts).encode()).hexdigest()
