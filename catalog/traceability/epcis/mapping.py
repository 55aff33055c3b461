"""What people wrote down, as EPCIS 2.0 says it: one function for each kind of event.

Box codes are what a forger needs, so no event lists them: boxes are told as a class with their
number, and each by a salted commitment. Orders and destinations are commitments too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from catalog.traceability.epcis import commitments, naming
from catalog.traceability.epcis.commitments import Secret
from catalog.traceability.lots.models import Box, Event, Lot
from marketplace.records import clock

Kind = Event.Kind
Document = dict[str, Any]
ORDER, DESTINATION, BOX = "sl:order", "sl:destination", "sl:box"


@dataclass(frozen=True, slots=True)
class Draft:
    """An event without its hash, what it only commits to, and the boxes it speaks of unnamed.

    ``boxes`` are identifiers by role; ``seed`` gives their commitments the salts.
    """

    document: Document
    secrets: list[Secret] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    role: str = "epc"
    seed: str = ""


def of(event: Event, boxes: Sequence[Box]) -> Draft:
    """The EPCIS event of something people wrote about ``boxes``, if it was about boxes."""
    return _BY_KIND[Kind(event.kind)](event, boxes)


def kilograms(grams: int) -> float | int:
    """Grams as kilograms, a whole number where they are."""
    return grams // 1000 if grams % 1000 == 0 else grams / 1000


def when(event: Event) -> Document:
    """The moment and its offset from UTC."""
    local = event.at.astimezone(clock.LOCAL)
    written = local.isoformat(timespec="milliseconds")
    return {"eventTime": written, "eventTimeZoneOffset": written[-6:]}


def _harvest(event: Event, boxes: Sequence[Box]) -> Draft:
    """A lot comes into being where it was picked."""
    lot = event.lot
    facts = {
        "cbvmda:lotNumber": lot.code,
        "cbvmda:harvestStartDate": lot.harvested_on.isoformat(),
        "cbvmda:harvestEndDate": (lot.harvested_to or lot.harvested_on).isoformat(),
        "cbvmda:bestBeforeDate": lot.best_before.isoformat() if lot.best_before else "",
        "sl:crop": lot.crop,
        "sl:variety": lot.variety,
        "sl:commune": lot.commune_code,
    }
    return Draft(
        {
            **_object(event, "ADD", "commissioning", "active"),
            "readPoint": {"id": naming.commune(lot.commune_code)},
            **_at("bizLocation", naming.party(lot.party)),
            "quantityList": [_weight(lot, event.quantity or lot.quantity_g)],
            "ilmd": {name: value for name, value in facts.items() if value},
        }
    )


def _packing(event: Event, boxes: Sequence[Box]) -> Draft:
    """Goods of a lot become boxes; when nobody weighed them, only the boxes are told."""
    lot, place = event.lot, naming.party(event.lot.party)
    grams = sum(box.net_weight_g or 0 for box in boxes)
    taken = {"inputQuantityList": [_weight(lot, grams)]} if grams else {"sl:lot": naming.lot(lot)}
    document = {
        "type": "TransformationEvent",
        **when(event),
        "transformationID": f"{naming.namespace()}packing/{event.pk}",
        "bizStep": "packing",
        "disposition": "in_progress",
        **_at("readPoint", place),
        **_at("bizLocation", place),
        **taken,
        "outputQuantityList": _counted(lot, boxes),
    }
    return _with_boxes(document, event, boxes, role="output")


def _relabelling(event: Event, boxes: Sequence[Box]) -> Draft:
    """Boxes get fresh codes; the codes before are cancelled for ever."""
    draft = _moved(event, boxes, ("ADD", "commissioning", "active"), here=True)
    return replace(draft, document={**draft.document, "sl:replaced": len(boxes)})


def _unpacking(event: Event, boxes: Sequence[Box]) -> Draft:
    """Labels are cancelled in the house; the goods go on without them."""
    return _moved(event, boxes, ("DELETE", "decommissioning", "inactive"), here=True)


def _shipping(event: Event, boxes: Sequence[Box]) -> Draft:
    """Boxes leave the house."""
    return _moved(event, boxes, ("OBSERVE", "shipping", "in_transit"), here=True)


def _delivery(event: Event, boxes: Sequence[Box]) -> Draft:
    """Boxes reach who bought them, at a place that is nobody else's business."""
    return _moved(event, boxes, ("OBSERVE", "retail_selling", "retail_sold"), here=False)


def _loss(event: Event, boxes: Sequence[Box]) -> Draft:
    """Boxes are gone: where they are and how, nobody knows."""
    return _moved(event, boxes, ("DELETE", "decommissioning", "unknown"), here=False)


def _recall(event: Event, boxes: Sequence[Box]) -> Draft:
    """A lot and every box of it must not be eaten."""
    lot, place = event.lot, naming.party(event.lot.party)
    return Draft(
        {
            **_object(event, "OBSERVE", "holding", "recalled"),
            **_at("readPoint", place),
            **_at("bizLocation", place),
            "quantityList": [_weight(lot, lot.quantity_g), *_counted(lot, boxes)],
            "sl:reason": event.data.get("reason", ""),
        }
    )


def _made(event: Event, boxes: Sequence[Box]) -> Draft:
    """Lots become another lot: what went in, what came out, and what was lost on the way."""
    lot, place = event.lot, naming.party(event.lot.party)
    taken = [
        {"epcClass": naming.lot_called(source["lot"]), "quantity": kilograms(source["grams"])}
        for source in event.data["sources"]
    ]
    return Draft(
        {
            "type": "TransformationEvent",
            **when(event),
            "transformationID": f"{naming.namespace()}making/{event.pk}",
            "bizStep": "creating_class_instance",
            "disposition": "active",
            **_at("readPoint", place),
            **_at("bizLocation", place),
            "inputQuantityList": [{**element, "uom": "KGM"} for element in taken],
            "outputQuantityList": [_weight(lot, event.quantity or lot.quantity_g)],
            "ilmd": {"cbvmda:lotNumber": lot.code, "sl:crop": lot.crop},
            "sl:work": event.kind,
            "sl:loss": kilograms(event.data["loss_g"]),
        }
    )


def _holding(event: Event, boxes: Sequence[Box]) -> Draft:
    """A lot waits until something about it is clear, or was found in order."""
    lot, place = event.lot, naming.party(event.lot.party)
    held = event.kind == Kind.HOLDING
    words = ("holding", "non_sellable_other") if held else ("inspecting", "conformant")
    return Draft(
        {
            **_object(event, "OBSERVE", *words),
            **_at("readPoint", place),
            "quantityList": [_weight(lot, lot.quantity_g)],
            "sl:reason": event.data.get("reason", ""),
        }
    )


def _stacking(event: Event, boxes: Sequence[Box]) -> Draft:
    """Boxes are put on a pallet or taken off it."""
    place = naming.party(event.lot.party)
    loading = event.kind == Kind.LOADING
    document = {
        "type": "AggregationEvent",
        **when(event),
        "action": "ADD" if loading else "DELETE",
        "bizStep": "packing" if loading else "unpacking",
        "disposition": "in_progress",
        "parentID": naming.unit(event.data["unit"], event.data.get("sscc", "")),
        **_at("readPoint", place),
        "childQuantityList": _counted(event.lot, boxes),
    }
    return _with_boxes(document, event, boxes, role="child")


def _moved(event: Event, boxes: Sequence[Box], words: tuple[str, str, str], *, here: bool) -> Draft:
    """Boxes of a sale, as a class and a number, at the house or nowhere anybody is told of."""
    place = naming.party(event.lot.party) if here else ""
    document = {
        **_object(event, *words),
        **_at("readPoint", place),
        "quantityList": _counted(event.lot, boxes),
    }
    return _with_boxes(document, event, boxes, role="epc")


def _with_boxes(document: Document, event: Event, boxes: Sequence[Box], *, role: str) -> Draft:
    """The event with commitments for its boxes, the sale and the place it was sent to."""
    named, seed = sorted(naming.box(box) for box in boxes), commitments.seed()
    private = [(ORDER, event.reference)]
    if event.kind in (Kind.SHIPPING, Kind.DELIVERY):
        private.append((DESTINATION, naming.commune(event.commune_code)))
    secrets = [Secret(path, value) for path, value in private if value]
    held: Document = {secret.path: secret.commitment for secret in secrets}
    held[BOX] = sorted(commitments.grown(BOX, name, seed).commitment for name in named)
    return Draft({**document, "sl:commitments": held}, secrets, named, role, seed)


def _object(event: Event, action: str, step: str, state: str) -> Document:
    """What every ObjectEvent begins with."""
    return {
        "type": "ObjectEvent",
        **when(event),
        "action": action,
        "bizStep": step,
        "disposition": state,
    }


def _at(name: str, place: str) -> Document:
    """A place under its name, or nothing where none is known."""
    return {name: {"id": place}} if place else {}


def _weight(lot: Lot, grams: int) -> Document:
    """So many kilograms of a lot."""
    return {"epcClass": naming.lot(lot), "quantity": kilograms(grams), "uom": "KGM"}


def _counted(lot: Lot, boxes: Sequence[Box]) -> list[Document]:
    """So many boxes of each item."""
    counts = Counter(naming.boxes(lot, box) for box in boxes)
    return [{"epcClass": name, "quantity": units} for name, units in sorted(counts.items())]


_BY_KIND: dict[Event.Kind, Callable[[Event, Sequence[Box]], Draft]] = {
    Kind.HARVEST: _harvest,
    Kind.PACKING: _packing,
    Kind.UNPACKING: _unpacking,
    Kind.RELABELLING: _relabelling,
    Kind.SHIPPING: _shipping,
    Kind.DELIVERY: _delivery,
    Kind.LOSS: _loss,
    Kind.RECALL: _recall,
    Kind.MERGING: _made,
    Kind.SPLITTING: _made,
    Kind.PROCESSING: _made,
    Kind.HOLDING: _holding,
    Kind.RELEASE: _holding,
    Kind.LOADING: _stacking,
    Kind.UNLOADING: _stacking,
}
