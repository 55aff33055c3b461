"""Kinds of goods: categories, varieties, grades, seasons, protected names."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class GoodsCategory(models.Model):
    """What the market knows of an Oscar category: its path, English name and handling."""

    category = models.OneToOneField(
        "catalogue.Category", models.CASCADE, related_name="goods", editable=False
    )
    path = models.CharField(max_length=120, unique=True, help_text="Such as fresh-fruit/longan.")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    name_vi = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    folded = models.CharField(max_length=160)
    hs_hint = models.CharField(max_length=10, blank=True)
    handling = models.CharField(max_length=200, blank=True)
    perishable = models.BooleanField(default=False)
    drawing = models.CharField(max_length=40, blank=True, help_text="Name of the crop's drawing.")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "path")
        verbose_name_plural = "goods categories"

    def __str__(self) -> str:
        """The path."""
        return self.path


class Variety(models.Model):
    """A variety of a crop, such as nhãn chín muộn."""

    category = models.ForeignKey(GoodsCategory, models.CASCADE, related_name="varieties")
    key = models.SlugField(max_length=60, unique=True)
    name_vi = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    hs_hint = models.CharField(max_length=10, blank=True)
    drawing = models.CharField(max_length=40, blank=True, help_text="Name of the crop's drawing.")

    class Meta:
        ordering = ("category", "key")
        verbose_name_plural = "varieties"

    def __str__(self) -> str:
        """The Vietnamese name."""
        return self.name_vi


class Grade(models.Model):
    """A grade that packs are offered in, such as Loại 1; cooperatives may write their own."""

    key = models.SlugField(max_length=30, unique=True)
    name_vi = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "key")

    def __str__(self) -> str:
        """The Vietnamese name."""
        return self.name_vi


class Synonym(models.Model):
    """Words that mean the same to who searches, such as cà phê and cafe; folded, with commas.

    A category limits them to its goods: trà is chè among teas, but not in sơn tra.
    """

    terms = models.CharField(max_length=200, unique=True)
    category = models.ForeignKey(
        GoodsCategory, models.CASCADE, null=True, blank=True, related_name="synonyms"
    )

    class Meta:
        ordering = ("terms",)

    def __str__(self) -> str:
        """The words."""
        return self.terms


class Season(models.Model):
    """When a crop is usually harvested, with the source that says so. Months 1 to 12."""

    category = models.ForeignKey(GoodsCategory, models.CASCADE, related_name="seasons")
    variety = models.ForeignKey(Variety, models.CASCADE, null=True, blank=True, related_name="+")
    key = models.SlugField(max_length=60, unique=True)
    month_from = models.PositiveSmallIntegerField()
    month_to = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("key",)
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    month_from__gte=1,
                    month_from__lte=12,
                    month_to__gte=1,
                    month_to__lte=12,
                ),
                name="season_months_are_1_to_12",
            ),
        )

    def __str__(self) -> str:
        """The key."""
        return self.key


class ProtectedName(models.Model):
    """A geographical indication or mark of the province. Three are indications, the rest marks."""

    class Kind(models.TextChoices):
        """How the name is protected."""

        GI = "gi", _("Geographical indication")
        CERTIFICATION = "certification", _("Certification mark")
        COLLECTIVE = "collective", _("Collective mark")
        MARK = "mark", _("Protected mark")

    key = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=13, choices=Kind)
    name_vi = models.CharField(max_length=120)
    category = models.ForeignKey(
        GoodsCategory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="protected_names",
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        """The protected name."""
        return self.name_vi
