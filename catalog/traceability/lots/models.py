"""Goods of one origin, the boxes packed from them, and everything that happened to both."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from catalog.traceability.parties.models import Party, TradeItem
from marketplace.records import clock


def named(crop: str, variety: str) -> str:
    """Crop and variety as people say them, each word once."""
    if not variety or variety.casefold() == crop.casefold():
        return crop
    if variety.casefold().startswith(crop.casefold()):
        return variety
    return f"{crop} ({variety})"


class Lot(models.Model):
    """Goods of one origin: a harvest day's, or made of other lots.

    ``packed_g`` went into weighed boxes, ``used_g`` into other lots; ``loss_g`` is what making
    this lot lost (peel, water, waste), beyond ``quantity_g``, which is what came out.
    """

    class Kind(models.TextChoices):
        """Where the goods came from."""

        HARVEST = "harvest"
        MERGED = "merged"
        SPLIT = "split"
        PROCESSED = "processed"

    class State(models.TextChoices):
        """Where a lot stands; ``MOVES`` says what may follow."""

        OPEN = "open"
        HELD = "held"
        RECALLED = "recalled"

    MOVES: ClassVar = {
        State.OPEN: {State.HELD, State.RECALLED},
        State.HELD: {State.OPEN, State.RECALLED},
        State.RECALLED: set(),
    }

    code = models.CharField(max_length=20, unique=True, db_collation="C")
    party = models.ForeignKey(Party, models.PROTECT, related_name="lots")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.HARVEST)
    crop = models.CharField(max_length=100)
    variety = models.CharField(max_length=100, blank=True)
    commune_code = models.CharField(max_length=5)
    harvested_on = models.DateField()
    harvested_to = models.DateField(null=True, blank=True, help_text="Of several days, the last.")
    best_before = models.DateField(null=True, blank=True)
    opened_on = models.DateField()
    draft = models.UUIDField(null=True, blank=True, unique=True, help_text="The phone's own key.")
    unwritten_field = models.CharField(
        max_length=300, blank=True, help_text="Why a field it was picked on is not written down."
    )
    quantity_g = models.PositiveBigIntegerField()
    packed_g = models.PositiveBigIntegerField(default=0)
    used_g = models.PositiveBigIntegerField(default=0)
    loss_g = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    recall_reason = models.CharField(max_length=300, blank=True)
    hold_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        """What is true of every lot."""

        constraints = (
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-Z-]{1,20}$") & Q(code__regex=r"[A-Z]"),
                name="lot_code_is_short_and_holds_a_letter",
            ),
            models.CheckConstraint(
                condition=Q(commune_code__regex=r"^[0-9]{5}$"),
                name="lot_commune_code_is_five_digits",
            ),
            models.CheckConstraint(
                condition=Q(harvested_on__lte=F("opened_on")),
                name="lot_was_harvested_before_it_was_recorded",
            ),
            models.CheckConstraint(
                condition=Q(harvested_to__isnull=True)
                | Q(harvested_to__gt=F("harvested_on"), harvested_to__lte=F("opened_on")),
                name="lot_harvest_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(best_before__isnull=True) | Q(best_before__gte=F("harvested_on")),
                name="lot_keeps_until_its_harvest_or_later",
            ),
            models.CheckConstraint(condition=Q(quantity_g__gt=0), name="lot_weighs_something"),
            models.CheckConstraint(
                condition=Q(packed_g__lte=F("quantity_g") - F("used_g")),
                name="lot_gives_no_more_than_there_was",
            ),
            models.CheckConstraint(
                condition=~Q(kind="harvest") | Q(loss_g=0), name="lot_of_a_harvest_lost_nothing_yet"
            ),
            models.CheckConstraint(
                condition=Q(kind="harvest") | Q(unwritten_field=""),
                name="lot_made_of_others_grew_where_they_did",
            ),
            models.CheckConstraint(
                condition=Q(state="open", recall_reason="", hold_reason="")
                | (Q(state="held", recall_reason="") & ~Q(hold_reason=""))
                | (Q(state="recalled") & ~Q(recall_reason="")),
                name="lot_is_held_or_recalled_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("harvest", "merged", "split", "processed")),
                name="lot_kind_known",
            ),
        )
        indexes = (models.Index(fields=("party", "-harvested_on"), name="lot_by_party_and_day"),)

    def __str__(self) -> str:
        """The printed code."""
        return self.code

    @property
    def left_g(self) -> int:
        """Grams that are neither packed nor used."""
        return self.quantity_g - self.packed_g - self.used_g

    @property
    def goods(self) -> str:
        """What people call the goods: ``Nhãn miền thiết``, ``Trái cây khác (Quýt)``."""
        return named(self.crop, self.variety)

    def can_become(self, state: str) -> bool:
        """Whether the lot may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class Box(models.Model):
    """One packed unit with a code of its own. ``reference`` names the sale, for the shop alone."""

    class State(models.TextChoices):
        """Where a box stands; ``MOVES`` says what may follow."""

        PACKED = "packed"
        SHIPPED = "shipped"
        DELIVERED = "delivered"
        VOID = "void"
        LOST = "lost"  # on the road: its weight is gone, its label says nothing any more

    MOVES: ClassVar = {
        State.PACKED: {State.SHIPPED, State.VOID},
        State.SHIPPED: {State.DELIVERED, State.VOID, State.LOST},
        State.DELIVERED: set(),
        State.VOID: set(),
        State.LOST: set(),
    }

    code = models.CharField(max_length=12, unique=True, db_collation="C")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="boxes")
    item = models.ForeignKey(TradeItem, models.PROTECT, related_name="boxes")
    net_weight_g = models.PositiveIntegerField(null=True, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    sold_on = models.DateField(null=True, blank=True)
    packing = models.ForeignKey("Event", models.PROTECT, related_name="boxes")
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    state = models.CharField(max_length=10, choices=State, default=State.PACKED)

    class Meta:
        """What is true of every box."""

        verbose_name_plural = "boxes"
        constraints = (
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{12}$") & Q(code__regex=r"[A-Z]"),
                name="box_code_is_twelve_crockford_with_a_letter",
            ),
            models.CheckConstraint(
                condition=Q(sold_on__isnull=True) | ~Q(reference=""),
                name="box_sold_names_its_sale",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("packed", "shipped", "delivered", "void", "lost")),
                name="box_state_known",
            ),
        )
        indexes = (
            models.Index(fields=("lot", "id"), name="box_by_lot"),
            models.Index(
                fields=("reference",),
                condition=~Q(reference=""),
                name="box_by_reference",
            ),
        )

    def __str__(self) -> str:
        """The printed code."""
        return self.code

    def can_become(self, state: str) -> bool:
        """Whether the box may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class EventKind(models.TextChoices):
    """What happened."""

    HARVEST = "harvest"
    PACKING = "packing"
    UNPACKING = "unpacking"
    SHIPPING = "shipping"
    DELIVERY = "delivery"
    LOSS = "loss"
    RECALL = "recall"
    MERGING = "merging"
    SPLITTING = "splitting"
    PROCESSING = "processing"
    HOLDING = "holding"
    RELEASE = "release"
    LOADING = "loading"
    UNLOADING = "unloading"
    RELABELLING = "relabelling"


class Event(models.Model):
    """One thing that happened to a lot. Only ever added: a trigger refuses change and deletion.

    ``at`` is when it happened, ``recorded_at`` when somebody wrote it down.
    """

    Kind: TypeAlias = EventKind

    class Unit(models.TextChoices):
        """What ``quantity`` counts."""

        GRAM = "g"
        BOX = "box"

    lot = models.ForeignKey(Lot, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=Kind)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=clock.now)
    commune_code = models.CharField(max_length=5, blank=True)
    quantity = models.PositiveBigIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=5, choices=Unit, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by_name = models.CharField(max_length=150, blank=True)

    class Meta:
        """What is true of every event."""

        constraints = (
            models.CheckConstraint(
                condition=Q(at__lte=F("recorded_at")),
                name="event_happened_before_it_was_recorded",
            ),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True, unit="")
                | (Q(quantity__gt=0) & Q(unit__in=("g", "box"))),
                name="event_counts_something_in_a_unit_or_nothing",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EventKind.values),
                name="event_kind_known",
            ),
        )
        indexes = (models.Index(fields=("lot", "at", "id"), name="event_of_lot_in_order"),)

    def __str__(self) -> str:
        """Kind and lot."""
        return f"{self.kind} {self.lot_id}"
