"""Cash on delivery: nothing to ask, the courier or the cooperative takes the money at the door."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from payments.channels.base import Asked, Nothing, RefundAnswer, RefundAsked, Unknown, Words


class CashOnDelivery:
    """The order stands at once; the money is confirmed when it was taken."""

    code = "cod"
    name: Words = _("Cash on delivery")
    confirms_at_once = True
    needs_memo = False
    opens_apart = False
    pays_payees = True
    limits = (1, 9_999_999_999_999)

    def is_on(self) -> bool:
        """Cash needs no settings."""
        return True

    def ask(self, asked: Asked) -> Nothing:
        """Nothing to show."""
        return Nothing()

    def look_up(self, asked: Asked) -> Unknown:
        """Nobody to ask: the cooperative says so when the money is there."""
        return Unknown()

    def refund(self, refund: RefundAsked) -> RefundAnswer:
        """Cash goes back by hand."""
        return RefundAnswer.BY_HAND

    def look_up_refund(self, refund: RefundAsked) -> RefundAnswer:
        """Cash goes back by hand."""
        return RefundAnswer.BY_HAND
