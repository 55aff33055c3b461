"""Scans of codes without anybody's name, what they add up to, and what was odd about them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.traceability.lots.models import Box, Lot


class Network(models.Model):
    """A network and the province its customers are in, as a dated table says that was loaded."""

    network = models.CharField(max_length=43, unique=True, db_collation="C")
    province_code = models.CharField(max_length=2)
    as_of = models.DateField()
    source = models.CharField(max_length=200)

    class Meta:
        """What is true of every network."""

        constraints = (
            models.CheckConstraint(
                condition=Q(province_code__regex=r"^[0-9]{2}$"),
                name="network_lies_in_a_province",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="network_names_its_source"),
        )

    def __str__(self) -> str:
        """The network."""
        return self.network


class Scan(models.Model):
    """One phone that looked at one code within one hour, however often it loaded the page.

    ``visitor`` means something within one day only: what it was made with is gone after it. A scan
    of a box bears the lot too, a scan of the lot's own code no box, and a scan of a code nobody
    issued bears ``unknown`` alone.
    """

    hour = models.DateTimeField()
    box = models.ForeignKey(
        Box, models.PROTECT, null=True, blank=True, related_name="scans", db_index=False
    )
    lot = models.ForeignKey(
        Lot, models.PROTECT, null=True, blank=True, related_name="scans", db_index=False
    )
    unknown = models.CharField(max_length=20, blank=True, db_collation="C")
    province_code = models.CharField(max_length=2, blank=True)
    visitor = models.CharField(max_length=16, db_collation="C")

    class Meta:
        """What is true of every scan."""

        constraints = (
            models.CheckConstraint(
                condition=(Q(lot__isnull=False, unknown=""))
                | (Q(lot__isnull=True, box__isnull=True) & ~Q(unknown="")),
                name="scan_is_of_something_issued_or_of_an_unknown_code",
            ),
            models.CheckConstraint(
                condition=Q(hour__minute=0, hour__second=0), name="scan_tells_the_hour_only"
            ),
            models.CheckConstraint(
                condition=Q(visitor__regex=r"^[0-9a-f]{16}$"), name="scan_hides_its_visitor"
            ),
            models.CheckConstraint(
                condition=Q(province_code="") | Q(province_code__regex=r"^[0-9]{2}$"),
                name="scan_province_is_two_digits_or_unknown",
            ),
            models.UniqueConstraint(
                fields=("box", "hour", "visitor"),
                condition=Q(box__isnull=False),
                name="scan_of_a_box_counts_once_an_hour",
            ),
            models.UniqueConstraint(
                fields=("lot", "hour", "visitor"),
                condition=Q(box__isnull=True, lot__isnull=False),
                name="scan_of_a_lot_counts_once_an_hour",
            ),
            models.UniqueConstraint(
                fields=("unknown", "hour", "visitor"),
                condition=Q(lot__isnull=True),
                name="scan_of_an_unknown_code_counts_once_an_hour",
            ),
        )
        indexes = (
            models.Index(fields=("lot", "hour"), name="scan_by_lot_and_hour"),
            # Scans come in the order of time: a few pages of index find what is old.
            BrinIndex(fields=("hour",), name="scan_by_hour"),
        )

    def __str__(self) -> str:
        """What was looked at, and when."""
        return f"{self.box_id or self.lot_id or self.unknown} {self.hour:%Y-%m-%d %H}"


class ScanTally(models.Model):
    """What the scans of one code add up to; ``waits`` while there are some not yet looked at."""

    box = models.OneToOneField(Box, models.PROTECT, null=True, blank=True, related_name="tally")
    lot = models.OneToOneField(Lot, models.PROTECT, null=True, blank=True, related_name="tally")
    scans = models.PositiveIntegerField(default=0)
    phones = models.PositiveIntegerField(default=0, help_text="Each counted once a day.")
    provinces = models.PositiveSmallIntegerField(default=0)
    is_odd = models.BooleanField(default=False)
    waits = models.BooleanField(default=True)

    class Meta:
        """What is true of every tally."""

        verbose_name_plural = "scan tallies"
        constraints = (
            models.CheckConstraint(
                condition=Q(box__isnull=False, lot__isnull=True)
                | Q(box__isnull=True, lot__isnull=False),
                name="scan_tally_is_of_a_box_or_a_lot",
            ),
            models.CheckConstraint(
                condition=Q(phones__lte=models.F("scans")), name="scan_tally_phones_scanned"
            ),
        )
        indexes = (
            models.Index(fields=("id",), condition=Q(waits=True), name="scan_tally_that_waits"),
        )

    def __str__(self) -> str:
        """Whose scans."""
        return f"{self.box_id or self.lot_id}: {self.scans}"


class ScanMonth(models.Model):
    """Old scans of a lot and its boxes, added up by month and province before they are dropped."""

    lot = models.ForeignKey(Lot, models.PROTECT, related_name="scan_months")
    month = models.DateField()
    province_code = models.CharField(max_length=2, blank=True)
    scans = models.PositiveIntegerField()
    phones = models.PositiveIntegerField(help_text="Each counted once a day.")

    class Meta:
        """What is true of every month."""

        constraints = (
            models.UniqueConstraint(
                fields=("lot", "month", "province_code"), name="scan_month_counted_once"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="scan_month_begins_a_month"),
        )

    def __str__(self) -> str:
        """The lot and the month."""
        return f"{self.lot_id} {self.month:%Y-%m}"


class Alert(models.Model):
    """Something odd about the scans of a code: for which reason, how sure, and who dealt with it.

    ``subject`` is the unknown code, or the visitor of one day, when nothing issued is concerned.
    """

    class Reason(models.TextChoices):
        """Why; short names that the interfaces show too."""

        MANY_PHONES = "many_phones", _("Too many phones in one day")
        TRAVEL = "impossible_travel", _("In two places faster than anybody drives")
        SCATTERED = "scattered", _("In more provinces than one box goes to")
        BEFORE_SHIPPING = "before_shipping", _("Seen elsewhere before it was sent")
        AFTER_EXPIRY = "after_expiry", _("Seen long after its best")
        AFTER_CANCEL = "after_cancel", _("Seen after the label was cancelled")
        AFTER_RECALL = "after_recall", _("Still around after it was called back")
        MORE_THAN_UNITS = "more_than_units", _("Lot scanned by more phones than it has boxes for")
        OPENED_AGAIN = "opened_again", _("Its scratch code entered again, later or elsewhere")
        UNKNOWN_BURST = "unknown_burst", _("Somebody tries out codes")
        UNKNOWN_REPEATED = "unknown_repeated", _("Many phones read a code nobody issued")

    class State(models.TextChoices):
        """Where it stands; ``MOVES`` says what may follow."""

        OPEN = "open", _("Waiting")
        ACKNOWLEDGED = "acknowledged", _("Taken seriously")
        DISMISSED = "dismissed", _("Harmless")

    MOVES: ClassVar = {
        State.OPEN: {State.ACKNOWLEDGED, State.DISMISSED},
        State.ACKNOWLEDGED: {State.DISMISSED},
        State.DISMISSED: set(),
    }
    CLONE_LIKE: ClassVar = frozenset(
        {
            Reason.MANY_PHONES,
            Reason.TRAVEL,
            Reason.SCATTERED,
            Reason.BEFORE_SHIPPING,
            Reason.AFTER_CANCEL,
            Reason.MORE_THAN_UNITS,
            Reason.OPENED_AGAIN,
        }
    )
    SURE = 60  # from this score on, the code's own page says that it is scanned unusually

    reason = models.CharField(max_length=20, choices=Reason)
    box = models.ForeignKey(Box, models.PROTECT, null=True, blank=True, related_name="alerts")
    lot = models.ForeignKey(Lot, models.PROTECT, null=True, blank=True, related_name="alerts")
    subject = models.CharField(max_length=20, blank=True, db_collation="C")
    score = models.PositiveSmallIntegerField()
    scans = models.PositiveIntegerField()
    phones = models.PositiveIntegerField()
    provinces = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    note = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """What is true of every alert."""

        ordering = ("-score", "-last_seen", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=(Q(lot__isnull=False, subject=""))
                | (Q(lot__isnull=True, box__isnull=True) & ~Q(subject="")),
                name="alert_is_about_something_issued_or_names_its_subject",
            ),
            models.CheckConstraint(
                condition=Q(score__gte=1, score__lte=100), name="alert_score_is_one_to_a_hundred"
            ),
            models.CheckConstraint(
                condition=Q(first_seen__lte=models.F("last_seen")),
                name="alert_was_seen_first_before_last",
            ),
            models.CheckConstraint(
                condition=Q(state="open", note="", decided_by=None, decided_at=None)
                | (
                    Q(state__in=("acknowledged", "dismissed"))
                    & ~Q(note="")
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
                name="alert_is_open_or_decided_with_a_note",
            ),
            models.UniqueConstraint(
                fields=("box", "reason"),
                condition=Q(box__isnull=False) & ~Q(state="dismissed"),
                name="alert_stands_once_per_box_and_reason",
            ),
            models.UniqueConstraint(
                fields=("lot", "reason"),
                condition=Q(box__isnull=True, lot__isnull=False) & ~Q(state="dismissed"),
                name="alert_stands_once_per_lot_and_reason",
            ),
            models.UniqueConstraint(
                fields=("subject", "reason"),
                condition=Q(lot__isnull=True) & ~Q(state="dismissed"),
                name="alert_stands_once_per_subject_and_reason",
            ),
        )

    def __str__(self) -> str:
        """What and why."""
        return f"{self.reason} {self.box_id or self.lot_id or self.subject}"

    def can_become(self, state: str) -> bool:
        """Whether the alert may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]
