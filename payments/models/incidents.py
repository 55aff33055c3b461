"""What people must look at: money due for refund, transfers nobody expected, differences."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from marketplace.records import clock
from payments.models.bank import BankTransaction
from payments.models.inbox import Message
from payments.models.invoices import Invoice


class Incident(models.Model):
    """One task for staff; opened once for its cause, settled with a word about how."""

    class Kind(models.TextChoices):
        """What is to be done."""

        REFUND_DUE = "refund_due"
        UNMATCHED = "unmatched"
        POSSIBLE_COPY = "possible_copy"
        CHANGED_MESSAGE = "changed_message"
        DIFFERENCE = "difference"
        HELD = "held"
        OTHER_SUM = "other_sum"
        ORPHAN = "orphan"
        DISPUTED = "disputed"

    class State(models.TextChoices):
        """Whether it still waits."""

        OPEN = "open"
        SETTLED = "settled"
        WITHDRAWN = "withdrawn"

    kind = models.CharField(max_length=20, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    key = models.CharField(max_length=120, unique=True)
    reason = models.CharField(max_length=60)
    amount = models.PositiveBigIntegerField(default=0)
    invoice = models.ForeignKey(
        Invoice, models.PROTECT, related_name="incidents", null=True, blank=True
    )
    bank_transaction = models.ForeignKey(
        BankTransaction, models.PROTECT, related_name="incidents", null=True, blank=True
    )
    message = models.ForeignKey(
        Message, models.PROTECT, related_name="incidents", null=True, blank=True
    )
    opened_at = models.DateTimeField(default=clock.now)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(kind="refund_due") | Q(amount__gt=0, invoice__isnull=False),
                name="incident_refund_says_how_much_to_whom",
            ),
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True)
                | (Q(state__in=("settled", "withdrawn"), settled_at__isnull=False) & ~Q(note="")),
                name="incident_settled_with_a_note",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="incident_has_a_reason"),
        )
        indexes = (
            models.Index(fields=("opened_at",), condition=Q(state="open"), name="incident_open"),
        )

    def __str__(self) -> str:
        """Its kind and cause."""
        return f"{self.kind}: {self.reason}"
