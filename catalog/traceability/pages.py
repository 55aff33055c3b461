"""Puts together what a trace page shows: at most three queries besides what a shop adds."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.traceability import places, queries, shop, timeline, verdicts
from catalog.traceability.codes import checkdigits, serials
from catalog.traceability.lots.weights import kilograms
from catalog.traceability.models import Box, Lot, TradeItem
from catalog.traceability.scans import telling
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
    lot_code: str = ""
    weight: str = ""
    scanned: str = ""


def of(thing: Box | Lot, language: str) -> Page:
    """The page of a box or lot."""
    return _of_box(thing, language) if isinstance(thing, Box) else _of_lot(thing, language)


def _of_box(box: Box, language: str) -> Page:
    """The page of one box."""
    events = queries.events(box.lot)
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
        grower=_grower(box.lot, named),
        steps=timeline.of_box(box, events, named),
        lot_code=box.lot.code,
        weight=_unsaid(kilograms(box.net_weight_g), box.item.name(language)),
        scanned=telling.scanned(box),
    )


def _unsaid(weight: str, name: str) -> str:
    """The weight, unless the name of the pack says it already."""
    return "" if weight in name.replace("\N{NO-BREAK SPACE}", " ") else weight


def _of_lot(lot: Lot, language: str) -> Page:
    """The page of a lot."""
    events = queries.events(lot)
    named = places.names([lot.commune_code, lot.party.commune_code])
    return Page(
        code=lot.code,
        printed=lot.code,
        title=lot.crop,
        verdict=verdicts.of_lot(lot, clock.local_day()),
        shop=shop.facts(lot, None, language),
        facts=[*_days(lot), Fact(_("Harvest amount"), kilograms(lot.quantity_g))],
        grower=_grower(lot, named),
        steps=timeline.of_lot(lot, events, named),
        scanned=telling.scanned(lot),
    )


def _days(lot: Lot) -> list[Fact]:
    """When it was picked and until when it keeps."""
    facts = [Fact(_("Harvest day"), f"{lot.harvested_on:%d/%m/%Y}")]
    if lot.best_before:
        facts.append(Fact(_("Best before"), f"{lot.best_before:%d/%m/%Y}"))
    return facts


def _gtin(item: TradeItem) -> list[Fact]:
    """The item's own number, if it has one."""
    return [Fact("GTIN", checkdigits.shown(item.gtin), is_code=True)] if item.gtin else []


def _grower(lot: Lot, named: dict[str, str]) -> list[Fact]:
    """Who grew it and where; variety if somebody said."""
    seat = lot.party.commune_code if lot.party.commune_code != lot.commune_code else ""
    facts = [
        Fact(_("Grower"), lot.party.name, named.get(seat, "")),
        Fact(_("Grown in"), named.get(lot.commune_code, lot.commune_code)),
    ]
    if lot.variety:
        facts.append(Fact(_("Variety"), lot.variety))
    return facts
