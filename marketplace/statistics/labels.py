"""What the values of a dimension are called."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from catalog.baskets.models import Source
from catalog.communes.models import Commune
from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory, Variety
from marketplace.statistics.models import Dimension
from marketplace.statistics.periods import DAY, MONTH, WEEK
from payments.channels import CHANNELS

TIMES: dict[str, Promise] = {
    DAY: gettext_lazy("Day"),
    WEEK: gettext_lazy("Week"),
    MONTH: gettext_lazy("Month"),
}
CASH = "cod"
SOURCES: dict[str, Promise] = {
    Source.SEARCH: gettext_lazy("Search"),
    Source.CATEGORY: gettext_lazy("Lists of goods"),
    Source.HOME: gettext_lazy("Home page"),
    Source.PROMOTION: gettext_lazy("Promotions"),
    Source.LIVE: gettext_lazy("Live sales"),
    Source.STOREFRONT: gettext_lazy("Pages of cooperatives"),
    Source.SCAN: gettext_lazy("Scanned codes"),
    Source.ASSISTED: gettext_lazy("Ordered with help"),
    Source.API: gettext_lazy("Apps"),
    Source.DIRECT: gettext_lazy("Straight to the goods"),
}


def of(dimension: str, keys: Collection[str]) -> Mapping[str, str]:
    """The names of these values in the reader's language; an unknown value is its own name."""
    names = _READERS[Dimension(dimension)](keys)
    return {key: names.get(key) or key or _("Not named") for key in keys}


def title(by: str) -> str:
    """What a dimension or a cut of time is called."""
    return str(TIMES[by]) if by in TIMES else str(Dimension(by).label)


def _communes(keys: Collection[str]) -> dict[str, str]:
    # A code may have changed hands: its last holder comes last.
    found = Commune.objects.filter(code__in=keys)
    found = found.order_by(F("valid_from").asc(nulls_first=True))
    return {commune.code: commune.full_name for commune in found}


def _cooperatives(keys: Collection[str]) -> dict[str, str]:
    wanted = [int(key) for key in keys if key.isdecimal() and len(key) < 19]
    found = Cooperative.objects.filter(pk__in=wanted).values_list("pk", "name")
    return {str(key): name for key, name in found}


def _in_language(row: GoodsCategory | Variety) -> str:
    return row.name_en if get_language() == "en" else row.name_vi


def _categories(keys: Collection[str]) -> dict[str, str]:
    return {row.path: _in_language(row) for row in GoodsCategory.objects.filter(path__in=keys)}


def _varieties(keys: Collection[str]) -> dict[str, str]:
    found = {row.key: _in_language(row) for row in Variety.objects.filter(key__in=keys)}
    return {**found, "": _("No variety named")}


def _channels(keys: Collection[str]) -> dict[str, str]:
    return {key: str(CHANNELS[key].name) for key in keys if key in CHANNELS}


def _sources(keys: Collection[str]) -> dict[str, str]:
    return {key: str(SOURCES[key]) for key in keys if key in SOURCES}


_READERS = {
    Dimension.COMMUNE: _communes,
    Dimension.COOPERATIVE: _cooperatives,
    Dimension.CATEGORY: _categories,
    Dimension.VARIETY: _varieties,
    Dimension.CHANNEL: _channels,
    Dimension.SOURCE: _sources,
}
