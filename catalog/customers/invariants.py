"""Sentences about customers that must always be true."""

from marketplace.records.invariants import invariant


@invariant(
    "customer_agreed_in_an_order_of_this_cooperative",
    "A cooperative remembers only buyers who agreed in an order of its own, by that phone.",
)
def _own_orders() -> str:
    """A consent that hangs on somebody else's order, or on another buyer's."""
    return """
        SELECT c.id, c.cooperative_id, s.cooperative_id AS seller FROM catalog_customer c
        JOIN catalog_sellerorder s ON s.id = c.seller_order_id
        JOIN catalog_placement p ON p.order_id = s.order_id
        WHERE c.cooperative_id <> s.cooperative_id OR c.phone <> p.phone
    """
