"""The shelf: one row per published listing with everything a list, a search or a card needs."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class ShelfItem(models.Model):
    """A read model (decision 9), rewritten by ``shelf.refresh`` in the writing transaction."""

    listing = models.OneToOneField(
        "catalog.Listing", models.CASCADE, primary_key=True, related_name="shelf"
    )
    slug = models.SlugField(max_length=120)
    title_vi = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120, blank=True)
    folded = models.TextField(
        help_text="Title, crop, variety, seller and place, without accents."
    )
    sort_key = models.CharField(max_length=400)
    category_id = models.BigIntegerField()
    category_path = models.CharField(max_length=120)
    category_vi = models.CharField(max_length=80)
    category_en = models.CharField(max_length=80)
    crop = models.CharField(
        max_length=40, blank=True, help_text="Name of the crop's drawing."
    )
    cooperative_id = models.BigIntegerField()
    cooperative_name = models.CharField(max_length=120)
    cooperative_slug = models.SlugField(max_length=80)
    commune_code = models.CharField(max_length=5)
    commune_name = models.CharField(max_length=80)
    price = models.PositiveBigIntegerField(help_text="đồng, cheapest pack on sale")
    price_per_kg = models.PositiveBigIntegerField(help_text="đồng per kg, cheapest")
    unit_vi = models.CharField(max_length=80)
    unit_en = models.CharField(max_length=80, blank=True)
    available = models.PositiveIntegerField(help_text="units over all packs and lots")
    image = models.JSONField(default=dict, blank=True)
    ocop_stars = models.PositiveSmallIntegerField(default=0)
    certificates = ArrayField(models.CharField(max_length=10), default=list)
    protected_name = models.CharField(max_length=120, blank=True)
    season_months = ArrayField(models.PositiveSmallIntegerField(), default=list)
    harvested_on = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField()
    refreshed_at = models.DateTimeField()

    class Meta:
        ordering = ("-published_at", "-listing_id")
        indexes = (
            GinIndex(
                fields=["folded"],
                name="shelf_folded_trigrams",
                opclasses=["gin_trgm_ops"],
            ),
            models.Index(fields=["-published_at", "-listing"], name="shelf_newest"),
            models.Index(
                fields=["price_per_kg", "listing"], name="shelf_by_price_per_kg"
            ),
            models.Index(
                fields=["category_path", "-published_at"],
                name="shelf_by_category",
                opclasses=["varchar_pattern_ops", "timestamptz_ops"],
            ),
            models.Index(fields=["cooperative_id"], name="shelf_by_cooperative"),
        )

    def __str__(self) -> str:
        """The Vietnamese title."""
        return self.title_vi
