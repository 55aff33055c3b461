"""Table of contents: every model of the `catalog` application, from its subject's room."""

from catalog.baskets.models import BasketKey, BasketLineSource, Source
from catalog.certificates.models import Certificate
from catalog.cooperatives.models import (
    BankAccount,
    Cooperative,
    CooperativeDecision,
    CooperativePaper,
    IdentityCheck,
    Membership,
)
from catalog.drafts.models import ListingDraft
from catalog.goods.models import GoodsCategory, Grade, ProtectedName, Season, Synonym, Variety
from catalog.listings.models import (
    Listing,
    ListingChange,
    ListingPicture,
    ListingText,
    Pack,
    Picture,
)
from catalog.members.models import Invitation
from catalog.orders.models import (
    OrderEvent,
    PackedLot,
    Placement,
    SellerOrder,
    SellerOrderLine,
)
from catalog.shelf.models import ShelfItem, ShelfTally
from catalog.shipping.models import Lane, LaneOffer, LaneRate, Zone, ZoneProvince
from catalog.stock.models import Hold, LotBalance, StockMovement

__all__ = [
    "BankAccount",
    "BasketKey",
    "BasketLineSource",
    "Certificate",
    "Cooperative",
    "CooperativeDecision",
    "CooperativePaper",
    "GoodsCategory",
    "Grade",
    "Hold",
    "IdentityCheck",
    "Invitation",
    "Lane",
    "LaneOffer",
    "LaneRate",
    "Listing",
    "ListingChange",
    "ListingDraft",
    "ListingPicture",
    "ListingText",
    "LotBalance",
    "Membership",
    "OrderEvent",
    "Pack",
    "PackedLot",
    "Picture",
    "Placement",
    "ProtectedName",
    "Season",
    "SellerOrder",
    "SellerOrderLine",
    "ShelfItem",
    "ShelfTally",
    "Source",
    "StockMovement",
    "Synonym",
    "Variety",
    "Zone",
    "ZoneProvince",
]
