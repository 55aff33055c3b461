"""The home page: what is ripe now, and that the place is real."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from catalog.shelf import front
from cms.pages import promotions
from cms.pages.base import BodyPage
from marketplace.records import clock


class HomePage(BodyPage):
    """The season's scene and words by an editor; the goods below are read from the shelf."""

    lead = models.TextField(
        _("lead"),
        blank=True,
        max_length=300,
        help_text=_("Two sentences on what is ripe now."),
    )

    parent_page_types: ClassVar = ["wagtailcore.Page"]
    max_count_per_parent = 2
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("lead"),
        *BodyPage.body_panels,
    ]
    template = "home/home.html"

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add today, this month's goods, the season calendar and who sells."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        language = (get_language() or "vi")[:2]
        sections = front.home_sections(clock.local_day(), language, self.lead)
        return context | sections | {"promotions": promotions.running(self)[:2]}
