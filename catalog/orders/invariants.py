"""Sentences about orders that must always be true (specs of reliability: I3, I6–I9, I13, I14)."""

from marketplace.records.invariants import invariant


@invariant("order_adds_up", "An order's total is its parts' totals, goods and delivery.")
def _adds_up() -> str:
    """Orders whose total, delivery or lines differ from what the parts say."""
    return """
        SELECT o.id, o.number, o.total_incl_tax FROM order_order o
        JOIN catalog_placement c ON c.order_id = o.id
        LEFT JOIN (SELECT order_id, sum(total) AS total, sum(shipping) AS shipping,
            sum(discount) AS discount
            FROM catalog_sellerorder GROUP BY order_id) s ON s.order_id = o.id
        LEFT JOIN (SELECT order_id, sum(line_price_incl_tax) AS goods
            FROM order_line GROUP BY order_id) l ON l.order_id = o.id
        WHERE o.total_incl_tax IS DISTINCT FROM s.total
            OR o.shipping_incl_tax IS DISTINCT FROM s.shipping
            OR o.total_incl_tax IS DISTINCT FROM l.goods + s.shipping - s.discount
    """


@invariant("order_line_in_one_part", "Every order line is in its own seller's part, once.")
def _lines_in_parts() -> str:
    """Lines without a part, in another order's part, or of another seller than their record."""
    return """
        SELECT l.id FROM order_line l
        JOIN catalog_placement c ON c.order_id = l.order_id
        LEFT JOIN catalog_sellerorderline p ON p.line_id = l.id
        LEFT JOIN catalog_sellerorder s ON s.id = p.seller_order_id
        LEFT JOIN catalog_cooperative k ON k.id = s.cooperative_id
        WHERE s.id IS NULL OR s.order_id <> l.order_id OR k.partner_id <> l.partner_id
            OR p.quantity <> l.quantity OR p.total <> l.line_price_incl_tax
    """


@invariant("order_part_adds_up", "The goods of a part are its lines.")
def _part_adds_up() -> str:
    """Parts whose goods differ from the sum of their lines."""
    return """
        SELECT s.id, s.goods FROM catalog_sellerorder s
        WHERE s.goods <> (SELECT coalesce(sum(total), 0) FROM catalog_sellerorderline l
            WHERE l.seller_order_id = s.id)
    """


@invariant("order_part_is_as_light_as_its_lines", "What goes off a part goes off its lines.")
def _part_is_as_light() -> str:
    """Parts that are lighter, in đồng, by another sum than their lines are."""
    return """
        SELECT s.id, s.lighter FROM catalog_sellerorder s
        WHERE s.lighter <> (SELECT coalesce(sum(lighter), 0) FROM catalog_sellerorderline l
            WHERE l.seller_order_id = s.id)
    """


@invariant(
    "order_packed_lighter_costs_less",
    "What was packed too little is asked for no more, or due for refund, to the đồng.",
)
def _lighter_is_settled() -> str:
    """Orders whose invoice waives and gives back another sum than their scales took off."""
    return """
        SELECT o.id, o.number, s.lighter, w.waived, r.due FROM order_order o
        JOIN payments_invoice i ON i.reference = o.number
        JOIN (SELECT order_id, sum(lighter) AS lighter FROM catalog_sellerorder
            GROUP BY order_id) s ON s.order_id = o.id
        LEFT JOIN (SELECT invoice_id, sum(waived) AS waived FROM payments_invoiceline
            WHERE waived > 0 GROUP BY invoice_id) w ON w.invoice_id = i.id
        LEFT JOIN (SELECT invoice_id, sum(amount) AS due FROM payments_incident
            WHERE kind = 'refund_due' AND reason = 'packed_lighter' AND state <> 'withdrawn'
            GROUP BY invoice_id) r ON r.invoice_id = i.id
        WHERE s.lighter <> coalesce(w.waived, 0) + coalesce(r.due, 0)
    """


@invariant("order_has_its_placement", "Every order says how it was placed, and its basket is shut.")
def _placed() -> str:
    """Oscar orders made past our placing, or whose basket can still be filled."""
    return """
        SELECT o.id, o.number FROM order_order o
        LEFT JOIN catalog_placement c ON c.order_id = o.id
        LEFT JOIN basket_basket b ON b.id = c.basket_id
        WHERE c.order_id IS NULL OR b.status <> 'Submitted' OR b.id <> o.basket_id
    """


@invariant("order_parts_fit_its_state", "A waiting or ended order has no part at work.")
def _states_fit() -> str:
    """Parts further (or less far) than their order allows."""
    return """
        SELECT o.id, o.status, s.state FROM order_order o
        JOIN catalog_sellerorder s ON s.order_id = o.id
        WHERE (o.status = 'awaiting_payment' AND s.state NOT IN ('waiting', 'cancelled'))
            OR (o.status IN ('cancelled', 'expired') AND s.state <> 'cancelled')
            OR (o.status NOT IN ('awaiting_payment', 'cancelled', 'expired')
                AND s.state = 'waiting')
    """


@invariant(
    "order_ended_holds_nothing",
    "A cancelled part holds no stock but what was lost on the road; a living one all that came in.",
)
def _held_while_alive() -> str:
    """Lines that hold or have sold another number of units than they should."""
    return """
        SELECT p.line_id, s.state FROM catalog_sellerorderline p
        JOIN catalog_sellerorder s ON s.id = p.seller_order_id
        LEFT JOIN (SELECT order_line_id, sum(quantity) AS units FROM catalog_hold
            WHERE state IN ('held', 'sold') GROUP BY order_line_id) h ON h.order_line_id = p.line_id
        LEFT JOIN catalog_preorder b ON b.line_id = p.line_id
        LEFT JOIN catalog_undelivered lost ON lost.seller_order_id = s.id AND lost.is_lost
        WHERE (s.state = 'cancelled' AND lost.seller_order_id IS NULL AND coalesce(h.units, 0) <> 0)
            OR ((s.state <> 'cancelled' OR lost.seller_order_id IS NOT NULL)
                AND coalesce(h.units, 0) <> coalesce(b.filled, p.quantity))
    """


@invariant("order_paid_before_work", "No cooperative is asked to work before the money is there.")
def _paid_before_work() -> str:
    """Confirmed orders, not paid in cash, whose invoice lacks money."""
    return """
        SELECT o.id, o.number FROM order_order o
        JOIN catalog_placement c ON c.order_id = o.id
        JOIN payments_invoice i ON i.reference = o.number
        WHERE c.channel <> 'cod' AND o.status IN ('confirmed', 'packing', 'shipped', 'delivered')
            AND i.covered_at IS NULL
    """


@invariant("order_deposit_before_work", "Who pays at the door has paid what is asked beforehand.")
def _deposit_before_work() -> str:
    """Deposits that are not their parts', or not paid although somebody works."""
    return """
        SELECT o.id, o.number, s.deposit, d.total FROM order_order o
        JOIN (SELECT order_id, sum(deposit) AS deposit FROM catalog_sellerorder
            GROUP BY order_id HAVING sum(deposit) > 0) s ON s.order_id = o.id
        LEFT JOIN payments_invoice d ON d.reference = o.number || '-D'
        WHERE d.total IS DISTINCT FROM s.deposit
            OR (o.status IN ('confirmed', 'packing', 'shipped', 'delivered')
                AND d.covered_at IS NULL)
    """


@invariant("order_invoice_is_its_total", "The invoice of an order asks for the order's total.")
def _one_total() -> str:
    """Orders without an invoice, or over another sum; parts not asked for any more count too."""
    return """
        SELECT o.id, o.number FROM order_order o
        JOIN catalog_placement c ON c.order_id = o.id
        LEFT JOIN payments_invoice i ON i.reference = o.number
        WHERE i.id IS NULL OR o.total_incl_tax <>
            (SELECT coalesce(sum(amount), 0) FROM payments_invoiceline l
             JOIN payments_invoice one ON one.id = l.invoice_id
             WHERE one.reference IN (o.number, o.number || '-D'))
    """


@invariant("order_asks_for_living_parts", "Nobody is asked to pay for a part that was given up.")
def _asks_for_living_parts() -> str:
    """Open orders to be paid in cash whose invoice asks for cancelled parts, or not for others."""
    return """
        SELECT o.id, s.number, s.state FROM order_order o
        JOIN catalog_placement c ON c.order_id = o.id AND c.channel = 'cod'
        JOIN catalog_sellerorder s ON s.order_id = o.id
        JOIN payments_invoice i ON i.reference = o.number
        JOIN payments_payee p ON p.key = 'cooperative-' || s.cooperative_id
        JOIN payments_invoiceline l ON l.invoice_id = i.id AND l.payee_id = p.id
        WHERE o.status NOT IN ('cancelled', 'expired')
            AND (l.dropped_at IS NOT NULL AND s.state <> 'cancelled'
                OR l.dropped_at IS NULL AND s.state = 'cancelled' AND i.covered_at IS NULL)
    """


@invariant("order_owner_is_one", "An order belongs to its account or to whoever holds its token.")
def _one_owner() -> str:
    """Orders with an account and a guest's address at once."""
    return """
        SELECT id, number FROM order_order WHERE user_id IS NOT NULL AND guest_email <> ''
    """


@invariant("delivered_part_is_earned", "What a delivered part cost stands in the ledger as earned.")
def _delivered_is_earned() -> str:
    """Delivered parts the ledger does not know, or knows with another sum."""
    return """
        SELECT s.number, s.total - s.lighter AS owed, e.amount AS earned
        FROM catalog_sellerorder s
        JOIN order_order o ON o.id = s.order_id
        LEFT JOIN (
            SELECT entry.key, sum(posting.amount) FILTER (WHERE posting.amount > 0) AS amount
            FROM payments_ledgerentry entry
            JOIN payments_ledgerposting posting ON posting.entry_id = entry.id
            WHERE entry.what = 'earned' GROUP BY entry.key
        ) e ON e.key = 'earned:' || o.number || ':cooperative-' || s.cooperative_id
        LEFT JOIN payments_ledgerentry d
            ON d.key = 'earned:' || o.number || '-D:cooperative-' || s.cooperative_id
        WHERE s.state = 'delivered' AND (coalesce(e.amount, 0) <> s.total - s.lighter - s.deposit
            OR (d.id IS NOT NULL) <> (s.deposit > 0))
    """
