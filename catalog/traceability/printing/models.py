"""Label jobs, which boxes each printed, and how far each printer is off."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from catalog.traceability.lots.models import Box, Lot
from catalog.traceability.parties.models import Party
from marketplace.records import clock, tokens


class LabelJob(models.Model):
    """Labels somebody asked for: of a lot, a sale or a day, on which paper, as which kind of file.

    ``done`` counts the labels that are made; ``reprinted`` those that were printed before.
    """

    class State(models.TextChoices):
        """Where a job stands; ``MOVES`` says what may follow."""

        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        CANCELLED = "cancelled"
        FAILED = "failed"

    MOVES: ClassVar = {
        State.QUEUED: {State.RUNNING, State.CANCELLED, State.FAILED},
        State.RUNNING: {State.DONE, State.CANCELLED, State.FAILED},
        State.DONE: set(),
        State.CANCELLED: set(),
        State.FAILED: set(),
    }

    token = models.CharField(max_length=22, unique=True, default=tokens.fresh, editable=False)
    party = models.ForeignKey(Party, models.PROTECT, related_name="label_jobs")
    lot = models.ForeignKey(Lot, models.PROTECT, null=True, blank=True, related_name="label_jobs")
    reference = models.CharField(max_length=60, blank=True)
    layout = models.CharField(max_length=20)
    format = models.CharField(max_length=10)
    language = models.CharField(max_length=5)
    offset_x = models.SmallIntegerField(default=0)
    offset_y = models.SmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    units = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    reprinted = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)
    file = models.CharField(max_length=80, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """What is true of every job."""

        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=("queued", "running", "done", "cancelled", "failed")),
                name="label_job_state_known",
            ),
            models.CheckConstraint(
                condition=Q(lot__isnull=True) | Q(reference=""),
                name="label_job_is_of_a_lot_or_a_sale_not_both",
            ),
            models.CheckConstraint(
                condition=Q(units__gte=1, units__lte=10_000) & Q(done__lte=F("units")),
                name="label_job_makes_one_to_ten_thousand",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done=F("units")),
                name="label_job_done_made_all",
            ),
            models.CheckConstraint(
                condition=Q(reprinted__lte=F("units")) & (Q(reprinted=0) | ~Q(reason="")),
                name="label_job_prints_again_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("queued", "running"), ended_at__isnull=True)
                | Q(state__in=("done", "cancelled", "failed"), ended_at__isnull=False),
                name="label_job_ended_says_when",
            ),
            models.CheckConstraint(
                condition=Q(offset_x__gte=-100, offset_x__lte=100)
                & Q(offset_y__gte=-100, offset_y__lte=100),
                name="label_job_moves_a_centimetre_at_most",
            ),
        )
        indexes = (
            models.Index(fields=("party", "-id"), name="label_job_of_party"),
            models.Index(fields=("lot", "-id"), name="label_job_of_lot"),
        )

    def __str__(self) -> str:
        """The token."""
        return self.token

    def can_become(self, state: str) -> bool:
        """Whether the job may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class LabelPrint(models.Model):
    """One label of a job, at its place: the log of who printed which code. Only ever added."""

    job = models.ForeignKey(LabelJob, models.PROTECT, related_name="prints")
    place = models.PositiveIntegerField()
    box = models.ForeignKey(Box, models.PROTECT, related_name="prints")

    class Meta:
        """A job prints a box once, and has one label a place."""

        constraints = (
            models.UniqueConstraint(fields=("job", "place"), name="label_print_has_a_place"),
            models.UniqueConstraint(fields=("box", "job"), name="label_print_once_a_job"),
        )

    def __str__(self) -> str:
        """Job and place."""
        return f"{self.job_id} {self.place}"


class PrinterSetting(models.Model):
    """How far a party's printer is off on one layout, in tenths of a millimetre right and down."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="printer_settings")
    layout = models.CharField(max_length=20)
    offset_x = models.SmallIntegerField(default=0)
    offset_y = models.SmallIntegerField(default=0)

    class Meta:
        """One setting a layout, and no wild ones."""

        constraints = (
            models.UniqueConstraint(
                fields=("party", "layout"), name="printer_setting_one_per_layout"
            ),
            models.CheckConstraint(
                condition=Q(offset_x__gte=-100, offset_x__lte=100)
                & Q(offset_y__gte=-100, offset_y__lte=100),
                name="printer_setting_moves_a_centimetre_at_most",
            ),
        )

    def __str__(self) -> str:
        """Party and layout."""
        return f"{self.party_id} {self.layout}"
