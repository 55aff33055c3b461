"""Prefixes the province holds at GS1, and every number given out of them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Length, Power

from catalog.traceability.identities import prefixes
from marketplace.records import clock


class Kind(models.TextChoices):
    """What a number names."""

    GTIN = "gtin"
    GLN = "gln"
    SSCC = "sscc"


class NumberPool(models.Model):
    """A company prefix, counted up for one kind of number; ``next_reference`` was never given."""

    class State(models.TextChoices):
        """Whether numbers are given out."""

        OPEN = "open"
        CLOSED = "closed"

    prefix = models.CharField(max_length=prefixes.LONGEST)
    kind = models.CharField(max_length=4, choices=Kind)
    next_reference = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    registered_at = models.DateTimeField(default=clock.now)

    class Meta:
        """A prefix is counted once for each kind, and never beyond its end."""

        permissions = (("register_numbers", "Can write down company prefixes of the province"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(prefix__regex=prefixes.PATTERN),
                name="pool_prefix_can_be_one_of_gs1",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("gtin", "gln", "sscc")), name="pool_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("open", "closed")), name="pool_state_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=("gtin", "gln"),
                    next_reference__lte=Power(Value(10), Value(12) - Length(F("prefix"))),
                )
                | Q(
                    kind="sscc",
                    next_reference__lte=Power(Value(10), Value(16) - Length(F("prefix"))),
                ),
                name="pool_gives_no_more_than_it_holds",
            ),
            models.UniqueConstraint(
                fields=("prefix", "kind"), name="pool_counts_a_prefix_once_for_each_kind"
            ),
        )

    def __str__(self) -> str:
        """Kind and prefix."""
        return f"{self.get_kind_display()} {self.prefix}"

    @property
    def capacity(self) -> int:
        """How many numbers it holds."""
        return prefixes.capacity(self.prefix, self.kind)

    @property
    def left(self) -> int:
        """How many may still be given."""
        return self.capacity - self.next_reference


class GivenNumber(models.Model):
    """One number out of a pool, and who has it. Only ever added: a number is never given twice.

    ``holder`` is the key of an item or a party, or the reference of a shipping unit.
    """

    pool = models.ForeignKey(NumberPool, models.PROTECT, related_name="given")
    kind = models.CharField(max_length=4, choices=Kind)
    reference = models.PositiveBigIntegerField()
    number = models.CharField(max_length=18, unique=True)
    holder = models.CharField(max_length=60)
    at = models.DateTimeField(default=clock.now)
    by_name = models.CharField(max_length=150, blank=True)

    class Meta:
        """Nobody has two numbers of one kind."""

        constraints = (
            models.UniqueConstraint(
                fields=("pool", "reference"), name="number_takes_its_own_reference"
            ),
            models.UniqueConstraint(fields=("kind", "holder"), name="number_is_given_once_to_each"),
            models.CheckConstraint(
                condition=Q(kind="gtin", number__regex=r"^[0-9]{14}$")
                | Q(kind="gln", number__regex=r"^[0-9]{13}$")
                | Q(kind="sscc", number__regex=r"^[0-9]{18}$"),
                name="number_has_the_length_of_its_kind",
            ),
            models.CheckConstraint(condition=~Q(holder=""), name="number_has_a_holder"),
        )

    def __str__(self) -> str:
        """The number."""
        return self.number
