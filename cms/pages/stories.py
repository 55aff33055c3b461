"""Stories of cooperatives and guides: pages of blocks below a list."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from catalog.cooperatives.models import Cooperative
from catalog.shelf import queries as shelf
from cms.choosers import cooperative_chooser
from cms.pages.base import BodyPage
from marketplace.design import navigation


class ListPage(Page):
    """A list of the pages below it, the newest first."""

    max_count_per_parent = 1
    template = "cms/list.html"

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the published pages."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        below = self.get_children().live().order_by("-first_published_at", "-pk")
        return context | {"pages": list(below.specific()[:60])}


class StoryIndex(ListPage):
    """The stories of the cooperatives."""

    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.StoryPage"]
    template = ListPage.template

    class Meta:
        verbose_name = _("list of stories")


class GuideIndex(ListPage):
    """Guides for buyers and sellers."""

    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.GuidePage"]
    template = ListPage.template

    class Meta:
        verbose_name = _("list of guides")


class StoryPage(BodyPage):
    """Who a cooperative is, told at length; its goods stand below as they are today."""

    cooperative = models.ForeignKey(
        "catalog.Cooperative", models.PROTECT, related_name="+", verbose_name=_("cooperative")
    )
    lead = models.TextField(_("lead"), max_length=300)

    parent_page_types: ClassVar = ["cms.StoryIndex"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("cooperative", widget=cooperative_chooser.widget_class),
        FieldPanel("lead"),
        *BodyPage.body_panels,
    ]
    template = "cms/story.html"

    class Meta:
        verbose_name = _("story of a cooperative")

    def clean(self) -> None:
        """One story a cooperative and language."""
        super().clean()
        others = StoryPage.objects.filter(cooperative=self.cooperative_id, locale=self.locale_id)
        if self.cooperative_id and others.exclude(pk=self.pk).exists():
            raise ValidationError({"cooperative": _("This cooperative has its story already.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what it sells, while it may sell."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        seller = self.cooperative
        sells = seller.state == Cooperative.State.VERIFIED
        return context | {
            "seller": seller,
            "seller_url": navigation.path(seller.get_absolute_url()) if sells else "",
            "cards": shelf.of_cooperative(seller.pk, 8) if sells else [],
        }


class GuidePage(BodyPage):
    """How something is done, in steps and pictures."""

    lead = models.TextField(_("lead"), max_length=300)

    parent_page_types: ClassVar = ["cms.GuideIndex"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("lead"),
        *BodyPage.body_panels,
    ]
    template = "cms/guide.html"

    class Meta:
        verbose_name = _("guide")
