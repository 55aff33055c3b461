"""Messages from providers, kept before any work is done with them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from marketplace.records import clock


class Message(models.Model):
    """One thing a provider told us, checked by its signature: the bytes, and what they say.

    It stays unprocessed until its work is done, so nothing is lost to a crash.
    """

    provider = models.CharField(max_length=20)
    dedupe_key = models.CharField(max_length=120)
    headers = models.JSONField(default=dict)
    body = models.BinaryField()
    facts = models.JSONField()
    received_at = models.DateTimeField(default=clock.now)
    processed_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)
    result = models.CharField(
        max_length=20, blank=True, db_default="", help_text="what it was answered, once processed"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("provider", "dedupe_key"), name="message_stored_once"),
        )
        indexes = (
            models.Index(
                fields=("received_at",),
                condition=Q(processed_at__isnull=True),
                name="message_unprocessed",
            ),
        )

    def __str__(self) -> str:
        """Provider and key."""
        return f"{self.provider} {self.dedupe_key}"
