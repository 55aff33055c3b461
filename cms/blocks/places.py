"""Blocks of seasons, places, dates and origins."""

import datetime as dt
import re
from typing import Any, ClassVar

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, DateBlock, StructBlock, StructValue, TextBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from catalog.goods import queries as goods
from catalog.shelf import front
from catalog.traceability import codes, timeline
from catalog.traceability import queries as traces
from catalog.traceability.models import Lot
from cms.blocks.base import MayBeEmpty
from cms.blocks.goods import category_choices
from cms.live import queries as live
from marketplace.design import formats
from marketplace.records import clock

_VIDEO = re.compile(
    r"^https://(?:www\.youtube\.com/(?:watch\?v=|live/)|youtu\.be/)([\w-]{11})(?:[?&].*)?$"
)


def days_left(last: dt.date) -> str:
    """``Còn 19 ngày, đến hết thứ Hai 31/08/2026``; in the past, that it ended."""
    left = (last - clock.local_day()).days
    day = f"{formats.weekday(last)}/{last.year}"
    if left < 0:
        return gettext("Ended on %(day)s.") % {"day": day}
    if left == 0:
        return gettext("Today is the last day: until midnight, %(day)s.") % {"day": day}
    words = ngettext(
        "%(n)s day left, until the end of %(day)s.",
        "%(n)s days left, until the end of %(day)s.",
        left,
    )
    return words % {"n": left, "day": day}


class CountdownBlock(StructBlock):
    """Until when, as a date first; nothing blinks."""

    words = CharBlock(label=_("What ends"), max_length=120)
    last = DateBlock(label=_("Last day"))

    class Meta:
        icon = "date"
        label = _("Until when")
        template = "cms/blocks/countdown.html"
        preview_value: ClassVar = {"words": "Tuần nhãn", "last": dt.date(2027, 8, 31)}
        description = _("A last day in words, with the days left.")

    def get_context(self, value: StructValue, parent_context: Any = None) -> dict[str, Any]:
        """Add how long it is."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return context | {"left": days_left(value["last"])}


class SeasonBlock(MayBeEmpty):
    """The months of a crop as the market knows them."""

    category = ChoiceBlock(label=_("Kind of goods"), choices=category_choices)

    class Meta:
        icon = "calendar"
        label = _("Season of a crop")
        template = "cms/blocks/season.html"
        nothing = _("The market knows no season of this kind of goods.")
        description = _("The twelve months of a crop.")

    def shown(self, value: StructValue) -> dict[str, Any]:
        """The crop's name, drawing and months."""
        found = goods.by_path(value["category"] or "")
        months = goods.usual_months(found) if found else []
        if found is None or not months:
            return {}
        name = found.name_en if get_language() == "en" else found.name_vi
        return {"name": name, "months": months, "produce": found.drawing}


class TraceBlock(MayBeEmpty):
    """One lot from the harvest on, step by step."""

    heading = CharBlock(label=_("Heading"), max_length=120)
    lot = CharBlock(label=_("Code of the lot"), max_length=40, help_text=_("As on the label."))

    class Meta:
        icon = "tasks"
        label = _("Story of a lot")
        template = "cms/blocks/trace.html"
        nothing = _("There is no lot with this code, or it was called back.")
        description = _("What happened to a lot, from the field on.")

    def shown(self, value: StructValue) -> dict[str, Any]:
        """The lot's steps; a lot that was called back tells no story."""
        lot = traces.lot((value["lot"] or "").strip())
        if lot is None or lot.state == Lot.State.RECALLED:
            return {}
        return {
            "code": lot.code,
            "url": codes.url(lot.code),
            "grower": lot.party.name,
            "steps": timeline.of_lot(lot, traces.events(lot), {}),
        }


class MapBlock(MayBeEmpty):
    """The communes of the province as dots, with goods where there are some."""

    heading = CharBlock(label=_("Heading"), max_length=120)

    class Meta:
        icon = "site"
        label = _("Map of the communes")
        template = "cms/blocks/map.html"
        nothing = _("The places of the communes are not loaded.")
        preview_value: ClassVar = {"heading": "Hàng đến từ đâu"}
        description = _("Where goods come from this week.")

    def shown(self, value: StructValue) -> list[dict[str, Any]]:
        """The dots."""
        return front.dots()


class VideoBlock(StructBlock):
    """A film elsewhere: nothing is loaded from there until somebody presses the picture."""

    title = CharBlock(label=_("Title"), max_length=120)
    address = CharBlock(label=_("Address at YouTube"), max_length=200)
    poster = ImageBlock(label=_("Picture"), required=False)
    words = TextBlock(label=_("What is shown"), required=False, max_length=400)

    class Meta:
        icon = "media"
        label = _("Film")
        template = "cms/blocks/video.html"
        preview_value: ClassVar = {
            "title": "Vườn nhãn vào vụ",
            "address": "https://youtu.be/aaaaaaaaaaa",
            "words": "Ba phút từ vườn đến hộp.",
        }
        description = _("A picture that leads to a film; it says who then learns of the visit.")

    def clean(self, value: StructValue) -> StructValue:
        """Only films of the one site whose addresses we know."""
        cleaned: StructValue = super().clean(value)
        if not _VIDEO.match(cleaned["address"]):
            raise StructBlockValidationError(
                {"address": [_("Type the address of a film at YouTube.")]}
            )
        return cleaned


class PricesBlock(MayBeEmpty):
    """The newest published prices of a kind of goods."""

    heading = CharBlock(label=_("Heading"), max_length=120)
    category = ChoiceBlock(label=_("Kind of goods"), choices=category_choices, required=False)

    class Meta:
        icon = "table"
        label = _("Prices")
        template = "cms/blocks/prices.html"
        nothing = _("The newest price bulletin names no such goods.")
        preview_value: ClassVar = {"heading": "Giá tuần này"}
        description = _("A table out of the newest price bulletin.")

    def shown(self, value: StructValue) -> list[Any]:
        """The rows; pages are imported late, they are made of blocks."""
        from cms.pages import bulletins  # noqa: PLC0415 -- see above

        return list(bulletins.latest(value.get("category") or "")[:20])


class LiveTeaserBlock(MayBeEmpty):
    """The sessions that run or come next."""

    heading = CharBlock(label=_("Heading"), max_length=120)

    class Meta:
        icon = "media"
        label = _("Next live sales")
        template = "cms/blocks/live_teaser.html"
        nothing = _("No live sale is planned for the next two weeks.")
        preview_value: ClassVar = {"heading": "Sắp phát trực tiếp"}
        description = _("Live sales that run or come in the next two weeks.")

    def shown(self, value: StructValue) -> list[dict[str, Any]]:
        """The pages of the sessions in the reader's language."""
        from cms.models import LivestreamPage  # noqa: PLC0415 -- pages are made of blocks

        sessions = list(live.coming()[:3])
        pages = LivestreamPage.objects.live().filter(
            translation_key__in=[one.page_key for one in sessions],
            locale__language_code=(get_language() or "vi")[:2],
        )
        by_key = {page.translation_key: page for page in pages}
        return [
            {"session": one, "page": by_key[one.page_key]}
            for one in sessions
            if one.page_key in by_key
        ]
