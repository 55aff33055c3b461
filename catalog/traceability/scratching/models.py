"""Scratch codes of boxes, and the sheets on which a print shop got their digits."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from catalog.traceability.lots.models import Box, Lot
from marketplace.records import clock, tokens


class ScratchSheet(models.Model):
    """Digits for boxes of one lot, made together and handed out once.

    The digits follow from ``seed``, which is locked, and emptied when they were handed out: nobody
    can write them a second time, the market included.
    """

    class State(models.TextChoices):
        """Where a sheet stands; ``MOVES`` says what may follow."""

        MAKING = "making"
        READY = "ready"
        FETCHED = "fetched"
        REPLACED = "replaced"

    MOVES: ClassVar = {
        State.MAKING: {State.READY, State.REPLACED},
        State.READY: {State.FETCHED, State.REPLACED},
        State.FETCHED: {State.REPLACED},
        State.REPLACED: set(),
    }

    token = models.CharField(max_length=22, unique=True, default=tokens.fresh, editable=False)
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="scratch_sheets")
    seed = models.BinaryField(max_length=100, blank=True)
    units = models.PositiveIntegerField()
    made = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.MAKING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=clock.now)
    fetched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """What is true of every sheet."""

        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=("making", "ready", "fetched", "replaced")),
                name="scratch_sheet_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("making", "ready")) & ~Q(seed=b"")
                | Q(state__in=("fetched", "replaced"), seed=b""),
                name="scratch_sheet_forgets_its_seed",
            ),
            models.CheckConstraint(
                condition=Q(units__gte=1, units__lte=10_000, made__lte=F("units"))
                & (Q(made=F("units")) | Q(state__in=("making", "replaced"))),
                name="scratch_sheet_is_ready_when_all_are_made",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("making", "ready"), fetched_at__isnull=True)
                | Q(state="fetched", fetched_at__isnull=False)
                | Q(state="replaced"),
                name="scratch_sheet_fetched_says_when",
            ),
        )
        indexes = (models.Index(fields=("lot", "-id"), name="scratch_sheet_of_lot"),)

    def __str__(self) -> str:
        """The token."""
        return self.token

    def can_become(self, state: str) -> bool:
        """Whether the sheet may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class ScratchCode(models.Model):
    """The digits of one box, as a salted slow hash; it counts once the print shop got them.

    ``tries`` are the wrong entries of the day ``tried_on``; ``again`` counts right ones that came
    on a later day or from another province than the first.
    """

    TRIES_A_DAY: ClassVar = 5

    box = models.OneToOneField(Box, models.PROTECT, related_name="scratch")
    sheet = models.ForeignKey(ScratchSheet, models.PROTECT, related_name="codes")
    salt = models.BinaryField(max_length=16, null=True)
    digest = models.BinaryField(max_length=32, null=True)
    cost = models.PositiveSmallIntegerField(default=15, help_text="Of the hash, a power of two.")
    given_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_in = models.CharField(max_length=2, blank=True)
    again = models.PositiveIntegerField(default=0)
    tried_on = models.DateField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """What is true of every scratch code."""

        constraints = (
            models.CheckConstraint(
                condition=Q(salt__isnull=True, digest__isnull=True)
                | Q(salt__isnull=False, digest__isnull=False),
                name="scratch_code_is_hashed_with_a_salt",
            ),
            models.CheckConstraint(
                condition=Q(given_at__isnull=True) | Q(digest__isnull=False),
                name="scratch_code_given_is_hashed",
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True)
                | Q(given_at__isnull=False, opened_at__gte=F("given_at")),
                name="scratch_code_opened_was_given",
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=False) | Q(opened_in="", again=0),
                name="scratch_code_opened_says_when",
            ),
            models.CheckConstraint(
                condition=Q(opened_in="") | Q(opened_in__regex=r"^[0-9]{2}$"),
                name="scratch_code_province_is_two_digits_or_unknown",
            ),
            models.CheckConstraint(
                condition=Q(tries=0, tried_on__isnull=True)
                | Q(tries__gte=1, tries__lte=5, tried_on__isnull=False),
                name="scratch_code_is_tried_five_times_a_day",
            ),
        )
        indexes = (models.Index(fields=("sheet", "box"), name="scratch_code_of_sheet"),)

    def __str__(self) -> str:
        """Whose digits."""
        return f"scratch {self.box_id}"

    def tries_left(self) -> int:
        """How many entries may still be wrong today."""
        tried = self.tries if self.tried_on == clock.local_day() else 0
        return self.TRIES_A_DAY - tried
