"""What must always be true of recalls, order lines and letters taken together."""

from __future__ import annotations

from marketplace.records.invariants import invariant


@invariant(
    "recall_reaches_every_order_line",
    "Every order line packed from a lot of a real recall stands in that recall.",
)
def _recall_reaches_every_order_line() -> str:
    """Once, by a constraint; lines whose goods are back in the house do not count."""
    return """
        SELECT DISTINCT recall.id, recall.number, packed.line_id
        FROM traceability_recall recall
        JOIN traceability_recalllot listed ON listed.recall_id = recall.id
        JOIN catalog_packedlot packed ON packed.lot_id = listed.lot_id
        JOIN catalog_sellerorderline line ON line.line_id = packed.line_id
        JOIN catalog_sellerorder part ON part.id = line.seller_order_id
        LEFT JOIN catalog_recalledline reached
            ON reached.recall_id = recall.id AND reached.line_id = packed.line_id
        WHERE recall.state IN ('open', 'closed') AND NOT recall.is_drill
            AND part.state IN ('packed', 'shipped', 'delivered') AND reached.id IS NULL
    """


@invariant("recall_notice_is_about_something", "A recall's letter and its lines belong together.")
def _recall_notice_is_about_something() -> str:
    """Letters without a line, or with a line of another recall."""
    return """
        SELECT notice.id, notice.recall_id, count(line.id) AS lines
        FROM catalog_recallnotice notice
        LEFT JOIN catalog_recalledline line ON line.notice_id = notice.id
        GROUP BY notice.id
        HAVING count(line.id) = 0 OR bool_or(line.recall_id <> notice.recall_id)
    """


@invariant(
    "recall_tells_the_buyer_of_the_order",
    "A recalled line is told to the phone and mail of its own order.",
)
def _recall_tells_the_buyer_of_the_order() -> str:
    """Nobody reads what another has bought. Orders keep what their buyer wrote at first."""
    return """
        SELECT reached.id FROM catalog_recalledline reached
        JOIN catalog_recallnotice notice ON notice.id = reached.notice_id
        JOIN catalog_sellerorderline line ON line.line_id = reached.line_id
        JOIN catalog_sellerorder part ON part.id = line.seller_order_id
        JOIN catalog_placement placement ON placement.order_id = part.order_id
        WHERE placement.phone <> notice.phone OR lower(placement.email) <> notice.email
    """


@invariant(
    "recall_asks_every_cooperative",
    "A cooperative whose lot is in a real recall was asked to empty its store.",
)
def _recall_asks_every_cooperative() -> str:
    """Lots whose cooperative has no task."""
    return """
        SELECT listed.id, recall.number, seller.id AS cooperative
        FROM traceability_recall recall
        JOIN traceability_recalllot listed ON listed.recall_id = recall.id
        JOIN traceability_lot lot ON lot.id = listed.lot_id
        JOIN catalog_cooperative seller ON seller.party_id = lot.party_id
        LEFT JOIN catalog_recalltask task
            ON task.recall_id = recall.id AND task.cooperative_id = seller.id
        WHERE recall.state IN ('open', 'closed') AND NOT recall.is_drill AND task.id IS NULL
    """
