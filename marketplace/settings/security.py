"""Who may come in, and what a browser may load."""

import os
import secrets
from ipaddress import ip_network
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from marketplace.settings.base import DEMO, PUBLIC_URL, VAR_DIR
from marketplace.settings.environment import text, words
from marketplace.settings.files import PICTURES_FROM


def _secret_key() -> str:
    """The key from outside; in the demonstration one is made once and kept below ``VAR_DIR``."""
    key = text("SECRET_KEY")
    if key:
        return key
    if not DEMO:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. A live market needs its own, at least 50 random characters."
        )
    kept = VAR_DIR / "secret_key"
    if not kept.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        fresh = VAR_DIR / f"secret_key.{os.getpid()}"
        fresh.write_text(secrets.token_urlsafe(64))
        fresh.chmod(0o600)
        try:
            os.link(fresh, kept)
        except FileExistsError:
            pass  # Another process was first: its key counts.
        finally:
            fresh.unlink()
    return kept.read_text()


def _proxies() -> list[str]:
    """The addresses and networks of our own proxies, checked."""
    given = words("TRUSTED_PROXIES")
    for network in given:
        try:
            ip_network(network, strict=False)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"TRUSTED_PROXIES must be addresses or networks like 10.0.0.0/8, not {network!r}."
            ) from error
    return given


SECRET_KEY = _secret_key()
_PUBLIC = urlsplit(PUBLIC_URL)
_IS_HTTPS = _PUBLIC.scheme == "https"
ALLOWED_HOSTS = sorted({_PUBLIC.hostname or "127.0.0.1", "127.0.0.1", "localhost", "[::1]"})
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
TRUSTED_PROXIES = _proxies()

# The scheme of PUBLIC_URL decides: a cookie marked secure would never come back over plain http.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if _IS_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _IS_HTTPS else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if _IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _IS_HTTPS
SECURE_HSTS_PRELOAD = _IS_HTTPS
SECURE_SSL_REDIRECT = _IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
# Only a trusted proxy's header gets this far (marketplace/records/requests.py).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY = (
    "accelerometer=(), camera=(self), geolocation=(self), gyroscope=(), microphone=(), "
    "payment=(self), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)"
)

# Our pages: no inline script, no inline style, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *PICTURES_FROM],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
# Wagtail's, Oscar's and Django's own back offices carry inline script and style, and Wagtail
# previews pages in frames. Only staff with a second factor see them (docs/decisions).
STAFF_ROOMS = ("/cms/", "/dashboard/", "/admin/")
STAFF_ROOM_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:", "https://www.gravatar.com", *PICTURES_FROM],
    "frame-ancestors": [SELF],
}

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 8},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 2 * 60 * 60  # seconds

ACCOUNT_ADAPTER = "marketplace.people.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "marketplace.people.forms.LoginForm",
    "signup": "marketplace.people.forms.SignupForm",
    "reset_password": "marketplace.people.forms.ResetPasswordForm",
    "reset_password_from_key": "marketplace.people.forms.ResetPasswordKeyForm",
    "change_password": "marketplace.people.forms.ChangePasswordForm",
    "reauthenticate": "marketplace.people.forms.ReauthenticateForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "marketplace.people.queries.display_name"
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
# Our sign-up form has one field for both (marketplace/people/forms.py); allauth asks to be told so.
ACCOUNT_SIGNUP_FIELDS = ["email*", "phone", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _PUBLIC.scheme
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PHONE_VERIFICATION_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
# Carriers put whole communes behind one address: the limits per address are wide, those per
# account from one address are narrow (five failures in five minutes).
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "5/5m/key",
    "login_failed_account": "50/h/key",
    "login_failed_address": "60/5m/ip",
    "signup": "60/h/ip",
    "reset_password": "60/h/ip,5/h/key",
    "reset_password_from_key": "60/m/ip",
    "verify_phone": "1/30s/key,20/h/ip",
    "change_phone": "5/h/user",
}

MFA_ADAPTER = "marketplace.people.adapter.MFAAdapter"
MFA_FORMS = {
    "add_webauthn": "marketplace.people.forms.AddPasskeyForm",
    "edit_webauthn": "marketplace.people.forms.EditPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Chợ Sơn La"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _IS_HTTPS
