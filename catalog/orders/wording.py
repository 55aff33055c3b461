"""The states of orders and parcels in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.orders.models import SellerOrder

State = SellerOrder.State

ORDER: dict[str, Promise] = {
    "awaiting_payment": _("Waiting for payment"),
    "confirmed": _("Confirmed"),
    "packing": _("Being packed"),
    "shipped": _("On its way"),
    "delivered": _("Delivered"),
    "cancelled": _("Cancelled"),
    "expired": _("Not paid in time"),
}
PARCEL: dict[str, tuple[Promise, str]] = {
    State.WAITING: (_("Waiting for payment"), "warn"),
    State.TO_CONFIRM: (_("Waiting for the cooperative"), "warn"),
    State.CONFIRMED: (_("Accepted, being packed"), "warn"),
    State.PACKED: (_("Packed"), "ok"),
    State.SHIPPED: (_("On its way"), "ok"),
    State.DELIVERED: (_("Delivered"), "ok"),
    State.CANCELLED: (_("Cancelled"), "bad"),
}
# What an app is told of a part, in the words of the order.
PUBLIC: dict[str, str] = {
    State.WAITING: "awaiting_payment",
    State.TO_CONFIRM: "confirmed",
    State.CONFIRMED: "confirmed",
    State.PACKED: "packing",
    State.SHIPPED: "shipped",
    State.DELIVERED: "delivered",
    State.CANCELLED: "cancelled",
}
EXPECTED = _("Expected %(first)s – %(last)s")
