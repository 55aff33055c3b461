"""Events are only ever added: the database refuses to change or delete them."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from marketplace.records.append_only import append_only


class Migration(migrations.Migration):
    """Put the triggers on the table of events."""

    dependencies: ClassVar = [("traceability", "0001_initial"), ("records", "0001_records")]

    operations: ClassVar = [append_only("traceability_event")]
