"""Statements of our bank accounts as files: how each bank writes them, and each one brought."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from marketplace.records import clock


class BankFileFormat(models.Model):
    """Which column of an account's files says what; asked once, kept for the next file.

    ``columns`` has the headings by what they say: ``day``, ``amount`` or ``credit`` and ``debit``,
    ``text``, ``reference``, ``payer``, ``balance``.
    """

    account = models.CharField(max_length=40, unique=True)
    columns = models.JSONField()
    is_month_first = models.BooleanField(default=False, help_text="12/31/2026, not 31/12/2026")
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        """The account."""
        return self.account


class BankFile(models.Model):
    """One file somebody brought, and what came of its rows; the same file is taken once."""

    class State(models.TextChoices):
        """Where it stands."""

        READ = "read"  # shown, nothing taken yet
        TAKING = "taking"
        TAKEN = "taken"

    account = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    state = models.CharField(max_length=10, choices=State, default=State.READ)
    rows = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0, help_text="rows worked on so far")
    counts = models.JSONField(default=dict, help_text="rows by what came of them")
    brought_at = models.DateTimeField(default=clock.now)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("account", "sha256"), name="bank_file_brought_once"),
            models.CheckConstraint(
                condition=Q(state__in=("read", "taking", "taken")), name="bank_file_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(done__lte=F("rows")), name="bank_file_does_its_rows"
            ),
            models.CheckConstraint(
                condition=Q(state="taken", taken_at__isnull=False)
                | Q(state__in=("read", "taking"), taken_at__isnull=True),
                name="bank_file_taken_at_a_moment",
            ),
        )

    def __str__(self) -> str:
        """Its name."""
        return self.name
