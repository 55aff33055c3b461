"""Plots of a consignment for a due diligence statement under Regulation (EU) 2023/1115.

The GeoJSON holds the plots and nothing else. What the statement asks beside them (goods, weight,
days of harvest) lies in ``facts.json``, because members of our own in the GeoJSON are of no use
to the European system. The law applies from 30 December 2026, to micro and small ones from 30
June 2027 (Regulation (EU) 2025/2650, read in other people's words). Whether land was forest
after 2020, and whether the harvest was legal, nobody wrote down here: the file says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from catalog.traceability import places
from catalog.traceability.exports import claims, commodities, files, geojson, linting
from catalog.traceability.exports.consignments import Consignment
from catalog.traceability.exports.findings import Faulty, Finding
from catalog.traceability.lineage import origins
from catalog.traceability.lineage.origins import Origin
from catalog.traceability.models import Lot

_NOT_SENT_AS_DRAWN = {"bad_outline", "point_too_large"}
# In English only: who reads them sits in Europe.
NOTES = (
    "Plots: all plots of every harvest in these goods, each once; nothing else is declared.",
    "Names of growers are told where they agreed to it, otherwise an alias stands there.",
    "Not in this file: evidence that no forest was cleared after 31 December 2020.",
    "Not in this file: evidence of legal production, and postal addresses.",
    "The six-digit HS code and a missing scientific name are for the operator to fill in.",
    "Kilograms per hectare are for the reader to judge: no verified yield was found.",
)


class TooLargeForOne(ValueError):
    """The plots do not fit into one file of the size the European system takes."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of a consignment's plots, and what would be sent back."""

    consignment: Consignment
    origin: Origin
    findings: tuple[Finding, ...]

    @property
    def is_good(self) -> bool:
        """Whether nothing stands in the way of handing it in."""
        return bool(self.origin.plots) and not any(one.blocks for one in self.findings)


def dossier(consignment: Consignment) -> Dossier:
    """Find the plots of a consignment and look them over; eight queries."""
    found = origins.of(consignment.lots)
    seen = [*linting.origin(found), *linting.shapes(found.plots), *claims.findings(found.plots)]
    seen += [*linting.standing(found), *_goods(consignment)]
    return Dossier(consignment, found, tuple(sorted(seen, key=lambda one: not one.blocks)))


def file(told: Dossier, form: str, *, draft: bool = False, limit: int | None = None) -> files.File:
    """The plots as ``geojson``, or with everything beside them as ``zip``.

    ``Faulty`` when it would be sent back and no draft is asked for; ``TooLargeForOne`` when the
    plots need several files, which only the archive can hold.
    """
    if not (draft or told.is_good):
        raise Faulty(told.findings)
    parts = geojson.collections(_features(told), draft=draft, limit=limit)
    name = f"eudr-{told.consignment.code}{'-DRAFT' if draft else ''}"
    if form == "zip":
        body = files.as_zip([*_numbered(parts), *_beside(told, draft=draft)])
        return files.File(f"{name}.zip", files.ZIP, body)
    if len(parts) > 1:
        raise TooLargeForOne(len(parts))
    return files.File(f"{name}.geojson", files.GEOJSON, parts[0])


def facts(told: Dossier, *, draft: bool = False) -> dict[str, Any]:
    """What a statement asks beside the plots."""
    consignment, plots = told.consignment, told.origin.plots
    hectares = sum(plot.area_m2 for plot in plots) / 10_000
    kilograms = sum(lot.quantity_g for lot in told.origin.harvests) / 1000
    return {
        "draft": draft,
        "consignment": consignment.code,
        "supplier": {"name": consignment.party.name, "gln": consignment.party.gln},
        "country": geojson.COUNTRY,
        "goods": _rows(consignment),
        "production": _days(told.origin.harvests),
        "plots": len(plots),
        "area_ha": round(hectares, 4),
        "harvested_kg": kilograms,
        "harvested_kg_per_ha": round(kilograms / hectares, 1) if hectares else None,
        "findings": [
            {"code": one.code, "where": one.where, "message": one.message, "blocks": one.blocks}
            for one in told.findings
        ],
        "notes": NOTES,
    }


def _goods(consignment: Consignment) -> list[Finding]:
    """Remarks about goods the law does not list, or whose species is not known."""
    found = []
    for lot in consignment.lots:
        if not commodities.of(lot.crop).in_eudr:
            words = _("%(crop)s is not among the goods the European law lists.")
            code = "not_listed"
        elif not commodities.species(lot.crop, lot.variety):
            words = _("%(crop)s: the variety does not say the species (arabica or robusta).")
            code = "species_unknown"
        else:
            continue
        told = words % {"crop": lot.crop}
        found.append(Finding(code, f"/lots/{lot.code}", told, lot=lot.code, blocks=False))
    return found


def _rows(consignment: Consignment) -> list[dict[str, Any]]:
    """The goods of each lot that goes out."""
    return [
        {
            "lot": lot.code,
            "hs_heading": commodities.of(lot.crop).hs,
            "trade_name": commodities.of(lot.crop).english or lot.crop,
            "local_name": " ".join(filter(None, (lot.crop, lot.variety))),
            "scientific_name": commodities.species(lot.crop, lot.variety),
            "net_kg": grams / 1000,
        }
        for lot, grams in zip(consignment.lots, consignment.grams, strict=True)
    ]


def _days(harvests: Sequence[Lot]) -> dict[str, Any]:
    """From the first day of harvest to the last."""
    return {
        "first": min(lot.harvested_on for lot in harvests),
        "last": max(lot.harvested_to or lot.harvested_on for lot in harvests),
    }


def _features(told: Dossier) -> list[str]:
    """The plots as lines of the file, in the order the pointers of findings count."""
    plots = told.origin.plots
    names = places.names(plot.commune_code for plot in plots)
    odd = {one.plot for one in told.findings if one.code in _NOT_SENT_AS_DRAWN}
    return [
        geojson.feature(
            plot,
            place=", ".join(filter(None, (plot.name, names.get(plot.commune_code)))),
            as_drawn=plot.pk in odd,
        )
        for plot in plots
    ]


def _numbered(parts: Sequence[bytes]) -> list[tuple[str, bytes]]:
    """The files of plots with their names, numbered when there are several."""
    if len(parts) == 1:
        return [("plots.geojson", parts[0])]
    return [(f"plots-{number}.geojson", part) for number, part in enumerate(parts, 1)]


def _beside(told: Dossier, *, draft: bool) -> list[tuple[str, bytes]]:
    """The files beside the plots: the facts, and which harvest grew on which plot."""
    names = {plot.pk: plot.name for plot in told.origin.plots}
    rows: list[files.Row] = [("lot", "harvested_on", "net_kg", "plot")]
    for lot in told.origin.harvests:
        day, kilograms = lot.harvested_on.isoformat(), lot.quantity_g / 1000
        rows += [
            (lot.code, day, kilograms, names[plot]) for plot in told.origin.plots_of.get(lot.pk, ())
        ] or [(lot.code, day, kilograms, "")]
    return [
        ("facts.json", files.as_json(facts(told, draft=draft))),
        ("harvests.csv", files.as_csv(rows)),
    ]
