"""Table of contents: every model of the `catalog` application, from its subject's room."""

from catalog.baskets.models import BasketKey, BasketLineSource, Source
from catalog.certificates.models import Certificate
from catalog.cooperatives.cashterms import CashTerms
from catalog.cooperatives.models import (
    BankAccount,
    Cooperative,
    CooperativeDecision,
    CooperativePaper,
    IdentityCheck,
    Membership,
)
from catalog.customers.models import Customer, CustomerTag
from catalog.drafts.models import ListingDraft
from catalog.goods.models import GoodsCategory, Grade, ProtectedName, Season, Synonym, Variety
from catalog.holidays.models import Holiday
from catalog.listings.models import (
    Listing,
    ListingChange,
    ListingPicture,
    ListingText,
    Pack,
    Picture,
)
from catalog.members.models import Consent, Invitation, TeamMember
from catalog.messages.models import Conversation, Message
from catalog.moderation.models import PassRule, Reason, Remark
from catalog.orders.models import (
    OrderEvent,
    PackedLot,
    Placement,
    SellerOrder,
    SellerOrderLine,
)
from catalog.orders.nudges import Nudge
from catalog.orders.phonecodes import PhoneCode
from catalog.orders.undelivered import Undelivered
from catalog.promotions.models import BasketVoucher, PartDiscount, Voucher, VoucherUse
from catalog.recalling.models import RecalledLine, RecallNotice, RecallTask
from catalog.reports.models import ListingReport
from catalog.requirements.models import PaperRequirement
from catalog.seasons.models import HarvestWindow, PreOrder, WindowPack
from catalog.settling.models import InvoiceReference
from catalog.shelf.models import ShelfItem, ShelfTally
from catalog.shipping.models import Lane, LaneOffer, LaneRate, Zone, ZoneProvince
from catalog.stock.models import Hold, LotBalance, StockAlarm, StockMovement
from catalog.takedowns.models import TakedownOrder
from catalog.teams.models import CommuneTeam
from catalog.waiting.models import WaitingEntry

__all__ = [
    "BankAccount",
    "BasketKey",
    "BasketLineSource",
    "BasketVoucher",
    "CashTerms",
    "Certificate",
    "CommuneTeam",
    "Consent",
    "Conversation",
    "Cooperative",
    "CooperativeDecision",
    "CooperativePaper",
    "Customer",
    "CustomerTag",
    "GoodsCategory",
    "Grade",
    "HarvestWindow",
    "Hold",
    "Holiday",
    "IdentityCheck",
    "Invitation",
    "InvoiceReference",
    "Lane",
    "LaneOffer",
    "LaneRate",
    "Listing",
    "ListingChange",
    "ListingDraft",
    "ListingPicture",
    "ListingReport",
    "ListingText",
    "LotBalance",
    "Membership",
    "Message",
    "Nudge",
    "OrderEvent",
    "Pack",
    "PackedLot",
    "PaperRequirement",
    "PartDiscount",
    "PassRule",
    "PhoneCode",
    "Picture",
    "Placement",
    "PreOrder",
    "ProtectedName",
    "Reason",
    "RecallNotice",
    "RecallTask",
    "RecalledLine",
    "Remark",
    "Season",
    "SellerOrder",
    "SellerOrderLine",
    "ShelfItem",
    "ShelfTally",
    "Source",
    "StockAlarm",
    "StockMovement",
    "Synonym",
    "TakedownOrder",
    "TeamMember",
    "Undelivered",
    "Variety",
    "Voucher",
    "VoucherUse",
    "WaitingEntry",
    "WindowPack",
    "Zone",
    "ZoneProvince",
]
