"""Customers: what a cooperative keeps of buyers who agreed to be remembered by it."""

from django.conf import settings
from django.db import models


class Customer(models.Model):
    """A buyer's consent to one cooperative: when, to which words, and what was noted since.

    A withdrawal deletes the row with its tags; the audit trail keeps when it was given and taken
    back, without the name.
    """

    cooperative = models.ForeignKey("catalog.Cooperative", models.CASCADE, related_name="customers")
    phone = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    consented_at = models.DateTimeField()
    words_version = models.CharField(max_length=20)
    seller_order = models.ForeignKey("catalog.SellerOrder", models.PROTECT, related_name="+")
    note = models.TextField(blank=True, max_length=1_000)

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "phone"), name="customer_once_per_cooperative"
            ),
            models.CheckConstraint(
                condition=~models.Q(words_version=""), name="customer_agreed_to_some_words"
            ),
        )
        indexes = (models.Index(fields=["phone"], name="customer_by_phone"),)

    def __str__(self) -> str:
        """The key: names belong on pages only."""
        return f"customer {self.pk}"


class CustomerTag(models.Model):
    """A word a cooperative put on a customer."""

    customer = models.ForeignKey(Customer, models.CASCADE, related_name="tags")
    name = models.CharField(max_length=30)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("customer", "name"), name="customer_tag_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="customer_tag_says_a_word"),
        )

    def __str__(self) -> str:
        """The word."""
        return self.name
