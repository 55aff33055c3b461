"""What every page with a body shares: its blocks, and what an editor is warned of."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.blocks.base import warnings_of
from cms.blocks.body import Body


class BodyPage(Page):
    """A page whose body is made of the closed set of blocks."""

    body = StreamField(Body(), blank=True, verbose_name=_("body"))

    body_panels: ClassVar = [
        HelpPanel(template="cms/editor/warnings.html", heading=_("What readers do not see")),
        FieldPanel("body"),
    ]
    content_panels: ClassVar = [*Page.content_panels, *body_panels]

    class Meta:
        abstract = True

    def warnings(self) -> list[tuple[str, str]]:
        """Blocks that show nothing or less than was meant: name and why."""
        return warnings_of(self.body)
