import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import marketplace.records.clock
import marketplace.records.tokens


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=marketplace.records.tokens.fresh, max_length=22, unique=True
                    ),
                ),
                ("channel", models.CharField(max_length=20)),
                ("amount", models.PositiveBigIntegerField()),
                ("received", models.PositiveBigIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("created", "Created"),
                            ("pending", "Pending"),
                            ("captured", "Captured"),
                            ("failed", "Failed"),
                            ("expired", "Expired"),
                            ("cancelled", "Cancelled"),
                            ("partially_refunded", "Partially Refunded"),
                            ("refunded", "Refunded"),
                            ("disputed", "Disputed"),
                        ],
                        default="created",
                        max_length=20,
                    ),
                ),
                ("memo", models.CharField(blank=True, max_length=25)),
                ("key", models.CharField(max_length=100, unique=True)),
                ("show", models.JSONField(blank=True, default=dict)),
                ("created_at", models.DateTimeField(default=marketplace.records.clock.now)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("captured_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="BankTransaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=20)),
                ("external_id", models.CharField(max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("matched", "Matched"),
                            ("unmatched", "Unmatched"),
                            ("copy", "Copy"),
                            ("apart", "Apart"),
                        ],
                        default="new",
                        max_length=10,
                    ),
                ),
                ("is_outgoing", models.BooleanField(default=False)),
                ("account", models.CharField(max_length=40)),
                ("reference", models.CharField(blank=True, max_length=100)),
                ("amount", models.PositiveBigIntegerField()),
                ("memo", models.TextField(blank=True)),
                ("memo_normal", models.TextField(blank=True)),
                ("payer", models.CharField(blank=True, max_length=200)),
                ("occurred_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField(default=marketplace.records.clock.now)),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="payments.banktransaction",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GatewayTransaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("provider", models.CharField(max_length=20)),
                ("external_id", models.CharField(max_length=100)),
                ("kind", models.CharField(max_length=20)),
                ("amount", models.PositiveBigIntegerField()),
                ("credited", models.PositiveBigIntegerField(default=0)),
                ("occurred_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField(default=marketplace.records.clock.now)),
                (
                    "attempt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transactions",
                        to="payments.attempt",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=40, unique=True)),
                ("currency", models.CharField(default="VND", max_length=3)),
                ("total", models.PositiveBigIntegerField()),
                (
                    "flow",
                    models.CharField(
                        choices=[("collected", "Collected"), ("direct", "Direct")],
                        default="collected",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("closed", "Closed")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("closed_reason", models.CharField(blank=True, max_length=40)),
                ("access_token_hash", models.CharField(blank=True, max_length=64)),
                ("issued_at", models.DateTimeField(default=marketplace.records.clock.now)),
                ("covered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("total__gt", 0)), name="invoice_asks_for_money"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("currency", "VND")), name="invoice_is_in_dong"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("open", "closed"))),
                        name="invoice_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("flow__in", ("collected", "direct"))),
                        name="invoice_flow_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_reason", ""), ("state", "open")),
                            models.Q(
                                ("state", "closed"), models.Q(("closed_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="invoice_closed_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="attempt",
            name="invoice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attempts",
                to="payments.invoice",
            ),
        ),
        migrations.CreateModel(
            name="Match",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=marketplace.records.clock.now)),
                (
                    "attempt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matches",
                        to="payments.attempt",
                    ),
                ),
                (
                    "bank_transaction",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="match",
                        to="payments.banktransaction",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("provider", models.CharField(max_length=20)),
                ("dedupe_key", models.CharField(max_length=120)),
                ("headers", models.JSONField(default=dict)),
                ("body", models.BinaryField()),
                ("facts", models.JSONField()),
                ("received_at", models.DateTimeField(default=marketplace.records.clock.now)),
                ("processed_at", models.DateTimeField(blank=True, null=True)),
                ("tries", models.PositiveIntegerField(default=0)),
                ("error", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("processed_at__isnull", True)),
                        fields=["received_at"],
                        name="message_unprocessed",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("provider", "dedupe_key"), name="message_stored_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("refund_due", "Refund Due"),
                            ("unmatched", "Unmatched"),
                            ("possible_copy", "Possible Copy"),
                            ("changed_message", "Changed Message"),
                            ("difference", "Difference"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("settled", "Settled"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True)),
                ("reason", models.CharField(max_length=60)),
                ("amount", models.PositiveBigIntegerField(default=0)),
                ("opened_at", models.DateTimeField(default=marketplace.records.clock.now)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "bank_transaction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="payments.banktransaction",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="payments.invoice",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="payments.message",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Payee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("legal_form", models.CharField(blank=True, max_length=40)),
                ("tax_code", models.CharField(blank=True, max_length=20)),
                ("bank_bin", models.CharField(blank=True, max_length=6)),
                ("bank_account", models.CharField(blank=True, max_length=19)),
                ("bank_account_name", models.CharField(blank=True, max_length=100)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True), name="payee_has_a_key"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bank_account", ""), ("bank_bin", "")),
                            models.Q(
                                models.Q(("bank_bin", ""), _negated=True),
                                models.Q(("bank_account", ""), _negated=True),
                                models.Q(("bank_account_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="payee_account_is_whole_or_absent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvoiceLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("amount", models.PositiveBigIntegerField()),
                ("goods_class", models.CharField(blank=True, max_length=40)),
                ("line_ref", models.CharField(max_length=64)),
                ("dropped_at", models.DateTimeField(blank=True, null=True)),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="payments.invoice",
                    ),
                ),
                (
                    "payee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="payments.payee",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="attempt",
            name="payee",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attempts",
                to="payments.payee",
            ),
        ),
        migrations.AddIndex(
            model_name="banktransaction",
            index=models.Index(
                condition=models.Q(("state", "unmatched")),
                fields=["occurred_at"],
                name="bank_transfer_unmatched",
            ),
        ),
        migrations.AddConstraint(
            model_name="banktransaction",
            constraint=models.UniqueConstraint(
                fields=("source", "external_id"), name="bank_transfer_stored_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="banktransaction",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("fingerprint", ""), _negated=True), ("same_as__isnull", True)
                ),
                fields=("fingerprint",),
                name="bank_transfer_fingerprint_is_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="banktransaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="bank_transfer_moves_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="banktransaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("new", "matched", "unmatched", "copy", "apart"))),
                name="bank_transfer_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="banktransaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "copy"), _negated=True),
                    ("same_as__isnull", False),
                    _connector="OR",
                ),
                name="bank_transfer_copy_names_its_original",
            ),
        ),
        migrations.AddConstraint(
            model_name="gatewaytransaction",
            constraint=models.UniqueConstraint(
                fields=("provider", "external_id", "kind"), name="gateway_result_booked_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="gatewaytransaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0), ("credited__lte", models.F("amount"))),
                name="gateway_result_credits_what_came_at_most",
            ),
        ),
        migrations.AddConstraint(
            model_name="gatewaytransaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "authorized",
                            "captured",
                            "failed",
                            "cancelled",
                            "expired",
                            "disputed",
                            "bank_in",
                            "bank_out",
                        ],
                    )
                ),
                name="gateway_result_kind_is_known",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["opened_at"], name="incident_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "refund_due"), _negated=True),
                    models.Q(("amount__gt", 0), ("invoice__isnull", False)),
                    _connector="OR",
                ),
                name="incident_refund_says_how_much_to_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at__isnull", True), ("state", "open")),
                    models.Q(
                        ("settled_at__isnull", False),
                        ("state__in", ("settled", "withdrawn")),
                        models.Q(("note", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="incident_settled_with_a_note",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="incident_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.UniqueConstraint(
                fields=("invoice", "line_ref"), name="invoice_line_named_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.CheckConstraint(
                condition=models.Q(("line_ref", ""), _negated=True), name="invoice_line_is_named"
            ),
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(
                condition=models.Q(("state__in", ("created", "pending"))),
                fields=["expires_at"],
                name="attempt_open_by_expiry",
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="attempt_asks_for_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(("received__lte", models.F("amount"))),
                name="attempt_credits_what_it_asked_at_most",
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        (
                            "created",
                            "pending",
                            "captured",
                            "failed",
                            "expired",
                            "cancelled",
                            "partially_refunded",
                            "refunded",
                            "disputed",
                        ),
                    )
                ),
                name="attempt_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ("captured", "partially_refunded", "refunded", "disputed")),
                        _negated=True,
                    ),
                    models.Q(("captured_at__isnull", False), ("received__gt", 0)),
                    _connector="OR",
                ),
                name="attempt_captured_with_money",
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("memo", ""), _negated=True),
                fields=("memo",),
                name="attempt_memo_is_unique",
            ),
        ),
    ]
