"""The twelve months of a crop, as words and as a bar."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.translation import get_language, gettext, pgettext

_ENGLISH = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


def runs(months: Iterable[int]) -> list[tuple[int, int]]:
    """The unbroken runs of months, the one that passes new year whole: ``[(11, 1), (7, 9)]``."""
    having = sorted(set(months))
    starts = [month for month in having if (month - 2) % 12 + 1 not in having]
    return [(start, _end_of_run(start, having)) for start in starts]


def _end_of_run(start: int, having: list[int]) -> int:
    """The last month of the run that begins in ``start``."""
    month = start
    while month % 12 + 1 in having and month % 12 + 1 != start:
        month = month % 12 + 1
    return month


def words(months: Iterable[int]) -> str:
    """When there is something, in words: ``tháng 7–9``; every month is ``quanh năm``."""
    having = sorted(set(months))
    if len(having) == 12:
        return gettext("all year")
    spans = ", ".join(_span(first, last) for first, last in runs(having))
    return pgettext("months of a season", "%(span)s") % {"span": spans} if spans else ""


def _span(first: int, last: int) -> str:
    """A run of months: ``7–9``, in English ``Jul–Sep``; one month stands alone."""
    name = _ENGLISH if get_language() == "en" else tuple(str(number) for number in range(1, 13))
    return name[first - 1] if first == last else f"{name[first - 1]}–{name[last - 1]}"


@lru_cache(maxsize=4096)
def bar(months: tuple[int, ...], current: int) -> str:
    """The twelve cells as HTML: filled in season, this month underlined. For the eye alone."""
    cells = []
    for month in range(1, 13):
        names = [
            *(["on"] if month in months else []),
            *(["now"] if month == current else []),
        ]
        cells.append(f'<i class="{" ".join(names)}"></i>' if names else "<i></i>")
    return f'<div class="bar12" aria-hidden="true">{"".join(cells)}</div>'
