"""One asking for money by one channel, and each result a provider told of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from marketplace.records import clock, tokens
from payments.channels.base import Kind
from payments.models.invoices import Invoice, Payee


class Attempt(models.Model):
    """One way a buyer was asked to pay; its state changes in ``payments.booking`` alone."""

    class State(models.TextChoices):
        """Where it stands; ``MOVES`` says what may follow."""

        CREATED = "created"
        PENDING = "pending"
        CAPTURED = "captured"
        FAILED = "failed"
        EXPIRED = "expired"
        CANCELLED = "cancelled"
        PARTIALLY_REFUNDED = "partially_refunded"
        REFUNDED = "refunded"
        DISPUTED = "disputed"

    # Money is never turned away: what ended without it may still be captured late.
    MOVES: ClassVar[dict[str, set[str]]] = {
        State.CREATED: {
            State.PENDING,
            State.CAPTURED,
            State.FAILED,
            State.EXPIRED,
            State.CANCELLED,
        },
        State.PENDING: {State.CAPTURED, State.FAILED, State.EXPIRED, State.CANCELLED},
        State.FAILED: {State.CAPTURED},
        State.EXPIRED: {State.CAPTURED},
        State.CANCELLED: {State.CAPTURED},
        State.CAPTURED: {State.PARTIALLY_REFUNDED, State.REFUNDED, State.DISPUTED},
        State.PARTIALLY_REFUNDED: {State.REFUNDED, State.DISPUTED, State.CAPTURED},
        # What went back may come back: a provider rejects a refund days later.
        State.REFUNDED: {State.PARTIALLY_REFUNDED, State.CAPTURED},
        State.DISPUTED: {State.CAPTURED, State.REFUNDED},
    }
    OPEN: ClassVar = (State.CREATED, State.PENDING)
    HOLDS_MONEY: ClassVar = (
        State.CAPTURED,
        State.PARTIALLY_REFUNDED,
        State.REFUNDED,
        State.DISPUTED,
    )

    public_id = models.CharField(max_length=22, unique=True, default=tokens.fresh)
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="attempts")
    payee = models.ForeignKey(Payee, models.PROTECT, related_name="attempts", null=True, blank=True)
    channel = models.CharField(max_length=20)
    amount = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=20, choices=State, default=State.CREATED)
    memo = models.CharField(max_length=25, blank=True)
    key = models.CharField(max_length=100, unique=True)
    show = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField(null=True, blank=True)
    captured_at = models.DateTimeField(null=True, blank=True)
    provider_reference = models.CharField(
        max_length=100, blank=True, db_default="", help_text="what the provider calls it"
    )
    back_url = models.CharField(
        max_length=255, blank=True, db_default="", help_text="where a provider leads the buyer"
    )
    reason = models.CharField(
        max_length=40, blank=True, db_default="", help_text="why it ended without money"
    )
    polled_at = models.DateTimeField(null=True, blank=True)
    next_poll_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="attempt_asks_for_money"),
            models.CheckConstraint(
                condition=Q(received__lte=F("amount")), name="attempt_credits_what_it_asked_at_most"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=(
                        "created",
                        "pending",
                        "captured",
                        "failed",
                        "expired",
                        "cancelled",
                        "partially_refunded",
                        "refunded",
                        "disputed",
                    )
                ),
                name="attempt_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("captured", "partially_refunded", "refunded", "disputed"))
                | Q(received__gt=0, captured_at__isnull=False),
                name="attempt_captured_with_money",
            ),
            models.UniqueConstraint(
                fields=("memo",), condition=~Q(memo=""), name="attempt_memo_is_unique"
            ),
        )
        indexes = (
            models.Index(
                fields=("provider_reference",),
                condition=~Q(provider_reference=""),
                name="attempt_of_the_provider",
            ),
            models.Index(
                fields=("expires_at",),
                condition=Q(state__in=("created", "pending")),
                name="attempt_open_by_expiry",
            ),
            models.Index(
                fields=("next_poll_at",),
                condition=Q(next_poll_at__isnull=False),
                name="attempt_to_be_asked_about",
            ),
        )

    def __str__(self) -> str:
        """Its channel and code."""
        return f"{self.channel} {self.memo or self.public_id}"

    def can_become(self, state: str) -> bool:
        """Whether it may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class GatewayTransaction(models.Model):
    """One result a provider told of, booked once; ``credited`` of its amount counts as paid."""

    provider = models.CharField(max_length=20)
    external_id = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    amount = models.PositiveBigIntegerField()
    credited = models.PositiveBigIntegerField(default=0)
    attempt = models.ForeignKey(Attempt, models.PROTECT, related_name="transactions")
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("provider", "external_id", "kind"), name="gateway_result_booked_once"
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0, credited__lte=F("amount")),
                name="gateway_result_credits_what_came_at_most",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind]),
                name="gateway_result_kind_is_known",
            ),
        )

    def __str__(self) -> str:
        """Provider and number."""
        return f"{self.provider} {self.external_id}"
