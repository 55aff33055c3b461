"""Versions of tables that hardly change, so that every process knows when to read them again."""

from django.db import migrations, models

from marketplace.records.versions import versioned


class Migration(migrations.Migration):
    """A row for each subject, and the first subject: the dated rules."""

    dependencies = [("records", "0003_audit_search")]

    operations = [
        migrations.CreateModel(
            name="TableVersion",
            fields=[
                ("subject", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("version", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="PageChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("weight", models.BigIntegerField(db_default=1, default=1)),
            ],
        ),
        versioned("rules", "records_datedrule"),
    ]
