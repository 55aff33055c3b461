"""The questions of EPCIS 2.0 (SimpleEventQuery) as they stand in the address of a request.

A list has ``|`` between its values; ``*`` in an identifier stands for anything. What we do not
answer is refused by name: a filter that is quietly left out answers another question.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.db.models import Q
from django.utils.translation import gettext as _

from catalog.traceability.epcis import checks, naming, words
from catalog.traceability.epcis.checks import Fault
from catalog.traceability.epcis.models import EpcisEvent, EpcisEventThing

PER_PAGE, MOST_PER_PAGE = 30, 100
MOST_VALUES = 50
_LARGEST = 1_000_000
_ROLES: dict[str, tuple[str, ...]] = {
    "MATCH_epc": ("epc", "child"),
    "MATCH_parentID": ("parent",),
    "MATCH_inputEPC": ("input",),
    "MATCH_outputEPC": ("output",),
    "MATCH_anyEPC": ("epc", "child", "parent", "input", "output"),
    "MATCH_epcClass": ("epc class", "child class"),
    "MATCH_inputEPCClass": ("input class",),
    "MATCH_outputEPCClass": ("output class",),
    "MATCH_anyEPCClass": ("epc class", "child class", "input class", "output class"),
}
_TIMES = {"eventTime": "event_time", "recordTime": "recorded_at"}
_DECLARED = "errorDeclarationTime"


class Wrong(ValueError):
    """A parameter cannot be answered; the argument says why."""


@dataclass(slots=True)
class Asked:
    """A question understood: which events, in which order, how many, and from where on."""

    found: Q = field(default_factory=Q)
    order: str = "event_time"
    descending: bool = True
    per_page: int = PER_PAGE
    left: int | None = None
    after: tuple[dt.datetime, int] | None = None
    named: list[str] = field(default_factory=list)


def read(query: Mapping[str, str], epc: str = "") -> tuple[Asked, list[Fault]]:
    """The question of a request, with a fault for each parameter that cannot be answered."""
    asked, faults = Asked(), []
    if epc:
        asked.found &= _things(
            [epc], (*_ROLES["MATCH_anyEPC"], *_ROLES["MATCH_anyEPCClass"]), asked
        )
    for name, value in query.items():
        try:
            _one(asked, name, value)
        except Wrong as wrong:
            faults.append(Fault(name, str(wrong)))
    return asked, faults


def next_page(asked: Asked, last: EpcisEvent, shown: int) -> str:
    """The token of the page after ``last``."""
    left = None if asked.left is None else asked.left - shown
    moment = getattr(last, asked.order)
    text = json.dumps([moment.isoformat(), last.pk, left])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _one(asked: Asked, name: str, value: str) -> None:
    """Take one parameter into the question."""
    if name in _SETTINGS:
        _SETTINGS[name](asked, value)
    elif name in _ROLES:
        asked.found &= _things(_values(value), _ROLES[name], asked)
    elif name in _EQUAL:
        asked.found &= _EQUAL[name](_values(value))
    elif name in _COMPARED:
        column, lookup = _COMPARED[name]
        asked.found &= Q(**{f"{column}__{lookup}": _moment(value)})
    elif name in _QUANTITIES:
        things = EpcisEventThing.objects.filter(**{_QUANTITIES[name]: _decimal(value)})
        asked.found &= Q(pk__in=things.values("event_id"))
    else:
        raise Wrong(_("This parameter is not known here."))


def _values(value: str) -> list[str]:
    """The values of a list."""
    values = [one for one in value.split("|") if one]
    if not values or len(values) > MOST_VALUES:
        raise Wrong(_("Between one and fifty values are needed."))
    return values


def _things(values: list[str], roles: tuple[str, ...], asked: Asked) -> Q:
    """Events that speak of one of some identifiers in one of some roles."""
    found = Q()
    for value in values:
        found |= _pattern(value) if "*" in value else Q(uri=naming.canonical(value))
    asked.named += [naming.canonical(value) for value in values if "*" not in value]
    things = EpcisEventThing.objects.filter(found, role__in=roles)
    return Q(pk__in=things.values("event_id"))


def _pattern(value: str) -> Q:
    """Identifiers a pattern fits; what is only committed to is not found by guessing."""
    start, _star, rest = value.partition("*")
    if "://" not in start and not start.startswith("urn:"):
        raise Wrong(_("A pattern begins with the beginning of a URI."))
    fits = Q(committed=False, uri__startswith=start)
    for part in rest.split("*"):
        fits &= Q(uri__contains=part) if part else Q()
    return fits & (Q() if value.endswith("*") else Q(uri__endswith=rest.rpartition("*")[2]))


def _moment(value: str) -> dt.datetime:
    """A moment with its offset; a blank stands where a plus was not escaped."""
    found = checks.moment(value.replace(" ", "+"))
    if found is None:
        raise Wrong(_("A moment such as 2026-08-14T18:20:00.000+07:00 is needed."))
    return found


def _decimal(value: str) -> Decimal:
    """A number that counts something."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        raise Wrong(_("A number is needed.")) from None
    if not found.is_finite() or abs(found) > Decimal(10) ** 12:
        raise Wrong(_("A number is needed."))
    return found


def _count(value: str, most: int) -> int:
    """A number of events, cut at ``most``."""
    if not (value.isascii() and value.isdigit()) or len(value) > 9 or int(value) < 1:
        raise Wrong(_("A whole number of at least one is needed."))
    return min(int(value), most)


def _per_page(asked: Asked, value: str) -> None:
    asked.per_page = _count(value, MOST_PER_PAGE)


def _limit(asked: Asked, value: str) -> None:
    if asked.left is None:
        asked.left = _count(value, _LARGEST)


def _order(asked: Asked, value: str) -> None:
    if value not in _TIMES:
        raise Wrong(_("One of these is needed: %(words)s.") % {"words": ", ".join(_TIMES)})
    asked.order = _TIMES[value]


def _direction(asked: Asked, value: str) -> None:
    if value not in ("ASC", "DESC"):
        raise Wrong(_("One of these is needed: %(words)s.") % {"words": "ASC, DESC"})
    asked.descending = value == "DESC"


def _page(asked: Asked, value: str) -> None:
    """Go on after the event a token of ours names."""
    try:
        text = base64.b64decode(value + "=" * (-len(value) % 4), altchars=b"-_", validate=True)
        moment, key, left = json.loads(text)
        found = checks.moment(moment)
    except (binascii.Error, ValueError, TypeError):
        raise Wrong(_("This token is none of ours.")) from None
    whole = isinstance(key, int) and (left is None or isinstance(left, int))
    if found is None or not whole or not 0 < key < 2**63:
        raise Wrong(_("This token is none of ours."))
    asked.after, asked.left = (found, key), left


def _declared(asked: Asked, value: str) -> None:
    """Events that are declarations of an error, or none."""
    if value not in ("true", "false", ""):
        raise Wrong(_("true or false is needed."))
    asked.found &= Q(declared_at__isnull=value == "false")


def _words(column: str) -> Callable[[list[str]], Q]:
    """A word of CBV in any of its forms."""
    return lambda values: Q(**{f"{column}__in": [words.bare(value) for value in values]})


def _uris(column: str) -> Callable[[list[str]], Q]:
    """An identifier in any of its forms."""
    return lambda values: Q(**{f"{column}__in": [naming.canonical(value) for value in values]})


_SETTINGS: dict[str, Callable[[Asked, str], None]] = {
    "perPage": _per_page,
    "eventCountLimit": _limit,
    "orderBy": _order,
    "orderDirection": _direction,
    "nextPageToken": _page,
    "EXISTS_errorDeclaration": _declared,
}
_EQUAL: dict[str, Callable[[list[str]], Q]] = {
    "eventType": lambda values: Q(type__in=values),
    "EQ_action": lambda values: Q(action__in=values),
    "EQ_bizStep": _words("biz_step"),
    "EQ_disposition": _words("disposition"),
    "EQ_readPoint": _uris("read_point"),
    "EQ_bizLocation": _uris("biz_location"),
    "EQ_eventID": lambda values: Q(event_id__in=values) | Q(given_id__in=values),
    "EQ_errorReason": _words("declared_reason"),
}
_COMPARED = {
    f"{sign}_{name}": (column, lookup)
    for name, column in {**_TIMES, _DECLARED: "declared_at"}.items()
    for sign, lookup in (("GE", "gte"), ("LT", "lt"))
}
_QUANTITIES = {
    "EQ_quantity": "quantity",
    "GT_quantity": "quantity__gt",
    "GE_quantity": "quantity__gte",
    "LT_quantity": "quantity__lt",
    "LE_quantity": "quantity__lte",
}
