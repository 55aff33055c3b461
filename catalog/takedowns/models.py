"""Orders by which a listing or a whole cooperative leaves the market."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class TakedownOrder(models.Model):
    """An authority orders something off the market: who, by which document, when, until when.

    The law asks a platform to act on an authority's request within a time (specs of the market,
    law of electronic commerce); ``execute_by`` and ``executed_at`` prove that it did. Only its end
    is written into the row afterwards: nobody lifted it where its last day passed by itself.
    """

    number = models.CharField(max_length=20, unique=True, help_text="Such as GH-2026-0007.")
    year = models.PositiveSmallIntegerField(help_text="The year whose numbers it is one of.")
    serial = models.PositiveIntegerField(help_text="Which of that year, counted from 1.")
    listing = models.ForeignKey(
        "catalog.Listing", models.PROTECT, null=True, blank=True, related_name="takedowns"
    )
    cooperative = models.ForeignKey(
        "catalog.Cooperative", models.PROTECT, null=True, blank=True, related_name="takedowns"
    )
    report = models.ForeignKey(
        "catalog.ListingReport", models.PROTECT, null=True, blank=True, related_name="takedowns"
    )
    authority = models.CharField(max_length=160, help_text="Who ordered it.")
    document = models.CharField(max_length=80, help_text="The authority's own number.")
    reason = models.TextField(max_length=2_000)
    until = models.DateField(
        null=True, blank=True, help_text="Its last day; empty: until somebody lifts it."
    )
    stood_as = models.CharField(max_length=10, help_text="State before, to which lifting leads.")
    received_at = models.DateTimeField()
    execute_by = models.DateTimeField()
    executed_at = models.DateTimeField()
    executed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lift_reason = models.TextField(blank=True, max_length=2_000)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(listing__isnull=False, cooperative__isnull=True)
                | Q(listing__isnull=True, cooperative__isnull=False),
                name="takedown_of_a_listing_or_a_cooperative",
            ),
            models.CheckConstraint(
                condition=~Q(authority="") & ~Q(document="") & ~Q(reason=""),
                name="takedown_says_who_by_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(executed_at__gte=F("received_at"), execute_by__gte=F("received_at")),
                name="takedown_is_executed_after_it_was_received",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None, lift_reason="")
                | (
                    Q(lifted_at__gte=F("executed_at"))
                    & (Q(lifted_by__isnull=False) | Q(until__isnull=False))
                    & ~Q(lift_reason="")
                ),
                name="takedown_is_lifted_by_somebody_or_its_day_with_a_reason",
            ),
            models.UniqueConstraint(fields=("year", "serial"), name="takedown_numbers_are_unique"),
            models.UniqueConstraint(
                fields=("listing",),
                condition=Q(lifted_at=None),
                name="takedown_one_in_force_per_listing",
            ),
            models.UniqueConstraint(
                fields=("cooperative",),
                condition=Q(lifted_at=None),
                name="takedown_one_in_force_per_cooperative",
            ),
        )
        permissions = (("order_takedown", "Can take listings and cooperatives off the market"),)

    def __str__(self) -> str:
        """The number."""
        return self.number

    @property
    def in_force(self) -> bool:
        """Whether nobody has lifted it yet."""
        return self.lifted_at is None

    @property
    def seller_id(self) -> int:
        """Whose goods it is about."""
        if self.listing is not None:
            return self.listing.cooperative_id
        assert self.cooperative_id is not None
        return self.cooperative_id

    @property
    def was_late(self) -> bool:
        """Whether it was carried out after its time."""
        return self.executed_at > self.execute_by
