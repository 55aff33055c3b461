"""Parcels that went out and came back."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.orders.models import SellerOrder
from marketplace.records import clock, rules


class Undelivered(models.Model):
    """A parcel that went out and came back; who refuses cash at the door is not asked twice."""

    class Why(models.TextChoices):
        """What the carrier says."""

        REFUSED = "refused", _("The buyer did not want it")
        NOT_FOUND = "not_found", _("Nobody was found, nobody answered")
        DAMAGED = "damaged", _("It was damaged on the way")

    seller_order = models.OneToOneField(
        SellerOrder, models.PROTECT, primary_key=True, related_name="undelivered"
    )
    phone = models.CharField(max_length=20)
    why = models.CharField(max_length=10, choices=Why)
    is_cash = models.BooleanField(help_text="whether it was to be paid at the door")
    is_lost = models.BooleanField(help_text="whether its goods cannot be sold any more")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(why__in=("refused", "not_found", "damaged")),
                name="undelivered_for_a_known_reason",
            ),
        )
        indexes = (
            models.Index(
                fields=("phone", "at"), condition=Q(is_cash=True), name="undelivered_by_phone"
            ),
        )

    def __str__(self) -> str:
        """Which parcel."""
        return str(self.seller_order_id)


def let_go_back(phone: str) -> bool:
    """Whether as many cash parcels to a phone came back lately as the market bears."""
    since = clock.now() - dt.timedelta(days=rules.number("cod.refusals_days"))
    rows = Undelivered.objects.filter(phone=phone, is_cash=True, at__gte=since)
    rows = rows.exclude(why=Undelivered.Why.DAMAGED)
    return rows.count() >= rules.number("cod.refusals_most")
