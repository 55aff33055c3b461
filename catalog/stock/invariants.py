"""Sentences about stock that must always be true (specs of reliability: I1, I7)."""

from marketplace.records.invariants import invariant


@invariant("stock_not_oversold", "No lot has more units held and sold than were received.")
def _not_oversold() -> str:
    """The table's own CHECK says so too; this would find a table restored without it."""
    return """
        SELECT id, received, held, sold FROM catalog_lotbalance
        WHERE received < 0 OR held < 0 OR sold < 0 OR received < held + sold
    """


@invariant("stock_movements_are_the_balance", "The movements of a lot add up to its numbers.")
def _movements_add_up() -> str:
    """Received less lost and expired; held less released and sold; sold less what never left."""
    return """
        SELECT b.id, b.received, b.held, b.sold FROM catalog_lotbalance b
        LEFT JOIN (
            SELECT balance_id,
                sum(CASE kind WHEN 'received' THEN quantity WHEN 'written_off' THEN -quantity
                    WHEN 'expired' THEN -quantity ELSE 0 END) AS received,
                sum(CASE kind WHEN 'held' THEN quantity WHEN 'released' THEN -quantity
                    WHEN 'sold' THEN -quantity ELSE 0 END) AS held,
                sum(CASE kind WHEN 'sold' THEN quantity WHEN 'returned' THEN -quantity
                    ELSE 0 END) AS sold
            FROM catalog_stockmovement GROUP BY balance_id
        ) m ON m.balance_id = b.id
        WHERE b.received <> coalesce(m.received, 0) OR b.held <> coalesce(m.held, 0)
            OR b.sold <> coalesce(m.sold, 0)
    """


@invariant("stock_held_for_somebody", "What a lot holds is held for order lines, unit by unit.")
def _held_for_somebody() -> str:
    """A balance whose holds are not its number of held units."""
    return """
        SELECT b.id, b.held FROM catalog_lotbalance b
        WHERE b.held <> (
            SELECT coalesce(sum(quantity), 0) FROM catalog_hold h
            WHERE h.balance_id = b.id AND h.state = 'held')
    """


@invariant("stock_price_is_the_packs", "A pack costs what its Oscar stock record says.")
def _one_price() -> str:
    """Two truths of one price, or a pack that has not exactly one stock record."""
    return """
        SELECT p.id, p.price, count(s.id) FROM catalog_pack p
        LEFT JOIN partner_stockrecord s ON s.product_id = p.product_id
        GROUP BY p.id, p.price
        HAVING count(s.id) <> 1 OR min(s.price) <> p.price OR min(s.price_currency) <> 'VND'
    """
