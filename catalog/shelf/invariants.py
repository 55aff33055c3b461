"""What must be true of the shelf: it says what is published, and its counts are its own."""

from catalog.requirements.lapsing import LATELY_LAPSED, LONG_LAPSED
from catalog.shelf.tallies import COLUMNS, COUNTED
from marketplace.records.invariants import invariant


@invariant("shelf_holds_what_is_published", "Every listing on sale is on the shelf, no other is.")
def _shelf_holds_what_is_published() -> str:
    """Listings on sale without a row, and rows of listings that are not on sale."""
    allowed = """
        listing.state = 'published' AND seller.state = 'verified' AND EXISTS (
            SELECT 1 FROM catalog_pack WHERE listing_id = listing.id AND is_sold
        )
    """
    return f"""
        SELECT listing.id AS listing_id, item.listing_id IS NOT NULL AS too_many
        FROM catalog_listing listing
        JOIN catalog_cooperative seller ON seller.id = listing.cooperative_id
        LEFT JOIN catalog_shelfitem item ON item.listing_id = listing.id
        WHERE CASE WHEN item.listing_id IS NOT NULL
            THEN NOT ({allowed}) OR ({LONG_LAPSED})
            ELSE ({allowed}) AND NOT ({LATELY_LAPSED}) END
    """  # noqa: S608 -- only our own SQL


@invariant("shelf_shows_a_price_that_is_asked", "The price on the shelf is that of a pack on sale.")
def _shelf_shows_a_price_that_is_asked() -> str:
    """Rows whose price no pack on sale has."""
    return """
        SELECT item.listing_id, item.price FROM catalog_shelfitem item
        WHERE NOT EXISTS (
            SELECT 1 FROM catalog_pack pack
            WHERE pack.listing_id = item.listing_id AND pack.is_sold AND pack.price = item.price
        )
    """


@invariant("shelf_offers_no_more_than_is_left", "The shelf never offers more than the lots hold.")
def _shelf_offers_no_more_than_is_left() -> str:
    """Rows that promise units nobody has; lots past their date leave at the next reconcile."""
    return """
        SELECT item.listing_id, item.available FROM catalog_shelfitem item
        WHERE item.available > (
            SELECT coalesce(sum(balance.received - balance.held - balance.sold), 0)
            FROM catalog_lotbalance balance JOIN catalog_pack pack ON pack.id = balance.pack_id
            WHERE pack.listing_id = item.listing_id AND pack.is_sold
        )
    """


@invariant("shelf_counts_are_its_own", "The stored facet counts are those of the shelf.")
def _shelf_counts_are_its_own() -> str:
    """Values whose stored count differs from the counted one."""
    return f"""
        SELECT coalesce(stored.category_path, counted.category_path) AS category_path,
            coalesce(stored.facet, counted.facet) AS facet,
            coalesce(stored.value, counted.value) AS value,
            stored.count AS stored, counted.count AS counted
        FROM (SELECT * FROM catalog_shelftally WHERE count <> 0) stored
        FULL JOIN ({COUNTED}) AS counted ({COLUMNS})
            USING (category_path, facet, value)
        WHERE stored.count IS DISTINCT FROM counted.count
    """  # noqa: S608 -- only our own SQL
