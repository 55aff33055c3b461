"""The season calendar: the year, one month, one crop."""

import datetime as dt
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from catalog.goods import queries as goods
from catalog.shelf import front
from catalog.shelf import queries as shelf
from catalog.shelf.wanted import within
from cms.pages.base import BodyPage
from marketplace.design import navigation
from marketplace.records import clock

_MONTHS = {str(month): month for month in range(1, 13)}
CARDS = 12


class SeasonIndex(Page):
    """The calendar of the year; ``7/`` below it is July."""

    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.SeasonPage"]
    max_count_per_parent = 1
    template = "cms/seasons.html"

    class Meta:
        verbose_name = _("season calendar")

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """A month below the calendar is the calendar too; crops are pages."""
        if len(path_components) == 1 and path_components[0] in _MONTHS and self.live:
            return RouteResult(self, kwargs={"month": _MONTHS[path_components[0]]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, month: int = 0) -> HttpResponse:
        """The year with this month marked, or one month with its goods."""
        response: HttpResponse = super().serve(request, month=month)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the calendar and the goods of the month."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        month = kwargs.get("month") or 0
        calendar = front.calendar((get_language() or "vi")[:2])
        told = {page.category.path: page for page in self._crops()}
        shown = month or clock.local_day().month
        ripe = Q(season_months__contains=[shown]) & Q(available__gt=0)
        return context | {
            "calendar": calendar,
            "month": month,
            "heading": gettext("Month %(month)s") % {"month": month} if month else self.title,
            "ripe": [crop for crop in calendar if shown in crop["months"]],
            "cards": shelf.cards(ripe & within("fresh-fruit"), limit=CARDS),
            "months": [
                {"number": n, "url": f"{self.get_url(request)}{n}/", "now": n == month}
                for n in _MONTHS.values()
            ],
            "crops": list(told.values()),
        }

    def _crops(self) -> list["SeasonPage"]:
        """The pages of crops, by title."""
        below = SeasonPage.objects.child_of(self).live().select_related("category")
        return list(below.order_by("title"))


class SeasonPage(BodyPage):
    """One crop through the year: its months, and what is on the shelf of it."""

    category = models.ForeignKey(
        "catalog.GoodsCategory", models.PROTECT, related_name="+", verbose_name=_("kind of goods")
    )
    lead = models.TextField(_("lead"), max_length=300)

    parent_page_types: ClassVar = ["cms.SeasonIndex"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("category"),
        FieldPanel("lead"),
        *BodyPage.body_panels,
    ]
    template = "cms/season.html"

    class Meta:
        verbose_name = _("season of a crop")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add its months and its goods."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        months = goods.usual_months(self.category)
        return context | {
            "months": months,
            "begins": begins(months, clock.local_day()),
            "cards": shelf.cards(within(self.category.path), limit=CARDS),
            "shop_url": navigation.path(f"/shop/{self.category.path}/"),
        }


def begins(months: list[int], today: dt.date) -> str:
    """Whether it is ripe now, or when it will be."""
    if not months:
        return ""
    if today.month in months:
        return gettext("In season now.")
    ahead = min(months, key=lambda month: (month - today.month) % 12)
    year = today.year + (ahead < today.month)
    return gettext("Back in month %(month)s/%(year)s.") % {"month": ahead, "year": year}
