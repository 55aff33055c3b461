"""A line that returned something after its delivery changes the figures of its order's day."""

from django.db import migrations

MADE = """
CREATE FUNCTION statistics_payments_invoiceline_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO statistics_changedday (day)
    SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM rows_now x JOIN rows_was y ON y.id = x.id AND y.returned <> x.returned
    JOIN payments_invoice i ON i.id = x.invoice_id
    JOIN order_order o ON o.number = i.reference
    JOIN catalog_placement c ON c.order_id = o.id;
    RETURN NULL;
END $$;
CREATE TRIGGER statistics_payments_invoiceline_update AFTER UPDATE ON payments_invoiceline
    REFERENCING OLD TABLE AS rows_was NEW TABLE AS rows_now
    FOR EACH STATEMENT EXECUTE FUNCTION statistics_payments_invoiceline_update();
"""
GONE = """
DROP TRIGGER statistics_payments_invoiceline_update ON payments_invoiceline;
DROP FUNCTION statistics_payments_invoiceline_update();
"""


class Migration(migrations.Migration):
    dependencies = [("statistics", "0002_changed_days"), ("payments", "0008_settlement")]

    operations = [migrations.RunSQL(MADE, GONE)]
