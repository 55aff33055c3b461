"""Couriers who take cash at doors and remit it to the market, and each parcel they take it for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from marketplace.records import clock
from payments.models.invoices import Invoice, Payee


class Courier(models.Model):
    """Who collects for the market by a contract; where none does, sellers keep their cash."""

    code = models.SlugField(max_length=20, unique=True)
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=~(Q(code="") | Q(name="")), name="courier_has_a_code_and_a_name"
            ),
        )

    def __str__(self) -> str:
        """Its name."""
        return self.name


class CashParcel(models.Model):
    """One parcel whose cash a courier takes: on its way, taken, remitted to the market; đồng.

    ``held`` is what the seller earned and is not paid before the courier has remitted it.
    """

    class State(models.TextChoices):
        """Where its cash is; ``MOVES`` says what may follow."""

        ON_ROAD = "on_road"
        TAKEN = "taken"
        REMITTED = "remitted"
        FORGIVEN = "forgiven"  # staff gave the seller its money; the courier still owes it
        NOTHING = "nothing"  # it came back, or the money came another way

    MOVES: ClassVar[dict[str, set[str]]] = {
        State.ON_ROAD: {State.TAKEN, State.NOTHING},
        State.TAKEN: {State.REMITTED, State.FORGIVEN},
        State.FORGIVEN: {State.REMITTED},
        State.REMITTED: set(),
        State.NOTHING: set(),
    }

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="cash_parcels")
    payee = models.ForeignKey(Payee, models.PROTECT, related_name="cash_parcels")
    courier = models.ForeignKey(Courier, models.PROTECT, related_name="parcels")
    number = models.CharField(max_length=20, unique=True, help_text="ours")
    tracking = models.CharField(max_length=60, blank=True, help_text="the courier's")
    amount = models.PositiveBigIntegerField(help_text="đồng to take at the door")
    state = models.CharField(max_length=10, choices=State, default=State.ON_ROAD)
    held = models.PositiveBigIntegerField(default=0, help_text="đồng")
    sent_at = models.DateTimeField(default=clock.now)
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("invoice", "payee"), name="cash_parcel_once_per_invoice_and_payee"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="cash_parcel_brings_money"),
            models.CheckConstraint(
                condition=Q(held__lte=F("amount")), name="cash_parcel_holds_what_it_brings"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("on_road", "nothing"), taken_at__isnull=True, held=0)
                | Q(state__in=("taken", "remitted", "forgiven"), taken_at__isnull=False),
                name="cash_parcel_is_taken_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("on_road", "taken"), ended_at__isnull=True)
                | Q(state__in=("remitted", "forgiven", "nothing"), ended_at__isnull=False),
                name="cash_parcel_ends_at_a_moment",
            ),
        )
        indexes = (
            models.Index(
                fields=("courier", "taken_at"),
                condition=Q(state__in=("taken", "forgiven")),
                name="cash_parcel_with_courier",
            ),
            models.Index(fields=("courier", "tracking"), name="cash_parcel_by_tracking"),
        )

    def __str__(self) -> str:
        """Our number."""
        return self.number

    def can_become(self, state: str) -> bool:
        """Whether it may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]
