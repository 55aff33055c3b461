"""What an authority of time said of the log stands as it was said."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from marketplace.records.append_only import append_only


class Migration(migrations.Migration):
    """Put the triggers on the stamps of tree heads."""

    dependencies: ClassVar = [("traceability", "0101_stamps"), ("records", "0001_records")]

    operations: ClassVar = [append_only("traceability_headstamp")]
