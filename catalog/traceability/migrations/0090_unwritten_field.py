"""A harvest may say that a field it was picked on is not written down, and why."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Add the word."""

    dependencies: ClassVar = [("traceability", "0071_recall_lots_are_append_only")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="lot",
            name="unwritten_field",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Why a field it was picked on is not written down.",
                max_length=300,
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.CheckConstraint(
                condition=Q(kind="harvest") | Q(unwritten_field=""),
                name="lot_made_of_others_grew_where_they_did",
            ),
        ),
    ]
