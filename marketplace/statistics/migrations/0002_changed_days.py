"""Triggers that note the day of every order that changes, in the transaction that changes it.

Statement triggers with transition tables: one row however many orders a statement writes, added and
never shared, so that two orders of one day do not wait for each other.
"""

from django.db import migrations

DAY = "(c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"
OLD, NEW, BOTH = (
    "REFERENCING OLD TABLE AS rows_was",
    "REFERENCING NEW TABLE AS rows_now",
    "REFERENCING OLD TABLE AS rows_was NEW TABLE AS rows_now",
)
PART = "JOIN catalog_placement c ON c.order_id = x.order_id"
LINE = f"JOIN catalog_sellerorder s ON s.id = x.seller_order_id {PART.replace('x.', 's.')}"
INVOICE = f"JOIN order_order o ON o.number = x.reference {PART.replace('x.order_id', 'o.id')}"
ATTEMPT = f"JOIN payments_invoice i ON i.id = x.invoice_id {INVOICE.replace('x.', 'i.')}"

# Table, what happens, the tables a trigger sees, where the days are found.
TRIGGERS = (
    ("catalog_sellerorderline", "INSERT", NEW, f"rows_now x {LINE}"),
    ("catalog_sellerorderline", "UPDATE", BOTH, f"rows_now x {LINE}"),
    ("catalog_sellerorderline", "DELETE", OLD, f"rows_was x {LINE}"),
    (
        "catalog_sellerorder",
        "UPDATE",
        BOTH,
        f"rows_now x JOIN rows_was y ON y.id = x.id AND y.state <> x.state {PART}",
    ),
    (
        "catalog_placement",
        "UPDATE",
        BOTH,
        (
            "(SELECT a.placed_at FROM rows_now a JOIN rows_was b ON b.order_id = a.order_id "
            "WHERE (a.placed_at, a.channel) <> (b.placed_at, b.channel) "
            "UNION SELECT b.placed_at FROM rows_now a JOIN rows_was b ON b.order_id = a.order_id "
            "WHERE a.placed_at <> b.placed_at) c"
        ),
    ),
    ("catalog_placement", "DELETE", OLD, "rows_was c"),
    (
        "payments_invoice",
        "UPDATE",
        BOTH,
        "rows_now x JOIN rows_was y ON y.id = x.id AND y.covered_at IS DISTINCT FROM x.covered_at "
        + INVOICE,
    ),
    (
        "payments_attempt",
        "UPDATE",
        BOTH,
        f"rows_now x JOIN rows_was y ON y.id = x.id AND y.received <> x.received {ATTEMPT}",
    ),
)


def _made(table, event, sees, days):
    name = f"statistics_{table}_{event.lower()}"
    return f"""
        CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT {DAY} FROM {days};
            RETURN NULL;
        END $$;
        CREATE TRIGGER {name} AFTER {event} ON {table} {sees}
            FOR EACH STATEMENT EXECUTE FUNCTION {name}();
    """  # noqa: S608 -- our own words


def _gone(table, event):
    name = f"statistics_{table}_{event.lower()}"
    return f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();"


class Migration(migrations.Migration):
    dependencies = [
        ("statistics", "0001_sums"),
        ("catalog", "0009_sold_facts_required"),
        ("payments", "0001_initial"),
        ("order", "0021_billingaddress_code_shippingaddress_code"),
    ]
    operations = [migrations.RunSQL(_made(*row), _gone(row[0], row[1])) for row in TRIGGERS] + [
        # Orders there were before the figures are counted by the next refresh.
        migrations.RunSQL(
            f"INSERT INTO statistics_changedday (day) SELECT DISTINCT {DAY} "  # noqa: S608 -- our words
            "FROM catalog_placement c",
            migrations.RunSQL.noop,
        )
    ]
