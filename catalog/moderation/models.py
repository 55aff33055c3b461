"""Reasons to choose from, what was remarked about a field, and the rules that let a change pass."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.moderation.touching import MAY_PASS, Part


def _one_a_day(name: str) -> ExclusionConstraint:
    """On any one day a key has one row."""
    days = Func(
        "valid_from", "valid_to", Value("[)"), function="daterange", output_field=DateRangeField()
    )
    return ExclusionConstraint(
        name=name,
        expressions=(("key", RangeOperators.EQUAL), (days, RangeOperators.OVERLAPS)),
    )


class Reason(models.Model):
    """A reason staff can tick when something has to be mended, from its first day to its last."""

    key = models.SlugField(max_length=40)
    part = models.CharField(_("about"), max_length=14, choices=Part, blank=True)
    words_vi = models.CharField(max_length=200)
    words_en = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True, help_text="The first day without it.")

    class Meta:
        ordering = ("position", "key", "valid_from")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="moderation_reason_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(words_vi="") & ~Q(words_en=""),
                name="moderation_reason_speaks_both_languages",
            ),
            _one_a_day("moderation_reason_once_a_day"),
        )

    def __str__(self) -> str:
        """The key."""
        return self.key

    @property
    def words(self) -> str:
        """The reason in the reader's language."""
        return self.words_en if get_language() == "en" else self.words_vi


class PassRule(models.Model):
    """What needs no person: the parts a change may touch, and by how much a price may move.

    A change passes when one rule in force lets every part of it pass. Never edited: another
    percentage is a new row from another day, and the old one ends.
    """

    MAY: ClassVar = [part.value for part in MAY_PASS]

    key = models.SlugField(max_length=40)
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    lets = ArrayField(models.CharField(max_length=14, choices=Part))
    percent = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How far a price may lie from the approved one."
    )
    days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Also from every price of so many days before."
    )
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True, help_text="The first day without it.")
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ("key", "valid_from")
        constraints = (
            models.CheckConstraint(
                condition=Q(lets__contained_by=[part.value for part in MAY_PASS], lets__len__gte=1),
                name="pass_rule_never_lets_words_photos_or_papers_pass",
            ),
            models.CheckConstraint(
                # Said outright that they are there: a check holds for what is unknown, too.
                condition=Q(
                    lets__contains=["price"],
                    percent__isnull=False,
                    percent__gte=1,
                    percent__lte=50,
                    days__isnull=False,
                    days__gte=1,
                )
                | (~Q(lets__contains=["price"]) & Q(percent__isnull=True, days__isnull=True)),
                name="pass_rule_for_prices_has_a_band",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="pass_rule_ends_after_it_begins",
            ),
            _one_a_day("pass_rule_once_a_day"),
        )

    def __str__(self) -> str:
        """Key and first day."""
        return f"{self.key} from {self.valid_from}"

    @property
    def name(self) -> str:
        """What it lets pass, in the reader's language."""
        return self.name_en if get_language() == "en" else self.name_vi


class Remark(models.Model):
    """What has to be mended, at which field: a reason from the list, words, or both."""

    change = models.ForeignKey("catalog.ListingChange", models.PROTECT, related_name="remarks")
    field = models.CharField(
        max_length=40, blank=True, help_text="As old and new are compared: title_vi, pack_…"
    )
    reason = models.ForeignKey(Reason, models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(reason__isnull=False) | ~Q(words=""), name="remark_says_something"
            ),
            models.UniqueConstraint(
                fields=("change", "field", "reason"),
                condition=Q(reason__isnull=False),
                name="remark_gives_a_reason_once_per_field",
            ),
        )

    def __str__(self) -> str:
        """Change and field."""
        return f"remark on {self.change_id}: {self.field or '-'}"

    @property
    def said(self) -> str:
        """Reason and words in one text, in the reader's language."""
        parts = (self.reason.words if self.reason else "", self.words)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."
