"""Stock: what was received of a lot in a pack, what is held for orders, what is sold."""

from django.db import models
from django.db.models import F, Q


class LotBalance(models.Model):
    """Units of one pack out of one lot. The one truth of stock; Oscar's numbers are not asked."""

    lot = models.ForeignKey("traceability.Lot", models.PROTECT, related_name="+")
    pack = models.ForeignKey("catalog.Pack", models.PROTECT, related_name="balances")
    received = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    sold = models.PositiveIntegerField(default=0)
    best_before = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("lot", "pack"), name="lot_balance_one_per_lot_and_pack"
            ),
            models.CheckConstraint(
                condition=Q(received__gte=F("held") + F("sold")),
                name="lot_balance_holds_and_sales_within_received",
            ),
        )

    def __str__(self) -> str:
        """Lot, pack and numbers."""
        return f"{self.lot_id}/{self.pack_id}: {self.received} - {self.held} - {self.sold}"

    @property
    def cooperative_id(self) -> int:
        """Whose goods they are."""
        return self.pack.cooperative_id


class StockMovement(models.Model):
    """Why a balance changed. Only ever added to; the sums are the balance (an invariant)."""

    class Kind(models.TextChoices):
        """What happened to the units."""

        RECEIVED = "received"
        WRITTEN_OFF = "written_off"
        EXPIRED = "expired"
        HELD = "held"
        RELEASED = "released"
        SOLD = "sold"
        RETURNED = "returned"

    balance = models.ForeignKey(LotBalance, models.PROTECT, related_name="movements")
    kind = models.CharField(max_length=11, choices=Kind)
    quantity = models.PositiveIntegerField()
    order_line = models.ForeignKey(
        "order.Line", models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(quantity__gte=1), name="stock_movement_moves_something"
            ),
        )

    def __str__(self) -> str:
        """Kind and quantity."""
        return f"{self.kind} {self.quantity}"


class Hold(models.Model):
    """Units of a balance kept for an order line, until they are sold or given back."""

    class State(models.TextChoices):
        """What became of the units."""

        HELD = "held"
        SOLD = "sold"
        RELEASED = "released"

    balance = models.ForeignKey(LotBalance, models.PROTECT, related_name="holds")
    order_line = models.ForeignKey("order.Line", models.PROTECT, related_name="holds")
    quantity = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.HELD)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(quantity__gte=1), name="hold_holds_something"),
            models.UniqueConstraint(
                fields=("balance", "order_line"),
                condition=Q(state="held"),
                name="hold_one_per_balance_and_line",
            ),
        )

    def __str__(self) -> str:
        """Quantity and state."""
        return f"{self.quantity} {self.state}"


class StockAlarm(models.Model):
    """From how many units on a pack counts as running out, where its cooperative said so."""

    #: What counts where nobody said anything.
    USUAL = 10

    pack = models.OneToOneField(
        "catalog.Pack", models.CASCADE, primary_key=True, related_name="alarm"
    )
    units = models.PositiveIntegerField()

    def __str__(self) -> str:
        """The number."""
        return f"{self.pack_id}: {self.units}"
