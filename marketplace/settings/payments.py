"""The payment channels: a channel without its secrets is not offered and its endpoints refuse."""

import re

from django.core.exceptions import ImproperlyConfigured

from marketplace.settings.base import DEMO
from marketplace.settings.environment import first_given, number, one_of, text

SANDBOX_PORT = number("SANDBOX_PORT", 8070)
# Where payment pages lead to the practice bank; nowhere in a live market.
SANDBOX_URL = f"http://127.0.0.1:{SANDBOX_PORT}" if DEMO else ""

# What the sandbox knows too. A live market that carries one of these does not start.
SANDBOX_CREDENTIALS = {
    "VIETQR_BANK_BIN": "970436",
    "VIETQR_ACCOUNT": "0952000000014",
    "VIETQR_ACCOUNT_NAME": "CHO SON LA DEMO",
    "SEPAY_WEBHOOK_SECRET": "sandbox-sepay-webhook-secret",
}
_DEFAULTS = SANDBOX_CREDENTIALS if DEMO else {}

MEMO_PREFIX = text("MEMO_PREFIX", "SL")
if not re.fullmatch("[A-Z]{2}", MEMO_PREFIX):
    raise ImproperlyConfigured(f"MEMO_PREFIX must be two letters A to Z, not {MEMO_PREFIX!r}.")
VIETQR_BANK_BIN = first_given("VIETQR_BANK_BIN", _DEFAULTS)
VIETQR_ACCOUNT = first_given("VIETQR_ACCOUNT", _DEFAULTS)
VIETQR_ACCOUNT_NAME = first_given("VIETQR_ACCOUNT_NAME", _DEFAULTS)
# Two secrets, separated by a comma, are valid at once while one is being exchanged.
SEPAY_WEBHOOK_SECRET = first_given("SEPAY_WEBHOOK_SECRET", _DEFAULTS)
# SePay's weaker way, a fixed word in a header: it counts only where no secret is set.
SEPAY_API_KEY = text("SEPAY_API_KEY")

if DEMO:
    PAYMENT_FLOW = one_of("PAYMENT_FLOW", ("collected", "direct"), "collected")
else:
    PAYMENT_FLOW = one_of("PAYMENT_FLOW", ("collected", "direct", "unset"), "unset")
    if PAYMENT_FLOW == "unset":
        raise ImproperlyConfigured(
            "PAYMENT_FLOW must be chosen for a live market: collected (one payment to the "
            "platform's account, which may need a licence) or direct (to each cooperative)."
        )
    if SANDBOX_CREDENTIALS["SEPAY_WEBHOOK_SECRET"] in [
        secret.strip() for secret in SEPAY_WEBHOOK_SECRET.split(",")
    ]:
        raise ImproperlyConfigured(
            "SEPAY_WEBHOOK_SECRET is the sandbox's own, known to everybody: set a real one."
        )
    if SANDBOX_CREDENTIALS["VIETQR_ACCOUNT"] == VIETQR_ACCOUNT:
        raise ImproperlyConfigured(
            "VIETQR_ACCOUNT is the sandbox's own: money sent there reaches nobody."
        )
