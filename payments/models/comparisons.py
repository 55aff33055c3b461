"""Days that were compared with a provider: what it says came, beside what we booked."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from marketplace.records import clock


class Comparison(models.Model):
    """One provider's payments of one local day, asked about one by one; sums in đồng."""

    provider = models.CharField(max_length=20)
    day = models.DateField()
    asked = models.PositiveIntegerField(default=0)
    silent = models.PositiveIntegerField(default=0, help_text="asked about without an answer")
    ours = models.PositiveBigIntegerField(default=0)
    theirs = models.PositiveBigIntegerField(default=0)
    found = models.PositiveIntegerField(default=0, help_text="paid there, and booked only now")
    differences = models.PositiveIntegerField(default=0)
    ran_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("provider", "day"), name="comparison_once_a_day"),
            models.CheckConstraint(
                condition=Q(silent__lte=F("asked")), name="comparison_asked_of_what_was_silent"
            ),
        )

    def __str__(self) -> str:
        """Provider and day."""
        return f"{self.provider} {self.day}"
