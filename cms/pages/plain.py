"""A page of text: about the market, how to buy, how to sell."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

#: What an editor may use: no colours, no scripts, headings below the page's own.
PLAIN_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "hr"]


class PlainPage(Page):
    """Headings, paragraphs and lists, nothing else."""

    body = RichTextField(_("text"), features=PLAIN_FEATURES)

    parent_page_types: ClassVar = ["cms.HomePage", "cms.PlainPage"]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("body")]
    template = "cms/plain.html"

    class Meta:
        verbose_name = _("page of text")
