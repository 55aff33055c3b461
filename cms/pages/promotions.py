"""Promotions: what is reduced, who pays, until when. An ended one stays and says so."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Page

from cms.approval import Approved
from cms.blocks.places import days_left
from cms.pages.base import BodyPage
from marketplace.design import produce
from marketplace.records import clock

CROPS = [(name, name) for name in produce.SLUGS]


class PromotionIndex(Approved):
    """The list of promotions."""

    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.PromotionPage"]
    max_count_per_parent = 1
    template = "cms/promotions.html"

    class Meta:
        verbose_name = _("list of promotions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what runs, what comes and what is over, in one query."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        pages = list(PromotionPage.objects.child_of(self).live().order_by("ends_on", "pk"))
        over = sorted((one for one in pages if one.is_over), key=lambda one: one.ends_on)
        return context | {
            "running": [one for one in pages if one.is_running],
            "coming": [one for one in pages if not one.is_running and not one.is_over],
            "over": over[::-1],
        }


class PromotionPage(Approved, BodyPage):
    """One promotion with its days; goods and vouchers stand in its body."""

    lead = models.TextField(_("lead"), max_length=300, help_text=_("What is saved, and who pays."))
    crop = models.CharField(_("drawing"), max_length=40, choices=CROPS, default="longan")
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    parent_page_types: ClassVar = ["cms.PromotionIndex"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("crop"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        *BodyPage.body_panels,
    ]
    template = "cms/promotion.html"

    class Meta:
        verbose_name = _("promotion")
        permissions = (("approve_page", "Can approve promotions and live sales"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="promotion_ends_after_it_begins"
            ),
        )

    def clean(self) -> None:
        """The last day is not before the first."""
        super().clean()
        first, last = self.starts_on, self.ends_on
        if None not in (first, last) and last < first:
            raise ValidationError({"ends_on": _("It has to end after it begins.")})

    @property
    def is_over(self) -> bool:
        """Whether its last day is past."""
        return self.ends_on < clock.local_day()

    @property
    def is_running(self) -> bool:
        """Whether today is one of its days."""
        return self.starts_on <= clock.local_day() <= self.ends_on

    @property
    def left(self) -> str:
        """How long it still runs, in words."""
        return days_left(self.ends_on)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What is bought from here counts as bought from a promotion."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"came_from": "promotion"}


def running(home: Page) -> QuerySet[PromotionPage]:
    """The promotions of today below a home page, the first to end first."""
    today = clock.local_day()
    pages: QuerySet[PromotionPage] = PromotionPage.objects.descendant_of(home).live()
    return pages.filter(starts_on__lte=today, ends_on__gte=today).order_by("ends_on", "pk")
