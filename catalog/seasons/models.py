"""Harvest windows: what of a coming harvest may be ordered beforehand, and who did."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class HarvestWindow(models.Model):
    """A harvest of a listing that is to come: its days, and the days on which it may be ordered."""

    listing = models.ForeignKey("catalog.Listing", models.PROTECT, related_name="windows")
    harvest_from = models.DateField()
    harvest_to = models.DateField()
    order_from = models.DateField()
    order_to = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    over_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("listing",),
                condition=Q(over_at__isnull=True),
                name="harvest_window_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(harvest_from__lte=F("harvest_to")),
                name="harvest_window_harvests_forwards",
            ),
            models.CheckConstraint(
                condition=Q(order_from__lte=F("order_to"), order_to__lte=F("harvest_to")),
                name="harvest_window_orders_before_the_harvest_ends",
            ),
        )

    def __str__(self) -> str:
        """Listing and days of the harvest."""
        return f"{self.listing_id}: {self.harvest_from} to {self.harvest_to}"


class WindowPack(models.Model):
    """How many units of a pack may be ordered beforehand, and how many are. Never more."""

    window = models.ForeignKey(HarvestWindow, models.PROTECT, related_name="packs")
    pack = models.ForeignKey("catalog.Pack", models.PROTECT, related_name="windows")
    cap = models.PositiveIntegerField()
    ordered = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("window", "pack"), name="window_pack_once"),
            models.CheckConstraint(
                condition=Q(ordered__lte=F("cap")), name="window_pack_ordered_within_the_cap"
            ),
            models.CheckConstraint(condition=Q(cap__gte=1), name="window_pack_offers_something"),
        )

    def __str__(self) -> str:
        """Pack, ordered and cap."""
        return f"{self.pack_id}: {self.ordered}/{self.cap}"

    @property
    def left(self) -> int:
        """Units that may still be ordered."""
        return self.cap - self.ordered


class PreOrder(models.Model):
    """Units of a coming harvest kept for an order line: a hold on the window, not on a lot.

    ``filled`` units have come in and are held in lots; when all have, it is ready.
    """

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting"
        READY = "ready"
        SHORT = "short"
        GIVEN_BACK = "given_back"

    LIVING = (State.WAITING, State.READY)

    line = models.OneToOneField(
        "catalog.SellerOrderLine", models.PROTECT, primary_key=True, related_name="preorder"
    )
    offer = models.ForeignKey(WindowPack, models.PROTECT, related_name="preorders")
    quantity = models.PositiveIntegerField()
    filled = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(quantity__gte=1, filled__lte=F("quantity")),
                name="preorder_fills_no_more_than_was_ordered",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", filled__lt=F("quantity"))
                | Q(state="ready", filled=F("quantity"))
                | Q(state__in=["short", "given_back"], filled=0),
                name="preorder_state_says_what_is_filled",
            ),
        )
        indexes = (
            models.Index(
                fields=["offer", "at"], name="preorder_queue", condition=Q(state="waiting")
            ),
        )

    def __str__(self) -> str:
        """Filled, ordered and state."""
        return f"{self.filled}/{self.quantity} {self.state}"
