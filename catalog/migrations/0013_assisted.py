"""The commune teams, and the consents by which they act for cooperatives: dated, never rewritten."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from marketplace.records.accounts import watch

# A consent may be ended once; everything else about it stays as it was given.
ENDED_ONCE = """
CREATE FUNCTION catalog_consent_ended_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL
        OR to_jsonb(OLD) - 'ended_at' - 'ended_by_id' <> to_jsonb(NEW) - 'ended_at' - 'ended_by_id'
    THEN
        RAISE EXCEPTION 'consent % is append-only: it can be ended once', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER catalog_consent_ended_once BEFORE UPDATE ON catalog_consent
    FOR EACH ROW EXECUTE FUNCTION catalog_consent_ended_once();
CREATE TRIGGER catalog_consent_kept BEFORE DELETE ON catalog_consent
    FOR EACH ROW EXECUTE FUNCTION records_refuse_change();
CREATE TRIGGER catalog_consent_no_truncate BEFORE TRUNCATE ON catalog_consent
    FOR EACH STATEMENT EXECUTE FUNCTION records_refuse_change();
"""
NOT_HELD = """
DROP TRIGGER IF EXISTS catalog_consent_no_truncate ON catalog_consent;
DROP TRIGGER IF EXISTS catalog_consent_kept ON catalog_consent;
DROP TRIGGER IF EXISTS catalog_consent_ended_once ON catalog_consent;
DROP FUNCTION IF EXISTS catalog_consent_ended_once();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0012_accounts"),
        ("communes", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("listings", models.BooleanField(default=False)),
                ("stock", models.BooleanField(default=False)),
                ("orders", models.BooleanField(default=False)),
                ("given_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="catalog.cooperative",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "helper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["helper"],
                        name="consent_open_to",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("cooperative", "helper"),
                        name="consent_one_open_per_person_and_cooperative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("listings", True), ("stock", True), ("orders", True), _connector="OR"
                        ),
                        name="consent_allows_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("given_at"))),
                        name="consent_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True),
                            ("ended_at__gte", models.F("given_at")),
                            _connector="OR",
                        ),
                        name="consent_is_not_ended_before_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("appointed_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "appointed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="communes.commune",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teams",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("user", "commune"),
                        name="team_member_once_per_commune",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True),
                            ("ended_at__gte", models.F("appointed_at")),
                            _connector="OR",
                        ),
                        name="team_member_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.RunSQL(ENDED_ONCE, reverse_sql=NOT_HELD),
        watch(
            "catalog_consent",
            ("catalog.cooperative=cooperative_id",),
            ("helper_id", "listings", "stock", "orders", "until", "ended_at"),
        ),
        watch("catalog_teammember", ("people.user=user_id",), ("commune_id", "ended_at")),
    ]
