"""Statements: what a payee's parcels earned in a period, what was kept off it, what is paid out."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from marketplace.records import clock
from payments.models.invoices import Payee
from payments.models.ledger import LedgerPosting


class Statement(models.Model):
    """One payee's account over a period of local days, never changed; sums in đồng.

    What a payee gains is above zero, what is kept off or taken back below. ``payable`` below zero
    is owed to the market, and carried to the next statement.
    """

    number = models.CharField(max_length=40, unique=True)
    payee = models.ForeignKey(Payee, models.PROTECT, related_name="statements")
    first_day = models.DateField()
    last_day = models.DateField()
    carried = models.BigIntegerField(help_text="left from the statement before")
    sales = models.BigIntegerField()
    returns = models.BigIntegerField()
    commission = models.BigIntegerField()
    tax = models.BigIntegerField()
    kept = models.BigIntegerField(help_text="taken by the payee itself: cash, or straight by bank")
    vouchers = models.BigIntegerField(
        default=0, db_default=0, help_text="taken off by vouchers that others pay for"
    )
    awaited = models.BigIntegerField(
        default=0, db_default=0, help_text="cash still with a courier, or remitted by it since"
    )
    fees = models.BigIntegerField(default=0, db_default=0, help_text="of couriers, for the cash")
    payable = models.BigIntegerField()
    is_paid_out = models.BooleanField(help_text="whether it is sent, and not carried on")
    closed_at = models.DateTimeField(default=clock.now)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("payee", "last_day"), name="statement_once_a_day"),
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day")), name="statement_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(
                    payable=F("carried")
                    + F("sales")
                    + F("returns")
                    + F("commission")
                    + F("tax")
                    + F("kept")
                    + F("vouchers")
                    + F("awaited")
                    + F("fees")
                ),
                name="statement_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(is_paid_out=False) | Q(payable__gt=0),
                name="statement_pays_out_what_is_there",
            ),
        )
        indexes = (models.Index(fields=("last_day",), name="statement_by_day"),)

    def __str__(self) -> str:
        """Its number."""
        return self.number

    @property
    def leaves(self) -> int:
        """What goes on to the next statement, in đồng."""
        return 0 if self.is_paid_out else self.payable


class StatementLine(models.Model):
    """One posting of the ledger on its one statement; ``amount`` as the payee sees it."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="lines")
    posting = models.OneToOneField(LedgerPosting, models.PROTECT, related_name="statement_line")
    amount = models.BigIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(amount=0), name="statement_line_moves_money"),
        )

    def __str__(self) -> str:
        """Statement and sum."""
        return f"{self.statement_id} {self.amount}"


class PayoutOrder(models.Model):
    """Payouts that go to the bank in one file; whoever made it, above a limit another approves.

    Once approved its file can be taken to the bank: it is never dropped then, each of its payouts
    ends as sent or as returned.
    """

    class State(models.TextChoices):
        """Where it stands; ``MOVES`` says what may follow."""

        MADE = "made"
        APPROVED = "approved"
        SENT = "sent"
        DROPPED = "dropped"

    MOVES: ClassVar[dict[str, set[str]]] = {
        State.MADE: {State.APPROVED, State.DROPPED},
        State.APPROVED: {State.SENT},
        State.SENT: set(),
        State.DROPPED: set(),
    }

    state = models.CharField(max_length=10, choices=State, default=State.MADE)
    total = models.PositiveBigIntegerField()
    needs_two = models.BooleanField(help_text="above the limit: another person approves")
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    reference = models.CharField(max_length=100, blank=True, help_text="the bank's number for it")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(total__gt=0), name="payout_order_moves_money"),
            models.CheckConstraint(
                condition=Q(state__in=("made", "approved", "sent", "dropped")),
                name="payout_order_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("made", "dropped"), approved_by__isnull=True)
                | Q(state__in=("approved", "sent"), approved_by__isnull=False),
                name="payout_order_is_approved_before_it_is_sent",
            ),
            models.CheckConstraint(
                condition=Q(needs_two=False)
                | Q(approved_by__isnull=True)
                | ~Q(approved_by=F("made_by")),
                name="payout_order_of_much_money_has_two_people",
            ),
        )

    def __str__(self) -> str:
        """Its number."""
        return self.number

    @property
    def number(self) -> str:
        """What people call it."""
        return f"CK{self.pk:05d}"


class Payout(models.Model):
    """What a statement pays, on its way to the payee's account; ``payouts`` changes its state."""

    class State(models.TextChoices):
        """Where it stands; ``MOVES`` says what may follow."""

        DUE = "due"
        ORDERED = "ordered"
        SENT = "sent"
        RETURNED = "returned"  # the bank did not send it, or sent it back: due anew as another row

    MOVES: ClassVar[dict[str, set[str]]] = {
        State.DUE: {State.ORDERED},
        State.ORDERED: {State.DUE, State.SENT, State.RETURNED},
        State.SENT: {State.RETURNED},
        State.RETURNED: set(),
    }

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="payouts")
    payee = models.ForeignKey(Payee, models.PROTECT, related_name="payouts")
    amount = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.DUE)
    order = models.ForeignKey(
        PayoutOrder, models.PROTECT, related_name="payouts", null=True, blank=True
    )
    bank_bin = models.CharField(max_length=6, blank=True)
    bank_account = models.CharField(max_length=19, blank=True)
    bank_account_name = models.CharField(max_length=100, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="payout_moves_money"),
            models.CheckConstraint(
                condition=Q(state__in=("due", "ordered", "sent", "returned")),
                name="payout_state_is_known",
            ),
            models.UniqueConstraint(
                fields=("statement",),
                condition=~Q(state="returned"),
                name="payout_of_a_statement_once",
            ),
            models.CheckConstraint(
                condition=Q(state="due", order__isnull=True)
                | (
                    Q(state__in=("ordered", "sent", "returned"), order__isnull=False)
                    & ~(Q(bank_bin="") | Q(bank_account="") | Q(bank_account_name=""))
                ),
                name="payout_under_way_goes_somewhere",
            ),
        )
        indexes = (
            models.Index(fields=("payee",), condition=Q(state="due"), name="payout_that_is_due"),
        )

    def __str__(self) -> str:
        """Its code."""
        return self.code

    @property
    def code(self) -> str:
        """What the transfer's text says, so that the payee and the bank's list can name it."""
        return f"{self.statement.number} {self.pk}"

    def can_become(self, state: str) -> bool:
        """Whether it may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]
