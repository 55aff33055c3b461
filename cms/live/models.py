"""A live session with its hosts, its goods, what was shown when, and complaints."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from marketplace.records import tokens


class LiveSession(models.Model):
    """One live sale. Its page is found by ``page_key``, the same in every language."""

    class State(models.TextChoices):
        """Where the session stands; ``MOVES`` says what may follow."""

        SCHEDULED = "scheduled", _("Scheduled")
        LIVE = "live", _("Live")
        ENDED = "ended", _("Ended")
        STOPPED = "stopped", _("Stopped")
        CANCELLED = "cancelled", _("Cancelled")

    class Provider(models.TextChoices):
        """What carries the pictures."""

        SLIDES = "slides", _("Slides and captions")

    MOVES: ClassVar = {
        State.SCHEDULED: {State.LIVE, State.CANCELLED},
        State.LIVE: {State.ENDED, State.STOPPED},
        State.ENDED: set(),
        State.STOPPED: set(),
        State.CANCELLED: set(),
    }

    page_key = models.UUIDField(unique=True)
    token = models.CharField(max_length=43, unique=True, default=tokens.fresh, editable=False)
    title = models.CharField(max_length=255)
    state = models.CharField(max_length=9, choices=State, default=State.SCHEDULED)
    provider = models.CharField(max_length=10, choices=Provider, default=Provider.SLIDES)
    planned_start = models.DateTimeField()
    planned_end = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    slide = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=500, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    keep_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-planned_start", "-pk")
        permissions = (("oversee_live", "Can check, stop and cancel live sessions"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["scheduled", "live", "ended", "stopped", "cancelled"]),
                name="live_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["scheduled", "cancelled"]) | Q(started_at__isnull=False),
                name="live_started_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["scheduled", "live"], ended_at__isnull=True)
                | Q(state__in=["ended", "stopped", "cancelled"], ended_at__isnull=False),
                name="live_ended_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["stopped", "cancelled"]) | ~Q(reason=""),
                name="live_stopped_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(planned_end__gt=F("planned_start")),
                name="live_planned_to_end_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        """The title."""
        return self.title

    def can_become(self, state: str) -> bool:
        """Whether the session may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class LiveHost(models.Model):
    """Somebody who speaks for a cooperative in a session, and how his identity was checked."""

    session = models.ForeignKey(LiveSession, models.CASCADE, related_name="hosts")
    cooperative = models.ForeignKey("catalog.Cooperative", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    identity = models.CharField(max_length=200, blank=True)
    papers = models.CharField(max_length=200, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("session", "cooperative", "name"), name="live_host_once_in_a_session"
            ),
            models.CheckConstraint(
                condition=Q(checked_at__isnull=True)
                | (~Q(identity="") & ~Q(papers="") & Q(checked_by__isnull=False)),
                name="live_host_checked_by_somebody_by_something",
            ),
        )

    def __str__(self) -> str:
        """The name."""
        return self.name


class LiveItem(models.Model):
    """A listing on the shelf of a session."""

    session = models.ForeignKey(LiveSession, models.CASCADE, related_name="items")
    listing = models.ForeignKey("catalog.Listing", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=200, blank=True)
    warning = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("session", "listing"), name="live_item_once_in_a_session"
            ),
        )

    def __str__(self) -> str:
        """Place and listing."""
        return f"{self.position}: {self.listing_id}"


class LivePin(models.Model):
    """When an item was shown: the chapters of a recording, and evidence."""

    session = models.ForeignKey(LiveSession, models.PROTECT, related_name="pins")
    item = models.ForeignKey(LiveItem, models.PROTECT, related_name="pins")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("started_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("session",),
                condition=Q(ended_at__isnull=True),
                name="live_pin_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")),
                name="live_pin_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        """Item and time."""
        return f"{self.item_id} {self.started_at:%H:%M}"


class LiveReport(models.Model):
    """A complaint about a session, with the day it must be answered by."""

    class Kind(models.TextChoices):
        """What it is about."""

        FALSE = "false", _("Something said is not true")
        GOODS = "goods", _("Forbidden or fake goods")
        MANNERS = "manners", _("Language or behaviour")
        OTHER = "other", _("Something else")

    session = models.ForeignKey(LiveSession, models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=8, choices=Kind)
    words = models.TextField(max_length=1_000)
    contact = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    outcome = models.TextField(max_length=1_000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("due_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True)
                | (~Q(outcome="") & Q(answered_by__isnull=False)),
                name="live_report_answered_with_an_outcome",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="live_report_says_something"),
        )
        indexes = (
            models.Index(
                fields=("due_at",), condition=Q(answered_at__isnull=True), name="live_report_open"
            ),
        )

    def __str__(self) -> str:
        """Kind and time."""
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
