"""Numbers that stand there already were typed by their cooperatives: they are their own."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Say so; the way back forgets it with the column."""

    dependencies: ClassVar = [("traceability", "0010_number_pools")]

    operations: ClassVar = [
        migrations.RunSQL(
            sql="UPDATE traceability_tradeitem SET scheme = 'own' WHERE gtin <> ''",
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
