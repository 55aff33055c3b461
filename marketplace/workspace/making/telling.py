"""What a lot's page says of the lot, and why something could not be made of it, in words."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.stock import offering, remaking
from catalog.traceability import codes, queries, timeline
from catalog.traceability.lineage import making
from catalog.traceability.lots import harvest
from catalog.traceability.models import Event, Lot
from marketplace.design import formats, spoken

REFUSALS = (
    making.NotOurLot,
    making.LotNotOpen,
    making.MoreThanLeft,
    making.WeightsDiffer,
    making.DifferentGoods,
    making.TooFew,
    harvest.KeepsTooShort,
    remaking.Promised,
    offering.OtherGoods,
)
_KINDS = {
    Lot.Kind.MERGED: "merged",
    Lot.Kind.SPLIT: "split",
    Lot.Kind.PROCESSED: "processed",
}


def words(refusal: Exception) -> str:
    """Why, and what can be done about it."""
    if isinstance(refusal, making.MoreThanLeft):
        code, left = refusal.args
        facts = {"code": code, "left": formats.weight(left)}
        return _("Lot %(code)s has only %(left)s left for this.") % facts
    if isinstance(refusal, remaking.Promised):
        code, free = refusal.args
        facts = {"code": code, "free": formats.weight(free)}
        return _("Buyers wait for the rest of lot %(code)s: at most %(free)s are free.") % facts
    said = {
        making.NotOurLot: _("This lot is not yours, or there is none of this code."),
        making.LotNotOpen: _("This lot is held or called back: nothing can be made of it."),
        making.WeightsDiffer: _("The weights do not add up. Every part weighs something."),
        making.DifferentGoods: _("Only lots of one crop can be put together."),
        making.TooFew: _("Write the weights of at least two."),
        harvest.KeepsTooShort: _("The best-before day is today or later."),
        offering.OtherGoods: _("Write how many units of at least one pack there are."),
    }
    return said[type(refusal)]


def ticket(lot: Lot) -> dict[str, Any]:
    """The lot as its ticket shows it."""
    facts = [
        (_("Crop"), spoken.Vietnamese(lot.variety or lot.crop)),
        (_("Brought in"), formats.weight(lot.quantity_g)),
    ]
    if lot.loss_g:
        facts.append((_("Lost in making"), formats.weight(lot.loss_g)))
    elif lot.best_before:
        facts.append((_("Best before"), formats.day(lot.best_before)))
    return {
        "code": lot.code,
        "about": kind_words(lot),
        "trace_url": codes.url(lot.code),
        "harvested_on": lot.harvested_on,
        "facts": facts,
    }


def kind_words(lot: Lot) -> str:
    """Where the goods came from."""
    said = {
        "merged": _("Put together from several lots"),
        "split": _("Sorted out of a larger lot"),
        "processed": _("Processed"),
    }
    return said.get(_KINDS.get(Lot.Kind(lot.kind), ""), _("A harvest"))


def state(lot: Lot) -> dict[str, str] | None:
    """How a lot that is not open stands, and why."""
    if lot.state == Lot.State.HELD:
        said = _("Held: nothing of it is sold or sent until the department lets it go.")
        return {"level": "warn", "words": said, "reason": lot.hold_reason}
    if lot.state == Lot.State.RECALLED:
        return {"level": "bad", "words": _("Called back."), "reason": lot.recall_reason}
    return None


def steps(lot: Lot) -> list[dict[str, Any]]:
    """What happened to the lot, when, and by whose hands."""
    told = []
    for event in queries.events(lot):
        for step in timeline.of_lot(lot, [event], {}):
            who = " · ".join(filter(None, (step.when, _who(event))))
            told.append({"words": step.text, "note": who, "state": "done"})
    return told


def sources(lot: Lot) -> list[dict[str, str]]:
    """The lots it was made of, and the plots it was picked on."""
    made_of = lot.sources.select_related("source").order_by("source_id")
    found = [_line(one.source, one.grams) for one in made_of]
    for origin in lot.origins.select_related("plot").order_by("plot__name"):
        place = reverse("sell-plot", args=[origin.plot_id])
        found.append({"words": origin.plot.name, "note": _("plot"), "url": place})
    if lot.unwritten_field:
        found.append({"words": lot.unwritten_field, "note": _("field not written down"), "url": ""})
    return found


def uses(lot: Lot) -> list[dict[str, str]]:
    """The lots that were made of it."""
    return [_line(one.lot, one.grams) for one in lot.uses.select_related("lot").order_by("lot_id")]


def _line(other: Lot, grams: int) -> dict[str, str]:
    """Another lot and how much went."""
    url = reverse("sell-lot", args=[other.code])
    return {"words": other.code, "note": formats.weight(grams), "url": url}


def _who(event: Event) -> str:
    """By whom, and by whose hands where somebody helped."""
    helper = event.data.get("helped_by")
    if helper:
        return _("%(name)s, by the hands of %(helper)s") % {
            "name": event.by_name,
            "helper": helper,
        }
    return event.by_name
