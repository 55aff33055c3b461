"""Entries and sources are only added; what went in is what came out and what was lost.

The two sums are checked when the transaction ends: a lot and its sources are written together.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from marketplace.records.append_only import append_only

SQL = """
CREATE FUNCTION traceability_weights_add_up(lot bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    sums record;
BEGIN
    SELECT CASE kind WHEN 'harvest' THEN 0 ELSE quantity_g + loss_g END AS told, used_g AS used,
        (SELECT coalesce(sum(grams), 0) FROM traceability_lotsource WHERE lot_id = lot) AS came,
        (SELECT coalesce(sum(grams), 0) FROM traceability_lotsource WHERE source_id = lot) AS went
    INTO sums FROM traceability_lot WHERE id = lot;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF sums.used <> sums.went THEN
        RAISE EXCEPTION 'lot %: % g are said to be used, other lots took %', lot, sums.used,
            sums.went USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_counts_what_others_took';
    END IF;
    IF sums.came <> sums.told THEN
        RAISE EXCEPTION 'lot %: % g went in, % g came out or were lost', lot, sums.came,
            sums.told USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_is_what_went_in';
    END IF;
END $$;

CREATE FUNCTION traceability_lot_weights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM traceability_weights_add_up(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION traceability_source_weights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM traceability_weights_add_up(NEW.lot_id);
    PERFORM traceability_weights_add_up(NEW.source_id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER traceability_lot_weights
    AFTER INSERT OR UPDATE OF kind, quantity_g, used_g, loss_g ON traceability_lot
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION traceability_lot_weights();
CREATE CONSTRAINT TRIGGER traceability_source_weights AFTER INSERT ON traceability_lotsource
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION traceability_source_weights();
"""

REVERSE = """
DROP TRIGGER traceability_source_weights ON traceability_lotsource;
DROP TRIGGER traceability_lot_weights ON traceability_lot;
DROP FUNCTION traceability_source_weights();
DROP FUNCTION traceability_lot_weights();
DROP FUNCTION traceability_weights_add_up(bigint);
"""


class Migration(migrations.Migration):
    """Put the triggers on entries, plots and sources of lots."""

    dependencies: ClassVar = [("traceability", "0004_growing")]

    operations: ClassVar = [
        append_only("traceability_diaryentry"),
        append_only("traceability_lotplot"),
        append_only("traceability_lotsource"),
        migrations.RunSQL(sql=SQL, reverse_sql=REVERSE),
    ]
