"""How the wallets seal: MoMo by ``key=value`` in order, ZaloPay by values between strokes."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any


def sign(secret: str, text: str) -> str:
    """HMAC-SHA256 in lower-case hexadecimal."""
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def raw(fields: Mapping[str, Any], names: str) -> str:
    """The text under MoMo's signature: ``key=value`` in order, nothing encoded."""
    values = {name: fields.get(name) for name in names.split()}
    return "&".join(f"{name}={'' if value is None else value}" for name, value in values.items())


def mac(key: str, *parts: object) -> str:
    """ZaloPay's seal over the parts, joined by upright strokes."""
    return sign(key, "|".join(str(part) for part in parts))
