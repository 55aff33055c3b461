"""Sentences about vouchers that must always be true."""

from marketplace.records.invariants import invariant


@invariant("voucher_counts_its_uses", "A voucher's counter is the number of orders that use it.")
def _counts() -> str:
    """Vouchers whose counter differs from their living uses."""
    return """
        SELECT v.code, v.used, count(u.order_id) AS uses FROM catalog_voucher v
        LEFT JOIN catalog_voucheruse u ON u.voucher_id = v.id AND u.given_back_at IS NULL
        GROUP BY v.id HAVING v.used <> count(u.order_id)
    """


@invariant("voucher_shares_add_up", "What a voucher gave is what its parts save, to the đồng.")
def _adds_up() -> str:
    """Uses whose shares do not make their amount."""
    return """
        SELECT u.order_id, u.code, u.amount, coalesce(sum(d.goods + d.shipping), 0) AS shared
        FROM catalog_voucheruse u
        LEFT JOIN catalog_partdiscount d ON d.use_id = u.order_id
        GROUP BY u.order_id HAVING u.amount <> coalesce(sum(d.goods + d.shipping), 0)
    """


@invariant("voucher_share_is_in_its_part", "A part's discount is its voucher's share, and no more.")
def _in_its_part() -> str:
    """Parts, or their lines, that save another sum than the share written for them."""
    return """
        SELECT s.id, s.number, s.discount FROM catalog_sellerorder s
        LEFT JOIN catalog_partdiscount d ON d.seller_order_id = s.id
        LEFT JOIN (SELECT seller_order_id, sum(discount) AS off FROM catalog_sellerorderline
            GROUP BY seller_order_id) l ON l.seller_order_id = s.id
        WHERE s.discount <> coalesce(d.goods + d.shipping, 0)
            OR coalesce(l.off, 0) <> coalesce(d.goods, 0) OR coalesce(d.shipping, 0) > s.shipping
    """


@invariant("voucher_leaks_to_nobody", "A voucher for one cooperative's goods stays in its part.")
def _stays() -> str:
    """Shares in another order, for another cooperative, or paid by another payer."""
    return """
        SELECT d.seller_order_id, u.code FROM catalog_partdiscount d
        JOIN catalog_sellerorder s ON s.id = d.seller_order_id
        JOIN catalog_voucheruse u ON u.order_id = d.use_id
        JOIN catalog_voucher v ON v.id = u.voucher_id
        WHERE s.order_id <> u.order_id OR d.cooperative_id <> s.cooperative_id
            OR d.payer <> u.payer OR (d.payer = 'cooperative' AND d.only_for_id IS NULL)
            OR (d.only_for_id IS NOT NULL AND d.only_for_id <> s.cooperative_id)
    """


@invariant(
    "voucher_of_others_reaches_the_seller",
    "What others pay of a delivered part's voucher stands in the ledger as its cooperative's.",
)
def _others_pay() -> str:
    """Delivered parts whose cooperative is not given what somebody else pays."""
    return """
        SELECT part.number, share.payer FROM catalog_partdiscount share
        JOIN catalog_sellerorder part ON part.id = share.seller_order_id
        JOIN order_order o ON o.id = part.order_id
        LEFT JOIN payments_ledgerentry entry ON entry.key =
            'voucher:earned:' || o.number || ':cooperative-' || part.cooperative_id
        LEFT JOIN payments_ledgerposting posting
            ON posting.entry_id = entry.id AND posting.amount = share.goods + share.shipping
        WHERE part.state = 'delivered' AND share.payer <> 'cooperative' AND posting.id IS NULL
    """
