"""Drafts: what a member has filled in of a listing so far, kept on the server."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ListingDraft(models.Model):
    """A listing as far as it is written. ``content`` is a proposal that may still have gaps."""

    token = models.CharField(max_length=22, unique=True, editable=False)
    cooperative = models.ForeignKey("catalog.Cooperative", models.CASCADE, related_name="drafts")
    listing = models.ForeignKey(
        "catalog.Listing",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="drafts",
    )
    base_version = models.PositiveIntegerField(
        default=0, help_text="The listing's version when the draft was begun."
    )
    content = models.JSONField(default=dict, blank=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("-saved_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("listing",),
                condition=Q(listing__isnull=False),
                name="listing_draft_one_per_listing",
            ),
        )

    def __str__(self) -> str:
        """The working title, or the key."""
        texts = self.content.get("texts", {})
        return str(texts.get("vi", {}).get("title") or f"draft {self.pk}")
