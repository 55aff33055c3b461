"""Provinces and communes as dated rows: a code may change hands, never mean two at once."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q


class Days(Func):
    """The days a row holds, as a range without its end."""

    function = "DATERANGE"
    output_field = DateRangeField()


def _once_at_a_time(field: str, name: str) -> ExclusionConstraint:
    """No two rows with the same ``field`` hold on the same day."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            (F(field), RangeOperators.EQUAL),
            (Days("valid_from", "valid_to"), RangeOperators.OVERLAPS),
        ],
    )


def _ends_after_it_begins(name: str) -> models.CheckConstraint:
    """A row that ends holds for one day at least."""
    return models.CheckConstraint(condition=Q(valid_to__gt=F("valid_from")), name=name)


class Dated(models.Model):
    """A fact that holds from one day until before another; an empty end is open."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Province(Dated):
    """A province or a city under the centre."""

    code = models.CharField(max_length=2)
    name = models.CharField(max_length=100)
    full_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    slug = models.SlugField(max_length=60)
    folded = models.CharField(max_length=100, db_collation="C")
    sort_key = models.CharField(max_length=400, db_collation="C")

    class Meta:
        ordering = ("sort_key",)
        constraints = (
            _once_at_a_time("code", "province_code_stands_for_one_at_a_time"),
            _ends_after_it_begins("province_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{2}$"),
                name="province_code_is_two_digits",
            ),
        )

    def __str__(self) -> str:
        return self.full_name


class Commune(Dated):
    """A commune, ward, township or special zone; former ones stay, with their district."""

    code = models.CharField(max_length=5)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    district = models.CharField(max_length=100, blank=True)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="communes")
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    area_km2 = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    folded = models.CharField(max_length=100, db_collation="C")
    district_folded = models.CharField(max_length=100, blank=True, db_collation="C")
    sort_key = models.CharField(max_length=400, db_collation="C")

    class Meta:
        ordering = ("sort_key",)
        constraints = (
            _once_at_a_time("code", "commune_code_stands_for_one_at_a_time"),
            _ends_after_it_begins("commune_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{5}$"),
                name="commune_code_is_five_digits",
            ),
            models.CheckConstraint(
                condition=Q(lat__isnull=True, lon__isnull=True)
                | Q(lat__range=(-90, 90), lon__range=(-180, 180)),
                name="commune_lies_on_the_earth",
            ),
        )
        indexes = (
            GinIndex(
                OpClass(F("folded"), name="gin_trgm_ops"),
                name="commune_folded_trigrams",
            ),
            models.Index(fields=("province", "sort_key"), name="commune_in_province_order"),
        )

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with its kind, as it stands in an address: ``Phường Tô Hiệu``."""
        return f"{self.kind[:1].upper()}{self.kind[1:]} {self.name}"


class Succession(models.Model):
    """Which commune of later took over the whole or a part of a former one."""

    class Share(models.TextChoices):
        """How much of the former commune went there."""

        WHOLE = "whole"
        PART = "part"

    old = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="became")
    new = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="came_from")
    share = models.CharField(max_length=5, choices=Share.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("old", "new"), name="succession_stated_once"),
            models.UniqueConstraint(
                fields=("old",),
                condition=Q(share="whole"),
                name="succession_whole_goes_to_one",
            ),
            models.CheckConstraint(
                condition=Q(share__in=("whole", "part")),
                name="succession_whole_or_part",
            ),
            models.CheckConstraint(
                condition=~Q(old=F("new")), name="succession_leads_to_another_commune"
            ),
        )

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Disadvantaged(Dated):
    """A commune is on the list of disadvantaged communes of a named decision."""

    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="hardships")
    source = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "disadvantaged communes"
        constraints = (
            _once_at_a_time("commune", "disadvantaged_stated_once_at_a_time"),
            _ends_after_it_begins("disadvantaged_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(source=""), name="disadvantaged_names_its_decision"
            ),
        )

    def __str__(self) -> str:
        return f"{self.commune} ({self.source})"
