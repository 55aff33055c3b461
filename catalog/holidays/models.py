"""Holidays: the days on which a cooperative is closed."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value


class ClosedDays(Func):
    """The closed days as a range that counts its last day."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Holiday(models.Model):
    """Local days on which a cooperative takes no orders, both counted; it ends by itself."""

    cooperative = models.ForeignKey("catalog.Cooperative", models.PROTECT, related_name="holidays")
    begins = models.DateField()
    ends = models.DateField(help_text="The last closed day.")
    note = models.CharField(max_length=120, blank=True, help_text="For the cooperative itself.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("begins", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")), name="holiday_ends_after_it_begins"
            ),
            ExclusionConstraint(
                name="holiday_no_two_at_once",
                expressions=[
                    (F("cooperative"), RangeOperators.EQUAL),
                    (ClosedDays("begins", "ends", Value("[]")), RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        """From when to when."""
        return f"{self.begins} – {self.ends}"
