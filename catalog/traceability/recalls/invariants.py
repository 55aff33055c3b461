"""What must be true of recalls and the lots they list."""

from __future__ import annotations

from marketplace.records.invariants import invariant


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
