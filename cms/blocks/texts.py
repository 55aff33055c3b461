"""Blocks of words and pictures."""

import json
from typing import Any, ClassVar

from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StructBlock,
    StructValue,
    TextBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

FEATURES = ["bold", "italic", "ol", "ul", "link"]
#: What may not stand in a JSON text inside HTML.
_UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


class HeadingBlock(StructBlock):
    """A heading below the page's own."""

    words = CharBlock(label=_("Words"), max_length=120)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "cms/blocks/heading.html"
        preview_value: ClassVar = {"words": "Nhãn vào vụ"}
        description = _("A heading between parts of the page.")


class WordsBlock(RichTextBlock):
    """Paragraphs with bold, italics, lists and links; no colours and no sizes."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "cms/blocks/words.html"
        preview_value = "<p>Hái buổi sáng, đóng hộp buổi chiều.</p>"
        description = _("Paragraphs, lists and links.")


class PictureBlock(StructBlock):
    """One picture; who cannot see it hears its description."""

    image = ImageBlock(label=_("Picture"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "cms/blocks/picture.html"
        description = _("A picture with its description and a caption.")


class GalleryBlock(StructBlock):
    """Several pictures side by side."""

    pictures = ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=12)

    class Meta:
        icon = "image"
        label = _("Pictures side by side")
        template = "cms/blocks/gallery.html"
        description = _("Two to twelve pictures.")


class QuoteBlock(StructBlock):
    """What somebody said, and who."""

    words = TextBlock(label=_("Words"), max_length=400)
    who = CharBlock(label=_("Who says it"), max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "cms/blocks/quote.html"
        preview_value: ClassVar = {
            "words": "Chùm này hái lúc 5 giờ sáng.",
            "who": "Chủ vườn, xã Sông Mã",
        }
        description = _("What a grower or buyer said.")


class StepsBlock(StructBlock):
    """How something is done, in order."""

    heading = CharBlock(label=_("Heading"), max_length=120)
    steps = ListBlock(TextBlock(max_length=300), label=_("Steps"), min_num=2, max_num=9)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "cms/blocks/steps.html"
        preview_value: ClassVar = {
            "heading": "Ba bước mua cả thùng",
            "steps": ["Chọn", "Đặt", "Nhận"],
        }
        description = _("How something is done, in order.")


class QuestionBlock(StructBlock):
    """A question and its answer."""

    question = CharBlock(label=_("Question"), max_length=200)
    answer = RichTextBlock(label=_("Answer"), features=FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")


class FaqBlock(StructBlock):
    """Questions people ask, folded; search engines read them as data."""

    heading = CharBlock(label=_("Heading"), max_length=120)
    questions = ListBlock(QuestionBlock(), label=_("Questions"), min_num=1, max_num=20)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = "cms/blocks/faq.html"
        preview_value: ClassVar = {
            "heading": "Hay được hỏi",
            "questions": [{"question": "Nhãn hái khi nào?", "answer": "<p>Buổi sáng.</p>"}],
        }
        description = _("Questions people often ask, with answers that unfold.")

    def get_context(self, value: StructValue, parent_context: Any = None) -> dict[str, Any]:
        """Add the questions as schema.org data."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        data = {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": one["question"],
                    "acceptedAnswer": {"@type": "Answer", "text": _plain(one["answer"])},
                }
                for one in value["questions"]
            ],
        }
        # Escaped as Django's json_script does: no tag can end the script.
        as_text = json.dumps(data, ensure_ascii=False).translate(_UNSAFE)
        context["json_ld"] = SafeString(as_text)
        return context


def _plain(answer: Any) -> str:
    return " ".join(strip_tags(str(answer)).split())


class CalloutBlock(StructBlock):
    """Something to be noticed: a notice, a warning, good news."""

    level = ChoiceBlock(
        label=_("Kind"),
        choices=[("", _("Notice")), ("ok", _("Good news")), ("warn", _("Warning"))],
        required=False,
    )
    words = TextBlock(label=_("Words"), max_length=400)

    class Meta:
        icon = "warning"
        label = _("Notice")
        template = "cms/blocks/callout.html"
        preview_value: ClassVar = {
            "level": "warn",
            "words": "Đơn sau 9 giờ sáng được hái ngày hôm sau.",
        }
        description = _("A sentence that must not be missed.")


class CtaBlock(StructBlock):
    """One button that leads to a page of ours or to an address of the market."""

    words = CharBlock(label=_("Words on the button"), max_length=60)
    page = PageChooserBlock(label=_("Page"), required=False)
    address = CharBlock(
        label=_("Or address"),
        required=False,
        max_length=200,
        help_text=_("Of this market, such as /shop/?in_season=1."),
    )

    class Meta:
        icon = "link"
        label = _("Button")
        template = "cms/blocks/cta.html"
        preview_value: ClassVar = {"words": "Xem hàng đang mùa", "address": "/shop/?in_season=1"}
        description = _("A button that leads on. One a page is enough.")

    def clean(self, value: StructValue) -> StructValue:
        """Exactly one target, and no address of somebody else."""
        cleaned: StructValue = super().clean(value)
        address = cleaned["address"]
        if bool(cleaned["page"]) == bool(address):
            raise StructBlockValidationError(
                non_block_errors=[_("Choose a page or type an address, one of the two.")]
            )
        if address and (not address.startswith("/") or address.startswith("//")):
            raise StructBlockValidationError(
                non_block_errors=[_("The address has to begin with one slash.")]
            )
        return cleaned
