"""What stands in the database, to compare before and after: every row of every room of ours."""

from functools import cache

from django.apps import apps
from django.db import connection

ROOMS = ("catalog", "payments", "people", "records", "traceability", "basket", "order", "partner")
# What is loaded once and large, and what a visit alone may write.
LEFT_OUT = ("goodscategory", "fact", "rate", "zone", "zoneprovince", "datedrule", "tally")


def all_rows() -> dict[str, str]:
    """A digest of every row by the name of its table; the database makes it, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_statement())
        return dict(cursor.fetchall())


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The names of the tables that differ."""
    return [name for name, rows in before.items() if rows != after[name]]


@cache
def _statement() -> str:
    """Each table's rows as text, in an order that does not depend on where they lie."""
    tables = [
        model._meta.db_table
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if model._meta.model_name not in LEFT_OUT
    ]
    return " UNION ALL ".join(
        f"SELECT '{table}', md5(string_agg(one::text, chr(10) ORDER BY one::text COLLATE \"C\"))"
        f' FROM "{table}" AS one'
        for table in tables
    )
