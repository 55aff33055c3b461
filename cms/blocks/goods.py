"""Blocks that show the shelf: goods by rule, goods by hand, a voucher, who sells."""

from typing import Any, ClassVar

from django.core.cache import cache
from django.db.models import Q
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    StructValue,
)

from catalog.communes import queries as places
from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory
from catalog.promotions import queries as vouchers
from catalog.promotions import wording
from catalog.shelf import queries as shelf
from catalog.shelf.cards import Card
from catalog.shelf.wanted import within
from cms.blocks.base import MayBeEmpty
from cms.choosers import CooperativeBlock, ListingBlock, VoucherBlock
from marketplace.design import navigation
from marketplace.records import clock

MOST = 12
KEPT_SECONDS = 60
STARS = [("", _("any")), ("3", "3"), ("4", "4"), ("5", "5")]


def category_choices() -> list[tuple[str, str]]:
    """Kinds of goods by their path."""
    rows = GoodsCategory.objects.order_by("position").values_list("path", "name_vi")
    return [("", str(_("any"))), *rows]


def commune_choices() -> list[tuple[str, str]]:
    """The province's communes by their code."""
    return [("", str(_("any"))), *((one.code, one.full_name) for one in places.home())]


class ShelfBlock(MayBeEmpty):
    """Cards side by side; the page they are bought from may name itself as where they came from."""

    def get_context(self, value: StructValue, parent_context: Any = None) -> dict[str, Any]:
        """Let the cards' addresses carry where the buyer came from."""
        context = super().get_context(value, parent_context=parent_context)
        if source := (parent_context or {}).get("came_from"):
            context["shown"] = [
                one | {"url": f"{one['url']}?from={source}"} for one in context["shown"]
            ]
        return context


class GridBlock(ShelfBlock):
    """Goods by a rule: always what is on the shelf now, twelve at most."""

    heading = CharBlock(label=_("Heading"), max_length=120)
    category = ChoiceBlock(label=_("Kind of goods"), choices=category_choices, required=False)
    cooperative = CooperativeBlock(label=_("Cooperative"), required=False)
    commune = ChoiceBlock(label=_("Commune"), choices=commune_choices, required=False)
    in_season = BooleanBlock(label=_("Only what is in season"), required=False)
    ocop = ChoiceBlock(label=_("OCOP stars at least"), choices=STARS, required=False)
    on_offer = BooleanBlock(
        label=_("Only goods a running voucher counts for"),
        required=False,
    )
    how_many = IntegerBlock(label=_("How many"), min_value=1, max_value=MOST, default=8)

    class Meta:
        icon = "table"
        label = _("Goods by rule")
        template = "cms/blocks/grid.html"
        nothing = _("No goods answer this rule now: readers see nothing here.")
        preview_value: ClassVar = {"heading": "Đang mùa", "how_many": 4}
        description = _("Goods of a kind, place or season, as they are on the shelf.")

    def shown(self, value: StructValue) -> list[Card]:
        """The cards, kept for a minute."""
        seller = value.get("cooperative")
        key = (
            *(value.get("category"), seller.pk if seller else "", value.get("commune")),
            *(value.get("in_season"), value.get("ocop"), value.get("on_offer")),
            *(value.get("how_many"), get_language(), clock.local_day()),
        )
        name = "grid:" + ":".join(str(one or "") for one in key)
        found: list[Card] | None = cache.get(name)
        if found is None:
            limit = min(value.get("how_many") or 8, MOST)
            found = shelf.cards(_rule(value), limit=limit)
            cache.set(name, found, KEPT_SECONDS)
        return found


def _rule(value: StructValue) -> Q:
    """The rule as a condition on the shelf; what is sold out is never shown."""
    condition = Q(available__gt=0)
    if value.get("category"):
        condition &= within(value["category"])
    if value.get("cooperative"):
        condition &= Q(cooperative_id=value["cooperative"].pk)
    if value.get("commune"):
        condition &= Q(commune_code=value["commune"])
    if value.get("in_season"):
        condition &= Q(season_months__contains=[clock.local_day().month])
    if value.get("ocop"):
        condition &= Q(ocop_stars__gte=int(value["ocop"]))
    return condition & _offered() if value.get("on_offer") else condition


def _offered() -> Q:
    """Goods that a running voucher counts for."""
    condition = Q(pk__in=[])
    for voucher in vouchers.running():
        one = Q(listing_id__gt=0)
        if voucher.cooperative_id:
            one &= Q(cooperative_id=voucher.cooperative_id)
        if voucher.category:
            one &= within(voucher.category.path)
        condition |= one
    return condition


class PickBlock(ShelfBlock):
    """Goods chosen by hand; what leaves the shelf leaves the page."""

    heading = CharBlock(label=_("Heading"), max_length=120)
    goods = ListBlock(ListingBlock(), label=_("Goods"), min_num=1, max_num=MOST)

    class Meta:
        icon = "tag"
        label = _("Goods by hand")
        template = "cms/blocks/grid.html"
        nothing = _("None of the chosen goods is on the shelf now: readers see nothing here.")
        preview_value: ClassVar = {"heading": "Sở chọn", "goods": []}
        description = _("Goods you choose one by one.")

    def shown(self, value: StructValue) -> list[Card]:
        """The cards of those on the shelf, in the order chosen."""
        return shelf.by_ids(one.pk for one in value["goods"] if one is not None)

    def warnings(self, value: StructValue) -> list[str]:
        """Say also when some of them are missing."""
        off = len(value["goods"]) - len(self.shown(value))
        if not off or off == len(value["goods"]):
            return super().warnings(value)
        words = ngettext(
            "%(n)s of the chosen goods is off the shelf.",
            "%(n)s of the chosen goods are off the shelf.",
            off,
        )
        return [words % {"n": off}]


class CodeBlock(MayBeEmpty):
    """A voucher with its payer, what it takes off and until when."""

    voucher = VoucherBlock(label=_("Voucher"))

    class Meta:
        icon = "tag"
        label = _("Voucher")
        template = "cms/blocks/voucher.html"
        nothing = _("The voucher has ended or is used up.")
        description = _("A code, what it takes off, who pays, how often it is left.")

    def shown(self, value: StructValue) -> dict[str, Any]:
        """The voucher's words as they are true now; one that is deleted shows nothing."""
        voucher = value["voucher"]
        if voucher is None:
            return {}
        over = voucher.stopped_at is not None or voucher.ends_at <= clock.now()
        return {
            "code": voucher.code,
            "title": voucher.title,
            "gives": wording.gives(voucher),
            "paid_by": wording.paid_by(voucher.payer),
            "seller": voucher.cooperative.name if voucher.cooperative else "",
            "min_goods": voucher.min_goods,
            "starts_at": voucher.starts_at if voucher.starts_at > clock.now() else None,
            "ends_at": voucher.ends_at,
            "left": voucher.left,
            "most": voucher.most_uses,
            "per_phone": voucher.most_per_phone,
            "over": over,
        }

    def warnings(self, value: StructValue) -> list[str]:
        """Also when it is shown, but cannot be used any more."""
        shown = self.shown(value)
        return [] if shown and shown["left"] and not shown["over"] else [str(self.meta.nothing)]


class SellerBlock(MayBeEmpty):
    """One cooperative: who they are and what they sell today."""

    cooperative = CooperativeBlock(label=_("Cooperative"))

    class Meta:
        icon = "group"
        label = _("Cooperative")
        template = "cms/blocks/seller.html"
        nothing = _("The cooperative is not verified any more: readers see nothing here.")
        description = _("A card that leads to a cooperative's page.")

    def shown(self, value: StructValue) -> dict[str, Any]:
        """The card, while the cooperative may sell."""
        seller = value["cooperative"]
        if seller is None or seller.state != Cooperative.State.VERIFIED:
            return {}
        return {
            "name": seller.name,
            "url": navigation.path(seller.get_absolute_url()),
            "commune": {"name": seller.commune.full_name},
            "words": seller.story[:160],
            "produce": "",
        }
