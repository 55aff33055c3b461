"""The ways to pay and the ways to hear of money: two tables, one row per provider."""

from django.conf import settings

from payments.channels.base import Asks, Channel, Confirms, Hears
from payments.channels.card import Card
from payments.channels.casso import Casso
from payments.channels.cod import CashOnDelivery
from payments.channels.mobile_money import MobileMoney
from payments.channels.momo import MoMo
from payments.channels.payos import PayOS
from payments.channels.sepay import SePay
from payments.channels.vietqr import VietQR
from payments.channels.vnpay import VNPay
from payments.channels.zalopay import ZaloPay

_MOMO = MoMo()
# Providers with a page of their own, which ask the buyer and tell us.
GATEWAYS: dict[str, Channel] = {
    "vnpay": VNPay(),
    "momo": _MOMO,
    "zalopay": ZaloPay(),
    "card": Card(),
}

# Those that may hold money until we confirm.
CONFIRMS: dict[str, Confirms] = {"momo": _MOMO}

# A new way to pay is a module here and a row of this table, in the order buyers see.
CHANNELS: dict[str, Asks] = {
    "vietqr": VietQR(),
    "mobile_money": MobileMoney(),
    **GATEWAYS,
    "cod": CashOnDelivery(),
}

# Who tells us of money: the word in the address of the webhook, and who reads it.
FEEDS: dict[str, Hears] = {
    "sepay": SePay(),
    "casso": Casso(),
    "payos": PayOS(),
    **GATEWAYS,
}


def usable(code: str) -> Asks | None:
    """The way to pay of this name, if its settings are complete and it serves the money's flow."""
    channel = CHANNELS.get(code)
    if channel is None or not channel.is_on():
        return None
    serves = channel.pays_payees or settings.PAYMENT_FLOW == "collected"
    return channel if serves else None


def offered() -> list[Asks]:
    """The ways to pay a buyer can choose from today."""
    return [channel for code, channel in CHANNELS.items() if usable(code)]
