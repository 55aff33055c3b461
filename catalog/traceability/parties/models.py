"""Parties and trade items, known here by opaque keys of the shop."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Party(models.Model):
    """Somebody who grows, packs or trades: a cooperative, known here by an opaque key."""

    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    commune_code = models.CharField(max_length=5, blank=True)
    gln = models.CharField(max_length=13, blank=True)

    class Meta:
        """One party per key and per global location number."""

        verbose_name_plural = "parties"
        constraints = (
            models.CheckConstraint(
                condition=Q(gln="") | Q(gln__regex=r"^[0-9]{13}$"),
                name="party_gln_is_thirteen_digits",
            ),
            models.UniqueConstraint(
                fields=("gln",),
                condition=~Q(gln=""),
                name="party_gln_belongs_to_one_party",
            ),
            models.CheckConstraint(
                condition=Q(commune_code="") | Q(commune_code__regex=r"^[0-9]{5}$"),
                name="party_commune_code_is_five_digits",
            ),
        )

    def __str__(self) -> str:
        """The name people know."""
        return self.name


class TradeItem(models.Model):
    """What is sold as one unit, such as a box of two kilograms.

    A carton ``contains`` so many ``units`` of another item and bears a GTIN made of that one's.
    """

    class Scheme(models.TextChoices):
        """Whose number the item bears; an internal code is no number of GS1."""

        INTERNAL = "internal"
        OWN = "own"
        POOL = "pool"

    key = models.CharField(max_length=60, unique=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    gtin = models.CharField(max_length=14, blank=True)
    scheme = models.CharField(max_length=8, choices=Scheme, default=Scheme.INTERNAL)
    contains = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="cartons"
    )
    units = models.PositiveIntegerField(null=True, blank=True)
    net_weight_g = models.PositiveIntegerField(null=True, blank=True)
    category_path = models.CharField(max_length=120, blank=True)

    class Meta:
        """A GTIN is stored with fourteen digits and stands for one item."""

        constraints = (
            models.CheckConstraint(
                condition=Q(gtin="") | Q(gtin__regex=r"^[0-9]{14}$"),
                name="item_gtin_is_fourteen_digits",
            ),
            models.UniqueConstraint(
                fields=("gtin",),
                condition=~Q(gtin=""),
                name="item_gtin_belongs_to_one_item",
            ),
            models.CheckConstraint(
                condition=Q(net_weight_g__isnull=True) | Q(net_weight_g__gt=0),
                name="item_weighs_something",
            ),
            models.CheckConstraint(
                condition=Q(gtin="", scheme="internal")
                | (~Q(gtin="") & Q(scheme__in=("own", "pool"))),
                name="item_with_a_gtin_says_whose_it_is",
            ),
            models.CheckConstraint(
                condition=Q(contains__isnull=True, units__isnull=True)
                | Q(contains__isnull=False, units__gte=2, gtin__regex=r"^[1-8]"),
                name="carton_holds_two_units_or_more_and_has_its_own_gtin",
            ),
            models.UniqueConstraint(
                fields=("contains", "units"),
                condition=Q(contains__isnull=False),
                name="carton_of_so_many_is_one_item",
            ),
        )

    def __str__(self) -> str:
        """The Vietnamese name."""
        return self.name_vi

    def name(self, language: str) -> str:
        """The name in ``language``, Vietnamese when there is none."""
        return self.name_en if language == "en" and self.name_en else self.name_vi
