"""Orders: what the market keeps beside Oscar's, and the parts that cooperatives work on."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.baskets.models import Source
from marketplace.records import tokens

#: Where a part may stand that was packed once: given up again, it is cancelled.
OF_PACKED = ("packed", "shipped", "delivered", "cancelled")


class Placement(models.Model):
    """How an order came to be: one per basket, one per idempotency key, opened by its token."""

    order = models.OneToOneField(
        "order.Order", models.PROTECT, primary_key=True, related_name="placement"
    )
    basket = models.OneToOneField("basket.Basket", models.PROTECT, related_name="placement")
    idempotency_key = models.CharField(max_length=255, unique=True, null=True, blank=True)
    request_sha256 = models.CharField(max_length=64, blank=True)
    token = models.CharField(max_length=43, unique=True, default=tokens.fresh, editable=False)
    channel = models.CharField(max_length=12)
    held_until = models.DateTimeField(null=True, blank=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20)
    email = models.EmailField(blank=True)
    commune = models.ForeignKey("communes.Commune", models.PROTECT, related_name="+")
    street = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)
    invoice_wish = models.JSONField(default=dict, blank=True)
    terms_version = models.CharField(max_length=20)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="vi")
    source = models.CharField(max_length=10, choices=Source, default=Source.DIRECT)
    placed_at = models.DateTimeField()

    class Meta:
        ordering = ("-placed_at",)
        indexes = (models.Index(fields=("phone",), name="placement_by_phone"),)

    def __str__(self) -> str:
        """The order's key and channel."""
        return f"{self.order_id} {self.channel}"


class SellerOrder(models.Model):
    """One cooperative's part of an order: the unit of packing, shipping and settlement."""

    class State(models.TextChoices):
        """Where the part stands; ``MOVES`` says what may follow."""

        WAITING = "waiting", _("Waiting for payment")
        TO_CONFIRM = "to_confirm", _("To confirm")
        CONFIRMED = "confirmed", _("Confirmed")
        PACKED = "packed", _("Packed")
        SHIPPED = "shipped", _("On its way")
        DELIVERED = "delivered", _("Delivered")
        CANCELLED = "cancelled", _("Cancelled")

    MOVES: ClassVar = {
        State.WAITING: {State.TO_CONFIRM, State.CANCELLED},
        State.TO_CONFIRM: {State.CONFIRMED, State.CANCELLED},
        State.CONFIRMED: {State.PACKED, State.CANCELLED},
        State.PACKED: {State.SHIPPED, State.CANCELLED},
        State.SHIPPED: {State.DELIVERED, State.CANCELLED},
        State.DELIVERED: set(),
        # Late money revives an expired order when its goods are still there.
        State.CANCELLED: {State.TO_CONFIRM},
    }

    order = models.ForeignKey("order.Order", models.PROTECT, related_name="seller_orders")
    cooperative = models.ForeignKey(
        "catalog.Cooperative", models.PROTECT, related_name="seller_orders"
    )
    number = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    goods = models.PositiveBigIntegerField(help_text="đồng")
    shipping = models.PositiveBigIntegerField(help_text="đồng")
    discount = models.PositiveBigIntegerField(default=0, help_text="đồng, a voucher's share")
    total = models.PositiveBigIntegerField(help_text="đồng, as ordered")
    lighter = models.PositiveBigIntegerField(default=0, db_default=0, help_text="đồng off")
    deposit = models.PositiveBigIntegerField(default=0, db_default=0, help_text="đồng of the total")
    lane = models.ForeignKey("catalog.Lane", models.PROTECT, related_name="+")
    weight_g = models.PositiveIntegerField()
    confirm_by = models.DateTimeField(null=True, blank=True)
    arrives_from = models.DateField()
    arrives_to = models.DateField()
    tracking = models.CharField(max_length=60, blank=True)
    harvest_from = models.DateField(null=True, blank=True, help_text="Promised, if pre-ordered.")
    harvest_to = models.DateField(null=True, blank=True)
    harvested_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("order", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("order", "cooperative"), name="seller_order_one_per_cooperative"
            ),
            models.CheckConstraint(
                condition=Q(total=F("goods") + F("shipping") - F("discount")),
                name="seller_order_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(lighter=0) | Q(state__in=OF_PACKED, lighter__lte=F("total")),
                name="seller_order_packed_before_it_is_lighter",
            ),
            models.CheckConstraint(
                condition=Q(harvest_from__isnull=True, harvest_to__isnull=True)
                | Q(harvest_from__lte=F("harvest_to")),
                name="seller_order_promises_a_whole_harvest",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "waiting",
                        "to_confirm",
                        "confirmed",
                        "packed",
                        "shipped",
                        "delivered",
                        "cancelled",
                    ]
                ),
                name="seller_order_state_is_known",
            ),
        )

    def __str__(self) -> str:
        """The number."""
        return self.number

    @property
    def owed(self) -> int:
        """What the buyer pays in the end, in đồng: as ordered, less what was packed too little."""
        return self.total - self.lighter

    @property
    def awaits_harvest(self) -> bool:
        """Whether it was ordered beforehand and not all of it has come in."""
        return self.harvest_to is not None and self.harvested_at is None

    def can_become(self, state: str) -> bool:
        """Whether the part may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class SellerOrderLine(models.Model):
    """An Oscar order line's part: what was sold, in the words of that day.

    Where it grew, what kind of goods it was and what it weighed are kept here, because a listing
    may change later and the figures of a day that is over must not.
    """

    line = models.OneToOneField("order.Line", models.PROTECT, primary_key=True, related_name="part")
    seller_order = models.ForeignKey(SellerOrder, models.PROTECT, related_name="lines")
    pack = models.ForeignKey("catalog.Pack", models.PROTECT, related_name="+")
    category = models.ForeignKey("catalog.GoodsCategory", models.PROTECT, related_name="+")
    variety = models.ForeignKey(
        "catalog.Variety", models.PROTECT, null=True, blank=True, related_name="+"
    )
    commune = models.ForeignKey("communes.Commune", models.PROTECT, related_name="+")
    weight_g = models.PositiveBigIntegerField(help_text="grams of all units together")
    title = models.CharField(max_length=200)
    quantity = models.PositiveIntegerField()
    unit_price = models.PositiveBigIntegerField(help_text="đồng")
    total = models.PositiveBigIntegerField(help_text="đồng")
    discount = models.PositiveBigIntegerField(default=0, help_text="đồng off the total")
    packed_g = models.PositiveBigIntegerField(null=True, blank=True, help_text="grams by the scale")
    lighter = models.PositiveBigIntegerField(default=0, db_default=0, help_text="đồng off")
    deposit = models.PositiveBigIntegerField(default=0, db_default=0, help_text="đồng of the total")
    source = models.CharField(max_length=10, choices=Source, default=Source.DIRECT)
    source_detail = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(deposit__lte=F("total") - F("discount") - F("lighter")),
                name="seller_line_has_a_deposit_within_its_price",
            ),
            models.CheckConstraint(
                condition=Q(total=F("unit_price") * F("quantity")),
                name="seller_line_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gte=1), name="seller_line_sells_something"
            ),
            models.CheckConstraint(
                condition=Q(discount__lte=F("total")), name="seller_line_costs_something_or_nothing"
            ),
            models.CheckConstraint(
                condition=Q(lighter=0)
                | Q(
                    packed_g__isnull=False,
                    packed_g__lt=F("weight_g"),
                    lighter__lte=F("total") - F("discount"),
                ),
                name="seller_line_is_lighter_by_the_scale",
            ),
            models.CheckConstraint(
                condition=Q(packed_g__isnull=True) | Q(packed_g__gte=1),
                name="seller_line_packs_something",
            ),
        )

    def __str__(self) -> str:
        """Quantity and title."""
        return f"{self.quantity} × {self.title}"


class PackedLot(models.Model):
    """Units of a line that were packed out of a lot: the link from an order to the field."""

    line = models.ForeignKey(SellerOrderLine, models.PROTECT, related_name="packed")
    lot = models.ForeignKey("traceability.Lot", models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("line", "lot"), name="packed_lot_once_per_line"),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="packed_lot_packs_something"),
        )

    def __str__(self) -> str:
        """Lot and quantity."""
        return f"{self.quantity} of {self.lot_id}"


class OrderEvent(models.Model):
    """What happened to an order, as its buyer sees it. Only ever added to.

    ``at`` is our clock. A press that waited on a phone for a network brings its own key, by which
    it counts once however often it is sent, and the phone's clock (``written_at``).
    """

    class What(models.TextChoices):
        """The steps a buyer follows."""

        PLACED = "placed", _("Order received")
        DEPOSIT = "deposit", _("Deposit paid")
        UNDERPAID = "underpaid", _("Part of the money arrived")
        PAID = "paid", _("Paid")
        CONFIRMED = "confirmed", _("Accepted by the cooperative")
        PACKED = "packed", _("Packed")
        SHIPPED = "shipped", _("Handed to the carrier")
        DELIVERED = "delivered", _("Delivered")
        CANCELLED = "cancelled", _("Cancelled")
        EXPIRED = "expired", _("Not paid in time")
        REVIVED = "revived", _("Paid late, taken up again")
        HARVESTED = "harvested", _("Harvested")

    order = models.ForeignKey("order.Order", models.PROTECT, related_name="events")
    seller_order = models.ForeignKey(
        SellerOrder, models.PROTECT, null=True, blank=True, related_name="events"
    )
    what = models.CharField(max_length=10, choices=What)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    at = models.DateTimeField()
    draft = models.UUIDField(null=True, blank=True, unique=True)
    written_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(draft__isnull=True, written_at__isnull=True)
                | models.Q(
                    written_at__isnull=False, written_at__lte=models.F("at"), draft__isnull=False
                ),
                name="order_event_written_on_a_phone_before_it_arrived",
            ),
        )

    def __str__(self) -> str:
        """What and when."""
        return f"{self.what} {self.at:%Y-%m-%d %H:%M}"
