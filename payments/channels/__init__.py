"""The ways to pay and the ways to hear of money: two tables, one row per provider."""

from payments.channels.base import Asks, Hears
from payments.channels.cod import CashOnDelivery
from payments.channels.sepay import SePay
from payments.channels.vietqr import VietQR

# A new way to pay is a module here and a row of this table.
CHANNELS: dict[str, Asks] = {
    "vietqr": VietQR(),
    "cod": CashOnDelivery(),
}

# Who tells us of money: the word in the address of the webhook, and who reads it.
FEEDS: dict[str, Hears] = {
    "sepay": SePay(),
}


def offered() -> list[Asks]:
    """The ways to pay a buyer can choose from today: those whose settings are complete."""
    return [channel for channel in CHANNELS.values() if channel.is_on()]
