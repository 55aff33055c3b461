"""Words that stand on a page in another language than the page's: a screen reader must be told.

What cooperatives write exists in Vietnamese, and in English only where somebody translated it. An
English page shows the Vietnamese words then, and marks them (WCAG 3.1.2).
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

VIETNAMESE = "vi"


class Vietnamese(str):
    """Words that there are in Vietnamese only; the filter ``spoken`` says so on other pages."""

    __slots__ = ()


def chosen(english: str, vietnamese: str) -> str:
    """The words in the reader's language, Vietnamese ones where nobody translated them."""
    if get_language() == "en":
        return english or Vietnamese(vietnamese)
    return vietnamese


def marked(words: object) -> object:
    """The words as they are, in a ``span`` with their language where that is not the page's."""
    if isinstance(words, Vietnamese) and words and get_language() != VIETNAMESE:
        return format_html('<span lang="vi">{}</span>', str(words))
    return words


def attribute(words: str) -> SafeString:
    """`` lang="vi"`` for an element whose words are Vietnamese on another page; else nothing."""
    foreign = bool(words) and get_language() != VIETNAMESE
    return SafeString(' lang="vi"' if foreign else "")
