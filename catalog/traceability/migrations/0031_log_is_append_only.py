"""The tree and its heads only grow; an entry gets its place once; a key stays what it is."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from marketplace.records.append_only import append_only

ENTRY = """
CREATE FUNCTION traceability_entry_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.index IS NOT NULL
        OR (NEW.id, NEW.event_id, NEW.party_id, NEW.document, NEW.submitted_at)
            IS DISTINCT FROM (OLD.id, OLD.event_id, OLD.party_id, OLD.document, OLD.submitted_at)
    THEN
        RAISE EXCEPTION 'table traceability_entry is append-only: % refused', TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER traceability_entry_append_only BEFORE UPDATE OR DELETE ON traceability_entry
    FOR EACH ROW EXECUTE FUNCTION traceability_entry_keeps();
CREATE TRIGGER traceability_entry_no_truncate BEFORE TRUNCATE ON traceability_entry
    FOR EACH STATEMENT EXECUTE FUNCTION records_refuse_change();
"""
NO_ENTRY = """
DROP TRIGGER traceability_entry_append_only ON traceability_entry;
DROP TRIGGER traceability_entry_no_truncate ON traceability_entry;
DROP FUNCTION traceability_entry_keeps();
"""
KEY = """
CREATE FUNCTION traceability_authorkey_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.state = 'revoked'
        OR (OLD.state = 'retired' AND NEW.state = 'active')
        OR (NEW.id, NEW.party_id, NEW.key_id, NEW.public, NEW.certificate)
            IS DISTINCT FROM (OLD.id, OLD.party_id, OLD.key_id, OLD.public, OLD.certificate)
    THEN
        RAISE EXCEPTION 'table traceability_authorkey keeps its keys: % refused', TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER traceability_authorkey_keeps BEFORE UPDATE OR DELETE ON traceability_authorkey
    FOR EACH ROW EXECUTE FUNCTION traceability_authorkey_keeps();
CREATE TRIGGER traceability_authorkey_no_truncate BEFORE TRUNCATE ON traceability_authorkey
    FOR EACH STATEMENT EXECUTE FUNCTION records_refuse_change();
"""
NO_KEY = """
DROP TRIGGER traceability_authorkey_keeps ON traceability_authorkey;
DROP TRIGGER traceability_authorkey_no_truncate ON traceability_authorkey;
DROP FUNCTION traceability_authorkey_keeps();
"""


class Migration(migrations.Migration):
    """Put the triggers on the tables of the log."""

    dependencies: ClassVar = [("traceability", "0030_log"), ("records", "0001_records")]

    operations: ClassVar = [
        append_only("traceability_node"),
        append_only("traceability_treehead"),
        append_only("traceability_witnesssignature"),
        migrations.RunSQL(sql=ENTRY, reverse_sql=NO_ENTRY),
        migrations.RunSQL(sql=KEY, reverse_sql=NO_KEY),
    ]
