"""The log of traces: the province's key, the log's name for ever, and who stamps its time."""

import base64
import binascii
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from django.core.exceptions import ImproperlyConfigured

from marketplace.settings.base import DEMO, PUBLIC_URL, VAR_DIR
from marketplace.settings.environment import text


def _log_key() -> str:
    """The key from outside; none switches the log off, the demonstration makes one once."""
    given = text("TRACE_LOG_KEY")
    if not given and DEMO:
        given = _kept()
    try:
        seed = base64.b64decode(given, validate=True)
    except binascii.Error:
        seed = b"?"
    if given and len(seed) != 32:
        raise ImproperlyConfigured("TRACE_LOG_KEY must be 32 random bytes, written as Base64.")
    return given


def _kept() -> str:
    """The key below ``VAR_DIR``, made by whichever process is first."""
    kept = VAR_DIR / "trace_log_key"
    if not kept.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        fresh = VAR_DIR / f"trace_log_key.{os.getpid()}"
        fresh.write_text(base64.b64encode(secrets.token_bytes(32)).decode())
        fresh.chmod(0o600)
        try:
            os.link(fresh, kept)
        except FileExistsError:
            pass  # Another process was first: its key counts.
        finally:
            fresh.unlink()
    return kept.read_text()


def _log_name() -> str:
    """The log's name, by which every entry says where it belongs."""
    name = text("TRACE_LOG_NAME", urlsplit(PUBLIC_URL).netloc + "/log")
    if not name.isprintable() or any(sign in name for sign in " +"):
        raise ImproperlyConfigured("TRACE_LOG_NAME must hold no blank and no plus sign.")
    return name


def _time_authority() -> tuple[str, bytes]:
    """Address and certificates of the authority that stamps the log's time; neither, or both."""
    url, file = text("TRACE_TSA_URL"), text("TRACE_TSA_CERTIFICATE")
    if not url and not file:
        return "", b""
    if urlsplit(url).scheme not in ("http", "https") or not file:
        raise ImproperlyConfigured(
            "TRACE_TSA_URL must be an address, and TRACE_TSA_CERTIFICATE the PEM file to check by."
        )
    try:
        pem = Path(file).read_bytes()
        x509.load_pem_x509_certificates(pem)
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"TRACE_TSA_CERTIFICATE cannot be read: {error}") from error
    return url, pem


TRACE_LOG_KEY = _log_key()
TRACE_LOG_NAME = _log_name()
TRACE_TSA_URL, TRACE_TSA_CERTIFICATE = _time_authority()

# Of the slow hash of scratch codes, as a power of two. Each code remembers its own: it may grow.
SCRATCH_COST = 15
