"""Live pages: what is written about a session; where it stands is the session's own row."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, TextBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from cms.approval import Approved
from cms.choosers import CooperativeBlock, ListingBlock
from cms.live import queries, showing
from cms.live.models import LiveSession
from cms.pages.base import BodyPage
from cms.pages.promotions import CROPS


class HostBlock(StructBlock):
    """Somebody who speaks, and for whom."""

    name = CharBlock(label=_("Name"), max_length=120)
    cooperative = CooperativeBlock(label=_("Cooperative"))

    class Meta:
        icon = "user"
        label = _("Host")


class ItemBlock(StructBlock):
    """A listing of the shelf."""

    listing = ListingBlock(label=_("Listing"))
    note = CharBlock(label=_("Note"), required=False, max_length=200)
    warning = CharBlock(
        label=_("Warning to buyers"),
        required=False,
        max_length=300,
        help_text=_("Needed for honey, dried meat and herbs."),
    )

    class Meta:
        icon = "tag"
        label = _("Listing")


class SlideBlock(StructBlock):
    """A picture with what is said to it; without a picture the crop's drawing stands."""

    image = ImageBlock(label=_("Picture"), required=False)
    words = TextBlock(label=_("What is said"), max_length=400)

    class Meta:
        icon = "image"
        label = _("Slide")


class Hosts(StreamBlock):
    """Who speaks."""

    host = HostBlock()


class Items(StreamBlock):
    """What is shown."""

    item = ItemBlock()


class Slides(StreamBlock):
    """What is seen."""

    slide = SlideBlock()


class LiveIndex(Approved):
    """The list of live sales."""

    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.LivestreamPage"]
    max_count_per_parent = 1
    template = "cms/lives.html"

    class Meta:
        verbose_name = _("list of live sales")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages by where their sessions stand; two queries."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        pages = list(LivestreamPage.objects.child_of(self).live().order_by("-planned_start")[:60])
        keys = [page.translation_key for page in pages]
        states = dict(
            LiveSession.objects.filter(page_key__in=keys).values_list("page_key", "state")
        )
        rows = [(page, states.get(page.translation_key, "scheduled")) for page in pages]
        return context | {
            "now": [page for page, state in rows if state == "live"],
            "coming": [page for page, state in reversed(rows) if state == "scheduled"],
            "over": [page for page, state in rows if state in ("ended", "stopped", "cancelled")],
        }


class LivestreamPage(Approved, BodyPage):
    """One live sale: who speaks, what is shown, when. Publishing it plans the session."""

    lead = models.TextField(_("lead"), max_length=300)
    crop = models.CharField(_("drawing"), max_length=40, choices=CROPS, default="longan")
    planned_start = models.DateTimeField(_("begins"))
    planned_end = models.DateTimeField(_("ends"))
    hosts = StreamField(Hosts(), blank=True, verbose_name=_("hosts"))
    items = StreamField(Items(), blank=True, verbose_name=_("shelf"))
    slides = StreamField(Slides(), blank=True, verbose_name=_("slides"))

    parent_page_types: ClassVar = ["cms.LiveIndex"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("crop"),
        FieldRowPanel([FieldPanel("planned_start"), FieldPanel("planned_end")]),
        FieldPanel("hosts"),
        FieldPanel("items"),
        FieldPanel("slides"),
        *BodyPage.body_panels,
    ]
    template = "cms/live.html"

    class Meta:
        verbose_name = _("live sale")
        constraints = (
            models.CheckConstraint(
                condition=Q(planned_end__gt=models.F("planned_start")),
                name="live_page_ends_after_it_begins",
            ),
        )

    def clean(self) -> None:
        """It ends after it begins."""
        super().clean()
        first, last = self.planned_start, self.planned_end
        if None not in (first, last) and last <= first:
            raise ValidationError({"planned_end": _("It has to end after it begins.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add where the session stands and what it shows."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        session = queries.by_page(self.translation_key)
        return context | showing.page(session, list(self.slides), request.path)
