"""Letters: how mail and text messages leave, and whether the mailbox page keeps them."""

from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from marketplace.settings.base import DEMO, PUBLIC_URL, VAR_DIR
from marketplace.settings.environment import text, url, words

EMAIL_URL = text("EMAIL_URL")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = text(
    "EMAIL_FROM", f"cho@{urlsplit(PUBLIC_URL).hostname or 'localhost'}"
)
OSCAR_FROM_EMAIL = DEFAULT_FROM_EMAIL

if EMAIL_URL:
    try:
        vars().update(environ.Env.email_url_config(EMAIL_URL))
    except (KeyError, ValueError) as error:
        raise ImproperlyConfigured(
            "EMAIL_URL must look like smtp+tls://user:password@mail.example.vn:587."
        ) from error
elif DEMO:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"

# The demonstration keeps what it sent, for the superuser's mailbox page; a live market does not.
LETTERS_KEEP_TEXT = DEMO
# A live market without a carrier keeps its text messages waiting and says why in the outbox;
# without Zalo its letters to phones are text messages.
_OURS = "marketplace.records.carriers"
SMS_CARRIER = text("SMS_CARRIER", f"{_OURS}.{'SmsSandbox' if DEMO else 'Nobody'}")
ZALO_CARRIER = text("ZALO_CARRIER", f"{_OURS}.{'ZaloSandbox' if DEMO else 'NoZalo'}")
if not DEMO and any(name.endswith("Sandbox") for name in (SMS_CARRIER, ZALO_CARRIER)):
    raise ImproperlyConfigured(
        "SMS_CARRIER and ZALO_CARRIER must not be a sandbox in a live market: nobody would be told."
    )

ZALO_URL = url(
    "ZALO_URL", "https://business.openapi.zalo.me", ("https", "http") if DEMO else ("https",)
)
ZALO_TIMEOUT = 10
# The access token changes every day: whoever renews it writes it to this file.
ZALO_TOKEN_FILE = text("ZALO_TOKEN_FILE")
# Which registered template carries which letter: "order_paid.vi=1234,order_shipped.vi=1235".
ZALO_TEMPLATES = dict(pair.split("=", 1) for pair in words("ZALO_TEMPLATES") if "=" in pair)
if ZALO_CARRIER.endswith("zalo.Zns") and not (ZALO_TOKEN_FILE and ZALO_TEMPLATES):
    raise ImproperlyConfigured("ZALO_CARRIER needs ZALO_TOKEN_FILE and ZALO_TEMPLATES.")
