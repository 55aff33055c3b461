"""What is to be paid, and to whom: in words that know no shop."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from marketplace.records import clock


class Payee(models.Model):
    """Someone who is owed money, under a key whose meaning only the caller knows."""

    key = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200, blank=True)
    legal_form = models.CharField(max_length=40, blank=True)
    tax_code = models.CharField(max_length=20, blank=True)
    bank_bin = models.CharField(max_length=6, blank=True)
    bank_account = models.CharField(max_length=19, blank=True)
    bank_account_name = models.CharField(max_length=100, blank=True)
    account_since = models.DateTimeField(
        null=True, blank=True, help_text="when this account was told in place of another"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(key=""), name="payee_has_a_key"),
            models.CheckConstraint(
                condition=Q(bank_bin="", bank_account="")
                | (~Q(bank_bin="") & ~Q(bank_account="") & ~Q(bank_account_name="")),
                name="payee_account_is_whole_or_absent",
            ),
        )

    def __str__(self) -> str:
        """The name, or the key where no name was told."""
        return self.name or self.key


class Invoice(models.Model):
    """What one buyer is to pay under one public reference, in whole đồng."""

    class State(models.TextChoices):
        """Whether money is awaited; what was received is counted on the attempts."""

        OPEN = "open"
        CLOSED = "closed"

    class Flow(models.TextChoices):
        """Who receives the money: the platform for everybody, or each payee."""

        COLLECTED = "collected"
        DIRECT = "direct"

    reference = models.CharField(max_length=40, unique=True)
    currency = models.CharField(max_length=3, default="VND")
    total = models.PositiveBigIntegerField()
    flow = models.CharField(max_length=10, choices=Flow, default=Flow.COLLECTED)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    closed_reason = models.CharField(max_length=40, blank=True)
    access_token_hash = models.CharField(max_length=64, blank=True)
    issued_at = models.DateTimeField(default=clock.now)
    covered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(total__gt=0), name="invoice_asks_for_money"),
            models.CheckConstraint(condition=Q(currency="VND"), name="invoice_is_in_dong"),
            models.CheckConstraint(
                condition=Q(state__in=("open", "closed")), name="invoice_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(flow__in=("collected", "direct")), name="invoice_flow_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_reason="")
                | (Q(state="closed") & ~Q(closed_reason="")),
                name="invoice_closed_with_a_reason",
            ),
        )

    def __str__(self) -> str:
        """The reference people know it by."""
        return self.reference


class InvoiceLine(models.Model):
    """One payee's share of an invoice for one thing; ``line_ref`` means something to the caller.

    A dropped line is asked for no more and does not count; of the others, ``amount - waived`` does.
    Of what a delivered line earned, ``returned`` was taken back for the buyer.
    """

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="lines")
    payee = models.ForeignKey(Payee, models.PROTECT, related_name="lines", null=True, blank=True)
    amount = models.PositiveBigIntegerField()
    waived = models.PositiveBigIntegerField(
        default=0, db_default=0, help_text="đồng of it, asked for no more"
    )
    returned = models.PositiveBigIntegerField(
        default=0, db_default=0, help_text="đồng of it, taken back after delivery"
    )
    goods_class = models.CharField(max_length=140, blank=True)
    line_ref = models.CharField(max_length=64)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("invoice", "line_ref"), name="invoice_line_named_once"),
            models.CheckConstraint(condition=~Q(line_ref=""), name="invoice_line_is_named"),
            models.CheckConstraint(
                condition=Q(waived__lte=F("amount")), name="invoice_line_waives_its_amount_at_most"
            ),
            models.CheckConstraint(
                condition=Q(returned__lte=F("amount") - F("waived")),
                name="invoice_line_returns_what_it_earned_at_most",
            ),
        )

    def __str__(self) -> str:
        """Its name on its invoice."""
        return f"{self.invoice_id}:{self.line_ref}"
