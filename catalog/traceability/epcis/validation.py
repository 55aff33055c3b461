"""Whether something is an EPCIS 2.0 document, or one event, and what is wrong with it.

Everything the JSON schema of the standard refuses is refused, and what its text asks beyond the
schema: check digits, parents, times that have come, names of one's own with a namespace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from catalog.traceability.epcis import checks, rules
from catalog.traceability.epcis.checks import Fault, Report, below, missing
from catalog.traceability.epcis.fields import FIELDS
from catalog.traceability.epcis.words import DECLARED
from catalog.traceability.epcis.words import FIELDS as FIELDS_OF

_EPCIS_CONTEXT = re.compile(
    r"https://(?:ref\.gs1\.org/standards/epcis/(?:[0-9.]+/)?|gs1\.github\.io/EPCIS/)"
    r"epcis-context\.jsonld"
)
_PREFIX = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_VERSION = re.compile(r"2(?:\.[0-9]+){0,2}")
_DOCUMENT = ("schemaVersion", "creationDate", "epcisBody")
_LISTS = {
    "EPCISDocument": ("epcisBody", "eventList"),
    "EPCISQueryDocument": ("epcisBody", "queryResults", "resultsBody", "eventList"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One event of a document: where it stands, what it says, its context, and its faults."""

    pointer: str
    event: Any
    context: Any
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Document:
    """What was sent: faults of the whole, and its events."""

    faults: list[Fault]
    events: list[Found]


def check(value: Any) -> Document:
    """A document, query document or bare event with all that is wrong with it."""
    if not isinstance(value, dict):
        return Document([Fault("", _("An object is needed."))], [])
    report = Report()
    if not isinstance(value.get("type"), str):
        return Document([Fault("/type", _("Text is needed."))], [])
    if value["type"] not in _LISTS:
        return _bare(report, value)
    context = value.get("@context")
    prefixes = _context(report, value)
    _frame(report, value)
    found = [_event(pointer, event, context, prefixes) for pointer, event in _listed(report, value)]
    return Document(report.faults, found)


def _bare(report: Report, value: dict[str, Any]) -> Document:
    """One event on its own, which brings its context."""
    if value["type"] not in FIELDS_OF:
        kinds = ", ".join((*_LISTS, *FIELDS_OF))
        report.wrong("/type", _("One of these is needed: %(words)s.") % {"words": kinds})
        return Document(report.faults, [])
    prefixes = _context(report, value)
    plain = {name: inner for name, inner in value.items() if name != "@context"}
    return Document(report.faults, [_event("", plain, value.get("@context"), prefixes)])


def _frame(report: Report, value: dict[str, Any]) -> None:
    """What stands around the events."""
    if value["type"] == "EPCISDocument":
        missing(report, "", value, _DOCUMENT)
    version = value.get("schemaVersion", "2.0")
    if not isinstance(version, str) or _VERSION.fullmatch(version) is None:
        report.wrong("/schemaVersion", _("The text 2.0 is needed."))
    if "creationDate" in value:
        checks.time(report, "/creationDate", value["creationDate"])
    if not isinstance(value.get("epcisHeader", {}), dict):
        report.wrong("/epcisHeader", _("An object is needed."))


def _listed(report: Report, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The events with their places."""
    pointer = ""
    inner: Any = value
    for name in _LISTS[value["type"]]:
        pointer = below(pointer, name)
        if not isinstance(inner, dict) or name not in inner:
            report.wrong(pointer, _("This field is missing."))
            return
        inner = inner[name]
    if not isinstance(inner, list):
        report.wrong(pointer, _("A list is needed."))
        return
    for place, event in enumerate(inner):
        yield below(pointer, place), event


def _context(report: Report, value: dict[str, Any]) -> frozenset[str]:
    """The prefixes a document declares; the context of EPCIS is among its contexts."""
    if "@context" not in value:
        report.wrong("/@context", _("This field is missing."))
        return DECLARED
    parts = value["@context"] if isinstance(value["@context"], list) else [value["@context"]]
    if not any(isinstance(part, str) and _EPCIS_CONTEXT.fullmatch(part) for part in parts):
        report.wrong("/@context", _("The context of EPCIS 2.0 is missing."))
    return _prefixes(report, "/@context", value["@context"])


def _prefixes(report: Report, pointer: str, context: Any) -> frozenset[str]:
    """What is declared, beside what EPCIS itself declares."""
    found = set(DECLARED)
    several = isinstance(context, list)
    for place, part in enumerate(context if several else [context]):
        where = below(pointer, place) if several else pointer
        if isinstance(part, dict):
            found |= _declared(report, where, part)
        elif not isinstance(part, str) or not checks.is_uri(part):
            report.wrong(where, _("A URI with a scheme is needed, of at most 300 characters."))
    return frozenset(found)


def _declared(report: Report, pointer: str, part: dict[str, Any]) -> set[str]:
    """The prefixes of one object of a context, each with a namespace; EPCIS keeps its own."""
    found = set()
    for name, space in part.items():
        address = space.get("@id") if isinstance(space, dict) else space
        if name in DECLARED or name in FIELDS or name in ("id", "type"):
            report.wrong(below(pointer, name), _("This name belongs to EPCIS."))
        elif not _PREFIX.fullmatch(name):
            report.wrong(below(pointer, name), _("This is no prefix."))
        elif not isinstance(address, str) or not checks.is_uri(address):
            report.wrong(below(pointer, name), _("A namespace is a URI."))
        else:
            found.add(name)
    return found


def _event(pointer: str, event: Any, context: Any, prefixes: frozenset[str]) -> Found:
    """One event with its own faults."""
    report = Report(prefixes)
    if not isinstance(event, dict):
        return Found(pointer, event, context, [Fault(pointer, _("An object is needed."))])
    if "@context" in event:
        own = _prefixes(report, below(pointer, "@context"), event["@context"])
        report.prefixes, context = prefixes | own, _both(context, event["@context"])
    kind = event.get("type")
    if not isinstance(kind, str) or kind not in FIELDS_OF:
        words = ", ".join(FIELDS_OF)
        report.wrong(
            below(pointer, "type"), _("One of these is needed: %(words)s.") % {"words": words}
        )
        return Found(pointer, event, context, report.faults)
    _fields(report, pointer, event)
    rules.check(report, pointer, event)
    plain = {name: inner for name, inner in event.items() if name != "@context"}
    return Found(pointer, plain, context, report.faults)


def _fields(report: Report, pointer: str, event: dict[str, Any]) -> None:
    """The fields of an event: those it needs, those it may have, and names of somebody's own."""
    needed: tuple[str, ...] = ("eventTime", "eventTimeZoneOffset")
    if event["type"] != "TransformationEvent":
        needed += ("action",)
    missing(report, pointer, event, needed)
    for name, value in event.items():
        if name in ("type", "@context"):
            continue
        if name in FIELDS_OF[event["type"]]:
            FIELDS[name](report, below(pointer, name), value)
        elif not report.namespaced(name):
            report.wrong(
                below(pointer, name),
                _("There is no such field; a name of your own needs a prefix."),
            )


def _both(outer: Any, inner: Any) -> list[Any]:
    """The context of a document and that of its event, as one list."""
    parts = [part for one in (outer, inner) for part in (one if isinstance(one, list) else [one])]
    return [part for place, part in enumerate(parts) if part not in parts[:place]]
