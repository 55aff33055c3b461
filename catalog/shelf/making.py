"""Makes the shelf rows of listings from what is published; writes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, Prefetch, Sum, prefetch_related_objects

from catalog.certificates.models import Certificate
from catalog.communes.models import Succession
from catalog.communes.names import sort_key
from catalog.cooperatives.models import Cooperative
from catalog.goods.models import ProtectedName, Synonym
from catalog.goods.queries import lineage
from catalog.holidays import queries as holidays
from catalog.listings.models import Listing, ListingPicture, Pack
from catalog.requirements import queries as requirements
from catalog.seasons import promises
from catalog.shelf.images import image
from catalog.shelf.models import ShelfItem
from catalog.shelf.wording import Words, synonyms
from catalog.stock.queries import earliest_arrival, sellable
from marketplace.database.statements import Statement
from marketplace.records import clock

NO_SEASON = 13
SOLD_OUT = 14
GEOGRAPHICAL_INDICATION = "gi"


@dataclass(frozen=True, slots=True)
class Stock:
    """Units of a pack that can be bought, and the harvest day of the youngest lot."""

    units: int = 0
    harvested_on: date | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the words of an item need besides the listing: synonyms and former districts."""

    synonyms: list[tuple[tuple[str, ...], str]]
    districts: dict[int, list[str]]


def items(listing_ids: Sequence[int]) -> list[ShelfItem]:
    """The rows of those listings that are on sale, whole; the others have none."""
    listings = _on_sale(listing_ids)
    stock = stock_of(pack.pk for listing in listings for pack in listing.packs.all())
    around = _surroundings(listings)
    shut = holidays.closed({listing.cooperative_id for listing in listings})
    return [_item(listing, stock, around, shut) for listing in listings if listing.packs.all()]


def stock_of(pack_ids: Iterable[int]) -> dict[int, Stock]:
    """What can be bought now of each pack; packs with nothing are left out."""
    rows = _STOCK.rows(list(pack_ids), earliest_arrival())
    return {pack: Stock(units, harvested) for pack, units, harvested in rows}


_STOCK = Statement(
    lambda packs, until: (
        sellable(until)
        .filter(pack__pk__any_of=packs)
        .order_by()
        .values_list("pack_id")
        .annotate(
            units=Sum(F("received") - F("held") - F("sold")), harvested=Max("lot__harvested_on")
        )
    ),
    [1_000_000_007],
    date(1945, 9, 2),
)


def put_offer(item: ShelfItem, packs: Sequence[Pack], stock: dict[int, Stock]) -> None:
    """Write the cheapest pack that can be bought, what is left, and the next harvest.

    The packs carry their promises (``promises.with_promises``).
    """
    none = Stock()
    left = {pack.pk: stock.get(pack.pk, none) for pack in packs}
    shown = min(packs, key=lambda pack: (left[pack.pk].units == 0, pack.price, pack.pk))
    item.packs = len(packs)
    item.price = shown.price
    item.price_per_kg = per_kg(shown.price, shown.net_weight_g)
    item.unit_vi, item.unit_en = shown.name_vi, shown.name_en
    item.available = sum(one.units for one in left.values())
    days = [one.harvested_on for one in left.values() if one.harvested_on]
    item.harvested_on = max(days, default=None)
    item.season_order = season_order(item.season_months, item.available, clock.local_day().month)
    coming = promises.best(promises.of(pack) for pack in packs)
    item.preorder = coming.told() if coming else None
    item.refreshed_at = clock.now()


def per_kg(price: int, net_weight_g: int) -> int:
    """đồng per kg, rounded half up."""
    return (price * 1000 + net_weight_g // 2) // net_weight_g


def season_order(months: Sequence[int], available: int, month: int) -> int:
    """What can be eaten now comes first: 0 in season, else months until it."""
    if not available:
        return SOLD_OUT
    return min(((ripe - month) % 12 for ripe in months), default=NO_SEASON)


def _on_sale(listing_ids: Sequence[int]) -> list[Listing]:
    """Published listings of verified cooperatives with all that a row is made of."""
    today = clock.local_day()
    listings = _PUBLISHED.rows(list(listing_ids), today)
    valid = Certificate.objects.filter(valid_from__lte=today, valid_to__gte=today)
    pictures = ListingPicture.objects.select_related("picture").order_by("position")
    prefetch_related_objects(
        listings,
        "texts",
        Prefetch("packs", promises.with_promises(Pack.objects.filter(is_sold=True))),
        Prefetch("certificates", valid),
        Prefetch("pictures", pictures),
    )
    return listings


_PUBLISHED = Statement(
    lambda listings, today: (
        Listing.objects.filter(
            pk__any_of=listings,
            state=Listing.State.PUBLISHED,
            cooperative__state=Cooperative.State.VERIFIED,
        )
        .exclude(requirements.lapsed(today))
        .select_related("cooperative", "commune__province", "category", "category__parent")
        .select_related("variety", "protected_name")
        .order_by("pk")
    ),
    [1_000_000_007],
    date(1945, 9, 2),
)


def _surroundings(listings: Sequence[Listing]) -> Surroundings:
    communes = {listing.commune_id for listing in listings}
    districts: dict[int, list[str]] = {}
    former = Succession.objects.filter(new__in=communes).exclude(old__district_folded="")
    for commune, district in (
        former.values_list("new", "old__district_folded")
        .distinct()
        .order_by("new", "old__district_folded")
    ):
        districts.setdefault(commune, []).append(district)
    groups = Synonym.objects.values_list("terms", "category__path")
    return Surroundings(
        [(tuple(terms.split(", ")), path or "") for terms, path in groups], districts
    )


def _item(
    listing: Listing, stock: dict[int, Stock], around: Surroundings, shut: Mapping[int, date]
) -> ShelfItem:
    """The row of one listing; ``shut`` says until when cooperatives are closed."""
    titles = {text.language: text.title for text in listing.texts.all()}
    category, cooperative, protected = listing.category, listing.cooperative, listing.protected_name
    certificates = list(listing.certificates.all())
    words = _words(listing, titles, around)
    drawing = (listing.variety and listing.variety.drawing) or category.drawing
    item = ShelfItem(
        listing=listing,
        slug=listing.slug,
        title_vi=titles["vi"],
        title_en=titles.get("en", ""),
        folded=words.folded(),
        sort_key=sort_key(titles["vi"])[:400],
        category_id=category.category_id,
        category_path=category.path,
        category_vi=category.name_vi,
        category_en=category.name_en,
        crop=drawing,
        cooperative_id=cooperative.pk,
        cooperative_name=cooperative.name,
        cooperative_slug=cooperative.slug,
        commune_code=listing.commune.code,
        commune_name=listing.commune.name,
        image=next((image(shown) for shown in listing.pictures.all()), {}),
        ocop_stars=max((one.stars or 0 for one in certificates), default=0),
        certificates=sorted({one.scheme for one in certificates} | _indication(protected)),
        protected_name=protected.name_vi if protected else "",
        season_months=sorted(set(listing.season_months)),
        closed_until=shut.get(cooperative.pk),
        published_at=listing.published_at or listing.created_at,
    )
    item.search = words.vector()
    put_offer(item, list(listing.packs.all()), stock)
    return item


def _indication(protected: ProtectedName | None) -> set[str]:
    """A geographical indication counts among the certificates that buyers filter by."""
    is_indication = protected is not None and protected.kind == ProtectedName.Kind.GI
    return {GEOGRAPHICAL_INDICATION} if is_indication else set()


def _words(listing: Listing, titles: dict[str, str], around: Surroundings) -> Words:
    """All words by which the listing is found."""
    category, variety, commune = listing.category, listing.variety, listing.commune
    title = [titles["vi"], titles.get("en", "")]
    kind = [category.name_vi, category.name_en]
    if category.parent:
        kind += [category.parent.name_vi, category.parent.name_en]
    if variety:
        kind += [variety.name_vi, variety.name_en]
    if listing.protected_name:
        kind.append(listing.protected_name.name_vi)
    here = {"", *lineage(category.path)}
    groups = [terms for terms, path in around.synonyms if path in here]
    kind += synonyms(Words(tuple(title), tuple(kind), ()).folded(), groups)
    origin = [listing.cooperative.name, commune.name, commune.province.name]
    return Words(tuple(title), tuple(kind), (*origin, *around.districts.get(commune.pk, [])))
