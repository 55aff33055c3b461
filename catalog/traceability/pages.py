"""Puts together what a trace page shows: at most three queries besides what a shop adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.traceability import maps, places, queries, sealing, shop, timeline, verdicts
from catalog.traceability.codes import checkdigits, serials
from catalog.traceability.lineage import origins
from catalog.traceability.lots.weights import kilograms
from catalog.traceability.models import Box, Event, LogisticUnit, Lot, TradeItem
from catalog.traceability.scans import telling
from catalog.traceability.scratching import opening
from marketplace.records import clock


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the page's table of facts."""

    name: str
    value: str
    note: str = ""
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template writes, in the reader's language."""

    code: str
    printed: str
    title: str
    verdict: verdicts.Verdict
    shop: shop.Facts
    facts: list[Fact]
    grower: list[Fact]
    steps: list[timeline.Step]
    diary: list[Fact] = field(default_factory=list)
    map: maps.Map | None = None
    lot_code: str = ""
    weight: str = ""
    scanned: str = ""
    provable: bool = True
    signature: str | None = None
    seal: verdicts.Verdict | None = None
    has_scratch: bool = False
    is_unit: bool = False


def of(thing: Box | Lot | LogisticUnit, language: str, signature: str | None = None) -> Page:
    """The page of a box, lot or pallet, opened by a label that bears a ``signature`` or none."""
    page = _of(thing, language)
    return (
        page
        if signature is None
        else replace(
            page, signature=signature, seal=verdicts.of_seal(thing, sealing.of(thing, signature))
        )
    )


def _of(thing: Box | Lot | LogisticUnit, language: str) -> Page:
    """The page, whatever the label."""
    if isinstance(thing, LogisticUnit):
        return _of_unit(thing, language)
    return _of_box(thing, language) if isinstance(thing, Box) else _of_lot(thing, language)


def _of_unit(unit: LogisticUnit, language: str) -> Page:
    """The page of a pallet or carton: how many boxes of which lots lie in it."""
    rows = queries.lying_in(unit)
    named = places.names([unit.party.commune_code])
    return Page(
        code=unit.code,
        printed=serials.grouped(unit.code),
        title=_("Pallet or carton of several boxes"),
        verdict=verdicts.of_unit(unit, [row.lot for row in rows]),
        shop=shop.Facts(),
        facts=[
            Fact(row.lot.code, f"{row.item_name(language)} × {row.boxes}", is_code=True)
            for row in rows
        ],
        grower=[Fact(_("Packed by"), unit.party.name, named.get(unit.party.commune_code, ""))],
        steps=[],
        provable=False,
        is_unit=True,
    )


def _of_box(box: Box, language: str) -> Page:
    """The page of one box."""
    events = queries.events(box.lot)
    grown = origins.of([box.lot])
    named = places.names(
        [box.lot.commune_code, box.lot.party.commune_code, *(e.commune_code for e in events)]
    )
    return Page(
        code=box.code,
        printed=serials.grouped(box.code),
        title=box.item.name(language),
        verdict=verdicts.of_box(box, clock.local_day()),
        shop=shop.facts(box.lot, box.item, language),
        facts=_days(box.lot) + _gtin(box.item),
        grower=_grower(box.lot, grown, named) + _house(events, box.packing_id),
        diary=_diary(grown),
        map=maps.of(box.lot.commune_code),
        steps=timeline.of_box(box, events, named),
        lot_code=box.lot.code,
        weight=_unsaid(box.net_weight_g, box.item.name(language)),
        scanned=telling.scanned(box),
        has_scratch=opening.has_code(box),
    )


def _unsaid(grams: int | None, name: str) -> str:
    """The weight, unless the name of the pack says it already: ``Hộp 400 g``."""
    weight, said = kilograms(grams), name.replace("\N{NO-BREAK SPACE}", " ")
    return "" if weight in said or f" {grams} g" in said else weight


def _of_lot(lot: Lot, language: str) -> Page:
    """The page of a lot."""
    events = queries.events(lot)
    grown = origins.of([lot])
    named = places.names([lot.commune_code, lot.party.commune_code])
    return Page(
        code=lot.code,
        printed=lot.code,
        title=lot.goods,
        verdict=verdicts.of_lot(lot, clock.local_day()),
        shop=shop.facts(lot, None, language),
        facts=[*_days(lot), Fact(_("Harvest amount"), kilograms(lot.quantity_g))],
        grower=_grower(lot, grown, named) + _house(events),
        diary=_diary(grown),
        map=maps.of(lot.commune_code),
        steps=timeline.of_lot(lot, events, named),
        scanned=telling.scanned(lot),
    )


def _days(lot: Lot) -> list[Fact]:
    """When it was picked and until when it keeps."""
    picked = f"{lot.harvested_on:%d/%m/%Y}"
    if lot.harvested_to:
        picked = f"{picked} – {lot.harvested_to:%d/%m/%Y}"
    facts = [Fact(_("Harvest day"), picked)]
    if lot.best_before:
        facts.append(Fact(_("Best before"), f"{lot.best_before:%d/%m/%Y}"))
    return facts


def _gtin(item: TradeItem) -> list[Fact]:
    """The item's own number, if it has one."""
    return [Fact("GTIN", checkdigits.shown(item.gtin), is_code=True)] if item.gtin else []


def _grower(lot: Lot, grown: origins.Origin, named: dict[str, str]) -> list[Fact]:
    """Who grew it and where; growers are named as they agreed to, plots by their commune only."""
    seat = lot.party.commune_code if lot.party.commune_code != lot.commune_code else ""
    facts = [
        Fact(_("Grower"), lot.party.name, named.get(seat, "")),
        Fact(_("Grown in"), named.get(lot.commune_code, lot.commune_code)),
    ]
    if grown.unwritten:
        facts.append(Fact(_("Field where it was picked"), _("not written down with the market")))
    if grown.growers:
        facts.append(Fact(_("Households"), ", ".join(grown.growers)))
    facts += [Fact(_("Growing-area code"), area.code, is_code=True) for area in grown.areas]
    if lot.variety:
        facts.append(Fact(_("Variety"), lot.variety))
    return facts


def _house(events: Iterable[Event], packing_id: int | None = None) -> list[Fact]:
    """The packing house of a box, or the last one of a lot, as it was called then."""
    told = [
        event.data
        for event in events
        if event.kind == Event.Kind.PACKING and packing_id in (None, event.pk)
    ]
    if not told or not told[-1].get("house"):
        return []
    code = told[-1].get("house_code", "")
    note = _("code %(code)s") % {"code": code} if code else ""
    return [Fact(_("Packing house"), told[-1]["house"], note)]


def _diary(grown: origins.Origin) -> list[Fact]:
    """The residue clock: the last spraying, and how long it was waited against what is asked."""
    if not grown.plots:
        return []
    told = origins.residue(grown)
    if told.spraying is None:
        said = _("nothing was sprayed") if told.entries else _("no entries")
        return [Fact(_("Diary of the field"), said)]
    last = told.spraying
    what = last.input_name
    if last.active_ingredient:
        what = f"{what} ({last.active_ingredient})"
    waited = ngettext("%(n)d day", "%(n)d days", told.waited or 0) % {"n": told.waited}
    asked = _("%(n)d asked for") % {"n": last.wait_days}
    return [
        Fact(_("Last sprayed"), f"{last.on:%d/%m/%Y}", what),
        Fact(_("Days waited before picking"), waited, asked),
    ]
