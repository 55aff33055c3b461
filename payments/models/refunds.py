"""Money on its way back to a buyer: asked for, approved, sent."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from marketplace.records import clock, tokens
from payments.models.attempts import Attempt
from payments.models.incidents import Incident
from payments.models.invoices import Invoice


class Refund(models.Model):
    """One way to pay back what an incident says is due; ``refunding`` changes its state.

    It goes to the buyer's bank account, by hand, or through the provider of an attempt. The
    database refuses refunds that add up to more than came (migrations ``0006_refunds`` and
    ``0015_returned_refunds``).
    """

    class State(models.TextChoices):
        """Where it stands; ``MOVES`` says what may follow."""

        REQUESTED = "requested"
        APPROVED = "approved"
        SENDING = "sending"
        UNKNOWN = "unknown"  # sent, and nobody said what came of it: asked about, never sent again
        DONE = "done"
        REJECTED = "rejected"
        RETURNED = "returned"  # done, and then it came back: due anew, by another refund

    #: Of these the money did not go, or not for good.
    NOT_GONE: ClassVar = (State.REJECTED, State.RETURNED)
    MOVES: ClassVar[dict[str, set[str]]] = {
        State.REQUESTED: {State.APPROVED, State.REJECTED},
        State.APPROVED: {State.SENDING, State.DONE, State.REJECTED},
        State.SENDING: {State.DONE, State.REJECTED, State.UNKNOWN},
        State.UNKNOWN: {State.DONE, State.REJECTED},
        State.DONE: {State.RETURNED},
        State.REJECTED: set(),
        State.RETURNED: set(),
    }

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="refunds")
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="refunds")
    attempt = models.ForeignKey(
        Attempt, models.PROTECT, related_name="refunds", null=True, blank=True
    )
    key = models.CharField(max_length=22, unique=True, default=tokens.fresh)
    amount = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.REQUESTED)
    needs_two = models.BooleanField(help_text="above the limit: another person approves")
    bank_bin = models.CharField(max_length=6, blank=True)
    bank_account = models.CharField(max_length=19, blank=True)
    bank_account_name = models.CharField(max_length=100, blank=True)
    reference = models.CharField(max_length=100, blank=True, help_text="the bank's number for it")
    note = models.CharField(max_length=300, blank=True)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(default=clock.now)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    next_ask_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="refund_moves_money"),
            models.CheckConstraint(
                condition=Q(
                    state__in=(
                        *("requested", "approved", "sending"),
                        *("unknown", "done", "rejected", "returned"),
                    )
                ),
                name="refund_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(attempt__isnull=False)
                | ~(Q(bank_bin="") | Q(bank_account="") | Q(bank_account_name="")),
                name="refund_goes_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("requested", "rejected")) | Q(approved_by__isnull=False),
                name="refund_is_approved_before_it_is_sent",
            ),
            models.CheckConstraint(
                condition=Q(needs_two=False)
                | Q(approved_by__isnull=True)
                | ~Q(approved_by=F("requested_by")),
                name="refund_of_much_money_has_two_people",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, state__in=("requested", "approved"))
                | Q(ended_at__isnull=True, state__in=("sending", "unknown"))
                | Q(ended_at__isnull=False, state__in=("done", "rejected", "returned")),
                name="refund_ended_when_it_did",
            ),
            models.UniqueConstraint(
                fields=("incident",),
                condition=~Q(state__in=("rejected", "returned")),
                name="refund_under_way_once",
            ),
        )
        indexes = (
            models.Index(
                fields=("next_ask_at",),
                condition=Q(next_ask_at__isnull=False),
                name="refund_to_be_asked_about",
            ),
        )

    def __str__(self) -> str:
        """Its key."""
        return self.key

    @property
    def number(self) -> str:
        """What a provider calls it: letters and digits, the same whenever it is asked."""
        code = self.attempt.memo if self.attempt else ""
        return f"{code}R{self.pk}"

    def can_become(self, state: str) -> bool:
        """Whether it may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]
