"""What must always be true of listings beside Oscar's products."""

from catalog.requirements.lapsing import LATELY_LAPSED, LONG_LAPSED
from marketplace.records.invariants import invariant

ALLOWED = "listing.state = 'published' AND seller.state = 'verified'"


@invariant("pack_is_sold_by_its_cooperative", "A pack's stock record is its own cooperative's.")
def _pack_is_sold_by_its_cooperative() -> str:
    """Packs that Oscar would book to another partner, or to another parent product."""
    return """
        SELECT pack.id FROM catalog_pack pack
        JOIN catalog_listing listing ON listing.id = pack.listing_id
        JOIN catalog_cooperative seller ON seller.id = listing.cooperative_id
        JOIN catalogue_product child ON child.id = pack.product_id
        JOIN partner_stockrecord record ON record.product_id = pack.product_id
        WHERE record.partner_id <> seller.partner_id OR child.parent_id <> listing.product_id
    """


@invariant("listing_is_public_when_it_is_on_sale", "Oscar shows a listing while it is on sale.")
def _listing_is_public_when_it_is_on_sale() -> str:
    """Listings that Oscar shows though state or papers forbid it, or hides without a reason."""
    return f"""
        SELECT listing.id FROM catalog_listing listing
        JOIN catalog_cooperative seller ON seller.id = listing.cooperative_id
        JOIN catalogue_product product ON product.id = listing.product_id
        WHERE CASE WHEN product.is_public
            THEN NOT ({ALLOWED}) OR ({LONG_LAPSED})
            ELSE ({ALLOWED}) AND NOT ({LATELY_LAPSED}) END
    """  # noqa: S608 -- only our own SQL


@invariant("listing_version_counts_approvals", "A listing's version counts its approved changes.")
def _listing_version_counts_approvals() -> str:
    """Listings whose version is behind the changes that were approved."""
    return """
        SELECT listing.id, listing.version, count(change.id) AS approved
        FROM catalog_listing listing
        JOIN catalog_listingchange change
            ON change.listing_id = listing.id AND change.state = 'approved'
        GROUP BY listing.id HAVING count(change.id) > listing.version
    """
