"""A listing lapses when a paper that it needs has ended: the rule once more, in plain SQL.

Invariants compare the shelf with it. It is written apart from ``queries.lapsed`` on purpose: two
hands that agree. The shelf follows the papers a few minutes after midnight, so a day's change is
given a day before it counts as broken.
"""

_TODAY = "(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"


def _lapsed_on(day: str) -> str:
    """Of ``listing`` and ``seller``: a needed paper was held once and none holds on a day."""
    held = (
        "SELECT FROM catalog_cooperativepaper held WHERE held.cooperative_id = seller.id "
        "AND held.kind = need.kind AND held.state = 'accepted'"
    )
    return f"""EXISTS (
        SELECT FROM catalog_paperrequirement need, catalog_goodscategory goods
        WHERE goods.id = listing.category_id
            AND need.valid_from <= {day} AND (need.valid_to IS NULL OR need.valid_to > {day})
            AND need.legal_form IN ('', seller.legal_form)
            AND (need.category_path IN ('', goods.path)
                OR starts_with(goods.path, need.category_path || '/'))
            AND EXISTS ({held})
            AND NOT EXISTS ({held} AND (held.valid_to IS NULL OR held.valid_to >= {day}))
    )"""


#: Lapsed today and yesterday: such goods may not be on sale.
LONG_LAPSED = f"{_lapsed_on(_TODAY)} AND {_lapsed_on(f'({_TODAY} - 1)')}"
#: Lapsed today or yesterday: such goods need not be on sale.
LATELY_LAPSED = f"{_lapsed_on(_TODAY)} OR {_lapsed_on(f'({_TODAY} - 1)')}"
