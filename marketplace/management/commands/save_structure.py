"""``manage.py save_structure``: write what new databases begin with."""

from typing import Any

import psycopg
from django.core.management import BaseCommand
from django.db import connection
from psycopg import sql
from psycopg.conninfo import make_conninfo

from marketplace.database import migrating, structure

# Of all that Django tells psycopg, what says where the server is and who asks.
ADDRESS = ("dbname", "user", "password", "host", "port")


class Command(BaseCommand):
    """Migrate a database of its own from nothing, save its structure, and drop it."""

    help = "Write marketplace/database/structure.sql anew. Takes some minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Leave the market's own database alone: only its server is used."""
        place = connection.get_connection_params()
        parts = {key: place[key] for key in ADDRESS if place.get(key)}
        scratch = f"{place['dbname']}_structure"
        connection.close()
        with psycopg.connect(**parts, autocommit=True) as server:
            server.execute(_words("DROP DATABASE IF EXISTS {}", scratch))
            server.execute(_words("CREATE DATABASE {}", scratch))
            connection.settings_dict["NAME"] = scratch
            try:
                migrating.from_nothing(self.stdout)
                structure.save(make_conninfo(**parts | {"dbname": scratch}))
            finally:
                connection.close()
                connection.settings_dict["NAME"] = place["dbname"]
                server.execute(_words("DROP DATABASE {}", scratch))


def _words(statement: str, name: str) -> sql.Composed:
    return sql.SQL(statement).format(sql.Identifier(name))
