"""The address a provider's page leads the buyer back to; it knows the order and nobody's secret.

The order's token is never told to a provider. The key in its place works for two days and leads
whoever holds it to the order's payment page.
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse

KEPT_SECONDS = 2 * 24 * 3600
_signer = signing.TimestampSigner(salt="orders.back", sep=".")


def address(number: str) -> str:
    """The whole address for one order, by which a buyer comes back."""
    key = _signer.sign(number).removeprefix(f"{number}.")
    path = reverse("orders:back", kwargs={"number": number, "key": key})
    return f"{settings.PUBLIC_URL}{path}"


def is_right(number: str, key: str) -> bool:
    """Whether the key was made for this order, and not long ago."""
    try:
        return bool(_signer.unsign(f"{number}.{key}", max_age=KEPT_SECONDS) == number)
    except signing.BadSignature:
        return False
