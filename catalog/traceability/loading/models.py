"""Logistic units: what is lifted, loaded and handed over as one piece."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from catalog.traceability.lots.models import Box
from catalog.traceability.parties.models import Party


class LogisticUnit(models.Model):
    """A pallet or carton of boxes. ``sscc`` is its GS1 number, where the party has a prefix."""

    class State(models.TextChoices):
        """Where a unit stands; ``MOVES`` says what may follow."""

        OPEN = "open"
        CLOSED = "closed"
        UNLOADED = "unloaded"

    MOVES: ClassVar = {
        State.OPEN: {State.CLOSED, State.UNLOADED},
        State.CLOSED: {State.UNLOADED},
        State.UNLOADED: set(),
    }

    code = models.CharField(max_length=12, unique=True, db_collation="C")
    sscc = models.CharField(max_length=18, blank=True)
    party = models.ForeignKey(Party, models.PROTECT, related_name="units")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        """What is true of every unit."""

        constraints = (
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{12}$") & Q(code__regex=r"[A-Z]"),
                name="unit_code_is_twelve_crockford_with_a_letter",
            ),
            models.CheckConstraint(
                condition=Q(sscc="") | Q(sscc__regex=r"^[0-9]{18}$"),
                name="unit_sscc_is_eighteen_digits",
            ),
            models.UniqueConstraint(
                fields=("sscc",), condition=~Q(sscc=""), name="unit_sscc_is_of_one_unit"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True) | ~Q(state="open"),
                name="unit_open_is_not_closed_yet",
            ),
        )

    def __str__(self) -> str:
        """The printed code."""
        return self.code

    def can_become(self, state: str) -> bool:
        """Whether the unit may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class UnitBox(models.Model):
    """A box lies in a unit, until ``out_at``; in one unit at a time."""

    unit = models.ForeignKey(LogisticUnit, models.PROTECT, related_name="contents")
    box = models.ForeignKey(Box, models.PROTECT, related_name="places")
    in_at = models.DateTimeField()
    out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """What is true of every place."""

        verbose_name_plural = "unit boxes"
        constraints = (
            models.UniqueConstraint(
                fields=("box",), condition=Q(out_at__isnull=True), name="box_lies_in_one_unit"
            ),
            models.CheckConstraint(
                condition=Q(out_at__isnull=True) | Q(out_at__gte=models.F("in_at")),
                name="box_leaves_after_it_came",
            ),
        )

    def __str__(self) -> str:
        """Box and unit."""
        return f"{self.box_id} in {self.unit_id}"
