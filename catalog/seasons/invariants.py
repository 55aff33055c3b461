"""Sentences about orders of coming harvests that must always be true."""

from marketplace.records.invariants import invariant


@invariant("preorders_within_the_cap", "What is ordered of a window is its orders, within its cap.")
def _within_the_cap() -> str:
    """Offers whose number is not the sum of their living pre-orders, or above the cap."""
    return """
        SELECT w.id, w.cap, w.ordered FROM catalog_windowpack w
        WHERE w.ordered > w.cap OR w.ordered <> (
            SELECT coalesce(sum(quantity), 0) FROM catalog_preorder p
            WHERE p.offer_id = w.id AND p.state IN ('waiting', 'ready'))
    """


@invariant(
    "preorders_filled_are_held", "What a pre-order got is held or sold in lots, to the unit."
)
def _filled_is_held() -> str:
    """Pre-orders whose filled units are not those their line has in lots."""
    return """
        SELECT p.line_id, p.state, p.filled FROM catalog_preorder p
        WHERE p.filled <> (
            SELECT coalesce(sum(quantity), 0) FROM catalog_hold h
            WHERE h.order_line_id = p.line_id AND h.state IN ('held', 'sold'))
    """


@invariant("preorders_live_with_their_part", "A pre-order ends with its part, and not before it.")
def _live_with_their_part() -> str:
    """Living pre-orders of cancelled parts, and given-back ones of living parts."""
    return """
        SELECT p.line_id, p.state, s.state FROM catalog_preorder p
        JOIN catalog_sellerorderline l ON l.line_id = p.line_id
        JOIN catalog_sellerorder s ON s.id = l.seller_order_id
        WHERE (s.state = 'cancelled' AND p.state IN ('waiting', 'ready'))
            OR (s.state <> 'cancelled' AND p.state = 'given_back')
            OR p.quantity <> l.quantity
    """


@invariant("preorders_are_of_their_pack", "A pre-order is of the pack that was bought.")
def _of_their_pack() -> str:
    """Pre-orders at a window of another pack, and parts that mix harvests."""
    return """
        SELECT l.seller_order_id FROM catalog_sellerorderline l
        LEFT JOIN catalog_preorder p ON p.line_id = l.line_id
        LEFT JOIN catalog_windowpack w ON w.id = p.offer_id
        GROUP BY l.seller_order_id
        HAVING bool_or(w.pack_id <> l.pack_id) OR count(DISTINCT w.window_id) > 1
            OR count(p.line_id) NOT IN (0, count(*))
    """


@invariant("preorders_wait_unpacked", "Nothing is packed before all of it was harvested.")
def _wait_unpacked() -> str:
    """Packed parts that still wait for units."""
    return """
        SELECT s.id, s.state FROM catalog_sellerorder s
        JOIN catalog_sellerorderline l ON l.seller_order_id = s.id
        JOIN catalog_preorder p ON p.line_id = l.line_id
        WHERE s.state IN ('packed', 'shipped', 'delivered') AND p.state <> 'ready'
    """
