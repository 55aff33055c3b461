"""A problem with goods or a label, as somebody with the box in hand wrote it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.traceability.lots.models import Box, Lot


class ProblemReport(models.Model):
    """What somebody found wrong with a box or lot, and what was answered. No account is needed.

    ``contact`` is for the answer alone and is emptied some weeks after it.
    """

    class Kind(models.TextChoices):
        """What is wrong."""

        LABEL = "label", _("The label looks copied or does not fit the goods")
        SPOILT = "spoilt", _("Spoilt, or somebody felt ill")
        FACTS = "facts", _("Something on the page is not true")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("Waiting")
        ANSWERED = "answered", _("Answered")

    lot = models.ForeignKey(Lot, models.PROTECT, related_name="problems")
    box = models.ForeignKey(Box, models.PROTECT, null=True, blank=True, related_name="problems")
    kind = models.CharField(max_length=6, choices=Kind)
    words = models.TextField(max_length=2_000)
    contact = models.CharField(max_length=254, blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    reported_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    answer = models.TextField(max_length=2_000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """What is true of every report."""

        ordering = ("-reported_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=~Q(words=""), name="problem_report_says_something"),
            models.CheckConstraint(
                condition=Q(state="open", answer="", answered_by=None, answered_at=None)
                | (
                    Q(state="answered", answered_by__isnull=False, answered_at__isnull=False)
                    & ~Q(answer="")
                ),
                name="problem_report_is_open_or_answered_in_words",
            ),
        )
        indexes = (models.Index(fields=("lot", "-reported_at"), name="problem_report_by_lot"),)

    def __str__(self) -> str:
        """What it is about; never who wrote."""
        return f"{self.kind} {self.box_id or self.lot_id}"
