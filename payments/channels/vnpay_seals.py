"""How VNPAY 2.1.0 spells and seals: pure functions over its fields."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote_plus
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


def joined(fields: Mapping[str, str]) -> str:
    """The query that is sent and signed: no empty values, by name, encoded as forms are."""
    pairs = sorted((name, value) for name, value in fields.items() if value)
    return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs)


def sign(secret: str, text: str) -> str:
    """HMAC-SHA512 in lower-case hexadecimal."""
    return hmac.new(secret.encode(), text.encode(), hashlib.sha512).hexdigest()


def piped(fields: Mapping[str, Any], names: str) -> str:
    """The text under a query's or an answer's signature."""
    return "|".join(str(fields.get(f"vnp_{name}", "")) for name in names.split())


def local(moment: dt.datetime) -> str:
    """Fourteen digits of Vietnam's time."""
    return moment.astimezone(LOCAL).strftime("%Y%m%d%H%M%S")


def plain(text: str) -> str:
    """A text of signs that every encoder writes alike: URL encoders differ on the others."""
    return re.sub(r"[^A-Za-z0-9 ._-]", "", text)[:255]


def as_it_came(query: str) -> str:
    """The sealed part of a query in its sender's own spelling."""
    seals = ("vnp_SecureHash", "vnp_SecureHashType")
    pairs = [pair.partition("=") for pair in query.split("&") if pair.startswith("vnp_")]
    kept = sorted((name, value) for name, _is, value in pairs if value and name not in seals)
    return "&".join(f"{name}={value}" for name, value in kept)
