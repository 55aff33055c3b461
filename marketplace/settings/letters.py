"""Letters: how mail and text messages leave, and whether the mailbox page keeps them."""

from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from marketplace.settings.base import DEMO, PUBLIC_URL, VAR_DIR
from marketplace.settings.environment import text

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
# A live market without a carrier keeps its text messages waiting and says why in the outbox.
SMS_CARRIER = text(
    "SMS_CARRIER",
    "marketplace.records.sms.Sandbox" if DEMO else "marketplace.records.sms.Nobody",
)
