"""What a new database begins with: the saved structure, which leads where the migrations lead."""

import contextlib
import datetime as dt
import decimal
import re
import uuid
from collections import Counter

import psycopg
import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from marketplace.database import structure
from tests import database, workplace

# What is counted, drawn by lot or read off a clock when the rows are written.
OF_THE_DAY = int | decimal.Decimal | uuid.UUID | dt.datetime
CASTS = re.compile(r"::(?:text|character varying)(?:\[\])?|[()]")


@pytest.mark.slow(reason="runs all migrations from nothing, once for the whole suite: two minutes")
def test_migrating_from_nothing_and_beginning_with_the_saved_structure_lead_to_the_same_database():
    with (
        database.migrated("from_nothing", "from_nothing") as lived_through,
        database.migrated("from_structure", "migrate") as begun,
    ):
        lived, saved = (workplace.database_url(name) for name in (lived_through, begun))
        assert shape(saved) == shape(lived)
        assert rows(saved) == rows(lived)


@pytest.mark.django_db
def test_the_saved_structure_leaves_few_migrations_to_run():
    """More than these take longer than loading it: then it is time for ``make structure``."""
    saved = structure.FILE.read_text()
    executor = MigrationExecutor(connection)
    known = executor.loader.disk_migrations
    younger = [key for key in known if "'{}', '{}'".format(*key) not in saved]
    assert len(younger) <= 10, younger


@pytest.mark.django_db(transaction=True)
def test_the_saved_structure_fits_this_code(monkeypatch):
    with inside("fitting", monkeypatch):
        assert structure.load()
        assert "catalog_listing" in connection.introspection.table_names()


@pytest.mark.django_db(transaction=True)
def test_a_structure_of_another_day_is_left_alone(tmp_path, monkeypatch):
    """An older checkout, or a package of another version: all migrations are run instead."""
    strange = structure.FILE.read_text().replace("'0001_initial'", "'0001_of_next_year'", 1)
    monkeypatch.setattr(structure, "FILE", tmp_path / "structure.sql")
    structure.FILE.write_text(strange)
    with inside("strange", monkeypatch):
        assert not structure.load()
        assert connection.introspection.table_names() == []


@contextlib.contextmanager
def inside(name, monkeypatch):
    """Django looks at an empty database of that name for a while."""
    with database.empty(name), monkeypatch.context() as patch:
        connection.close()
        patch.setitem(connection.settings_dict, "NAME", name)
        yield
        connection.close()


def shape(address: str) -> list[str]:
    """Every table, index, constraint, trigger and function; not pg_dump's random key.

    PostgreSQL words the casts of a list in another way once it has read its own words.
    """
    lines = structure.dumped(address, "--schema-only").splitlines()
    return [CASTS.sub("", line) for line in lines if not line.startswith("\\")]


def rows(address: str) -> dict[str, Counter[tuple[object, ...]]]:
    """What stands in every table, without what differs from day to day."""
    asked = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
    with psycopg.connect(address) as server:
        return {
            table: Counter(
                tuple(str(cell) for cell in row if not isinstance(cell, OF_THE_DAY) or cell is True)
                for row in server.execute(f'SELECT * FROM "{table}"')
            )
            for (table,) in server.execute(asked).fetchall()
        }
