"""Sums kept per local day. Every row can be thrown away and counted again from the orders."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Dimension(models.TextChoices):
    """By what sales can be told apart."""

    COMMUNE = "commune", _("Commune")
    COOPERATIVE = "cooperative", _("Cooperative")
    CATEGORY = "category", _("Category")
    VARIETY = "variety", _("Variety")
    CHANNEL = "channel", _("Way to pay")
    SOURCE = "source", _("Source")


class Measured(models.Model):
    """What was counted: see `sales` for what each of the numbers means."""

    MEASURES: ClassVar = ("orders", "units", "grams", "gross", "refunded")

    day = models.DateField()
    orders = models.PositiveIntegerField()
    units = models.PositiveBigIntegerField()
    grams = models.PositiveBigIntegerField()
    gross = models.PositiveBigIntegerField(help_text="đồng")
    refunded = models.PositiveBigIntegerField(help_text="đồng")

    class Meta:
        abstract = True


class Sale(Measured):
    """What was sold on one day of one kind: the finest grain that is kept."""

    commune = models.CharField(max_length=5, help_text="The commune's code.")
    cooperative = models.CharField(max_length=20, help_text="The cooperative's key.")
    category = models.CharField(max_length=120, help_text="The category's path.")
    variety = models.CharField(max_length=60, blank=True, help_text="The variety's key, if any.")
    channel = models.CharField(max_length=20)
    source = models.CharField(max_length=10)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=(
                    *("day", "commune", "cooperative", "category"),
                    *("variety", "channel", "source"),
                ),
                name="sale_counted_once",
            ),
            models.CheckConstraint(
                condition=Q(refunded__lte=F("gross")), name="sale_gives_back_what_it_took_at_most"
            ),
        )

    def __str__(self) -> str:
        """Day, seller and kind."""
        return f"{self.day} {self.cooperative} {self.category}"


class Tally(Measured):
    """One day's sums for one value of a dimension, or for two values together.

    Orders cannot be added up over kinds of goods: one with longans and plums would count twice.
    So they are counted apart for everything, for each value (``key`` of ``dimension``), and for
    each pair of values (``within_key`` of ``within`` besides). Over days they do add up: an order
    has one day.
    """

    dimension = models.CharField(max_length=11, blank=True, help_text="Empty: everything.")
    key = models.CharField(max_length=120, blank=True)
    within = models.CharField(max_length=11, blank=True, help_text="Empty: no second dimension.")
    within_key = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name_plural = "tallies"
        constraints = (
            models.UniqueConstraint(
                fields=("within", "within_key", "dimension", "day", "key"),
                name="tally_counted_once",
            ),
            models.CheckConstraint(
                condition=Q(refunded__lte=F("gross")), name="tally_gives_back_what_it_took_at_most"
            ),
        )
        indexes = (
            models.Index(
                fields=("within", "dimension", "key", "day"),
                condition=~Q(within=""),
                name="tally_seen_from_the_other_side",
            ),
        )

    def __str__(self) -> str:
        """Day, dimension and value."""
        return f"{self.day} {self.dimension or 'all'} {self.key} {self.within_key}".strip()


class ChangedDay(models.Model):
    """An order of this day changed since the day was counted. Written by triggers, see `sales`."""

    day = models.DateField()

    def __str__(self) -> str:
        """The day."""
        return str(self.day)


class Freshness(models.Model):
    """Until when the figures hold everything: one row."""

    counted_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "freshness"
        constraints = (models.CheckConstraint(condition=Q(pk=1), name="freshness_is_one_row"),)

    def __str__(self) -> str:
        """The moment."""
        return f"{self.counted_at:%Y-%m-%d %H:%M}"
