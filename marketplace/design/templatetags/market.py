"""The tags and filters of the market's pages: ``{% load market %}``."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template import loader
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from marketplace.design import (
    deskrooms,
    formats,
    fragments,
    icons,
    navigation,
    pictures,
    produce,
    qr,
    seasons,
    spoken,
)
from marketplace.people import fields
from marketplace.records import clock

register = template.Library()


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """An icon for the eye alone: ``{% icon "truck" %}``, smaller with ``"s"``."""
    return _icon(str(name), str(size))


@lru_cache(maxsize=512)
def _icon(name: str, size: str) -> SafeString:
    """The icon's HTML; the drawing comes from the `lucide` package."""
    names = f"icon {size}" if size else "icon"
    drawing = SafeString(icons.drawing(name))
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        names,
        drawing,
    )


@register.filter
def dong(amount: int | None) -> str:
    """``89.000 ₫``; nothing for no amount."""
    return "" if amount is None else formats.dong(amount)


@register.filter
def per_kg(amount: int | None) -> str:
    """``44.500 ₫/kg``; nothing for what is not sold by weight."""
    return "" if amount is None else f"{formats.dong(amount)}/kg"


@register.filter
def kg(grams: int | None) -> str:
    """``500 g``, ``2 kg``, ``2,5 kg``; nothing for no weight."""
    return "" if grams is None else formats.weight(grams)


@register.filter
def stars(average: float | None) -> str:
    """A mean rating: ``4,8``."""
    return "" if average is None else formats.decimal(float(average))


@register.filter
def vn_date(day: date | None) -> str:
    """``12/08/2026``, on the clock of Vietnam."""
    return "" if day is None else formats.day(day)


@register.filter
def vn_long_date(day: date | None) -> str:
    """The day in full, for the head of a page: ``Thứ Tư, 12 tháng 8 năm 2026``."""
    return "" if day is None else formats.long_day(day)


@register.filter
def vn_phone(number: str) -> str:
    """``+84912345678`` as people dial it: ``0912 345 678``."""
    return fields.spoken(number)


@register.filter
def vn_day(day: date | None) -> str:
    """``thứ Sáu 14/08``."""
    return "" if day is None else formats.weekday(day)


@register.filter
def vn_days(first: date | None, last: date | None) -> str:
    """``thứ Sáu 14/08 – thứ Bảy 15/08``; one day alone when both are the same."""
    if first is None or last is None or formats.day(first) == formats.day(last):
        return vn_day(first or last)
    return f"{formats.weekday(first)} – {formats.weekday(last)}"


@register.filter
def vn_time(moment: datetime | None) -> str:
    """``20:45``."""
    return "" if moment is None else formats.clock(moment)


@register.filter
def vn_moment(moment: datetime | None) -> str:
    """``10:21, 12/08/2026``."""
    return "" if moment is None else formats.moment(moment)


@register.filter
def harvest_words(promise: Any) -> str:
    """The days of a coming harvest: ``{{ card.preorder|harvest_words }}``."""
    return formats.harvest(promise.harvest_from, promise.harvest_to)


@register.filter
def season_words(months: Iterable[int]) -> str:
    """``tháng 7–9``; nothing for no months."""
    return seasons.words(months)


@register.simple_tag
def season_bar(months: Iterable[int] | None, note: str = "") -> SafeString:
    """The twelve cells and their words; ``note`` replaces ``Mùa: tháng 7–9``."""
    having = tuple(sorted(set(months or ())))
    if not having and not note:
        return SafeString("")
    return _season(having, clock.local_day().month, str(note), get_language() or "vi")


@lru_cache(maxsize=4096)
def _season(months: tuple[int, ...], current: int, note: str, language: str) -> SafeString:
    """The season's HTML; ``language`` is part of the key alone."""
    bar = SafeString(seasons.bar(months, current))
    words = note or gettext("Season: %(months)s") % {"months": seasons.words(months)}
    return format_html('<div class="season">{}{}</div>', bar, words)


@register.simple_tag(name="qr")
def qr_code(text: str, label: str) -> SafeString:
    """A QR code that says ``text``, on white in every scheme; ``label`` is for screen readers."""
    side, path = qr.outline(str(text))
    return format_html(
        '<div class="qr"><svg viewBox="0 0 {0} {0}" role="img" aria-label="{1}" '
        'shape-rendering="crispEdges"><path d="{2}"/></svg></div>',
        side,
        label,
        path,
    )


@register.simple_tag
def month_now() -> int:
    """The month in Vietnam, 1 to 12."""
    return clock.local_day().month


@register.simple_tag
def today() -> date:
    """The day in Vietnam."""
    return clock.local_day()


@register.simple_tag
def picture(item: Any, sizes: str = pictures.SHELF, loading: str = "lazy") -> SafeString:
    """The picture of an item, or of its ``image``; its drawing when it has none.

    ``loading="eager"`` for the one picture above the fold.
    """
    image = _image(item)
    if image:
        return pictures.picture(image, sizes=sizes, eager=loading == "eager")
    return drawing(produce.of(item), eager=loading == "eager")


def _image(item: Any) -> Mapping[str, Any] | None:
    """The image itself: ``{alt, src, …}`` is one, everything else carries one."""
    if isinstance(item, Mapping):
        found = item if "src" in item else item.get("image")
    else:
        found = getattr(item, "image", None)
    return found if isinstance(found, Mapping) and found.get("src") else None


@register.simple_tag
def drawing(slug: str, alt: str = "", eager: bool = False) -> SafeString:
    """The drawing of a crop: ``{% drawing "longan" %}``."""
    loading = SafeString("" if eager else ' loading="lazy"')
    return format_html(
        '<img src="{}" alt="{}" width="200" height="200"{}>',
        static(f"art/{slug}.svg"),
        alt,
        loading,
    )


@register.filter(name="spoken")
def spoken_words(words: object) -> object:
    """Words with their language where it is not the page's: ``{{ line.title|spoken }}``."""
    return spoken.marked(words)


@register.filter
def produce_slug(item: Any) -> str:
    """The crop that stands for a card or line: ``longan``; colours are the class ``p-longan``."""
    return produce.of(item)


@register.simple_tag
def path(address: str) -> str:
    """A public address in the reader's language: ``{% path "/shop/" %}``."""
    return navigation.path(address)


@register.simple_tag(takes_context=True)
def desk_wings(context: Context) -> list[deskrooms.Shown]:
    """The tabs of the desk that open to the reader, and the rooms of the one they stand in."""
    return list(deskrooms.wings(context.get("user"), str(context.get("tab") or "")))


@register.filter
def is_below(here: str, address: str) -> bool:
    """Whether the page ``here`` (without its language) is ``address`` or below it."""
    return here.startswith(address)


@register.simple_tag
def help_phone() -> str:
    """The help number, for the one page that has no context."""
    return str(settings.HELP_PHONE)


@register.simple_tag
def card(shown: Mapping[str, Any], loading: str = "lazy") -> SafeString:
    """A card by ``parts/_card.html``; one that says its ``version`` is written once a day."""
    version = shown.get("version")
    if version is None:
        return _card(shown, loading)
    key = (
        *(shown["id"], version, shown["title"], shown["price"], shown["available"]),
        shown["url"],
        *(clock.local_day(), loading, get_language()),
    )
    return fragments.CARDS.piece(key, lambda: _card(shown, loading))


def _card(shown: Mapping[str, Any], loading: str) -> SafeString:
    """The card's HTML; it knows nothing of the page around it."""
    page: Any = loader.get_template("parts/_card.html")
    return SafeString(page.template.render(Context({"card": shown, "loading": loading})))


@register.tag
def kept(parser: Parser, token: Token) -> "KeptNode":
    """Write what stands inside once for each set of values: ``{% kept "footer" language %}``.

    The values have to name all that the inside shows; with ``None`` or a missing one
    among them nothing is kept.
    """
    _, *given = token.split_contents()
    inside = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode([parser.compile_filter(one) for one in given], inside)


class KeptNode(template.Node):
    """A part of a page that is kept under its values."""

    def __init__(self, values: list[FilterExpression], inside: NodeList) -> None:
        """Remember what it depends on."""
        self.values = values
        self.inside = inside

    def render(self, context: Context) -> SafeString:
        """The part as it was written before, or written now."""
        key = tuple(value.resolve(context, ignore_failures=True) for value in self.values)
        if None in key:
            return self.inside.render(context)
        return fragments.PARTS.piece(key, lambda: self.inside.render(context))
