"""Rows by the ten thousand for benchmarks: written past the verbs, but such as they would write.

Every invariant holds on them; a test says so. Only the benchmark uses this.
"""

import datetime as dt
import random
from collections.abc import Iterator
from typing import NamedTuple

from django.db import transaction
from oscar.apps.catalogue.models import Product, ProductCategory
from oscar.apps.partner.models import Partner, StockRecord

from catalog.communes import queries as places
from catalog.communes.models import Commune
from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory
from catalog.listings.models import Listing, ListingText, Pack
from catalog.listings.publishing import goods_class
from catalog.pricing import money
from catalog.shelf import refresh
from catalog.stock.models import LotBalance, StockMovement
from catalog.traceability.models import Event, Lot, Party, TradeItem
from marketplace.records import accounts, clock
from marketplace.seeding import blueprints

SELLERS = 100
UNITS = 500
BATCH = 2_000
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
_WORDS = ("loại 1", "chọn lọc", "đầu mùa", "cuối vụ", "cả chùm", "hái sáng", "trên đồi", "bản cao")


class Plan(NamedTuple):
    """What one listing of the bulk is."""

    number: int
    seller: Cooperative
    category: GoodsCategory
    commune: Commune
    title: str
    grams: int
    price: int
    months: list[int]


def listings(count: int) -> int:
    """Bring the number of bulk listings to ``count``; answers how many were added."""
    there = Listing.objects.filter(slug__startswith="bench-").count()
    sellers = _sellers()
    dice = random.Random(14)
    plans = list(_plans(count, sellers, dice))[there:]
    for start in range(0, len(plans), BATCH):
        _write(plans[start : start + BATCH])
    if plans:
        refresh.everything()
    return len(plans)


@transaction.atomic
def scarce_listing(units: int) -> int:
    """A listing of the bulk of which exactly ``units`` can be bought; its key."""
    plan = next(_plans(1, _sellers(), random.Random(1)))
    number = Listing.objects.count() + 1_000_000
    [listing] = _write([plan._replace(number=number, title=f"Hàng hiếm {number}")], units)
    refresh.listing(listing.pk)
    return listing.pk


def _plans(count: int, sellers: list[Cooperative], dice: random.Random) -> Iterator[Plan]:
    """Listings like those of the demonstration, of everybody, everywhere."""
    rows = blueprints.goods(60, 40)
    categories = {category.path: category for category in GoodsCategory.objects.all()}
    communes = list(places.home())
    for number in range(count):
        goods, commune = dice.choice(rows), dice.choice(communes)
        pack = dice.choice(goods.packs)
        yield Plan(
            number,
            sellers[number % len(sellers)],
            categories[goods.category],
            commune,
            f"{goods.title_vi} {dice.choice(_WORDS)} {commune.name}"[:120],
            pack.grams,
            max(1_000, pack.price + dice.randint(-8, 8) * 1_000),
            sorted(goods.months) if len(goods.months) < 12 else [],
        )


def _sellers() -> list[Cooperative]:
    """A hundred verified cooperatives."""
    known = list(Cooperative.objects.filter(slug__startswith="bench-").order_by("pk"))
    if known:
        return known
    now = clock.now()
    communes = list(places.home())
    names = [f"HTX Đo Lường {number}" for number in range(SELLERS)]
    partners = Partner.objects.bulk_create(
        Partner(name=name, code=f"bench-{number}") for number, name in enumerate(names)
    )
    parties = Party.objects.bulk_create(
        Party(key=f"bench-{number}", name=name) for number, name in enumerate(names)
    )
    return Cooperative.objects.bulk_create(
        Cooperative(
            partner=partners[number],
            party=parties[number],
            slug=f"bench-{number}",
            name=name,
            legal_name=name,
            legal_form="cooperative",
            tax_code=f"99{number:08}",
            commune=communes[number % len(communes)],
            street="bản Đo",
            representative="Người Đo",
            phone="+84952000000",
            state=Cooperative.State.VERIFIED,
            applied_at=now,
            due_at=now,
            verified_at=now,
        )
        for number, name in enumerate(names)
    )


@transaction.atomic
def _write(plans: list[Plan], units: int = UNITS) -> list[Listing]:
    """All rows of some listings, table by table."""
    accounts.unwatched()
    now, today = clock.now(), clock.local_day()
    parents = _products(plans)
    made = Listing.objects.bulk_create(
        Listing(
            cooperative=plan.seller,
            product=parent,
            category=plan.category,
            commune=plan.commune,
            season_months=plan.months,
            state=Listing.State.PUBLISHED,
            version=1,
            slug=f"bench-{plan.number}",
            created_at=now,
            published_at=now - dt.timedelta(minutes=plan.number % 100_000),
        )
        for plan, parent in zip(plans, parents, strict=True)
    )
    ListingText.objects.bulk_create(
        ListingText(listing=listing, language="vi", title=plan.title, description=plan.title)
        for plan, listing in zip(plans, made, strict=True)
    )
    packs = _packs(plans, made, parents)
    _stock(plans, packs, units, today)
    return made


def _products(plans: list[Plan]) -> list[Product]:
    """Oscar's parents, each in its category."""
    kind = goods_class()
    parents: list[Product] = Product.objects.bulk_create(
        Product(
            structure=Product.PARENT,
            product_class=kind,
            title=plan.title,
            slug=f"bench-{plan.number}",
            description=plan.title,
            is_public=True,
        )
        for plan in plans
    )
    ProductCategory.objects.bulk_create(
        ProductCategory(product=parent, category_id=plan.category.category_id)
        for plan, parent in zip(plans, parents, strict=True)
    )
    return parents


def _packs(plans: list[Plan], made: list[Listing], parents: list[Product]) -> list[Pack]:
    """One pack of every listing: Oscar's child, its price, its item of the log."""
    children = Product.objects.bulk_create(
        Product(structure=Product.CHILD, parent=parent, title=parent.title, is_public=True)
        for parent in parents
    )
    items = TradeItem.objects.bulk_create(
        TradeItem(key=f"bench-{plan.number}", name_vi=plan.title, net_weight_g=plan.grams)
        for plan in plans
    )
    packs = Pack.objects.bulk_create(
        Pack(
            listing=listing,
            product=child,
            item=item,
            key="pack-1",
            name_vi=f"Hộp {plan.grams} g",
            net_weight_g=plan.grams,
            price=plan.price,
        )
        for plan, listing, child, item in zip(plans, made, children, items, strict=True)
    )
    StockRecord.objects.bulk_create(
        StockRecord(
            product=child,
            partner_id=plan.seller.partner_id,
            partner_sku=f"bench-{plan.number}",
            price_currency=money.CURRENCY,
            price=money.to_decimal(plan.price),
        )
        for plan, child in zip(plans, children, strict=True)
    )
    return packs


def _stock(plans: list[Plan], packs: list[Pack], units: int, today: dt.date) -> None:
    """One harvest of every listing, all of it on the shelf."""
    now = clock.now()
    lots = Lot.objects.bulk_create(
        Lot(
            code=_lot_code(plan.number),
            party_id=plan.seller.party_id,
            crop=plan.category.name_vi,
            commune_code=plan.commune.code,
            harvested_on=today,
            opened_on=today,
            quantity_g=plan.grams * units,
        )
        for plan in plans
    )
    Event.objects.bulk_create(
        Event(
            lot=lot,
            kind=Event.Kind.HARVEST,
            at=now,
            recorded_at=now,
            commune_code=lot.commune_code,
            quantity=lot.quantity_g,
            unit=Event.Unit.GRAM,
            data={"day": today.isoformat()},
        )
        for lot in lots
    )
    balances = LotBalance.objects.bulk_create(
        LotBalance(lot=lot, pack=pack, received=units)
        for lot, pack in zip(lots, packs, strict=True)
    )
    StockMovement.objects.bulk_create(
        StockMovement(balance=balance, kind=StockMovement.Kind.RECEIVED, quantity=units, at=now)
        for balance in balances
    )


def _lot_code(number: int) -> str:
    """A code with a letter, as every lot has."""
    return f"BENCH-{_LETTERS[number % len(_LETTERS)]}{number}"
