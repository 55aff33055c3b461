"""The shelf: one row per published listing with everything a list, a search or a card needs."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class ShelfItem(models.Model):
    """A read model (decision 9), rewritten by ``shelf.refresh`` in the writing transaction."""

    listing = models.OneToOneField(
        "catalog.Listing", models.CASCADE, primary_key=True, related_name="shelf"
    )
    slug = models.SlugField(max_length=120)
    title_vi = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120, blank=True)
    folded = models.TextField(help_text="Title, crop, variety, seller and place, without accents.")
    search = SearchVectorField(help_text="The same words by weight: title, kind, seller and place.")
    sort_key = models.CharField(max_length=400)
    category_id = models.BigIntegerField()
    category_path = models.CharField(max_length=120, db_collation="C")
    category_vi = models.CharField(max_length=80)
    category_en = models.CharField(max_length=80)
    crop = models.CharField(max_length=40, blank=True, help_text="Name of the crop's drawing.")
    cooperative_id = models.BigIntegerField()
    cooperative_name = models.CharField(max_length=120)
    cooperative_slug = models.SlugField(max_length=80)
    commune_code = models.CharField(max_length=5)
    commune_name = models.CharField(max_length=80)
    price = models.PositiveBigIntegerField(help_text="đồng, cheapest pack that can be bought")
    price_per_kg = models.PositiveBigIntegerField(help_text="đồng per kg of that pack")
    packs = models.PositiveSmallIntegerField(help_text="how many packs are on sale")
    unit_vi = models.CharField(max_length=80, help_text="name of that pack")
    unit_en = models.CharField(max_length=80, blank=True)
    available = models.PositiveIntegerField(help_text="units over all packs and lots")
    image = models.JSONField(default=dict, blank=True)
    ocop_stars = models.PositiveSmallIntegerField(default=0)
    certificates = ArrayField(models.CharField(max_length=10), default=list)
    protected_name = models.CharField(max_length=120, blank=True)
    season_months = ArrayField(models.PositiveSmallIntegerField(), default=list)
    season_order = models.PositiveSmallIntegerField(
        help_text="0 in season, else months until it; 13 without a season, 14 sold out."
    )
    harvested_on = models.DateField(null=True, blank=True)
    closed_until = models.DateField(
        null=True, blank=True, help_text="The cooperative's last closed day while it is closed."
    )
    preorder = models.JSONField(
        null=True,
        blank=True,
        help_text="The next harvest that may be ordered: its days, and units left.",
    )
    published_at = models.DateTimeField()
    refreshed_at = models.DateTimeField()

    class Meta:
        ordering = ("-published_at", "-listing_id")
        indexes = (
            GinIndex(fields=["search"], name="shelf_words"),
            models.Index(fields=["-published_at", "-listing"], name="shelf_newest"),
            models.Index(fields=["price_per_kg", "listing"], name="shelf_by_price_per_kg"),
            models.Index(
                fields=["season_order", "-published_at", "-listing"], name="shelf_by_season"
            ),
            models.Index(
                fields=["category_path", "season_order", "-published_at", "-listing"],
                name="shelf_category_by_season",
            ),
            models.Index(fields=["cooperative_id"], name="shelf_by_cooperative"),
            models.Index(fields=["commune_code"], name="shelf_by_commune"),
        )

    def __str__(self) -> str:
        """The Vietnamese title."""
        return self.title_vi


class ShelfTally(models.Model):
    """How many listings of a category (empty: of all) share a value: the stored facet counts.

    Counting twenty thousand rows for every page costs more than the page. ``refresh`` adds and
    takes away in the writing transaction; facet ``word`` is the vocabulary of the search.
    """

    class Facet(models.TextChoices):
        """What is counted."""

        TOTAL = "total"
        CATEGORY = "category"
        COMMUNE = "commune"
        COOPERATIVE = "cooperative"
        CERTIFICATE = "certificate"
        OCOP = "ocop"
        MONTH = "month"
        WORD = "word"

    category_path = models.CharField(max_length=120, blank=True, db_collation="C")
    facet = models.CharField(max_length=11, choices=Facet)
    value = models.CharField(max_length=120, blank=True, db_collation="C")
    label_vi = models.CharField(max_length=120, blank=True)
    label_en = models.CharField(max_length=120, blank=True)
    count = models.IntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("category_path", "facet", "value"), name="shelf_tally_one_per_value"
            ),
        )
        indexes = (
            models.Index(
                fields=["category_path", "facet", "-count", "value"], name="shelf_tally_most_first"
            ),
            GinIndex(
                fields=["value"],
                name="shelf_tally_word_trigrams",
                opclasses=["gin_trgm_ops"],
                condition=models.Q(facet="word"),
            ),
        )

    def __str__(self) -> str:
        """The value and its count."""
        return f"{self.category_path} {self.facet} {self.value}: {self.count}"
