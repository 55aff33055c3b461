"""Which plots a harvest came from, and which lots another lot was made of."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from catalog.traceability.growing.models import Plot
from catalog.traceability.lots.models import Lot


class LotPlot(models.Model):
    """A harvest lot was picked on this plot. Written with the lot, never changed."""

    lot = models.ForeignKey(Lot, models.PROTECT, related_name="origins")
    plot = models.ForeignKey(Plot, models.PROTECT, related_name="harvests")

    class Meta:
        """A plot stands once in a lot."""

        constraints = (
            models.UniqueConstraint(fields=("lot", "plot"), name="lot_names_a_plot_once"),
        )

    def __str__(self) -> str:
        """Plot and lot."""
        return f"{self.plot_id} → {self.lot_id}"


class LotSource(models.Model):
    """So many grams of a lot went into another. Written with the new lot, never changed.

    A lot is made of older lots only: no circle can close, and no query has to look for one.
    """

    source = models.ForeignKey(Lot, models.PROTECT, related_name="uses")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="sources")
    grams = models.PositiveBigIntegerField()

    class Meta:
        """What is true of every use."""

        constraints = (
            models.UniqueConstraint(fields=("source", "lot"), name="lot_source_named_once"),
            models.CheckConstraint(
                condition=Q(source__lt=F("lot")), name="lot_source_is_older_than_the_lot"
            ),
            models.CheckConstraint(condition=Q(grams__gt=0), name="lot_source_gave_something"),
        )

    def __str__(self) -> str:
        """Source and lot."""
        return f"{self.source_id} → {self.lot_id}"
