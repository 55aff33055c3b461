"""A harvest kept on a phone bears the phone's own key: sent twice it is one lot."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the key."""

    dependencies: ClassVar = [("traceability", "0050_scans")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="lot",
            name="draft",
            field=models.UUIDField(
                blank=True, help_text="The phone's own key.", null=True, unique=True
            ),
        ),
    ]
