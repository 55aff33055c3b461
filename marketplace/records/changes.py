"""How often what public pages show has changed: one number, right for everybody who reads it.

A trigger adds a row for every change, in the changing transaction; the number is the sum of the
rows that can be seen. So it grows exactly when a change can be seen by others, in whatever order
transactions end, and nobody ever waits for anybody: there is no counter to lock. Rows are summed
up into one now and then (`compact`), which leaves the number as it is.
"""

from __future__ import annotations

from django.db import connection, migrations

_FUNCTION = """
CREATE OR REPLACE FUNCTION records_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO records_pagechange (weight) VALUES (1);
    RETURN NULL;
END $$;
"""
_STATE = """
SELECT (SELECT COALESCE(SUM(weight), 0) FROM records_pagechange),
    (SELECT COALESCE(string_agg(version::text, ' ' ORDER BY subject), '') FROM records_tableversion)
"""
_COMPACT = """
WITH counted AS (
    DELETE FROM records_pagechange WHERE id IN (
        SELECT id FROM records_pagechange ORDER BY id FOR UPDATE SKIP LOCKED
    ) RETURNING weight
)
INSERT INTO records_pagechange (weight) SELECT SUM(weight) FROM counted HAVING COUNT(*) > 0
"""


def noted(*tables: str) -> migrations.RunSQL:
    """A migration step: every change of the tables counts as a change of public pages."""
    listen = "".join(
        f"CREATE TRIGGER {table}_noted AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION records_note_change();\n"
        for table in tables
    )
    stop = "".join(f"DROP TRIGGER IF EXISTS {table}_noted ON {table};\n" for table in tables)
    return migrations.RunSQL(sql=_FUNCTION + listen, reverse_sql=stop)


def state() -> str:
    """A word that is another one after every change that can be seen; one small query."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        count, versions = cursor.fetchone()
    return f"{count} {versions}"


def compact() -> None:
    """Put all rows into one; those that somebody else is putting together are left to them."""
    with connection.cursor() as cursor:
        cursor.execute(_COMPACT)
