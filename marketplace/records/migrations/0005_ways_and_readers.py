"""Letters go by Zalo, too, or no way at all when their reader wants none."""

from django.db import migrations, models

import marketplace.records.tokens


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_versions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.CharField(max_length=254, unique=True)),
                (
                    "token",
                    models.CharField(
                        default=marketplace.records.tokens.fresh,
                        editable=False,
                        max_length=43,
                        unique=True,
                    ),
                ),
                ("unsubscribed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.RemoveConstraint(
            model_name="sentletter",
            name="letter_way_known",
        ),
        migrations.AlterField(
            model_name="sentletter",
            name="way",
            field=models.CharField(
                choices=[("mail", "Mail"), ("sms", "Sms"), ("zalo", "Zalo"), ("none", "None")],
                max_length=4,
            ),
        ),
        migrations.AddConstraint(
            model_name="sentletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ("mail", "sms", "zalo", "none"))),
                name="letter_way_known",
            ),
        ),
    ]
