"""Transfers on our bank accounts, and which attempt each of them paid."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from marketplace.records import clock
from payments.models.attempts import Attempt


class BankTransaction(models.Model):
    """One transfer as one source told it, never edited but for where it was placed."""

    class State(models.TextChoices):
        """Where a transfer was placed."""

        NEW = "new"
        MATCHED = "matched"
        UNMATCHED = "unmatched"
        COPY = "copy"  # the same transfer, told of another way
        APART = "apart"  # money out, or on an account that is not ours

    source = models.CharField(max_length=20)
    external_id = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    is_outgoing = models.BooleanField(default=False)
    account = models.CharField(max_length=40)
    reference = models.CharField(max_length=100, blank=True)
    amount = models.PositiveBigIntegerField()
    memo = models.TextField(blank=True)
    memo_normal = models.TextField(blank=True)
    payer = models.CharField(max_length=200, blank=True)
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=clock.now)
    fingerprint = models.CharField(max_length=64, blank=True)
    same_as = models.ForeignKey(
        "self", models.PROTECT, related_name="copies", null=True, blank=True
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source", "external_id"), name="bank_transfer_stored_once"
            ),
            models.UniqueConstraint(
                fields=("fingerprint",),
                condition=~Q(fingerprint="") & Q(same_as__isnull=True),
                name="bank_transfer_fingerprint_is_unique",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="bank_transfer_moves_money"),
            models.CheckConstraint(
                condition=Q(state__in=("new", "matched", "unmatched", "copy", "apart")),
                name="bank_transfer_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="copy") | Q(same_as__isnull=False),
                name="bank_transfer_copy_names_its_original",
            ),
        )
        indexes = (
            models.Index(
                fields=("occurred_at",),
                condition=Q(state="unmatched"),
                name="bank_transfer_unmatched",
            ),
        )

    def __str__(self) -> str:
        """Source and number."""
        return f"{self.source} {self.external_id}"


class Match(models.Model):
    """That a transfer paid an attempt; ``by`` is empty where the code in it said so."""

    bank_transaction = models.OneToOneField(BankTransaction, models.PROTECT, related_name="match")
    attempt = models.ForeignKey(Attempt, models.PROTECT, related_name="matches")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        """The transfer it places."""
        return str(self.bank_transaction_id)
