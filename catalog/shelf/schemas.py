"""What the REST interface says about listings; money in whole đồng, codes as strings."""

import datetime as dt
from typing import Literal

from ninja import Field, Schema

from catalog.shelf.forms import LONGEST_QUERY
from catalog.shelf.queries import LAST_PAGE


class Asked(Schema):
    """The parameters of a list. A facet may be given several times: any of its values counts."""

    q: str = Field("", max_length=LONGEST_QUERY, description="Words, with or without marks.")
    category: list[str] = Field([], description="Path of a category, such as fresh-fruit/longan.")
    commune: list[str] = Field([], description="Official code of a commune.")
    cooperative: list[int] = Field([])
    certificate: list[str] = Field([], description="vietgap, organic, ocop, gi and so on.")
    ocop_min: int | None = Field(None, ge=0, le=5)
    in_season: bool | None = None
    price_min: int | None = Field(None, ge=0, description="đồng, of the cheapest pack.")
    price_max: int | None = Field(None, ge=0)
    sort: Literal["relevance", "price_per_kg", "newest", "season"] = "relevance"
    page: int = Field(1, ge=1, le=LAST_PAGE)
    page_size: int = Field(24, ge=1, le=100)
    after: str = Field("", max_length=200, description="Part of `next`; opaque.")


class ImageOut(Schema):
    """A picture in its sizes; each of ``srcset`` is the attribute of that name."""

    alt: str
    src: str
    srcset: dict[str, str]
    width: int
    height: int


class CooperativeOut(Schema):
    """Who sells."""

    id: int
    name: str
    slug: str


class CommuneOut(Schema):
    """Where it grows."""

    code: str
    name: str


class PreorderOut(Schema):
    """A coming harvest that may be ordered beforehand: its days, until when, and units left."""

    harvest_from: dt.date
    harvest_to: dt.date
    order_from: dt.date
    order_to: dt.date
    left: int


class CardOut(Schema):
    """A listing as a list shows it; price and unit are those of the cheapest pack left."""

    id: int
    slug: str
    url: str
    title: str
    price: int
    price_per_kg: int
    unit: str
    available: int
    image: ImageOut | None
    cooperative: CooperativeOut
    commune: CommuneOut
    ocop_stars: int
    season_months: list[int]
    preorder: PreorderOut | None = Field(None, description="Only while nothing is in stock.")
    opens_on: dt.date | None = Field(None, description="First day of orders beforehand.")


class OptionOut(Schema):
    """A value of a facet and how many listings choosing it leads to."""

    value: str
    label: str
    count: int


class PageOut(Schema):
    """A page of listings; ``next`` and ``previous`` are opaque links."""

    count: int
    count_is_floor: bool
    next: str | None
    previous: str | None
    results: list[CardOut]
    facets: dict[str, list[OptionOut]]


class TextOut(Schema):
    """What is written in one language."""

    title: str
    description: str


class PackOut(Schema):
    """A grade and size the listing is sold in."""

    id: int
    name: str
    grade: str
    net_weight_g: int
    price: int
    price_per_kg: int
    available: int
    preorder: PreorderOut | None = None


class SeasonOut(Schema):
    """When it is harvested, and whether that is now."""

    months: list[int]
    in_season: bool


class CertificateOut(Schema):
    """A certificate in force."""

    scheme: str
    stars: int | None
    number: str
    issuer: str
    valid_to: dt.date


class LaneOut(Schema):
    """A way to send it; the price of the lightest pack to the nearest place, in đồng."""

    lane: str
    name: str
    from_price: int
    arrives_from: dt.date
    arrives_to: dt.date


class LotOut(Schema):
    """A lot that the listing is sold from now."""

    code: str
    harvested_on: dt.date
    trace_url: str


class ReviewsOut(Schema):
    """How many reviews, and their mean of 5; none without reviews."""

    count: int
    average: float | None


class ListingOut(CardOut):
    """A listing whole."""

    texts: dict[str, TextOut]
    images: list[ImageOut]
    packs: list[PackOut]
    season: SeasonOut
    certificates: list[CertificateOut]
    protected_name: str | None
    lanes: list[LaneOut]
    lots: list[LotOut]
    reviews: ReviewsOut
