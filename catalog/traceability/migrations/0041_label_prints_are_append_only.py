"""What was printed stays written down: the database refuses to change or delete it."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from marketplace.records.append_only import append_only


class Migration(migrations.Migration):
    """Put the triggers on the log of printed labels."""

    dependencies: ClassVar = [("traceability", "0040_labels"), ("records", "0001_records")]

    operations: ClassVar = [append_only("traceability_labelprint")]
