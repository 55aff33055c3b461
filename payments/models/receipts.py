"""Transfers nobody told us of, seen on the account by one person and confirmed by another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from marketplace.records import clock
from payments.models.attempts import Attempt


class Receipt(models.Model):
    """That a transfer paid an attempt, as two people of the staff saw it in the bank's own app."""

    class State(models.TextChoices):
        """Whether the second person has looked."""

        ASKED = "asked"
        CONFIRMED = "confirmed"
        REFUSED = "refused"

    attempt = models.ForeignKey(Attempt, models.PROTECT, related_name="receipts")
    amount = models.PositiveBigIntegerField()
    reference = models.CharField(max_length=100, help_text="the bank's number of the transfer")
    day = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="receipt_moves_money"),
            models.CheckConstraint(condition=~Q(reference=""), name="receipt_names_its_transfer"),
            models.CheckConstraint(
                condition=Q(state="asked", decided_by__isnull=True, decided_at__isnull=True)
                | Q(
                    state__in=("confirmed", "refused"),
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                ),
                name="receipt_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed")
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("asked_by"))),
                name="receipt_confirmed_by_another_person",
            ),
            models.UniqueConstraint(
                fields=("reference", "amount", "day"),
                condition=~Q(state="refused"),
                name="receipt_of_a_transfer_once",
            ),
        )

    def __str__(self) -> str:
        """The bank's number."""
        return self.reference
