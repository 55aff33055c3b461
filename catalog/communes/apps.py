"""Provinces and communes with their official codes."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class CommunesConfig(AppConfig):
    """Provinces and communes with their official codes."""

    name = "catalog.communes"
    label = "communes"

    def ready(self) -> None:
        """Have the places there wherever their tables are: addresses cannot do without."""
        post_migrate.connect(_load, sender=self)


def _load(using: str, **_: Any) -> None:
    """Load the places after a migration, unless it left the tables behind today's models."""
    from catalog.communes import loading, models  # noqa: PLC0415 -- apps not ready

    tables = (models.Province, models.Commune, models.Succession, models.Disadvantaged)
    connection = connections[using]
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        for table in tables:
            if table._meta.db_table not in present:
                return
            columns = connection.introspection.get_table_description(cursor, table._meta.db_table)
            if not {f.column for f in table._meta.local_fields} <= {c.name for c in columns}:
                return
    loading.load()
