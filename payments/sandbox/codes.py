"""Reads a VietQR code as a bank's app does: by the published format, on its own."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

from django.utils.translation import gettext_noop

# The banks this app can write by name; any other is shown by its number.
BANKS = {
    "970436": "Vietcombank",
    "970405": "Agribank",
    "970418": "BIDV",
    "970415": "VietinBank",
    "970422": "MBBank",
    "970407": "Techcombank",
}


class Unreadable(ValueError):
    """The text is no VietQR code."""


@dataclass(frozen=True)
class Scanned:
    """Whom a code asks to pay, how much in đồng (None: the payer decides), and what to write."""

    bank_bin: str
    account: str
    amount: int | None
    memo: str

    @property
    def bank(self) -> str:
        """The bank's name, or its number."""
        return BANKS.get(self.bank_bin, self.bank_bin)


def _split(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    while text:
        head = re.match(r"([0-9]{2})([0-9]{2})", text, re.ASCII)
        if head is None or len(text) < 4 + int(head[2]):
            raise Unreadable(gettext_noop("the code is cut"))
        parts[head[1]] = text[4 : 4 + int(head[2])]
        text = text[4 + int(head[2]) :]
    return parts


def scan(text: str) -> Scanned:
    """What the code says; ``Unreadable`` when a bank's app would refuse it."""
    text = text.strip()
    if not text.isascii() or text[-8:-4] != "6304":
        raise Unreadable(gettext_noop("this is no VietQR code"))
    if f"{binascii.crc_hqx(text[:-4].encode(), 0xFFFF):04X}" != text[-4:].upper():
        raise Unreadable(gettext_noop("the check sum is wrong"))
    parts = _split(text)
    napas = _split(parts.get("38", ""))
    to = _split(napas.get("01", ""))
    if napas.get("00") != "A000000727" or not re.fullmatch(r"[0-9]{6}", to.get("00", "")):
        raise Unreadable(gettext_noop("it names no bank of NAPAS"))
    if not to.get("01") or parts.get("53") != "704":
        raise Unreadable(gettext_noop("it names no account in đồng"))
    amount = parts.get("54", "")
    if amount and not re.fullmatch(r"[1-9][0-9]{0,12}", amount, re.ASCII):
        raise Unreadable(gettext_noop("the amount is no whole sum of đồng"))
    memo = _split(parts.get("62", "")).get("08", "")
    return Scanned(to["00"], to["01"], int(amount) if amount else None, memo)
