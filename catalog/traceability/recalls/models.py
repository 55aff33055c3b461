"""Recalls, and the lots each of them reaches."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.traceability.growing.models import Facility
from catalog.traceability.lots.models import Lot


class Recall(models.Model):
    """Goods called back, from the first suspicion to the result.

    A drill has the same steps, lists and clock, and changes nothing for anybody: no lot, no page,
    no letter. The times are the stopwatch: begun, listed (the lots were found), opened, closed.
    """

    class State(models.TextChoices):
        """Where a recall stands; ``MOVES`` says what may follow."""

        DRAFT = "draft", _("Being prepared")
        OPEN = "open", _("Running")
        CLOSED = "closed", _("Closed")
        DROPPED = "dropped", _("Dropped")

    MOVES: ClassVar = {
        State.DRAFT: {State.OPEN, State.DROPPED},
        State.OPEN: {State.CLOSED},
        State.CLOSED: set(),
        State.DROPPED: set(),
    }
    #: States in which the public knows of a recall that is no drill.
    KNOWN: ClassVar = (State.OPEN, State.CLOSED)

    class Scope(models.TextChoices):
        """By what its lots are found."""

        LOTS = "lots", _("Lots by their codes")
        INPUT = "input", _("What was sprayed or spread")
        FACILITY = "facility", _("A packing house or workshop")

    class Grade(models.IntegerChoices):
        """How grave it is: the three classes food authorities know (such as 21 CFR 7.3(m))."""

        DANGER = 1, _("Class 1: dangerous, do not eat")
        HARM = 2, _("Class 2: may harm, do not eat")
        FAULT = 3, _("Class 3: breaks a rule, no harm is expected")

    class Remedy(models.TextChoices):
        """What whoever has the goods shall do with them."""

        DESTROY = "destroy", _("Throw the goods away so that nobody eats them")
        RETURN = "return", _("Keep the goods closed until they are fetched")
        WAIT = "wait", _("Put the goods aside until you hear more")

    number = models.CharField(max_length=20, unique=True, help_text="Such as TH-2026-0001.")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    is_drill = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    scope = models.CharField(max_length=8, choices=Scope)
    input_name = models.CharField(max_length=120, blank=True, help_text="Or active ingredient.")
    facility = models.ForeignKey(Facility, models.PROTECT, null=True, blank=True, related_name="+")
    days_from = models.DateField(null=True, blank=True)
    days_to = models.DateField(null=True, blank=True)
    grade = models.PositiveSmallIntegerField(choices=Grade)
    reason = models.CharField(max_length=300)
    reason_en = models.CharField(max_length=300, blank=True)
    remedy = models.CharField(max_length=8, choices=Remedy)
    contact = models.CharField(max_length=120, blank=True)
    document = models.CharField(max_length=80, blank=True, help_text="Number of the lab report.")
    result = models.CharField(max_length=1000, blank=True)
    begun_at = models.DateTimeField()
    listed_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        """What is true of every recall."""

        ordering = ("-pk",)
        permissions = (("call_back", "Can call goods back"),)
        constraints = (
            models.UniqueConstraint(
                fields=("is_drill", "year", "serial"), name="recall_numbers_are_unique"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="recall_says_why"),
            models.CheckConstraint(condition=Q(grade__in=(1, 2, 3)), name="recall_grade_known"),
            models.CheckConstraint(
                condition=Q(remedy__in=("destroy", "return", "wait")), name="recall_remedy_known"
            ),
            models.CheckConstraint(
                condition=Q(scope="lots", input_name="", facility=None, days_from=None)
                | (Q(scope="input", facility=None, days_from__isnull=False) & ~Q(input_name=""))
                | Q(
                    scope="facility",
                    input_name="",
                    facility__isnull=False,
                    days_from__isnull=False,
                ),
                name="recall_scope_says_what_it_is_about",
            ),
            models.CheckConstraint(
                condition=Q(days_from=None, days_to=None) | Q(days_from__lte=F("days_to")),
                name="recall_days_run_forward",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "dropped"), opened_at=None, closed_at=None)
                | Q(state="open", opened_at__gte=F("begun_at"), closed_at=None)
                | Q(state="closed", opened_at__gte=F("begun_at"), closed_at__gte=F("opened_at")),
                name="recall_state_and_times_agree",
            ),
            models.CheckConstraint(
                condition=Q(state="closed") | Q(result=""), name="recall_result_comes_at_its_end"
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | ~Q(result=""), name="recall_is_closed_with_a_result"
            ),
        )

    def __str__(self) -> str:
        """The number."""
        return self.number

    def can_become(self, state: str) -> bool:
        """Whether the recall may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]

    @property
    def is_known(self) -> bool:
        """Whether the public knows of it."""
        return not self.is_drill and self.state in self.KNOWN

    def why(self, language: str) -> str:
        """The reason in ``language``, in Vietnamese where nobody translated it."""
        return self.reason_en if language == "en" and self.reason_en else self.reason

    @property
    def took_to_list(self) -> dt.timedelta | None:
        """From its beginning until the lots were found."""
        return self.listed_at - self.begun_at if self.listed_at else None

    @property
    def took_to_open(self) -> dt.timedelta | None:
        """From its beginning until sale was stopped."""
        return self.opened_at - self.begun_at if self.opened_at else None


class RecallLot(models.Model):
    """A lot a recall reaches, and by which way. Only ever added."""

    class How(models.TextChoices):
        """Why the lot is called back."""

        NAMED = "named", _("named by its code")
        INPUT = "input", _("grown with what is recalled")
        FACILITY = "facility", _("packed or made there")
        MADE_OF = "made_of", _("made of a lot called back")

    recall = models.ForeignKey(Recall, models.PROTECT, related_name="lots")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="recalls")
    how = models.CharField(max_length=8, choices=How)
    at = models.DateTimeField()

    class Meta:
        """A lot stands once in a recall."""

        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("recall", "lot"), name="recall_reaches_a_lot_once"),
            models.CheckConstraint(
                condition=Q(how__in=("named", "input", "facility", "made_of")),
                name="recall_lot_reached_by_a_known_way",
            ),
        )

    def __str__(self) -> str:
        """Recall and lot."""
        return f"{self.recall_id}: {self.lot_id}"
