"""Who waits for a listing to come back: an address, asked for its word, told once."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from marketplace.records import tokens


class WaitingEntry(models.Model):
    """An e-mail address or phone number that is to be told when a listing can be bought."""

    class State(models.TextChoices):
        """Where it stands; ``MOVES`` says what may follow."""

        ASKED = "asked"
        WAITING = "waiting"
        TOLD = "told"
        LEFT = "left"

    MOVES: ClassVar = {
        State.ASKED: {State.WAITING, State.LEFT},
        State.WAITING: {State.TOLD, State.LEFT},
        State.TOLD: set(),
        State.LEFT: set(),
    }

    listing = models.ForeignKey("catalog.Listing", models.PROTECT, related_name="waiting")
    address = models.CharField(max_length=254, help_text="E-mail in small letters, or E.164.")
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    token = models.CharField(max_length=43, unique=True, default=tokens.fresh, editable=False)
    state = models.CharField(max_length=7, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField()
    waits_since = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("waits_since", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("listing", "address"),
                condition=Q(state__in=["asked", "waiting"]),
                name="waiting_entry_one_per_address_and_listing",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "left"]) | Q(waits_since__isnull=False),
                name="waiting_entry_said_yes_before_it_waits",
            ),
            models.CheckConstraint(
                condition=Q(state="told", told_at__isnull=False)
                | Q(~Q(state="told"), told_at__isnull=True),
                name="waiting_entry_told_when_told",
            ),
        )
        indexes = (
            models.Index(
                fields=["listing", "waits_since"],
                name="waiting_entry_queue",
                condition=Q(state="waiting"),
            ),
        )

    def __str__(self) -> str:
        """Listing and state."""
        return f"{self.listing_id}: {self.state}"

    def can_become(self, state: str) -> bool:
        """Whether the entry may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]
