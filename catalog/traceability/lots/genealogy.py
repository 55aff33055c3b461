"""From what a box came and into what a lot went: the graph of lots and boxes.

Other people's box codes are never told whole: a list of genuine codes is what a forger needs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.traceability import queries
from catalog.traceability.models import Box, Lot

BACK, FORWARD = "back", "forward"
_TOLD = 4


@dataclass(frozen=True, slots=True)
class Node:
    """A lot or box: what is known of its weight in grams, its grower and where it grew."""

    code: str
    kind: str
    lot: Lot
    grams: int | None
    state: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Goods that went from one code into another, in grams when somebody weighed them."""

    source: str
    target: str
    grams: int | None


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything reached from a code in one direction, the code itself first."""

    code: str
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)


def of(thing: Box | Lot, direction: str) -> Trace:
    """The trace of a box or lot, back to the harvest or forward to the boxes."""
    if isinstance(thing, Box):
        trace = Trace(thing.code, [_box_node(thing, thing.lot, thing.code)])
        if direction == BACK:
            trace.nodes.append(_lot_node(thing.lot))
            trace.edges.append(Edge(thing.lot.code, thing.code, thing.net_weight_g))
        return trace
    trace = Trace(thing.code, [_lot_node(thing)])
    if direction == FORWARD:
        for box in queries.boxes_of(thing):
            code = covered(box.code)
            trace.nodes.append(_box_node(box, thing, code))
            trace.edges.append(Edge(thing.code, code, box.net_weight_g))
    return trace


def covered(code: str) -> str:
    """A box code with all but its first characters hidden: ``K7Q2********``."""
    return code[:_TOLD] + "*" * (len(code) - _TOLD)


def _lot_node(lot: Lot) -> Node:
    return Node(lot.code, "lot", lot, lot.quantity_g, lot.state)


def _box_node(box: Box, lot: Lot, code: str) -> Node:
    return Node(code, "box", lot, box.net_weight_g, box.state)
