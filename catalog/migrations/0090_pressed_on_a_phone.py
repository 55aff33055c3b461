"""A step with a parcel that was pressed without a network brings its key and the phone's clock."""

from typing import ClassVar

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Add both to the steps."""

    dependencies: ClassVar = [("catalog", "0027_recalls")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="orderevent",
            name="draft",
            field=models.UUIDField(blank=True, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="orderevent",
            name="written_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="orderevent",
            constraint=models.CheckConstraint(
                condition=Q(draft__isnull=True, written_at__isnull=True)
                | Q(written_at__isnull=False, written_at__lte=F("at"), draft__isnull=False),
                name="order_event_written_on_a_phone_before_it_arrived",
            ),
        ),
    ]
