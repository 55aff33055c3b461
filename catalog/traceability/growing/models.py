"""Growers, their plots, the areas and houses with a code of the authorities."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from catalog.traceability.parties.models import Party

COMMUNE = r"^[0-9]{5}$"
SMALLEST_M2, LARGEST_M2 = 10, 50_000_000


class Grower(models.Model):
    """A household of a party. Without its consent only ``alias`` is ever shown to the public."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="growers")
    name = models.CharField(max_length=150)
    alias = models.CharField(max_length=60)
    phone = models.CharField(max_length=20, blank=True)
    commune_code = models.CharField(max_length=5)
    consented_at = models.DateTimeField(null=True, blank=True)
    consent_withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """What is true of every grower."""

        ordering = ("alias", "pk")
        constraints = (
            models.UniqueConstraint(fields=("party", "alias"), name="grower_alias_of_one_party"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(alias=""), name="grower_is_named"),
            models.CheckConstraint(
                condition=Q(commune_code__regex=COMMUNE), name="grower_commune_is_five_digits"
            ),
            models.CheckConstraint(
                condition=Q(consent_withdrawn_at__isnull=True)
                | Q(consent_withdrawn_at__gte=models.F("consented_at")),
                name="grower_withdraws_what_was_given",
            ),
        )

    def __str__(self) -> str:
        """What anybody may read."""
        return self.shown

    @property
    def consents(self) -> bool:
        """Whether the name may be shown now."""
        return self.consented_at is not None and self.consent_withdrawn_at is None

    @property
    def shown(self) -> str:
        """The name where the grower agreed to it, else the alias."""
        return self.name if self.consents else self.alias


class GrowingArea(models.Model):
    """A growing area with a code of the plant protection authority (mã số vùng trồng).

    The code's form changed with the administrative reform of 2025: it is kept as it was issued.
    """

    class State(models.TextChoices):
        """Where the code stands with the authority."""

        ACTIVE = "active"
        SUSPENDED = "suspended"
        WITHDRAWN = "withdrawn"

    party = models.ForeignKey(Party, models.PROTECT, related_name="growing_areas")
    code = models.CharField(max_length=40, unique=True)
    crop = models.CharField(max_length=100)
    markets = models.CharField(max_length=200, blank=True, help_text="Countries it is open for.")
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        """What is true of every area."""

        ordering = ("code",)
        constraints = (
            models.CheckConstraint(condition=~Q(code=""), name="growing_area_has_a_code"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="growing_area_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        """The code as issued."""
        return self.code


class Facility(models.Model):
    """A packing house or workshop, with the authority's code where it has one."""

    class Kind(models.TextChoices):
        """What is done there."""

        PACKING = "packing"
        PROCESSING = "processing"
        STORE = "store"

    party = models.ForeignKey(Party, models.PROTECT, related_name="facilities")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=150)
    code = models.CharField(max_length=40, blank=True, help_text="Mã số cơ sở đóng gói.")
    gln = models.CharField(max_length=13, blank=True)
    commune_code = models.CharField(max_length=5)
    is_usual = models.BooleanField(default=False)

    class Meta:
        """What is true of every facility."""

        verbose_name_plural = "facilities"
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("party", "name"), name="facility_name_of_one_party"),
            models.UniqueConstraint(
                fields=("code",), condition=~Q(code=""), name="facility_code_is_of_one_house"
            ),
            models.UniqueConstraint(
                fields=("gln",), condition=~Q(gln=""), name="facility_gln_is_of_one_house"
            ),
            models.UniqueConstraint(
                fields=("party",), condition=Q(is_usual=True), name="facility_one_is_the_usual"
            ),
            models.CheckConstraint(
                condition=Q(gln="") | Q(gln__regex=r"^[0-9]{13}$"),
                name="facility_gln_is_thirteen_digits",
            ),
            models.CheckConstraint(
                condition=Q(commune_code__regex=COMMUNE), name="facility_commune_is_five_digits"
            ),
        )

    def __str__(self) -> str:
        """The name people know."""
        return self.name


class Plot(models.Model):
    """A field or orchard. ``outline`` is a GeoJSON Point or Polygon in degrees, longitude first.

    The outline is the grower's own: in public a plot is its commune (see ``places``).
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="plots")
    grower = models.ForeignKey(Grower, models.PROTECT, null=True, blank=True, related_name="plots")
    growing_area = models.ForeignKey(
        GrowingArea, models.PROTECT, null=True, blank=True, related_name="plots"
    )
    name = models.CharField(max_length=100)
    crop = models.CharField(max_length=100)
    variety = models.CharField(max_length=100, blank=True)
    planted_year = models.PositiveSmallIntegerField(null=True, blank=True)
    commune_code = models.CharField(max_length=5)
    area_m2 = models.PositiveIntegerField()
    outline = models.JSONField(null=True, blank=True)
    in_use = models.BooleanField(default=True)

    class Meta:
        """What is true of every plot."""

        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("party", "name"), name="plot_name_of_one_party"),
            models.CheckConstraint(
                condition=Q(area_m2__gte=SMALLEST_M2, area_m2__lte=LARGEST_M2),
                name="plot_is_between_10_m2_and_50_km2",
            ),
            models.CheckConstraint(
                condition=Q(planted_year__isnull=True)
                | Q(planted_year__gte=1900, planted_year__lte=2200),
                name="plot_was_planted_in_a_real_year",
            ),
            models.CheckConstraint(
                condition=Q(commune_code__regex=COMMUNE), name="plot_commune_is_five_digits"
            ),
            models.CheckConstraint(
                condition=Q(outline__isnull=True) | Q(outline__type__in=("Point", "Polygon")),
                name="plot_outline_is_a_point_or_polygon",
            ),
        )

    def __str__(self) -> str:
        """The name the cooperative uses."""
        return self.name
