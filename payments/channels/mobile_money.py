"""Mobile Money: the phone company's account pays the same VietQR code as a bank's account does.

No company publishes an interface of its own; NAPAS joins their accounts with the banks' by VietQR.
Counted as a way of its own, so that a direct way can take its place later.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from payments.channels.base import Words
from payments.channels.vietqr import VietQR


class MobileMoney(VietQR):
    """Viettel Money, VNPT Money and MobiFone Money."""

    code = "mobile_money"
    name: Words = _("Mobile Money")
