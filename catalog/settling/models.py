"""The tax invoices cooperatives wrote, as far as the market knows: a number, never the file."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from catalog.orders.models import SellerOrder
from marketplace.records import clock


class InvoiceReference(models.Model):
    """Which tax invoice a cooperative wrote for its part of an order (Decree 254/2026, art. 19)."""

    seller_order = models.OneToOneField(
        SellerOrder, models.PROTECT, primary_key=True, related_name="tax_invoice"
    )
    series = models.CharField(max_length=12, help_text="such as 1C26TAA")
    number = models.CharField(max_length=8)
    issued_on = models.DateField()
    lookup_code = models.CharField(max_length=60, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(number__regex=r"^[0-9]{1,8}$"), name="tax_invoice_number_is_digits"
            ),
            models.CheckConstraint(condition=~Q(series=""), name="tax_invoice_names_its_series"),
        )

    def __str__(self) -> str:
        """Series and number."""
        return f"{self.series} {self.number}"
