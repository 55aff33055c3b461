"""The audit trail is searched by what people ask for, and watched tables account for changes."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

from marketplace.records import accounts


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_spare_counts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="auditentry",
            name="audit_by_time",
        ),
        migrations.AddField(
            model_name="auditentry",
            name="about",
            field=models.CharField(blank=True, db_default="", default="", max_length=100),
        ),
        migrations.AddField(
            model_name="auditentry",
            name="transaction_id",
            field=models.BigIntegerField(
                db_default=django.db.models.functions.comparison.Cast(
                    django.db.models.functions.comparison.Cast(
                        models.Func(function="pg_current_xact_id"), models.TextField()
                    ),
                    models.BigIntegerField(),
                ),
                editable=False,
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="by",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(fields=["-at", "-id"], name="audit_by_time"),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(fields=["by", "-at", "-id"], name="audit_by_person"),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(fields=["what", "-at", "-id"], name="audit_by_deed"),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(
                condition=models.Q(("about", ""), _negated=True),
                fields=["about", "-at", "-id"],
                name="audit_by_seller",
            ),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(
                condition=models.Q(("on_behalf_of", ""), _negated=True),
                fields=["on_behalf_of", "-at", "-id"],
                name="audit_by_whom_it_was_for",
            ),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(
                condition=models.Q(("request_id", ""), _negated=True),
                fields=["request_id"],
                name="audit_by_request",
            ),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(
                fields=["transaction_id", "subject_type"], name="audit_by_transaction"
            ),
        ),
        migrations.RunSQL(
            accounts.FUNCTION, reverse_sql="DROP FUNCTION IF EXISTS records_keep_account()"
        ),
        accounts.watch(
            "people_user",
            ("people.user=id",),
            ("is_active", "is_staff", "is_superuser"),
            events=("UPDATE",),
        ),
        accounts.watch(
            "people_user_groups",
            ("people.user=user_id",),
            ("user_id", "group_id"),
        ),
        accounts.watch(
            "people_user_user_permissions",
            ("people.user=user_id",),
            ("user_id", "permission_id"),
        ),
    ]
