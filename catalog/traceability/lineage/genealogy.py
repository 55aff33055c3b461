"""From what a box came and into what a lot went: the graph of lots, boxes and logistic units.

Other people's box codes are never told whole: a list of genuine codes is what a forger needs.
Both ways are one recursive query of any depth; sources are older than what is made of them
(a constraint), so the graph has no circle.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import connection

from catalog.traceability.models import Box, LogisticUnit, Lot, Party

BACK, FORWARD = "back", "forward"
_TOLD = 4

Thing = Box | Lot | LogisticUnit
#: Kind and key of a row: ``("lot", 12)``.
Spot = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Node:
    """A lot, box or unit: what is known of its weight in grams, its grower and where it grew."""

    code: str
    kind: str
    party: Party
    lot: Lot | None
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


@dataclass(frozen=True, slots=True)
class Step:
    """One way from a spot to the next, as the goods went."""

    source: Spot
    target: Spot
    grams: int | None


# From where one stands (kind, id): the next spots, and the grams that went there. A cancelled
# label was a box once, but its goods went back into the lot.
_BACK = """
    SELECT 'lot' AS kind, source_id AS id, grams FROM traceability_lotsource
        WHERE here.kind = 'lot' AND lot_id = here.id
    UNION ALL SELECT 'lot', lot_id, CASE state WHEN 'void' THEN NULL ELSE net_weight_g END
        FROM traceability_box
        WHERE here.kind = 'box' AND id = here.id
    UNION ALL SELECT 'box', box_id, NULL FROM traceability_unitbox
        WHERE here.kind = 'unit' AND unit_id = here.id
"""
_FORWARD = """
    SELECT 'lot' AS kind, lot_id AS id, grams FROM traceability_lotsource
        WHERE here.kind = 'lot' AND source_id = here.id
    UNION ALL SELECT 'box', id, CASE state WHEN 'void' THEN NULL ELSE net_weight_g END
        FROM traceability_box
        WHERE here.kind = 'lot' AND lot_id = here.id
    UNION ALL SELECT 'unit', unit_id, NULL FROM traceability_unitbox
        WHERE here.kind = 'box' AND box_id = here.id
"""
# UNION drops what was reached before: a lot that two ways lead to is walked from once.
_WALK = """
    WITH RECURSIVE reached(kind, id) AS (
        SELECT kind, id FROM unnest(%(kinds)s::text[], %(ids)s::bigint[]) AS start(kind, id)
        UNION
        SELECT next.kind, next.id FROM reached here CROSS JOIN LATERAL ({next}) next
    )
    SELECT here.kind, here.id, next.kind, next.id, next.grams
    FROM reached here CROSS JOIN LATERAL ({next}) next
    ORDER BY next.kind DESC, here.id, next.id
"""


def of(thing: Thing, direction: str) -> Trace:
    """The trace of a box, lot or unit, back to the harvests or forward to boxes and units."""
    start = spot(thing)
    steps = walk([start], direction)
    spots = list(dict.fromkeys([start, *(s for step in steps for s in (step.source, step.target))]))
    nodes = _nodes(spots, start)
    edges = [Edge(nodes[step.source].code, nodes[step.target].code, step.grams) for step in steps]
    return Trace(thing.code, [nodes[found] for found in spots], edges)


def spot(thing: Thing) -> Spot:
    """Where a thing stands in the graph."""
    kind = {Lot: "lot", Box: "box", LogisticUnit: "unit"}[type(thing)]
    return kind, thing.pk


def walk(starts: list[Spot], direction: str) -> list[Step]:
    """Every step from these spots in one direction, each once, in one recursive query."""
    following = _BACK if direction == BACK else _FORWARD
    with connection.cursor() as cursor:
        cursor.execute(
            _WALK.format(next=following),
            {"kinds": [kind for kind, _pk in starts], "ids": [pk for _kind, pk in starts]},
        )
        rows = cursor.fetchall()
    return [_step((row[0], row[1]), (row[2], row[3]), row[4], direction) for row in rows]


def lots_reached(lots: list[int], direction: str) -> set[int]:
    """The keys of these lots and all lots made of them (or that they were made of)."""
    steps = walk([("lot", pk) for pk in lots], direction)
    ends = {end for step in steps for end in (step.source, step.target)}
    return {*lots, *(pk for kind, pk in ends if kind == "lot")}


def covered(code: str) -> str:
    """A box code with all but its first characters hidden: ``K7Q2********``."""
    return code[:_TOLD] + "*" * (len(code) - _TOLD)


def _step(here: Spot, there: Spot, grams: int | None, direction: str) -> Step:
    """A step in the direction the goods went, whichever way it was found."""
    source, target = (there, here) if direction == BACK else (here, there)
    return Step(source, target, grams)


def _nodes(spots: list[Spot], start: Spot) -> dict[Spot, Node]:
    """What is known of each spot: one query per kind. Only the start's own code is told whole."""
    keys: dict[str, list[int]] = {"lot": [], "box": [], "unit": []}
    for kind, pk in spots:
        keys[kind].append(pk)
    found: dict[Spot, Node] = {}
    for lot in Lot.objects.filter(pk__in=keys["lot"]).select_related("party"):
        found["lot", lot.pk] = Node(lot.code, "lot", lot.party, lot, lot.quantity_g, lot.state)
    for box in Box.objects.filter(pk__in=keys["box"]).select_related("lot__party"):
        code = box.code if start == ("box", box.pk) else covered(box.code)
        found["box", box.pk] = Node(
            code, "box", box.lot.party, box.lot, box.net_weight_g, box.state
        )
    for unit in LogisticUnit.objects.filter(pk__in=keys["unit"]).select_related("party"):
        code = unit.code if start == ("unit", unit.pk) else covered(unit.code)
        found["unit", unit.pk] = Node(code, "unit", unit.party, None, None, unit.state)
    return found
