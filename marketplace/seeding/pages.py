"""The pages of the demonstration: promotions, live sales, prices, a story, a guide.

Their texts are in ``page_texts.json``; what is there already is left alone.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from wagtail.models import Locale, Page

from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory
from catalog.listings.models import Listing
from catalog.promotions.models import Payer, Voucher
from catalog.shelf.models import ShelfItem
from cms.live import sessions
from cms.live.models import LiveSession
from cms.models import (
    BulletinIndex,
    BulletinPage,
    GuideIndex,
    GuidePage,
    LiveIndex,
    LivestreamPage,
    PriceRow,
    PromotionIndex,
    PromotionPage,
    SeasonIndex,
    SeasonPage,
    StoryIndex,
    StoryPage,
)
from marketplace.people.models import User
from marketplace.records import clock

TEXTS: dict[str, Any] = json.loads((Path(__file__).parent / "page_texts.json").read_text("utf-8"))
CODE = "CHOSONLA"
Fields = dict[str, Any]


def make(by: User) -> None:
    """Make what is missing of the pages, in both languages."""
    goods = list(Listing.objects.filter(shelf__available__gt=0).order_by("pk")[:6])
    if not goods:
        return
    _voucher()
    _promotions(goods)
    _seasons()
    _prices()
    _story(goods[0])
    _guide()
    _lives(goods, by)


def _place(kind: type[Page], index: type[Page], slug: str, fields: Fields, words: str) -> None:
    """A page of each language below its list, the English one as a translation."""
    first = None
    for language in ("vi", "en"):
        parent = index.objects.get(locale__language_code=language)
        found = kind.objects.child_of(parent).filter(slug=slug).first()
        if found is None:
            texts = TEXTS[words][language]
            locale = Locale.objects.get(language_code=language)
            made = kind(slug=slug, locale=locale, live=False, **_own(texts), **_with(fields, texts))
            if first is not None:
                made.translation_key = first.translation_key
            parent.add_child(instance=made)
            made.save_revision().publish()
            found = made
        first = first or found


def _own(texts: Fields) -> Fields:
    """The page's own fields out of its texts."""
    return {name: words for name, words in texts.items() if name != "body"}


def _with(fields: Fields, texts: Fields) -> Fields:
    """The fields with their blocks as the editor's form stores them, its words first."""
    blocks = {name: value for name, value in fields.items() if isinstance(value, list)}
    if "body" in blocks:
        blocks["body"] = [*texts.get("body", []), *blocks["body"]]
    stored = {
        name: [{"type": kind, "value": value} for kind, value in rows]
        for name, rows in blocks.items()
    }
    return fields | stored


def _voucher() -> None:
    """A code that the province pays for, running for a month."""
    now = clock.now()
    Voucher.objects.get_or_create(
        code=CODE,
        defaults={
            "title_vi": "Tỉnh trả phí giao",
            "title_en": "The province pays for delivery",
            "kind": Voucher.Kind.SHIPPING,
            "amount": 40_000,
            "payer": Payer.PROVINCE,
            "min_goods": 200_000,
            "starts_at": now - dt.timedelta(days=2),
            "ends_at": now + dt.timedelta(days=28),
            "most_uses": 1_000,
            "most_per_phone": 2,
        },
    )


def _promotions(goods: list[Listing]) -> None:
    """One that runs, with goods by hand and by rule, and one that is over."""
    today = clock.local_day()
    voucher = Voucher.objects.get(code=CODE)
    body = [
        ("voucher", {"voucher": voucher.pk}),
        ("pick", {"heading": "Sở chọn · Chosen", "goods": [one.pk for one in goods[:4]]}),
        ("grid", {"heading": "Đang mùa · In season", "in_season": True, "how_many": 8}),
    ]
    fields = {"starts_on": today - dt.timedelta(days=2), "ends_on": today + dt.timedelta(days=28)}
    shown = {"crop": "orange", "body": body}
    _place(PromotionPage, PromotionIndex, "giao-hang-mua-nay", fields | shown, "promotion")
    past = {"starts_on": today - dt.timedelta(days=120), "ends_on": today - dt.timedelta(days=90)}
    _place(
        PromotionPage,
        PromotionIndex,
        "tuan-nhan",
        past | {"crop": "longan", "body": []},
        "past_promotion",
    )


def _seasons() -> None:
    """The page of one crop."""
    category = GoodsCategory.objects.get(path="fresh-fruit/longan")
    _place(SeasonPage, SeasonIndex, "nhan", {"category": category, "body": []}, "season")


def _prices() -> None:
    """Two bulletins a week apart, out of the prices on the shelf."""
    for weeks in (1, 0):
        day = clock.local_day() - dt.timedelta(days=7 * weeks)
        fields = {"day": day}
        slug = f"gia-{day:%Y-%m-%d}"
        _place(BulletinPage, BulletinIndex, slug, fields, "bulletin")
        for page in BulletinPage.objects.filter(slug=slug, rows__isnull=True):
            page.rows = _rows(weeks)
            page.title = f"{page.title} {day:%d/%m/%Y}"
            page.save_revision().publish()


def _rows(weeks: int) -> list[PriceRow]:
    """A row for every kind of goods on the shelf: its lowest and highest price a kilogram."""
    ends: dict[int, list[int]] = {}
    places: dict[int, str] = {}
    for item in ShelfItem.objects.order_by("category_path", "listing_id"):
        ends.setdefault(item.category_id, []).append(item.price_per_kg)
        places.setdefault(item.category_id, item.commune_name)
    return [
        PriceRow(
            category_id=category,
            low=max(1, round(min(prices), -2) - 1_000 * weeks),
            high=round(max(prices), -2) + 100,
            place=places[category],
        )
        for category, prices in list(ends.items())[:10]
    ]


def _story(listing: Listing) -> None:
    """The story of one cooperative."""
    fields = {"cooperative": listing.cooperative, "body": []}
    _place(StoryPage, StoryIndex, listing.cooperative.slug, fields, "story")


def _guide() -> None:
    """How to buy."""
    _place(GuidePage, GuideIndex, "mua-hang", {"body": []}, "guide")


def _lives(goods: list[Listing], by: User) -> None:
    """A live sale in each of its states."""
    now = clock.now().replace(minute=0, second=0, microsecond=0)
    for state, hours in (("coming", 26), ("now", 0), ("over", -50), ("stopped", -74)):
        slug = f"vuon-{state}"
        start = now + dt.timedelta(hours=hours)
        fields = {
            "planned_start": start,
            "planned_end": start + dt.timedelta(hours=2),
            "crop": "orange",
            "hosts": [
                ("host", {"name": seller.representative, "cooperative": seller.pk})
                for seller in _sellers(goods)
            ],
            "items": [
                ("item", {"listing": one.pk, "note": "", "warning": TEXTS["warning"]})
                for one in goods[:4]
            ],
            "slides": [("slide", {"image": None, "words": words}) for words in TEXTS["slides"]],
            "body": [],
        }
        _place(LivestreamPage, LiveIndex, slug, fields, f"live_{state}")
        page = LivestreamPage.objects.get(slug=slug, locale__language_code="vi")
        _run(LiveSession.objects.get(page_key=page.translation_key), state, start, by)


def _sellers(goods: list[Listing]) -> list[Cooperative]:
    """The cooperatives of the four listings that are shown."""
    return list({one.cooperative_id: one.cooperative for one in goods[:4]}.values())


def _run(session: LiveSession, state: str, start: dt.datetime, by: User) -> None:
    """Bring a session to the state it shall show, at its own time."""
    if session.state != LiveSession.State.SCHEDULED or state == "coming":
        return
    with clock.moved_to(min(start, clock.now())):
        for host in session.hosts.all():
            sessions.check_host(host.pk, identity="VNeID 2", papers="Giấy minh họa", by=by)
        sessions.start(session.pk, by=by)
        first = session.items.first()
        sessions.pin(session.pk, first.pk if first else None, by=by)
    with clock.moved_to(min(start + dt.timedelta(hours=1), clock.now())):
        if state == "over":
            sessions.end(session.pk, by=by)
        elif state == "stopped":
            sessions.stop(session.pk, reason=TEXTS["stop_reason"], by=by)
