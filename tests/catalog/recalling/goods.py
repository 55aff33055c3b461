"""A cooperative's longan on its way to buyers, and a recall of it, for tests to begin with."""

from __future__ import annotations

from django.test import Client
from oscar.apps.order.models import Order

from catalog.models import Membership, Pack, SellerOrder
from catalog.traceability.models import Lot, Recall
from catalog.traceability.recalls import opening
from marketplace.records import invariants
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

WHY = "Dư lượng chlorpyrifos vượt mức cho phép"


def ordered(*packs: Pack, quantity: int = 1, **to: str) -> Order:
    """A guest's order, to be paid at the door."""
    client = Client()
    buying.fill(client, *packs, quantity=quantity)
    assert buying.place(client, channel="cod", **to).status_code == 302
    order = Order.objects.latest("pk")
    hands.type_code(client, order)
    return order


def sold(pack: Pack, packer: Client, *, quantity: int = 1, **to: str) -> SellerOrder:
    """A guest's parcel, packed."""
    part = hands.parcel(ordered(pack, quantity=quantity, **to))
    hands.pack(packer, part)
    part.refresh_from_db()
    return part


def first_sold() -> int:
    """The key of a packed parcel: one of twenty units that a cooperative has of its only lot."""
    seller = factories.cooperative("HTX Nắng Sông Mã", owner=factories.user("mo@example.vn"))
    packer = hands.member(seller, Membership.Role.SELLER)
    return sold(factories.pack(seller), packer).pk


def called_back(*lots: Lot, is_drill: bool = False, **words: object) -> Recall:
    """An open recall of some lots."""
    about = opening.About(codes=[lot.code for lot in lots])
    said = opening.Words(**{"reason": WHY, **words})
    recall = opening.begin(about, said, by=None, is_drill=is_drill)
    return opening.start(recall.pk, by=None)


def broken() -> list[str]:
    """The names of the invariants that do not hold."""
    return [found.name for found in invariants.check() if found.count]
