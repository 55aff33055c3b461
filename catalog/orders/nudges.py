"""The steps taken because a cooperative had not answered an order."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.orders.models import SellerOrder


class Nudge(models.Model):
    """A step taken because a cooperative had not answered an order: each once, never edited."""

    class Step(models.TextChoices):
        """Whom the market turns to, in this order."""

        REMINDER = "reminder", _("Reminded")
        SECOND_CHANNEL = "second", _("Reminded by another way")
        COMMUNE_TEAM = "team", _("The commune's team was asked")
        DESK = "desk", _("The department looks after it")

    seller_order = models.ForeignKey(SellerOrder, models.PROTECT, related_name="nudges")
    step = models.CharField(max_length=8, choices=Step)
    reached = models.PositiveSmallIntegerField(
        default=0, help_text="How many addresses it was sent to."
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("seller_order", "step"), name="nudge_once_per_step"),
            models.CheckConstraint(
                condition=Q(step__in=["reminder", "second", "team", "desk"]),
                name="nudge_step_is_known",
            ),
        )

    def __str__(self) -> str:
        """Step and time."""
        return f"{self.step} {self.at:%Y-%m-%d %H:%M}"
