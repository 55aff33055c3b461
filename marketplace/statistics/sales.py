"""What a sale is: the one place that says which orders count, on which day, and with how much.

* **The day** of a sale is the day in Vietnam on which its order was placed, whatever comes later.
* **A part** of an order (one cooperative's) counts once it is firm: paid, or to be paid at the
  door. An order that waits for its money is no sale yet; one that ended unpaid never was.
* **Gross** is what the buyer pays for the goods in firm parts: their price less the vouchers that
  were taken off their lines, and less what was asked for no more because it was packed lighter than
  ordered; without delivery.
* **Refunded** is the price of the goods in parts that were paid for and then given up, and what was
  paid for weight that was not packed: the money goes back. A part to be paid at the door that was
  given up before any money came is no sale, and so is a part whose line was dropped from its
  invoice.
* **Net** is gross less refunded: the goods of all parts that go on.
* **Orders, units and weight** count what stayed sold, once for each order. The weight is the one
  the scale said, else the one the goods were sold by, kept with the line.
* **Commune, category and variety** are those the goods were sold under, kept with the line;
  **source** is where the buyer found that line; **channel** is the way most of the money came,
  and before any came the way the buyer chose.
"""

from collections.abc import Iterator
from itertools import combinations

from marketplace.statistics.models import Dimension

# In the order in which the second of a pair is the later one.
DIMENSIONS = tuple(dimension.value for dimension in Dimension)

DAY = "(c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"

LINES = f"""
    SELECT {DAY} AS day, s.order_id, u.code AS commune, s.cooperative_id::text AS cooperative,
        g.path AS category, coalesce(v.key, '') AS variety,
        coalesce(a.channel, c.channel) AS channel, l.source,
        s.state <> 'cancelled' AS stands, l.quantity AS units,
        coalesce(l.packed_g, l.weight_g) AS grams,
        l.total - l.discount - coalesce(p.waived, 0) AS total,
        l.lighter - coalesce(p.waived, 0) + coalesce(p.returned, 0)
            + coalesce(dp.returned, 0) AS too_much
    FROM catalog_placement c
    JOIN order_order o ON o.id = c.order_id
    JOIN catalog_sellerorder s ON s.order_id = c.order_id
    JOIN catalog_sellerorderline l ON l.seller_order_id = s.id
    JOIN communes_commune u ON u.id = l.commune_id
    JOIN catalog_goodscategory g ON g.id = l.category_id
    LEFT JOIN catalog_variety v ON v.id = l.variety_id
    LEFT JOIN payments_invoice i ON i.reference = o.number
    LEFT JOIN payments_invoiceline p ON p.invoice_id = i.id AND p.line_ref = 'line-' || l.line_id
    LEFT JOIN payments_invoice d ON d.reference = o.number || '-D' AND s.deposit > 0
    LEFT JOIN payments_invoiceline dp ON dp.invoice_id = d.id AND dp.line_ref = 'line-' || l.line_id
    LEFT JOIN LATERAL (SELECT channel FROM payments_attempt
        WHERE invoice_id = i.id AND received > 0 ORDER BY received DESC, id LIMIT 1) a ON true
    WHERE (s.state NOT IN ('waiting', 'cancelled')
        OR s.state = 'cancelled' AND i.covered_at IS NOT NULL
            AND p.id IS NOT NULL AND p.dropped_at IS NULL)
"""  # noqa: S608 -- our own words

MEASURES = """count(DISTINCT order_id) FILTER (WHERE stands) AS orders,
        coalesce(sum(units) FILTER (WHERE stands), 0)::bigint AS units,
        coalesce(sum(grams) FILTER (WHERE stands), 0)::bigint AS grams,
        sum(total)::bigint AS gross,
        sum(CASE WHEN stands THEN too_much ELSE total END)::bigint AS refunded"""

GRAIN = ", ".join(("day", *DIMENSIONS))
SALES = f"SELECT {GRAIN}, {MEASURES} FROM lines GROUP BY {GRAIN}"  # noqa: S608 -- our own words

TALLY_COLUMNS = "day, within, within_key, dimension, key"


def tallies() -> str:
    """SQL that sums ``lines`` for everything, for each value, and for each pair of values."""
    return "\n    UNION ALL ".join(_tallies())


def _tallies() -> Iterator[str]:
    yield _tally("", "")
    for dimension in DIMENSIONS:
        yield _tally("", dimension)
    for within, dimension in combinations(DIMENSIONS, 2):
        yield _tally(within, dimension)


def _tally(within: str, dimension: str) -> str:
    """The sums for one dimension, or for two."""
    columns = [
        f"'{within}' AS within, {within or repr('')} AS within_key",
        f"'{dimension}' AS dimension, {dimension or repr('')} AS key",
    ]
    grouped = ", ".join(filter(None, ("day", within, dimension)))
    return f"SELECT day, {', '.join(columns)}, {MEASURES} FROM lines GROUP BY {grouped}"  # noqa: S608 -- our own words
