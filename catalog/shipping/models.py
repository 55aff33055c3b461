"""Shipping: zones of provinces, lanes of carriers, and dated prices by weight."""

from django.db import models
from django.db.models import F, Q


class Zone(models.Model):
    """A group of provinces that cost the same to reach."""

    code = models.SlugField(max_length=20, unique=True)
    name_vi = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        """The code."""
        return self.code


class ZoneProvince(models.Model):
    """Which zone a province belongs to, seen from ours."""

    zone = models.ForeignKey(Zone, models.CASCADE, related_name="provinces")
    province_code = models.CharField(max_length=2, unique=True)

    def __str__(self) -> str:
        """The province's code."""
        return self.province_code


class Lane(models.Model):
    """One way to send a parcel: how long it takes and whether fresh goods survive it."""

    code = models.SlugField(max_length=20, unique=True)
    name_vi = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    is_cool = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    courier = models.ForeignKey(
        "payments.Courier",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="who takes cash at the door for the market; else the cooperative does",
    )

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        """The code."""
        return self.code


class LaneOffer(models.Model):
    """A cooperative sends by this lane."""

    cooperative = models.ForeignKey("catalog.Cooperative", models.CASCADE, related_name="lanes")
    lane = models.ForeignKey(Lane, models.CASCADE, related_name="offers")
    is_offered = models.BooleanField(default=True)

    class Meta:
        ordering = ("lane__position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "lane"), name="lane_offer_once_per_cooperative"
            ),
        )

    def __str__(self) -> str:
        """Cooperative and lane."""
        return f"{self.cooperative_id} {self.lane_id}"


class LaneRate(models.Model):
    """What a parcel up to a weight costs in a zone, from day to day. đồng and grams."""

    lane = models.ForeignKey(Lane, models.CASCADE, related_name="rates")
    zone = models.ForeignKey(Zone, models.CASCADE, related_name="rates")
    up_to_g = models.PositiveIntegerField(help_text="parcel weight in grams, inclusive")
    price = models.PositiveBigIntegerField(help_text="đồng")
    days_min = models.PositiveSmallIntegerField()
    days_max = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("lane", "zone", "up_to_g", "valid_from")
        constraints = (
            models.UniqueConstraint(
                fields=("lane", "zone", "up_to_g", "valid_from"),
                name="lane_rate_once_per_weight",
            ),
            models.CheckConstraint(
                condition=Q(days_max__gte=F("days_min")), name="lane_rate_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="lane_rate_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        """Weight and price."""
        return f"≤ {self.up_to_g} g: {self.price} đ"
