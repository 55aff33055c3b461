"""What accounts for a row is found by the row itself, however much its transaction wrote."""

from django.db import migrations, models

from marketplace.records import accounts


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0005_ways_and_readers"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="auditentry",
            name="audit_by_transaction",
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(
                fields=["transaction_id", "subject_type", "subject_id"], name="audit_by_transaction"
            ),
        ),
        migrations.RunSQL(accounts.FUNCTION, reverse_sql=migrations.RunSQL.noop),
    ]
