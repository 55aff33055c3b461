"""What people report about a listing, and what the province found."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketplace.records import tokens


class ListingReport(models.Model):
    """Somebody says that a listing is wrong. Answered by a day, once, in words."""

    class Reason(models.TextChoices):
        """What is wrong with it."""

        COUNTERFEIT = "counterfeit", _("Not from where it says, or a copied label")
        UNSAFE = "unsafe", _("Unsafe or spoilt food")
        MISLEADING = "misleading", _("The description or photos are not true")
        FORBIDDEN = "forbidden", _("Must not be sold here")
        PRICE = "price", _("The price or weight is not as shown")
        COPIED = "copied", _("Uses my photos, texts or name")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        """Where the report stands; ``MOVES`` says what may follow."""

        OPEN = "open", _("Being looked at")
        UPHELD = "upheld", _("Found to be right")
        DISMISSED = "dismissed", _("Nothing found")

    MOVES: ClassVar = {
        State.OPEN: {State.UPHELD, State.DISMISSED},
        State.UPHELD: set(),
        State.DISMISSED: set(),
    }

    token = models.CharField(max_length=22, unique=True, default=tokens.fresh, editable=False)
    listing = models.ForeignKey("catalog.Listing", models.PROTECT, related_name="reports")
    reason = models.CharField(max_length=11, choices=Reason)
    words = models.TextField(max_length=2_000)
    contact = models.CharField(
        max_length=254, blank=True, help_text="E-mail or phone (E.164) for the answer."
    )
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    reported_at = models.DateTimeField()
    due_at = models.DateTimeField(help_text="When the province has to have answered.")
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    answer = models.TextField(blank=True, max_length=2_000)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="open", answer="", answered_at=None, answered_by=None)
                | (
                    Q(state__in=["upheld", "dismissed"])
                    & ~Q(answer="")
                    & Q(answered_at__isnull=False, answered_by__isnull=False)
                ),
                name="listing_report_is_open_or_answered_in_words",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="listing_report_says_something"),
            models.UniqueConstraint(
                fields=("listing", "contact"),
                condition=Q(state="open") & ~Q(contact=""),
                name="listing_report_one_open_per_person",
            ),
        )
        permissions = (("answer_report", "Can answer reports about listings"),)

    def __str__(self) -> str:
        """Which listing, and where it stands; never who reported."""
        return f"report on {self.listing_id}: {self.state}"

    @property
    def number(self) -> str:
        """The receipt's number as people say it."""
        return f"PA-{self.pk:06}"
