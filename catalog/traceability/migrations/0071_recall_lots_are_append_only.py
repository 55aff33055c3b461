"""A lot that was called back stays in the list of its recall: the database holds it there."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from marketplace.records.append_only import append_only


class Migration(migrations.Migration):
    """Put the triggers on the lots of recalls."""

    dependencies: ClassVar = [("traceability", "0070_recalls"), ("records", "0001_records")]

    operations: ClassVar = [append_only("traceability_recalllot")]
