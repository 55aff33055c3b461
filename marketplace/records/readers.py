"""Readers of letters who may say which ones they do not want."""

from __future__ import annotations

from django.db import models

from marketplace.records import tokens


class Reader(models.Model):
    """Somebody at an address who may say no to letters that are not about an order.

    The token is what their links carry: it opens this wish and nothing else, and never ends.
    """

    address = models.CharField(max_length=254, unique=True)
    token = models.CharField(max_length=43, unique=True, default=tokens.fresh, editable=False)
    unsubscribed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order in which they came."""

        ordering = ("pk",)

    def __str__(self) -> str:
        """A number, never the address."""
        return f"reader {self.pk}"
