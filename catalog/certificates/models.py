"""Certificates: who says what about whose goods, and until when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Certificate(models.Model):
    """VietGAP, organic, OCOP and the like: who says what about whose goods, and until when."""

    class Scheme(models.TextChoices):
        """What was certified."""

        OCOP = "ocop", "OCOP"
        VIETGAP = "vietgap", "VietGAP"
        GLOBALGAP = "globalgap", "GlobalG.A.P."
        ORGANIC = "organic", _("Organic")
        HACCP = "haccp", "HACCP"
        ISO22000 = "iso22000", "ISO 22000"

    cooperative = models.ForeignKey(
        "catalog.Cooperative", models.PROTECT, related_name="certificates"
    )
    scheme = models.CharField(max_length=10, choices=Scheme)
    stars = models.PositiveSmallIntegerField(null=True, blank=True, help_text="OCOP: 3, 4 or 5.")
    number = models.CharField(max_length=60)
    issuer = models.CharField(max_length=160)
    scope = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField()
    paper = models.ForeignKey(
        "catalog.CooperativePaper",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        ordering = ("scheme", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__gte=models.F("valid_from")),
                name="certificate_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(scheme="ocop", stars__gte=3, stars__lte=5)
                | (~Q(scheme="ocop") & Q(stars__isnull=True)),
                name="certificate_only_ocop_has_3_to_5_stars",
            ),
        )

    def __str__(self) -> str:
        """Scheme and number."""
        return f"{self.scheme} {self.number}"
