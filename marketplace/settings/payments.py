"""The payment channels: a channel without its secrets is not offered and its endpoints refuse."""

import re

from django.core.exceptions import ImproperlyConfigured

from marketplace.settings.base import DEMO
from marketplace.settings.environment import first_given, number, one_of, text, url

SANDBOX_PORT = number("SANDBOX_PORT", 8070)
_SANDBOX = f"http://127.0.0.1:{SANDBOX_PORT}"
# Where payment pages lead to the practice bank; nowhere in a live market.
SANDBOX_URL = _SANDBOX if DEMO else ""

# What the sandbox knows too. A live market that carries one of these does not start.
SANDBOX_CREDENTIALS = {
    "VIETQR_BANK_BIN": "970436",
    "VIETQR_ACCOUNT": "0952000000014",
    "VIETQR_ACCOUNT_NAME": "CHO SON LA DEMO",
    "SEPAY_WEBHOOK_SECRET": "sandbox-sepay-webhook-secret",
    "CASSO_CHECKSUM_KEY": "sandbox-casso-checksum-key",
    "PAYOS_CHECKSUM_KEY": "sandbox-payos-checksum-key",
    "VNPAY_TMN_CODE": "SANDBOX1",
    "VNPAY_HASH_SECRET": "SANDBOXVNPAYHASHSECRET0123456789",
    "MOMO_PARTNER_CODE": "SANDBOX",
    "MOMO_ACCESS_KEY": "sandbox-momo-access",
    "MOMO_SECRET_KEY": "sandbox-momo-secret",
    "ZALOPAY_APP_ID": "952",
    "ZALOPAY_KEY1": "sandbox-zalopay-key1",
    "ZALOPAY_KEY2": "sandbox-zalopay-key2",
    "STRIPE_SECRET_KEY": "sk_test_sandbox",
    "STRIPE_PUBLISHABLE_KEY": "pk_test_sandbox",
    "STRIPE_WEBHOOK_SECRET": "whsec_sandbox",
}
_SANDBOX_ADDRESSES = {
    "VNPAY_PAY_URL": f"{_SANDBOX}/vnpay/paymentv2/vpcpay.html",
    "VNPAY_API_URL": f"{_SANDBOX}/vnpay/merchant_webapi/api/transaction",
    "MOMO_API_URL": f"{_SANDBOX}/momo",
    "ZALOPAY_API_URL": f"{_SANDBOX}/zalopay",
    "STRIPE_API_BASE": f"{_SANDBOX}/stripe",
    "STRIPE_JS_URL": f"{_SANDBOX}/stripe/js",
}
_REAL_ADDRESSES = {
    "MOMO_API_URL": "https://payment.momo.vn",
    "ZALOPAY_API_URL": "https://openapi.zalopay.vn",
    "STRIPE_API_BASE": "https://api.stripe.com",
    "STRIPE_JS_URL": "https://js.stripe.com/v3",
}
_DEFAULTS = SANDBOX_CREDENTIALS if DEMO else {}
_ADDRESSES = _SANDBOX_ADDRESSES if DEMO else _REAL_ADDRESSES
_SCHEMES = ("http", "https") if DEMO else ("https",)

MEMO_PREFIX = text("MEMO_PREFIX", "SL")
if not re.fullmatch("[A-Z]{2}", MEMO_PREFIX):
    raise ImproperlyConfigured(f"MEMO_PREFIX must be two letters A to Z, not {MEMO_PREFIX!r}.")
VIETQR_BANK_BIN = first_given("VIETQR_BANK_BIN", _DEFAULTS)
VIETQR_ACCOUNT = first_given("VIETQR_ACCOUNT", _DEFAULTS)
VIETQR_ACCOUNT_NAME = first_given("VIETQR_ACCOUNT_NAME", _DEFAULTS)
# Of every secret, two, separated by a comma, are valid at once while one is being exchanged.
SEPAY_WEBHOOK_SECRET = first_given("SEPAY_WEBHOOK_SECRET", _DEFAULTS)
# SePay's weaker way, a fixed word in a header: it counts only where no secret is set.
SEPAY_API_KEY = text("SEPAY_API_KEY")

# Other readers of the same account; the same transfer told by two is booked once.
CASSO_CHECKSUM_KEY = first_given("CASSO_CHECKSUM_KEY", _DEFAULTS)
PAYOS_CHECKSUM_KEY = first_given("PAYOS_CHECKSUM_KEY", _DEFAULTS)

VNPAY_TMN_CODE = first_given("VNPAY_TMN_CODE", _DEFAULTS)
VNPAY_HASH_SECRET = first_given("VNPAY_HASH_SECRET", _DEFAULTS)
VNPAY_PAY_URL = url("VNPAY_PAY_URL", _ADDRESSES.get("VNPAY_PAY_URL", ""), _SCHEMES)
VNPAY_API_URL = url("VNPAY_API_URL", _ADDRESSES.get("VNPAY_API_URL", ""), _SCHEMES)

MOMO_PARTNER_CODE = first_given("MOMO_PARTNER_CODE", _DEFAULTS)
MOMO_ACCESS_KEY = first_given("MOMO_ACCESS_KEY", _DEFAULTS)
MOMO_SECRET_KEY = first_given("MOMO_SECRET_KEY", _DEFAULTS)
MOMO_API_URL = url("MOMO_API_URL", _ADDRESSES["MOMO_API_URL"], _SCHEMES)
# The wallet alone, or MoMo's page with every method the contract allows.
MOMO_REQUEST_TYPE = one_of("MOMO_REQUEST_TYPE", ("captureWallet", "payWithMethod"), "captureWallet")
# At once, or only when we confirm: then nothing is taken for an order that ended meanwhile.
MOMO_CAPTURE = one_of("MOMO_CAPTURE", ("at_once", "confirmed"), "at_once")

ZALOPAY_APP_ID = first_given("ZALOPAY_APP_ID", _DEFAULTS)
ZALOPAY_KEY1 = first_given("ZALOPAY_KEY1", _DEFAULTS)
ZALOPAY_KEY2 = first_given("ZALOPAY_KEY2", _DEFAULTS)
ZALOPAY_API_URL = url("ZALOPAY_API_URL", _ADDRESSES["ZALOPAY_API_URL"], _SCHEMES)
if ZALOPAY_APP_ID and not re.fullmatch("[0-9]{1,9}", ZALOPAY_APP_ID):
    raise ImproperlyConfigured(f"ZALOPAY_APP_ID must be a number, not {ZALOPAY_APP_ID!r}.")

STRIPE_SECRET_KEY = first_given("STRIPE_SECRET_KEY", _DEFAULTS)
STRIPE_PUBLISHABLE_KEY = first_given("STRIPE_PUBLISHABLE_KEY", _DEFAULTS)
STRIPE_WEBHOOK_SECRET = first_given("STRIPE_WEBHOOK_SECRET", _DEFAULTS)
STRIPE_API_BASE = url("STRIPE_API_BASE", _ADDRESSES["STRIPE_API_BASE"], _SCHEMES)
# Stripe's form: a script that only the page with the card form may load.
STRIPE_JS_URL = url("STRIPE_JS_URL", _ADDRESSES["STRIPE_JS_URL"], _SCHEMES)
STRIPE_MIN_VND = number("STRIPE_MIN_VND", 15_000)

# Everybody can read these: our sandbox's, and what providers publish for their own test systems.
_PUBLIC_SECRETS = {
    **{
        name: {value}
        for name, value in SANDBOX_CREDENTIALS.items()
        if name not in ("VIETQR_BANK_BIN", "VIETQR_ACCOUNT_NAME")
    },
    "MOMO_SECRET_KEY": {"sandbox-momo-secret", "K951B6PE1waDMi640xX08PD3vg6EkVlz"},
    "ZALOPAY_KEY1": {"sandbox-zalopay-key1", "PcY4iZIKFCIdgZvA6ueMcMHHUbRLYjPL"},
    "ZALOPAY_KEY2": {"sandbox-zalopay-key2", "kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz"},
}
_TEST_HOSTS = ("sandbox.vnpayment.vn", "test-payment.momo.vn", "sb-openapi.zalopay.vn")

if DEMO:
    PAYMENT_FLOW = one_of("PAYMENT_FLOW", ("collected", "direct"), "collected")
else:
    PAYMENT_FLOW = one_of("PAYMENT_FLOW", ("collected", "direct", "unset"), "unset")
    if PAYMENT_FLOW == "unset":
        raise ImproperlyConfigured(
            "PAYMENT_FLOW must be chosen for a live market: collected (one payment to the "
            "platform's account, which may need a licence) or direct (to each cooperative)."
        )
    for _name, _known in _PUBLIC_SECRETS.items():
        if _known & {_one.strip() for _one in str(globals()[_name]).split(",")}:
            raise ImproperlyConfigured(
                f"{_name} is a sandbox's own, known to everybody: set a real one."
            )
    if "_test_" in STRIPE_SECRET_KEY:
        raise ImproperlyConfigured("STRIPE_SECRET_KEY is for trials, where no money moves.")
    for _name in _SANDBOX_ADDRESSES:
        if any(_host in globals()[_name] for _host in _TEST_HOSTS):
            raise ImproperlyConfigured(
                f"{_name} is a provider's test system, where no money moves."
            )
