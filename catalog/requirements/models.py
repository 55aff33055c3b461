"""The checklist of papers: dated rows that the province keeps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language

from catalog.cooperatives.models import Cooperative, CooperativePaper


class PaperRequirement(models.Model):
    """A kind of paper that is needed: by whom, for which goods, from when to when, by what rule."""

    kind = models.CharField(max_length=12, choices=CooperativePaper.Kind)
    legal_form = models.CharField(
        max_length=12,
        choices=Cooperative.LegalForm,
        blank=True,
        help_text="Of sellers of this legal form; empty: of everybody.",
    )
    category_path = models.CharField(
        max_length=120,
        blank=True,
        db_collation="C",
        help_text="For these goods and all kinds below them; empty: to sell at all.",
    )
    words_vi = models.CharField(max_length=200, help_text="What exactly to hand in.")
    words_en = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True, help_text="First day it no longer holds.")
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ("category_path", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "legal_form", "category_path", "valid_from"),
                name="paper_requirement_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="paper_requirement_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(words_vi="") & ~Q(words_en="") & ~Q(source=""),
                name="paper_requirement_says_what_and_why",
            ),
        )

    def __str__(self) -> str:
        """Kind and goods."""
        return f"{self.kind} for {self.category_path or 'all'}"

    def words(self) -> str:
        """What to hand in, in the reader's language."""
        return self.words_en if get_language() == "en" else self.words_vi
