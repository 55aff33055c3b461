"""How numbers, money and dates are written on pages and in letters."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy

NBSP = "\N{NO-BREAK SPACE}"
_LONG = len("0912345678")
_WEEKDAYS = (
    pgettext_lazy("day in a sentence", "Monday"),
    pgettext_lazy("day in a sentence", "Tuesday"),
    pgettext_lazy("day in a sentence", "Wednesday"),
    pgettext_lazy("day in a sentence", "Thursday"),
    pgettext_lazy("day in a sentence", "Friday"),
    pgettext_lazy("day in a sentence", "Saturday"),
    pgettext_lazy("day in a sentence", "Sunday"),
)


def dong(amount: int) -> str:
    """An amount in đồng as people in Vietnam write it in either language: ``89.000 ₫``."""
    return f"{int(amount):,}".replace(",", ".").replace("-", "−") + NBSP + "₫"


def decimal(number: float, places: int = 1) -> str:
    """A number with a decimal comma (a point in English) and no needless zeros: ``2,5``."""
    text = f"{number:.{places}f}".rstrip("0").rstrip(".") if places else f"{number:.0f}"
    return text if get_language() == "en" else text.replace(".", ",")


def weight(grams: int) -> str:
    """A weight in the unit people say: ``500 g``, ``2 kg``, ``2,5 kg``."""
    if grams < 1000:
        return f"{int(grams)}{NBSP}g"
    return f"{decimal(grams / 1000, 3)}{NBSP}kg"


def local(moment: date) -> date:
    """The moment on the clock of Vietnam; a plain day stays as it is."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def day(moment: date) -> str:
    """A day: ``12/08/2026``."""
    return f"{local(moment):%d/%m/%Y}"


def weekday(moment: date) -> str:
    """A day near enough to be named: ``thứ Sáu 14/08``."""
    on = local(moment)
    return f"{_WEEKDAYS[on.weekday()]} {on:%d/%m}"


def long_day(moment: date) -> str:
    """A day in full, for the head of a page: ``Thứ Tư, 12 tháng 8 năm 2026``."""
    on = local(moment)
    name = str(_WEEKDAYS[on.weekday()])
    if get_language() == "en":
        return f"{name}, {on.day} {on:%B} {on.year}"
    words = pgettext("day in full", "%(weekday)s, month %(month)s, day %(day)s, %(year)s")
    values = {"weekday": name, "day": on.day, "month": on.month, "year": on.year}
    text = words % values
    return text[:1].upper() + text[1:]


def span(first: date, last: date) -> str:
    """Days in a row: ``01/06–20/06/2027``."""
    if first == last:
        return day(first)
    begins = f"{first:%d/%m}" if first.year == last.year else day(first)
    return f"{begins}–{day(last)}"


def harvest(first: date, last: date) -> str:
    """That goods come from a harvest of these days."""
    return gettext("Harvest %(days)s") % {"days": span(first, last)}


def phone(number: str) -> str:
    """A Vietnamese number as people dial it: ``0912 345 678``; others as they are."""
    plain = f"0{number[3:]}" if number.startswith("+84") else number
    if len(plain) != _LONG or not plain.isdecimal() or not plain.startswith("0"):
        return number
    return f"{plain[:4]} {plain[4:7]} {plain[7:]}"


def clock(moment: datetime) -> str:
    """A time of the day: ``20:45``."""
    return f"{local(moment):%H:%M}"


def moment(when: datetime) -> str:
    """A time with its day: ``10:21, 12/08/2026``."""
    return f"{clock(when)}, {day(when)}"
