"""Conversations of buyers with a cooperative."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketplace.records import tokens


class Conversation(models.Model):
    """What a buyer and a cooperative say to each other about goods or about an order.

    One per order part; about goods one per question. Its token opens it to whoever asked.
    """

    cooperative = models.ForeignKey(
        "catalog.Cooperative", models.PROTECT, related_name="conversations"
    )
    listing = models.ForeignKey(
        "catalog.Listing", models.PROTECT, null=True, blank=True, related_name="+"
    )
    seller_order = models.OneToOneField(
        "catalog.SellerOrder",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conversation",
    )
    token = models.CharField(max_length=43, unique=True, default=tokens.fresh, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=254, help_text="E-mail or phone for letters.")
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="vi")
    began_at = models.DateTimeField()
    last_at = models.DateTimeField()
    answer_by = models.DateTimeField(
        null=True, blank=True, help_text="While the buyer waits for an answer."
    )
    reported_at = models.DateTimeField(null=True, blank=True)
    reported_why = models.CharField(max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-last_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(listing__isnull=False, seller_order__isnull=True)
                | Q(listing__isnull=True, seller_order__isnull=False),
                name="conversation_is_about_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | Q(reported_at__isnull=False),
                name="conversation_settled_after_a_report",
            ),
        )
        indexes = (
            models.Index(fields=["cooperative", "-last_at"], name="conversation_of_seller"),
            models.Index(fields=["user", "-last_at"], name="conversation_of_buyer"),
        )

    def __str__(self) -> str:
        """What it is about."""
        return f"conversation {self.pk}"


class Message(models.Model):
    """One message. Never edited; ``read_at`` is when the other side saw it first."""

    class Side(models.TextChoices):
        """Who wrote it."""

        BUYER = "buyer", _("Buyer")
        SELLER = "seller", _("Cooperative")

    LONGEST = 2_000

    conversation = models.ForeignKey(Conversation, models.PROTECT, related_name="messages")
    side = models.CharField(max_length=6, choices=Side)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    text = models.TextField(max_length=LONGEST)
    key = models.CharField(max_length=43, help_text="Of the form: pressed twice, it is one.")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("conversation", "key"), name="message_once_per_form"),
            models.CheckConstraint(condition=Q(side__in=["buyer", "seller"]), name="message_side"),
            models.CheckConstraint(condition=~Q(text=""), name="message_says_something"),
        )
        indexes = (
            models.Index(
                fields=["conversation", "side"],
                condition=Q(read_at__isnull=True),
                name="message_unread",
            ),
        )

    def __str__(self) -> str:
        """The side and the time."""
        return f"{self.side} {self.at:%Y-%m-%d %H:%M}"
