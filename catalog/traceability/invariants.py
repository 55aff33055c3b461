"""What must be true of lots, boxes and events taken together; one row's rules are constraints."""

from __future__ import annotations

from marketplace.records.invariants import invariant


@invariant("lot_packed_weight_adds_up", "A lot's packed weight is that of its boxes that count.")
def _lot_packed_weight_adds_up() -> str:
    """The counter against the boxes."""
    return """
        SELECT lot.id, lot.code, lot.packed_g, coalesce(sum(box.net_weight_g), 0) AS in_boxes
        FROM traceability_lot lot
        LEFT JOIN traceability_box box ON box.lot_id = lot.id AND box.state <> 'void'
        GROUP BY lot.id HAVING lot.packed_g <> coalesce(sum(box.net_weight_g), 0)
    """


@invariant("lot_begins_as_its_kind_says", "A lot has one event that made it, of its weight.")
def _lot_begins_as_its_kind_says() -> str:
    """Lots whose first event is missing, doubled, or tells another day or weight."""
    return """
        SELECT lot.id, lot.code, count(event.id) AS beginnings
        FROM traceability_lot lot
        LEFT JOIN traceability_event event ON event.lot_id = lot.id
            AND event.kind IN ('harvest', 'merging', 'splitting', 'processing')
        GROUP BY lot.id
        HAVING count(event.id) <> 1
            OR min(event.kind) <> CASE lot.kind WHEN 'harvest' THEN 'harvest'
                WHEN 'merged' THEN 'merging' WHEN 'split' THEN 'splitting'
                ELSE 'processing' END
            OR min(event.data ->> 'day') <> lot.harvested_on::text
            OR min(event.quantity) <> lot.quantity_g
    """


@invariant("lot_was_not_picked_too_soon", "No open lot was picked inside an interval of its plot.")
def _lot_was_not_picked_too_soon() -> str:
    """A lot like that is held or recalled, unless somebody let it go with a reason."""
    return """
        SELECT lot.id, lot.code, entry.id AS entry FROM traceability_lot lot
        JOIN traceability_lotplot origin ON origin.lot_id = lot.id
        JOIN traceability_diaryentry entry ON entry.plot_id = origin.plot_id
            AND entry."on" <= lot.harvested_on
            AND entry."on" + entry.wait_days > lot.harvested_on
        LEFT JOIN traceability_diaryentry other ON other.corrects_id = entry.id
        WHERE lot.state = 'open' AND other.id IS NULL AND NOT EXISTS (
            SELECT FROM traceability_event event
            WHERE event.lot_id = lot.id AND event.kind = 'release')
    """


@invariant("held_lot_says_when", "A lot is held exactly when it was held last, not let go.")
def _held_lot_says_when() -> str:
    """State against the newest of both kinds of event."""
    return """
        SELECT lot.id, lot.code FROM traceability_lot lot
        LEFT JOIN LATERAL (
            SELECT kind FROM traceability_event event
            WHERE event.lot_id = lot.id AND event.kind IN ('holding', 'release', 'recall')
            ORDER BY event.id DESC LIMIT 1) last ON true
        WHERE (lot.state = 'held') <> coalesce(last.kind = 'holding', false)
    """


@invariant("box_is_packed_after_harvest", "No box was packed before its lot was picked.")
def _box_is_packed_after_harvest() -> str:
    """Local days in Vietnam."""
    return """
        SELECT box.id, box.code FROM traceability_box box
        JOIN traceability_lot lot ON lot.id = box.lot_id
        JOIN traceability_event event ON event.id = box.packing_id
        WHERE (event.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < lot.harvested_on
    """


@invariant("packing_made_its_boxes", "A packing of so many boxes made so many, from its own lot.")
def _packing_made_its_boxes() -> str:
    """Every sticker issued goes back to a packing that was written down."""
    return """
        SELECT event.id, event.quantity, count(box.id) AS boxes
        FROM traceability_event event
        LEFT JOIN traceability_box box ON box.packing_id = event.id
        GROUP BY event.id
        HAVING count(box.id) <> CASE event.kind WHEN 'packing' THEN event.quantity ELSE 0 END
            OR bool_or(box.lot_id <> event.lot_id)
    """


@invariant("void_boxes_were_unpacked_by_events", "Cancelled boxes are as many as events say.")
def _void_boxes_were_unpacked_by_events() -> str:
    """No label is cancelled without a word."""
    return """
        SELECT lot.id, lot.code, boxes.units, events.units AS told
        FROM traceability_lot lot
        LEFT JOIN (SELECT lot_id, count(*) AS units FROM traceability_box
            WHERE state = 'void' GROUP BY lot_id) boxes ON boxes.lot_id = lot.id
        LEFT JOIN (SELECT lot_id, sum(quantity) AS units FROM traceability_event
            WHERE kind = 'unpacking' GROUP BY lot_id) events ON events.lot_id = lot.id
        WHERE coalesce(boxes.units, 0) <> coalesce(events.units, 0)
    """


@invariant("recalled_lot_says_when", "A lot is recalled exactly when a recall was written down.")
def _recalled_lot_says_when() -> str:
    """State against events."""
    return """
        SELECT lot.id, lot.code FROM traceability_lot lot
        WHERE (lot.state = 'recalled') <> EXISTS (
            SELECT FROM traceability_event event
            WHERE event.lot_id = lot.id AND event.kind = 'recall')
    """


@invariant("recalled_lot_has_a_recall", "A lot is recalled exactly when a real recall lists it.")
def _recalled_lot_has_a_recall() -> str:
    """State against the lists of recalls that run or are closed; drills move no lot."""
    return """
        SELECT lot.id, lot.code FROM traceability_lot lot
        WHERE (lot.state = 'recalled') <> EXISTS (
            SELECT FROM traceability_recalllot listed
            JOIN traceability_recall recall ON recall.id = listed.recall_id
            WHERE listed.lot_id = lot.id AND recall.state IN ('open', 'closed')
                AND NOT recall.is_drill)
    """


@invariant("recall_leaves_out_nothing_made_of_its_lots", "What is made of a lot goes with it.")
def _recall_leaves_out_nothing_made_of_its_lots() -> str:
    """Lots made of a listed lot that the same recall does not list."""
    return """
        SELECT source.id, recall.number, source.lot_id FROM traceability_recall recall
        JOIN traceability_recalllot listed ON listed.recall_id = recall.id
        JOIN traceability_lotsource source ON source.source_id = listed.lot_id
        LEFT JOIN traceability_recalllot other
            ON other.recall_id = recall.id AND other.lot_id = source.lot_id
        WHERE recall.state IN ('open', 'closed') AND NOT recall.is_drill AND other.id IS NULL
    """
