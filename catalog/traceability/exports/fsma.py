"""The sortable sheet of 21 CFR part 1, subpart S (FSMA 204): who did what to which lot, and when.

One row for each event, one column for each key data element (``kdes``). Compliance is asked from
20 July 2028. What nobody wrote down here stays empty and is named in the notes: an empty cell is
honest, a guessed one is not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, Sum

from catalog.traceability import places
from catalog.traceability.exports import commodities, files
from catalog.traceability.exports.consignments import Consignment
from catalog.traceability.exports.kdes import COLUMNS, LISTED, NOTES
from catalog.traceability.lineage import origins
from catalog.traceability.lineage.origins import Origin
from catalog.traceability.models import Box, Event, Facility, Lot, Plot
from marketplace.records import clock

Rows = list[files.Row]


@dataclass(frozen=True, slots=True)
class _Sites:
    """Names of places: communes, and where each party packs."""

    communes: dict[str, str]
    houses: dict[int, Facility]

    def farm(self, plot: Plot) -> str:
        """The farm of a plot: its grower where named in public, its cooperative, its commune."""
        grower = plot.grower.shown if plot.grower else ""
        return _joined(grower, plot.party.name, self.communes.get(plot.commune_code, ""))

    def house(self, lot: Lot) -> str:
        """Where a lot's party packs: its usual house, else only its commune."""
        house = self.houses.get(lot.party_id)
        if house is None:
            return _joined(lot.party.name, self.communes.get(lot.party.commune_code, ""))
        code = f"packing house {house.code}" if house.code else ""
        number = f"GLN {house.gln}" if house.gln else ""
        commune = self.communes.get(house.commune_code, "")
        return _joined(lot.party.name, house.name, code, number, commune)


def file(consignment: Consignment, form: str) -> files.File:
    """The sheet as ``xlsx`` (a sheet for each kind of event) or ``csv`` (one long table)."""
    told, notes = sheets(consignment), _notes(consignment)
    name = f"fsma204-{consignment.code}"
    table = [*_flat(told), (), *notes]
    seen = files.as_csv(table)
    if form == "csv":
        return files.File(f"{name}.csv", files.CSV, seen)
    pages = {kind: [COLUMNS[kind], *rows] for kind, rows in told.items()}
    body = files.as_xlsx({**pages, "Notes": notes})
    return files.File(f"{name}.xlsx", files.XLSX, body, seen)


def sheets(consignment: Consignment) -> dict[str, Rows]:
    """The rows of each kind of event, oldest lot first."""
    origin = origins.of(consignment.lots)
    sites = _sites(origin)
    keys = [lot.pk for lot in consignment.lots]
    lots = {lot.pk: lot for lot in origin.reached}
    return {
        "Harvesting": list(_harvesting(origin, sites)),
        "Cooling": [],
        "Initial packing": list(_packing(keys, lots, origin, sites)),
        "Shipping": list(_shipping(keys, lots, sites)),
        "Transformation": list(_transformation(origin, lots, sites)),
    }


def _sites(origin: Origin) -> _Sites:
    """The places of an origin; two queries."""
    parties = {lot.party_id for lot in origin.reached}
    usual = Facility.objects.filter(party__in=parties, is_usual=True)
    houses = {house.party_id: house for house in usual}
    codes = {lot.party.commune_code for lot in origin.reached}
    codes |= {plot.commune_code for plot in origin.plots}
    codes |= {house.commune_code for house in houses.values()}
    sent = Event.objects.filter(lot__in=origin.lots, kind=Event.Kind.SHIPPING)
    codes |= set(sent.values_list("commune_code", flat=True))
    return _Sites(places.names(codes), houses)


def _harvesting(origin: Origin, sites: _Sites) -> Iterator[files.Row]:
    """A row for each harvest and plot; the weight is the harvest's, in its first row alone."""
    plots = {plot.pk: plot for plot in origin.plots}
    for lot in origin.harvests:
        known = origin.plots_of.get(lot.pk, ())
        # A field that is not written down has a row of its own, without a place.
        for number, key in enumerate(known if known and not lot.unwritten_field else (*known, 0)):
            plot = plots.get(key)
            yield (
                lot.code,
                _commodity(lot),
                lot.variety,
                lot.quantity_g / 1000 if not number else "",
                "kg" if not number else "same harvest as above",
                sites.farm(plot) if plot else "",
                plot.name if plot else "",
                _days(lot),
                sites.house(lot),
                "Lot record",
                lot.code,
            )


def _packing(
    keys: Sequence[int], lots: dict[int, Lot], origin: Origin, sites: _Sites
) -> Iterator[files.Row]:
    """A row for each packing of a lot that goes out, without what was cancelled."""
    fields = "; ".join(dict.fromkeys(plot.name for plot in origin.plots))
    farms = "; ".join(dict.fromkeys(sites.farm(plot) for plot in origin.plots))
    packed = (
        Box.objects.filter(lot__in=keys)
        .exclude(state=Box.State.VOID)
        .values("lot", "packing", "packing__at", "item__name_vi", "item__name_en", "net_weight_g")
        .annotate(units=Count("pk"), grams=Sum("net_weight_g"))
        .order_by("packing", "item__name_vi")
    )
    for row in packed:
        lot = lots[row["lot"]]
        yield (
            lot.code,
            _commodity(lot),
            lot.variety,
            lot.opened_on.isoformat(),
            lot.quantity_g / 1000,
            "kg",
            farms,
            fields,
            lot.party.name,
            "",
            _days(lot),
            "",
            "",
            _joined(row["item__name_en"] or row["item__name_vi"], _size(row["net_weight_g"])),
            row["units"],
            "boxes",
            row["grams"] / 1000 if row["grams"] else "",
            sites.house(lot),
            _day(row["packing__at"]),
            "Packing record",
            str(row["packing"]),
        )


def _shipping(keys: Sequence[int], lots: dict[int, Lot], sites: _Sites) -> Iterator[files.Row]:
    """A row for each time boxes of a lot that goes out were sent."""
    sent = Event.objects.filter(lot__in=keys, kind=Event.Kind.SHIPPING).order_by("at", "pk")
    for event in sent:
        lot = lots[event.lot_id]
        yield (
            lot.code,
            event.quantity or "",
            "boxes",
            _description(lot),
            sites.communes.get(event.commune_code, ""),
            sites.house(lot),
            _day(event.at),
            sites.house(lot),
            "Seller's order" if event.reference else "",
            event.reference,
        )


def _transformation(origin: Origin, lots: dict[int, Lot], sites: _Sites) -> Iterator[files.Row]:
    """A row for each lot that went into another: mixing, dividing, drying, roasting."""
    for use in origin.sources:
        source, made = lots[use.source_id], lots[use.lot_id]
        yield (
            source.code,
            _description(source),
            use.grams / 1000,
            "kg",
            made.code,
            sites.house(made),
            made.opened_on.isoformat(),
            _description(made),
            made.quantity_g / 1000,
            "kg",
            "Lot record",
            made.code,
        )


def _flat(told: dict[str, Rows]) -> Iterator[files.Row]:
    """One table: the kind of event, then every column any kind has."""
    columns = list(dict.fromkeys(name for kind in COLUMNS.values() for name in kind))
    yield ("Critical tracking event", *columns)
    for kind, rows in told.items():
        for row in rows:
            cells = dict(zip(COLUMNS[kind], row, strict=True))
            yield (kind, *(cells.get(name, "") for name in columns))


def _notes(consignment: Consignment) -> Rows:
    """What the reader has to know: which list the goods are on, and what is not in here."""
    crops = dict.fromkeys(lot.crop for lot in consignment.lots)
    about = [f"{_english(crop)} {LISTED[commodities.of(crop).fsma]}" for crop in crops]
    return [(f"Note: {words}",) for words in (*about, *NOTES)]


def _english(crop: str) -> str:
    """A crop in English where it is known, with its own name."""
    english = commodities.of(crop).english
    return f"{english} ({crop})" if english else crop


def _commodity(lot: Lot) -> str:
    """The commodity of a lot."""
    return _english(lot.crop)


def _description(lot: Lot) -> str:
    """Commodity and variety."""
    return _joined(_english(lot.crop), lot.variety)


def _size(grams: int | None) -> str:
    """The size of a package."""
    return f"{grams / 1000:g} kg box" if grams else "box"


def _days(lot: Lot) -> str:
    """The day of harvest, or the first and last."""
    last = f"/{lot.harvested_to.isoformat()}" if lot.harvested_to else ""
    return f"{lot.harvested_on.isoformat()}{last}"


def _day(moment: dt.datetime) -> str:
    """The day in Viet Nam."""
    return moment.astimezone(clock.LOCAL).date().isoformat()


def _joined(*words: str) -> str:
    """What is known, with commas."""
    return ", ".join(word for word in words if word)
