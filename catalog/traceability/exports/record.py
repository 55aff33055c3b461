"""The Vietnamese traceability record of a lot: what the rules name, as far as it was written down.

What could be verified of the rules, each in other people's words: Circular 02/2024/TT-BKHCN (in
force from 1 June 2024) and what a consumer can look up on the national portal; TCVN 12850:2019
and TCVN 12827:2023, which follow GS1's standards of identification, capture and sharing; the
contents of a file for a growing-area code. The article of the circular that lists the least
contents could not be read: the record says so, and promises no conformance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.traceability import codes, places, queries, shop, timeline
from catalog.traceability.exports import words as vocabulary
from catalog.traceability.lineage import origins
from catalog.traceability.lineage.origins import Origin
from catalog.traceability.lots.weights import kilograms
from catalog.traceability.models import DiaryEntry, Event, Facility, Lot, TradeItem
from marketplace.design import formats

PORTAL = gettext_lazy("What a buyer looks up on the national portal (Circular 02/2024/TT-BKHCN)")
ONE_STEP = gettext_lazy("One step back, one step forward (Circular 02/2024/TT-BKHCN, article 6)")
CODES = gettext_lazy("Identification of lots (TCVN 12850:2019, TCVN 12827:2023)")
AREA = gettext_lazy("File of a growing-area code")
OWN = gettext_lazy("Our own addition")
NOTE = gettext_lazy(
    "The article of Circular 02/2024/TT-BKHCN that lists the least contents could not be read when"
    " this form was made. It holds the elements that could be verified; compare it with the text"
    " before you promise conformance."
)
#: What of an older lot's story belongs to what was made of it: not its own packing.
_MAKING = tuple(kind for kind in timeline.OF_THE_LOT if kind != Event.Kind.PACKING)
Stage = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Element:
    """One thing the rules ask for: what it is called, what was written down, and which rule."""

    key: str
    label: str
    values: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Record:
    """The record of one lot, in one language."""

    lot: Lot
    elements: tuple[Element, ...]
    stages: tuple[Stage, ...]
    note: str


def of(lot: Lot, language: str = "vi") -> Record:
    """The record of a lot, in Vietnamese if nothing else is asked for; about twelve queries."""
    with translation.override(language):
        origin = origins.of([lot])
        events = list(queries.events_of(one.pk for one in origin.reached).select_related("lot"))
        communes = _communes(lot, origin, events)
        elements = (
            *_goods(lot, language),
            *_makers(lot, origin, communes),
            *_days(lot, origin),
            *_diary(origin),
        )
        return Record(lot, elements, tuple(_stages(events, lot, communes)), str(NOTE))


def as_data(record: Record) -> dict[str, Any]:
    """The record for programs."""
    return {
        "format": "son-la-market.traceability-record",
        "version": 1,
        "lot": record.lot.code,
        "elements": [
            {"key": one.key, "label": one.label, "values": list(one.values), "rule": one.rule}
            for one in record.elements
        ],
        "stages": [
            dict(zip(("what", "when", "where", "quantity"), stage, strict=True))
            for stage in record.stages
        ],
        "note": record.note,
    }


def _element(key: str, label: str, rule: Promise, *values: str) -> Element:
    """An element with what is known; nothing known is said by no value."""
    return Element(key, label, tuple(dict.fromkeys(filter(None, values))), str(rule))


def _goods(lot: Lot, language: str) -> Iterator[Element]:
    """Name, picture, codes, brand and papers of the goods."""
    items = list(TradeItem.objects.filter(boxes__lot=lot).distinct().order_by("pk"))
    known = shop.facts(lot, items[0] if items else None, language)
    crop = " ".join(filter(None, (lot.crop, lot.variety)))
    yield _element("name", _("Name of the goods"), PORTAL, crop, *(i.name_vi for i in items))
    yield _element("image", _("Picture"), PORTAL, known.picture_url)
    yield _element("lot", _("Lot"), PORTAL, lot.code)
    yield _element("code", _("Tracing code"), CODES, codes.url(lot.code))
    yield _element("gtin", _("Number of the trade item (GTIN)"), CODES, *(i.gtin for i in items))
    yield _element("quantity", _("Quantity of the lot"), CODES, kilograms(lot.quantity_g))
    papers = (" · ".join(filter(None, (one.kind, one.details))) for one in known.papers)
    yield _element("marks", _("Marks and certificates on the day of harvest"), PORTAL, *papers)


def _makers(lot: Lot, origin: Origin, communes: dict[str, str]) -> Iterator[Element]:
    """Who grew and packed it, and where."""
    party = lot.party
    yield _element("producer", _("Producer"), PORTAL, party.name)
    yield _element("address", _("Address"), PORTAL, communes.get(party.commune_code, ""))
    yield _element("gln", _("Number of the place (GLN)"), CODES, party.gln)
    growers = (plot.grower.shown for plot in origin.plots if plot.grower)
    yield _element("growers", _("Growers (by name where they agreed)"), OWN, *growers)
    plots = (_plot(plot.name, plot.area_m2, communes[plot.commune_code]) for plot in origin.plots)
    yield _element("plots", _("Plots"), AREA, *plots)
    areas = (
        f"{plot.growing_area.code} ({plot.growing_area.crop})"
        for plot in origin.plots
        if plot.growing_area
    )
    yield _element("areas", _("Growing-area codes"), AREA, *areas)
    houses = Facility.objects.filter(party=party, is_usual=True)
    told = (" · ".join(filter(None, (house.name, house.code))) for house in houses)
    yield _element("houses", _("Usual packing house of the producer"), ONE_STEP, *told)
    sources = [f"{one.crop} {one.code}" for one in origin.reached if one.pk != lot.pk]
    if sources:
        yield _element("sources", _("Made of the lots"), ONE_STEP, *sources)


def _days(lot: Lot, origin: Origin) -> Iterator[Element]:
    """When it was grown, picked and made, and how long it keeps."""
    planted = {plot.planted_year for plot in origin.plots if plot.planted_year}
    years = (str(year) for year in sorted(planted))
    yield _element("planted", _("Planted in"), AREA, *years)
    last = lot.harvested_to or lot.harvested_on
    days = (formats.day(lot.harvested_on), formats.day(last))
    yield _element("harvested", _("Time of harvest"), PORTAL, " – ".join(dict.fromkeys(days)))
    yield _element("made", _("Written down as a lot"), PORTAL, formats.day(lot.opened_on))
    keeps = formats.day(lot.best_before) if lot.best_before else ""
    yield _element("expiry", _("Best before"), PORTAL, keeps)


def _diary(origin: Origin) -> Iterator[Element]:
    """How often what was done in the year before the harvest, and the last spraying of each."""
    entries = origins.residue(origin).entries
    counts: dict[str, int] = {}
    for entry in entries:
        words = vocabulary.work(entry.work)
        counts[words] = counts.get(words, 0) + 1
    works = (f"{words}: {times}" for words, times in counts.items())
    yield _element("work", _("Entries in the diary of the plots"), AREA, *works)
    last = (_last_spraying(lot, origin, entries) for lot in origin.harvests)
    yield _element("spraying", _("Last spraying before the harvest"), AREA, *last)


def _last_spraying(lot: Lot, origin: Origin, entries: Sequence[DiaryEntry]) -> str:
    """The last spraying of a harvest's plots, with the days waited and the days to wait."""
    entry = origins.last_spraying(origin, lot, entries)
    if entry is None:
        return ""
    return _("%(lot)s: %(input)s on %(day)s, %(waited)d days before (%(wait)d required)") % {
        "lot": lot.code,
        "input": " / ".join(filter(None, (entry.input_name, entry.active_ingredient))),
        "day": formats.day(entry.on),
        "waited": (lot.harvested_on - entry.on).days,
        "wait": entry.wait_days or 0,
    }


def _stages(events: list[Event], lot: Lot, communes: dict[str, str]) -> Iterator[Stage]:
    """What happened to the lot and to those it was made of: what, when, where, how much.

    Of older lots only what made them what they are; sales are never named.
    """
    for event in events:
        is_own = event.lot_id == lot.pk
        if not is_own and event.kind not in _MAKING:
            continue
        weighed = event.unit == Event.Unit.GRAM
        boxes = _("%(count)d boxes") % {"count": event.quantity or 0}
        quantity = kilograms(event.quantity) if weighed else boxes if event.quantity else ""
        what = vocabulary.stage(event.kind)
        yield (
            what if is_own else f"{what} · {event.lot.code}",
            formats.day(event.at),
            communes.get(event.commune_code, ""),
            quantity,
        )


def _plot(name: str, area_m2: int, commune: str) -> str:
    """A plot by name, size and commune: never by its outline."""
    return f"{name}, {formats.decimal(area_m2 / 10_000, 2)} ha, {commune}"


def _communes(lot: Lot, origin: Origin, events: list[Event]) -> dict[str, str]:
    """The communes in the record by their codes; an unknown one is told as its code."""
    wanted = {lot.commune_code, lot.party.commune_code}
    wanted |= {plot.commune_code for plot in origin.plots}
    wanted |= {event.commune_code for event in events}
    return {code: code for code in wanted if code} | places.names(wanted)
