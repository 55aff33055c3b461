"""The one navigation of the market: categories in the order of the shop, with their drawings.

The paths are those of `product_categories.csv` and are public (they are the `category` of the
REST interface), so no page asks the database for its menu.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy


@dataclass(frozen=True)
class Category:
    """An entry of the menu; ``path`` is the category's public path."""

    path: str
    name: Promise


CATEGORIES = (
    Category("fresh-fruit/longan", pgettext_lazy("menu", "Longan")),
    Category("fresh-fruit/mango", pgettext_lazy("menu", "Mango")),
    Category("fresh-fruit/plum", pgettext_lazy("menu", "Plum")),
    Category("fresh-fruit/other", pgettext_lazy("menu", "Other fruit")),
    Category("dried-fruit", pgettext_lazy("menu", "Dried fruit")),
    Category("coffee", pgettext_lazy("menu", "Coffee")),
    Category("tea", pgettext_lazy("menu", "Tea")),
    Category("honey", pgettext_lazy("menu", "Honey")),
    Category("vegetables", pgettext_lazy("menu", "Safe vegetables")),
    Category("meat-specialty", pgettext_lazy("menu", "Dried meat, specialties")),
    Category("herbs-spices", pgettext_lazy("menu", "Spices and herbs")),
    Category("handicraft", pgettext_lazy("menu", "Handicraft, gifts")),
)


def path(address: str, language: str = "") -> str:
    """The address of a page in a language: bare in Vietnamese, below ``/en`` in English."""
    code = (language or get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return address if code == settings.LANGUAGE_CODE else f"/{code}{address}"


def bare(address: str) -> str:
    """The address without its language."""
    for code, _ in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE and f"{address}/".startswith(f"/{code}/"):
            return address[len(code) + 1 :] or "/"
    return address
