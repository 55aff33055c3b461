"""VietQR: a bank transfer asked for by a picture every Vietnamese bank's app can read.

Source: NAPAS "QR code format" v1.5.2 on EMVCo's merchant-presented mode. Written here is only what
a transfer to an account needs; read back is anything the two documents allow.
"""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from payments.channels import emv
from payments.channels.base import (
    Account,
    Asked,
    ChannelOff,
    RefundAnswer,
    RefundAsked,
    ShowQR,
    Unknown,
    Words,
)

# What lets somebody who reads the account tell us of its transfers: one of them is needed.
TELLERS = ("SEPAY_WEBHOOK_SECRET", "SEPAY_API_KEY", "CASSO_CHECKSUM_KEY", "PAYOS_CHECKSUM_KEY")


def own_account() -> Account:
    """The platform's own account; ``ChannelOff`` when it is not set."""
    account = Account(
        bank_bin=str(getattr(settings, "VIETQR_BANK_BIN", "")),
        number=str(getattr(settings, "VIETQR_ACCOUNT", "")),
        holder=str(getattr(settings, "VIETQR_ACCOUNT_NAME", "")),
    )
    if not (account.bank_bin and account.number and account.holder):
        raise ChannelOff("VIETQR_BANK_BIN, VIETQR_ACCOUNT and VIETQR_ACCOUNT_NAME are needed")
    return account


class VietQR:
    """A transfer under a code of ours; whoever reads the account's statement tells of it."""

    code = "vietqr"
    name: Words = _("Bank transfer by QR code")
    confirms_at_once = False
    needs_memo = True
    opens_apart = False
    pays_payees = True
    limits = (1, 10**emv.MOST_DIGITS - 1)

    def is_on(self) -> bool:
        """Whether there is an account to pay into and a way to hear of the money."""
        try:
            own_account()
        except ChannelOff:
            return False
        return any(getattr(settings, name, "") for name in TELLERS)

    def ask(self, asked: Asked) -> ShowQR:
        """The code for this amount and memo, to the account given or the platform's own."""
        account = asked.account or own_account()
        payload = emv.build(
            bank_bin=account.bank_bin,
            account=account.number,
            amount=asked.amount,
            memo=asked.memo,
        )
        return ShowQR(payload=payload, account=account, amount=asked.amount, memo=asked.memo)

    def look_up(self, asked: Asked) -> Unknown:
        """Nobody to ask about one transfer: the bank's messages come by themselves."""
        return Unknown()

    def refund(self, refund: RefundAsked) -> RefundAnswer:
        """A transfer goes back by a transfer that staff make."""
        return RefundAnswer.BY_HAND

    def look_up_refund(self, refund: RefundAsked) -> RefundAnswer:
        """A transfer goes back by a transfer that staff make."""
        return RefundAnswer.BY_HAND
