"""The pages a new market opens with, in both languages: home, policies, delivery, complaints.

Texts are below ``first_texts/``. A page that exists is left alone: editors own it from then on.
"""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms import approval
from cms.models import (
    BulletinIndex,
    GuideIndex,
    HomePage,
    LiveIndex,
    PolicyIndex,
    PolicyPage,
    PromotionIndex,
    SeasonIndex,
    StoryIndex,
)
from cms.pages import policies

TEXTS = Path(__file__).parent / "first_texts"
FIRST_DAY = dt.date(2025, 7, 1)
FIRST_VERSION = "2025-07"


class Policy(NamedTuple):
    """A first policy: its address, kind and titles."""

    slug: str
    kind: str
    title: dict[str, str]


class Room(NamedTuple):
    """The list of a kind of pages: its page type, address and titles."""

    kind: type[Page]
    slug: str
    title: dict[str, str]


ROOMS = (
    Room(PromotionIndex, "promo", {"vi": "Khuyến mãi", "en": "Promotions"}),
    Room(LiveIndex, "live", {"vi": "Bán hàng trực tiếp", "en": "Live sales"}),
    Room(SeasonIndex, "season", {"vi": "Lịch mùa vụ", "en": "Season calendar"}),
    Room(BulletinIndex, "prices", {"vi": "Bản tin giá nông sản", "en": "Price bulletin"}),
    Room(StoryIndex, "stories", {"vi": "Chuyện hợp tác xã", "en": "Cooperatives' stories"}),
    Room(GuideIndex, "guides", {"vi": "Hướng dẫn", "en": "Guides"}),
)
HOME = {"vi": "Chợ nông sản Sơn La", "en": "The market of Sơn La"}
LEAD = {
    "vi": "Hái buổi sáng, đóng hộp buổi chiều, gửi thẳng từ hợp tác xã. "
    "Mỗi hộp có mã để xem ai trồng, hái ngày nào.",
    "en": "Picked in the morning, packed in the afternoon, sent straight by the cooperative. "
    "Every box has a code that says who grew it and when it was picked.",
}
INDEX = {"vi": "Quy định của chợ", "en": "Rules and policies"}
POLICIES = (
    Policy("terms", "terms", {"vi": "Điều khoản mua bán", "en": "Terms of sale"}),
    Policy("rules", "operating", {"vi": "Quy chế hoạt động", "en": "Rules of the market"}),
    Policy("privacy", "privacy", {"vi": "Quyền riêng tư", "en": "Privacy"}),
    Policy("complaints", "returns", {"vi": "Khiếu nại", "en": "Complaints"}),
    Policy(
        "delivery-and-returns",
        "returns",
        {"vi": "Giao hàng và đổi trả", "en": "Delivery and returns"},
    ),
    Policy(
        "livestream", "livestream", {"vi": "Quy tắc bán hàng trực tiếp", "en": "Livestream rules"}
    ),
)


@transaction.atomic
def make() -> int:
    """Make what is missing and point the site at the home page; answers how many were made."""
    before: int = Page.objects.count()
    root = Page.objects.select_for_update().get(depth=1)
    home: dict[str, HomePage] = {}
    for code, _name in settings.LANGUAGES:
        locale, _ = Locale.objects.get_or_create(language_code=code)
        home[code] = _home(root, locale, home.get("vi"))
        _policies(home[code], locale, home["vi"])
        for room in ROOMS:
            _room(room, home[code], locale, home["vi"])
    approval.install([*PromotionIndex.objects.all(), *LiveIndex.objects.all()])
    _site(home["vi"])
    made: int = Page.objects.count() - before
    return made


def _home(root: Page, locale: Locale, original: HomePage | None) -> HomePage:
    """The home page of a language; the English one is the Vietnamese one's translation."""
    found: HomePage | None = HomePage.objects.filter(locale=locale).first()
    if found is not None:
        return found
    code = locale.language_code
    page = HomePage(title=HOME[code], lead=LEAD[code], slug=f"home-{code}", locale=locale)
    if original is not None:
        page.translation_key = original.translation_key
    root.add_child(instance=page)
    return page


def _room(room: Room, home: HomePage, locale: Locale, original: HomePage) -> None:
    """The list of a kind of pages below a home page."""
    found = room.kind.objects.child_of(home).first()
    if found is None:
        page = room.kind(title=room.title[locale.language_code], slug=room.slug, locale=locale)
        _translate(page, room.kind.objects.child_of(original).first())
        home.add_child(instance=page)


def _policies(home: HomePage, locale: Locale, original: HomePage) -> None:
    """The list of policies and the policies below a home page."""
    code = locale.language_code
    index = PolicyIndex.objects.child_of(home).first()
    if index is None:
        index = PolicyIndex(title=INDEX[code], slug="policies", locale=locale)
        _translate(index, PolicyIndex.objects.child_of(original).first())
        home.add_child(instance=index)
    first = PolicyIndex.objects.child_of(original).get()
    for policy in POLICIES:
        if PolicyPage.objects.child_of(index).filter(slug=policy.slug).exists():
            continue
        page = PolicyPage(
            title=policy.title[code],
            slug=policy.slug,
            kind=policy.kind,
            version=FIRST_VERSION,
            effective_from=FIRST_DAY,
            body=(TEXTS / f"{policy.slug}.{code}.html").read_text(),
            locale=locale,
        )
        _translate(page, PolicyPage.objects.child_of(first).filter(slug=policy.slug).first())
        index.add_child(instance=page)
    for page in PolicyPage.objects.child_of(index).live().filter(kept__isnull=True):
        policies.keep(page)


def _translate(page: Page, original: Page | None) -> None:
    """Mark ``page`` as a translation of ``original`` when there is one in another language."""
    if original is not None and original.locale_id != page.locale_id:
        page.translation_key = original.translation_key


def _site(home: HomePage) -> None:
    """Let Wagtail's site begin at the Vietnamese home page; its welcome page goes."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.root_page = home
    site.site_name = settings.MARKET_NAME
    site.hostname = site.hostname or "localhost"
    site.save()
    if welcome is not None and welcome.depth == 2 and welcome.specific_class is Page:
        welcome.delete()
