"""Order numbers: random, so that nobody can count or guess them; easy to read out on the phone."""

import secrets

from django.conf import settings
from oscar.apps.basket.models import Basket
from oscar.apps.order.utils import OrderNumberGenerator as OscarOrderNumberGenerator

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U


def fresh() -> str:
    """A new number such as ``SL-4H8T2-W6C9X``; 50 random bits, unique by the database."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(10))
    return f"{settings.MEMO_PREFIX}-{signs[:5]}-{signs[5:]}"


class OrderNumberGenerator(OscarOrderNumberGenerator):
    """Oscar's way of asking for a number; its own would count baskets."""

    def order_number(self, basket: Basket) -> str:
        """A new random number, whatever the basket."""
        return fresh()
