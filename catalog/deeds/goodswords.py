"""The deeds with goods and their traces: lots, labels, numbers, plots."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

GROUPS: tuple[tuple[str, Promise, Mapping[str, Promise]], ...] = (
    (
        "lot",
        _("Lots and boxes"),
        {
            "lot.opened": _("Lot opened"),
            "lot.packed": _("Boxes packed"),
            "lot.unpacked": _("Boxes unpacked"),
            "lot.shipped": _("Boxes sent"),
            "lot.delivered": _("Boxes delivered"),
            "lot.lost": _("Boxes lost on the way"),
            "lot.recalled": _("Lot called back"),
            "lot.exported": _("Papers of a lot taken"),
            "lot.assigned": _("Labelled boxes taken for an order"),
            "lot.relabelled": _("Spoilt labels replaced"),
            "lot.labels_printed": _("Labels of a whole lot printed"),
            "labels.asked": _("Labels printed"),
            "labels.cancelled": _("Label job called off"),
            "labels.read": _("Labels downloaded"),
            "labels.calibrated": _("Label printer set"),
            "scratch.asked": _("Scratch codes asked for"),
            "scratch.fetched": _("Digits of scratch codes downloaded"),
            "scratch.replaced": _("Scratch codes made anew, the earlier ones void"),
            "scratch.opened": _("Box opened with its scratch code"),
            "scans.decided": _("Alert about scans decided"),
            "problem.reported": _("Problem with goods reported"),
            "problem.answered": _("Report of a problem answered"),
        },
    ),
    (
        "numbers",
        _("Numbers for labels"),
        {
            "numbers.registered": _("Company prefix written down"),
            "numbers.open": _("Company prefix opened"),
            "numbers.closed": _("Company prefix closed"),
            "numbers.given": _("Number of the province given"),
            "numbers.own": _("Own number written down"),
            "numbers.carton": _("Carton numbered"),
        },
    ),
    (
        "epcis",
        _("Events of other programs"),
        {
            "epcis.captured": _("EPCIS events taken in"),
        },
    ),
    (
        "making",
        _("Making and pallets"),
        {
            "lot.merged": _("Lots put together"),
            "lot.split": _("Lot divided"),
            "lot.processed": _("Lot processed"),
            "lot.holding": _("Lot held"),
            "lot.release": _("Held lot let go"),
            "unit.opened": _("Pallet begun"),
            "unit.loading": _("Boxes loaded on a pallet"),
            "unit.closed": _("Pallet closed"),
            "unit.unloading": _("Pallet taken apart"),
            "unit.labels_printed": _("Labels of a pallet printed"),
        },
    ),
    (
        "grower",
        _("Plots and diary"),
        {
            "plot.written": _("Plot written down or changed"),
            "diary.written": _("Work on a plot written down"),
            "grower.written": _("Grower written down or changed"),
            "grower.consented": _("Grower agreed to be named"),
            "grower.withdrew": _("Grower took the consent back"),
            "growing_area.written": _("Growing area written down or changed"),
            "facility.written": _("Packing house written down or changed"),
        },
    ),
)
