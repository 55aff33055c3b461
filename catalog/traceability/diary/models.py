"""What was done on a plot: entries are added, put right by another entry, and never changed."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from catalog.traceability.growing.models import Plot

LONGEST_WAIT = 365  # days


class DiaryEntry(models.Model):
    """One piece of work on a plot. ``wait_days`` is the pre-harvest interval of what was used.

    ``written_at`` is the clock of the phone it was written on, ``recorded_at`` ours: without a
    network they lie days apart. ``draft`` is the phone's own key of it: sent twice is kept once.
    """

    class Work(models.TextChoices):
        """What was done."""

        SPRAYING = "spraying"
        FERTILISING = "fertilising"
        WATERING = "watering"
        PRUNING = "pruning"
        WEEDING = "weeding"
        OTHER = "other"

    plot = models.ForeignKey(Plot, models.PROTECT, related_name="entries")
    work = models.CharField(max_length=12, choices=Work)
    on = models.DateField()
    input_name = models.CharField(max_length=120, blank=True)
    active_ingredient = models.CharField(max_length=120, blank=True)
    dose = models.CharField(max_length=60, blank=True)
    wait_days = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    photo = models.ForeignKey(
        "records.Paper", models.PROTECT, null=True, blank=True, related_name="+"
    )
    draft = models.UUIDField(unique=True)
    written_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    by_name = models.CharField(max_length=150, blank=True)
    helped_by = models.CharField(max_length=150, blank=True)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        """What is true of every entry."""

        verbose_name_plural = "diary entries"
        ordering = ("-on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(work="spraying") | (~Q(input_name="") & Q(wait_days__isnull=False)),
                name="diary_spraying_says_what_and_how_long_to_wait",
            ),
            models.CheckConstraint(
                condition=Q(wait_days__isnull=True) | Q(wait_days__lte=LONGEST_WAIT),
                name="diary_waits_a_year_at_most",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | Q(corrects__lt=F("id")),
                name="diary_corrects_an_earlier_entry",
            ),
        )
        indexes = (models.Index(fields=("plot", "-on"), name="diary_of_plot_by_day"),)

    def __str__(self) -> str:
        """Work and day."""
        return f"{self.work} {self.on}"

    @property
    def free_from(self) -> dt.date:
        """The first day on which fruit may be picked after this."""
        return self.on + dt.timedelta(days=self.wait_days or 0)
