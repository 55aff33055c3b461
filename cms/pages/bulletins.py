"""Price bulletins: what a crop costs where, typed in by the province, as table, chart and CSV."""

import csv
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, Page
from wagtail.url_routing import RouteResult

from catalog.goods.models import GoodsCategory

COLUMNS = ("date", "crop", "grade", "unit", "low", "high", "place", "source")
_WIDE = 360
#: Beginnings that a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class BulletinIndex(Page):
    """The bulletins, the newest first."""

    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.BulletinPage"]
    max_count_per_parent = 1
    template = "cms/bulletins.html"

    class Meta:
        verbose_name = _("list of price bulletins")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add a year of weekly bulletins."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        pages = BulletinPage.objects.child_of(self).live().order_by("-day", "-pk")
        return context | {"bulletins": list(pages[:60])}


class BulletinPage(Page):
    """The prices of one day, with their source."""

    day = models.DateField(_("day of the prices"))
    source = models.CharField(_("source"), max_length=200)
    finding = models.CharField(
        _("finding"), max_length=200, help_text=_("One sentence: what happened to prices.")
    )

    parent_page_types: ClassVar = ["cms.BulletinIndex"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("day"), FieldPanel("source")]),
        FieldPanel("finding"),
        InlinePanel("rows", label=_("price"), heading=_("Prices"), min_num=1, max_num=100),
    ]
    template = "cms/bulletin.html"

    class Meta:
        verbose_name = _("price bulletin")

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """``csv/`` below the page is the same as a file."""
        if path_components == ["csv"] and self.live:
            return RouteResult(self, kwargs={"as_file": True})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, as_file: bool = False) -> HttpResponse:
        """The page or the file."""
        if as_file:
            return self._file()
        response: HttpResponse = super().serve(request)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the rows and the chart's bars."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        rows = self.priced()
        return context | {
            "rows": rows,
            "bars": bars(rows),
            "chart_high": 34 * len(rows),
            "csv_url": f"{self.get_url(request)}csv/",
        }

    def priced(self) -> list["PriceRow"]:
        """Its rows in their order; a preview's are not saved yet."""
        return list(self.rows.all())

    def _file(self) -> HttpResponse:
        """The rows as CSV, in UTF-8 with a mark that spreadsheets understand."""
        response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="prices-{self.day:%Y-%m-%d}.csv"'
        writer = csv.writer(response)
        writer.writerow(COLUMNS)
        for row in self.priced():
            texts = (row.crop, row.grade, row.unit)
            ends = (row.place, self.source)
            writer.writerow(
                [self.day.isoformat(), *map(_safe, texts), row.low, row.high, *map(_safe, ends)]
            )
        return response


class PriceRow(Orderable):
    """One crop and grade at one place: from how many đồng a unit to how many."""

    page = ParentalKey(BulletinPage, on_delete=models.CASCADE, related_name="rows")
    category = models.ForeignKey(
        "catalog.GoodsCategory", models.PROTECT, related_name="+", verbose_name=_("kind of goods")
    )
    grade = models.CharField(_("kind or grade"), max_length=60, blank=True)
    unit = models.CharField(_("unit"), max_length=20, default="kg")
    low = models.PositiveBigIntegerField(_("from how many đồng"))
    high = models.PositiveBigIntegerField(_("to how many đồng"))
    place = models.CharField(_("commune or market"), max_length=80)

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("category"), FieldPanel("grade"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("low"), FieldPanel("high"), FieldPanel("place")]),
    ]

    class Meta(Orderable.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(low__lte=F("high")),
                name="price_row_low_is_not_above_high",
                violation_error_message=_("The lower price stands first."),
            ),
            models.CheckConstraint(condition=Q(low__gte=1), name="price_row_costs_something"),
        )

    def __str__(self) -> str:
        """Crop and place."""
        return f"{self.crop}, {self.place}"

    @property
    def crop(self) -> str:
        """The kind of goods in the reader's language."""
        kind: GoodsCategory = self.category
        return kind.name_en if get_language() == "en" else kind.name_vi


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def bars(rows: list[PriceRow]) -> list[dict[str, Any]]:
    """Where each row's bar begins and how long it is, on one scale from zero."""
    most = max((row.high for row in rows), default=0) or 1
    return [
        {
            "row": row,
            # As text: a template would write a decimal comma, which SVG does not read.
            "x_text": f"{row.low * _WIDE / most:.1f}",
            "wide_text": f"{max(3.0, (row.high - row.low) * _WIDE / most):.1f}",
            "y": 14 + place * 34,
        }
        for place, row in enumerate(rows)
    ]


def latest(category_path: str = "") -> QuerySet[PriceRow]:
    """The rows of the newest published bulletin, of one kind of goods or of all."""
    newest = BulletinPage.objects.live().order_by("-day", "-pk").values("pk")[:1]
    rows: QuerySet[PriceRow] = PriceRow.objects.filter(page__in=newest).select_related(
        "category", "page"
    )
    return rows.filter(category__path=category_path) if category_path else rows
