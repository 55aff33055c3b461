"""What must always be true of takedowns beside listings and cooperatives."""

from marketplace.records.invariants import invariant


@invariant(
    "withdrawn_listing_has_an_order_in_force",
    "A withdrawn listing and an order in force belong together, and so do suspended cooperatives.",
)
def _withdrawn_listing_has_an_order_in_force() -> str:
    """Listings and cooperatives that stand otherwise than the orders about them say."""
    return """
        SELECT 'listing' AS what, listing.id FROM catalog_listing listing
        LEFT JOIN catalog_takedownorder o ON o.listing_id = listing.id AND o.lifted_at IS NULL
        WHERE (listing.state = 'withdrawn') <> (o.id IS NOT NULL)
        UNION ALL
        SELECT 'cooperative', seller.id FROM catalog_cooperative seller
        LEFT JOIN catalog_takedownorder o
            ON o.cooperative_id = seller.id AND o.lifted_at IS NULL
        WHERE (seller.state = 'suspended') <> (o.id IS NOT NULL)
    """
