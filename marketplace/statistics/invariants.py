"""Sentences about the figures: they are the orders, counted."""

from marketplace.records.invariants import invariant
from marketplace.statistics import sales

_MEASURES = "orders, units, grams, gross, refunded"


def _compared(columns: str, counted: str, table: str) -> str:
    """Rows that are counted from the orders and not kept, or kept and not counted.

    Days that wait to be counted again are left out: their rows are known to be old.
    """
    settled = "day NOT IN (SELECT day FROM statistics_changedday)"
    kept = f"SELECT {columns}, {_MEASURES} FROM {table} WHERE {settled}"  # noqa: S608 -- our own words
    return f"""
        WITH lines AS MATERIALIZED (SELECT * FROM ({sales.LINES}) every WHERE {settled}),
        counted AS MATERIALIZED ({counted})
        SELECT 'not kept' AS wrong, missing.* FROM (
            SELECT {columns}, {_MEASURES} FROM counted EXCEPT {kept}) missing
        UNION ALL SELECT 'not in the orders', extra.* FROM (
            {kept} EXCEPT SELECT {columns}, {_MEASURES} FROM counted) extra
    """  # noqa: S608 -- our own words


@invariant("statistics_sales_are_orders", "What was sold on a day is what its orders say.")
def _sales() -> str:
    """The finest figures beside the same counted from the orders."""
    return _compared(sales.GRAIN, sales.SALES, "statistics_sale")


@invariant("statistics_tallies_are_orders", "Every sum of a day counts each order once.")
def _tallies() -> str:
    """The sums per value and pair of values beside the same counted from the orders."""
    return _compared(sales.TALLY_COLUMNS, sales.tallies(), "statistics_tally")
