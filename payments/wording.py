"""Why a payment did not come about, in words for the buyer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, Promise] = {
    "given_up": _("You stopped the payment there."),
    "too_late": _("The payment page was open too long."),
    "not_enough_money": _("There is not enough money on the account."),
    "over_limit": _("The account has reached its limit for today."),
    "wrong_code": _("The password or the code was wrong."),
    "wrong_card": _("The card's number or date was wrong."),
    "not_enabled": _("The card or account is not registered for payments on the internet."),
    "account_locked": _("The card or account is locked."),
    "bank_closed": _("The bank is closed for maintenance."),
    "refused": _("The bank or the wallet refused it."),
    "page_lost": _("The payment page could not be opened."),
    "sum_changed": _("What there is to pay has changed since the page was opened."),
}


def reason(code: str) -> str:
    """The words for a reason; empty for one nobody gave."""
    return str(REASONS[code]) if code in REASONS else ""
