"""The sandbox's own small Django: no database, no sessions, no market."""

from django.core.exceptions import ImproperlyConfigured

from marketplace.settings import (
    BASE_DIR,
    CASSO_CHECKSUM_KEY,
    DEMO,
    LOCALE_PATHS,
    MOMO_ACCESS_KEY,
    MOMO_PARTNER_CODE,
    MOMO_SECRET_KEY,
    PAYOS_CHECKSUM_KEY,
    PUBLIC_URL,
    SANDBOX_PORT,
    SECRET_KEY,
    SEPAY_WEBHOOK_SECRET,
    STRIPE_SECRET_KEY,
    STRIPE_WEBHOOK_SECRET,
    VIETQR_ACCOUNT,
    VNPAY_HASH_SECRET,
    VNPAY_TMN_CODE,
    ZALOPAY_APP_ID,
    ZALOPAY_KEY1,
    ZALOPAY_KEY2,
)

if not DEMO:
    raise ImproperlyConfigured("The payment sandbox runs with MARKET_MODE=demo only.")

# What the providers would know, the market's address and the secrets, is the market's own.
__all__ = (
    "CASSO_CHECKSUM_KEY",
    "LOCALE_PATHS",
    "MOMO_ACCESS_KEY",
    "MOMO_PARTNER_CODE",
    "MOMO_SECRET_KEY",
    "PAYOS_CHECKSUM_KEY",
    "PUBLIC_URL",
    "SANDBOX_PORT",
    "SECRET_KEY",
    "SEPAY_WEBHOOK_SECRET",
    "STRIPE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRET",
    "VIETQR_ACCOUNT",
    "VNPAY_HASH_SECRET",
    "VNPAY_TMN_CODE",
    "ZALOPAY_APP_ID",
    "ZALOPAY_KEY1",
    "ZALOPAY_KEY2",
)

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "payments.sandbox.urls"
INSTALLED_APPS: list[str] = []
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "payments.sandbox.guard.SameSiteOnly",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "sandbox"],
        "OPTIONS": {"builtins": ["django.templatetags.i18n"]},
    }
]
DATABASES: dict[str, object] = {}
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
USE_THOUSAND_SEPARATOR = True
NUMBER_GROUPING = 3
DEFAULT_CHARSET = "utf-8"
