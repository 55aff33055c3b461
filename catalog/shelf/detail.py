"""Everything a product page or a REST client is told of one listing, in a handful of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from catalog.certificates.models import Certificate
from catalog.listings.models import Listing, ListingPicture, ListingText, Pack
from catalog.seasons import promises
from catalog.shelf.images import Image, image
from catalog.shelf.making import per_kg
from catalog.shelf.models import ShelfItem
from catalog.stock.queries import sellable
from catalog.traceability.models import Lot
from marketplace.design.fragments import Store
from marketplace.records import clock

Texts = dict[str, dict[str, str]]
Version = tuple[datetime, int, int]


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack on sale: what it costs and how many are left."""

    pack: Pack
    price_per_kg: int
    available: int
    coming: promises.Promise | None = None

    @property
    def can_be_bought(self) -> bool:
        """Whether it can be had now, or ordered before its harvest."""
        return bool(self.available) or (self.coming is not None and self.coming.is_open)


@dataclass(frozen=True, slots=True)
class Detail:
    """A published listing with its texts, pictures, packs, certificates and lots."""

    listing: Listing
    texts: Texts
    images: list[Image]
    offers: list[Offer]
    certificates: list[Certificate]
    lots: list[Lot]

    @property
    def version(self) -> Version:
        """The row on the shelf: whatever a page says of a listing, it is written anew."""
        shelf: ShelfItem = self.listing.shelf
        return shelf.refreshed_at, shelf.price, shelf.available

    @property
    def available(self) -> int:
        """Units over all packs."""
        return sum(offer.available for offer in self.offers)

    @property
    def coming(self) -> promises.Promise | None:
        """The next harvest over all packs, while nothing is there to be sent today."""
        return None if self.available else promises.best(one.coming for one in self.offers)

    @property
    def ocop_stars(self) -> int:
        """The best OCOP rank in force, 0 without one."""
        return max((one.stars or 0 for one in self.certificates), default=0)

    def chosen(self, pack_id: int | None = None) -> Offer | None:
        """The pack asked for if it is on sale, else the cheapest that can be bought."""
        asked = [offer for offer in self.offers if offer.pack.pk == pack_id]
        order = sorted(
            self.offers,
            key=lambda one: (
                not one.available,
                not one.can_be_bought,
                one.pack.price,
                one.pack.pk,
            ),
        )
        return next(iter([*asked, *order]), None)


_VERSION = ("refreshed_at", "price", "available")
# By listing: the day it was read on and its version, and what was read.
_KEPT: Store[tuple[tuple[date, datetime, int, int], Detail]] = Store(settings.KEPT_LISTINGS)


def kept(listing_id: int) -> Detail | None:
    """What was read of a listing before, as long as its row on the shelf is the same: one query."""
    version, known = _KEPT.get(listing_id) or (None, None)
    if known is None:
        return None
    rows = ShelfItem.objects.filter(pk=listing_id).order_by().values_list(*_VERSION)
    return known if [(clock.local_day(), *row) for row in rows] == [version] else None


def listing(listing_id: int) -> Listing | None:
    """A listing in any state, with its words in every language and what it belongs to."""
    words = ListingText.objects.filter(listing=OuterRef("pk")).values_list(
        JSONObject(language="language", title="title", description="description")
    )
    related = ("cooperative__commune", "commune", "category__parent", "variety", "protected_name")
    found = Listing.objects.filter(pk=listing_id).select_related(*related, "shelf")
    light = found.defer("shelf__search", "shelf__folded", "shelf__sort_key")
    return next(iter(light.annotate(words=ArraySubquery(words))), None)


def title(found: Listing) -> str:
    """The Vietnamese title of a listing that ``listing`` found."""
    return _texts(found).get("vi", {}).get("title", "")


def of(found: Listing) -> Detail:
    """All there is to say of a listing that stands on the shelf: four queries, then ``kept``."""
    today = clock.local_day()
    packs = list(promises.with_promises(Pack.objects.filter(listing=found, is_sold=True)))
    balances = sellable().filter(pack__in=packs).select_related("lot")
    left: dict[int, int] = {}
    lots: dict[int, Lot] = {}
    for balance in balances.order_by(F("lot__harvested_on").desc(), "pk"):
        units = balance.received - balance.held - balance.sold
        left[balance.pack_id] = left.get(balance.pack_id, 0) + units
        lots[balance.lot_id] = balance.lot
    detail = Detail(
        listing=found,
        texts=_texts(found),
        images=_images(found),
        offers=_offers(packs, left),
        certificates=_certificates(found, today),
        lots=list(lots.values()),
    )
    return _KEPT.keep(found.pk, ((today, *detail.version), detail))[1]


def _texts(found: Listing) -> Texts:
    """Title and description by language, those that are written."""
    written: list[dict[str, str]] = found.words  # type: ignore[attr-defined] # annotated above
    return {
        one["language"]: {"title": one["title"], "description": one["description"]}
        for one in written
        if one["title"]
    }


def _images(found: Listing) -> list[Image]:
    shown = ListingPicture.objects.filter(listing=found).select_related("picture")
    return [image(one) for one in shown.order_by("position")]


def _offers(packs: Sequence[Pack], left: dict[int, int]) -> list[Offer]:
    return [
        Offer(
            pack,
            per_kg(pack.price, pack.net_weight_g),
            left.get(pack.pk, 0),
            promises.of(pack),
        )
        for pack in packs
    ]


def _certificates(found: Listing, today: date) -> list[Certificate]:
    """The certificates in force, OCOP first."""
    valid = found.certificates.filter(valid_from__lte=today, valid_to__gte=today)
    return sorted(valid, key=lambda one: (one.scheme != "ocop", one.scheme, one.pk))
