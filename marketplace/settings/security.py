"""Who may come in, and what a browser may load."""

import os
import secrets
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from marketplace.settings.base import DEMO, PUBLIC_URL, VAR_DIR
from marketplace.settings.environment import text, words


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


SECRET_KEY = _secret_key()
_PUBLIC = urlsplit(PUBLIC_URL)
ALLOWED_HOSTS = sorted(
    {_PUBLIC.hostname or "127.0.0.1", "127.0.0.1", "localhost", "[::1]"}
)
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
TRUSTED_PROXIES = words("TRUSTED_PROXIES")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _PUBLIC.scheme == "https"
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/account/"
LOGOUT_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
