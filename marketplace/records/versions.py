"""What every request needs and nearly nobody changes, kept in the process as long as it is true.

Rules and prices with dates are a few hundred rows that change some times a year. A trigger in the
database gives a table's subject a new random version with every change, whoever made it and by
whatever way, in the changing transaction. A request asks for all versions once; what was kept
under another version is not used any more. A version is never used twice: one that was rolled
back leaves nothing behind that could be taken for what came after it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

from django.db import connection, migrations

from marketplace.records import requests

Kept = TypeVar("Kept")
_ON_REQUEST = "_table_versions"
_kept: dict[str, tuple[uuid.UUID, dict[Hashable, object]]] = {}

_FUNCTION = """
CREATE OR REPLACE FUNCTION records_new_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO records_tableversion (subject, version) VALUES (TG_ARGV[0], gen_random_uuid())
        ON CONFLICT (subject) DO UPDATE SET version = excluded.version;
    RETURN NULL;
END $$;
"""


def versioned(subject: str, *tables: str) -> migrations.RunSQL:
    """A migration step: every change of the tables gives ``subject`` a new version."""
    listen = "".join(
        f"CREATE TRIGGER {table}_new_version "
        f"AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION records_new_version('{subject}');\n"
        for table in tables
    )
    first = f"INSERT INTO records_tableversion VALUES ('{subject}', gen_random_uuid());"  # noqa: S608 -- our own words
    stop = "".join(f"DROP TRIGGER IF EXISTS {table}_new_version ON {table};\n" for table in tables)
    last = f"DELETE FROM records_tableversion WHERE subject = '{subject}';"  # noqa: S608 -- our own words
    return migrations.RunSQL(sql=_FUNCTION + listen + first, reverse_sql=stop + last)


def kept(subject: str, key: Hashable, read: Callable[[], Kept]) -> Kept:
    """What ``read`` answers, read again only when a table of ``subject`` has changed.

    It is shared by all requests of the process: never change it. Without a version (a database
    that is just being made) nothing is kept.
    """
    version = current().get(subject)
    if version is None:
        return read()
    known, things = _kept.get(subject, (None, {}))
    if known != version:
        things = {}
        _kept[subject] = version, things
    if key not in things:
        things[key] = read()
    return things[key]  # type: ignore[return-value]  # what ``read`` answered for the same key


def current() -> Mapping[str, uuid.UUID]:
    """The version of every subject: asked once per request, outside of one every time."""
    request = requests.current()
    if request is None:
        return _read()
    versions: Mapping[str, uuid.UUID] | None = getattr(request, _ON_REQUEST, None)
    if versions is None:
        versions = _read()
        setattr(request, _ON_REQUEST, versions)
    return versions


def forget() -> None:
    """Ask again, for a verb that has changed such a table itself and goes on reading."""
    request = requests.current()
    if request is not None and hasattr(request, _ON_REQUEST):
        delattr(request, _ON_REQUEST)


def _read() -> dict[str, uuid.UUID]:
    """The versions as this transaction sees them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject, version FROM records_tableversion")
        return dict(cursor.fetchall())
