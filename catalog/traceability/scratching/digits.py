"""Eight digits: how they follow from a sheet's seed, and how they are kept unreadable.

At a cost of 15 scrypt takes 32 MB and some 90 milliseconds an entry. That is nothing for who has
the box, and for who stole the database months of a core for each box: eight digits are a hundred
million.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

LENGTH = 8
SALT_BYTES = 16
_SEED_BYTES, _NONCE_BYTES = 32, 12
_R, _P = 8, 1
_MEMORY = 256 * 1024 * 1024


class SeedLost(Exception):
    """The seed cannot be unlocked: the market's secret key has changed since."""


def fresh_seed(name: str) -> bytes:
    """A seed locked for the sheet of this name; a copy of the database alone does not open it."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + _lock().encrypt(nonce, secrets.token_bytes(_SEED_BYTES), name.encode())


def unlocked(seed: bytes, name: str) -> bytes:
    """The seed of the sheet; ``SeedLost`` when the key is another one."""
    try:
        return _lock().decrypt(seed[:_NONCE_BYTES], seed[_NONCE_BYTES:], name.encode())
    except InvalidTag:
        raise SeedLost(name) from None


def of_box(seed: bytes, code: str) -> str:
    """The digits of a box: even for who knows all others of the sheet they are chance."""
    number = int.from_bytes(hmac.new(seed, code.encode(), hashlib.sha256).digest())
    return f"{number % 10**LENGTH:0{LENGTH}}"


def grouped(digits: str) -> str:
    """The digits as people read them; a spreadsheet leaves ``0042 1870`` as it is."""
    return f"{digits[:4]} {digits[4:]}"


def slow(digits: str, salt: bytes, cost: int) -> bytes:
    """The slow hash of digits; ``cost`` is a power of two."""
    return hashlib.scrypt(
        digits.encode(), salt=salt, n=2**cost, r=_R, p=_P, maxmem=_MEMORY, dklen=32
    )


def fit(digits: str, salt: bytes, digest: bytes, cost: int) -> bool:
    """Whether these digits are the ones that were hashed."""
    return hmac.compare_digest(slow(digits, salt, cost), digest)


def _lock() -> AESGCM:
    """What locks seeds."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"scratch codes: seeds")
    return AESGCM(derived.derive(settings.SECRET_KEY.encode()))
