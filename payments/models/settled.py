"""What providers and couriers say they paid out to us, row by row of their files."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from payments.models.attempts import Attempt
from payments.models.bankfiles import BankFile
from payments.models.couriers import CashParcel


class SettledLine(models.Model):
    """One row: a payment or a parcel handed over, or (below zero) a refund taken off; đồng.

    ``problem`` says what is wrong with it: nobody's reference, another sum than we booked, or a
    payment that an earlier file handed over already.
    """

    class Problem(models.TextChoices):
        """What staff look at."""

        NONE = ""
        UNKNOWN = "unknown"
        OTHER_SUM = "other_sum"
        TWICE = "twice"

    file = models.ForeignKey(BankFile, models.PROTECT, related_name="settled_lines")
    attempt = models.ForeignKey(
        Attempt, models.PROTECT, related_name="settled_lines", null=True, blank=True
    )
    parcel = models.ForeignKey(
        CashParcel, models.PROTECT, related_name="settled_lines", null=True, blank=True
    )
    row = models.PositiveIntegerField()
    reference = models.CharField(max_length=100)
    amount = models.BigIntegerField()
    fee = models.BigIntegerField(default=0)
    problem = models.CharField(max_length=10, choices=Problem, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("file", "row"), name="settled_line_taken_once"),
            models.UniqueConstraint(
                fields=("attempt",),
                condition=Q(problem="", amount__gt=0),
                name="settled_payment_handed_over_once",
            ),
            models.UniqueConstraint(
                fields=("parcel",),
                condition=Q(problem="", amount__gt=0),
                name="settled_parcel_remitted_once",
            ),
            models.CheckConstraint(condition=~Q(amount=0), name="settled_line_moves_money"),
            models.CheckConstraint(
                condition=Q(problem__in=("", "unknown", "other_sum", "twice")),
                name="settled_line_problem_is_known",
            ),
            models.CheckConstraint(
                condition=Q(problem="unknown", attempt__isnull=True, parcel__isnull=True)
                | (~Q(problem="unknown") & (Q(attempt__isnull=False) ^ Q(parcel__isnull=False))),
                name="settled_line_knows_its_payment",
            ),
        )

    def __str__(self) -> str:
        """Reference and sum."""
        return f"{self.reference} {self.amount}"
