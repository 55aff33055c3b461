"""The text inside a VietQR picture: built by the letter, read back strictly.

Two digits of id, two of length, then the value; ``00`` first, the check sum ``63`` last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NAPAS = "A000000727"
TO_ACCOUNT = "QRIBFTTA"
TO_CARD = "QRIBFTTC"
SERVICES = frozenset({TO_ACCOUNT, TO_CARD, "QRPUSH", "QRCASH"})
MOST_DIGITS = 13
MOST_MEMO = 25

_BIN = re.compile(r"[0-9]{6}", re.ASCII)
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}", re.ASCII)
_MEMO = re.compile(r"[0-9A-Za-z ._-]{1,25}", re.ASCII)
_BILL = re.compile(r"[0-9A-Za-z_-]{1,25}", re.ASCII)
_AMOUNT = re.compile(r"([1-9][0-9]*)(?:\.0{1,2})?", re.ASCII)
_HEX = re.compile(r"[0-9A-Fa-f]{4}", re.ASCII)
_CATEGORY = re.compile(r"[0-9]{4}", re.ASCII)


class BadPayload(ValueError):
    """The text is no VietQR payload; the words say which rule it breaks."""


@dataclass(frozen=True)
class Payload:
    """What a VietQR picture asks for; ``amount`` in đồng, None when the payer chooses it."""

    bank_bin: str
    account: str
    amount: int | None
    memo: str
    service: str = TO_ACCOUNT
    once: bool = True  # dynamic (12): for one transfer; static (11): may be used again
    bill: str = ""


def crc(text: str) -> str:
    """CRC-16/CCITT-FALSE over the bytes, as four upper-case hex digits with leading zeros."""
    value = 0xFFFF
    for byte in text.encode():
        value ^= byte << 8
        for _ in range(8):
            value = ((value << 1) ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return f"{value:04X}"


def _field(number: str, value: str) -> str:
    return f"{number}{len(value):02d}{value}"


def build(
    *,
    bank_bin: str,
    account: str,
    amount: int | None = None,
    memo: str = "",
    service: str = TO_ACCOUNT,
) -> str:
    """The payload of a transfer; ``BadPayload`` for what a bank's app could misread."""
    _require(bool(_BIN.fullmatch(bank_bin)), "a BIN has six digits")
    _require(bool(_ACCOUNT.fullmatch(account)), "an account has 1 to 19 letters or digits")
    _require(not memo or bool(_MEMO.fullmatch(memo)), "a memo has up to 25 plain letters or digits")
    _require(
        amount is None or 0 < amount < 10**MOST_DIGITS, "an amount is positive, up to 13 digits"
    )
    to = _field("00", bank_bin) + _field("01", account)
    parts = [
        _field("00", "01"),
        _field("01", "11" if amount is None else "12"),
        _field("38", _field("00", NAPAS) + _field("01", to) + _field("02", service)),
        _field("53", "704"),
        _field("54", str(amount)) if amount is not None else "",
        _field("58", "VN"),
        _field("62", _field("08", memo)) if memo else "",
        "6304",
    ]
    text = "".join(parts)
    return text + crc(text)


def read(text: str) -> Payload:
    """What a payload asks for; ``BadPayload`` for anything the format does not allow."""
    _require(text.isascii(), "only plain letters are allowed")
    outer = _fields(text)
    _require(next(iter(outer), "") == "00" and outer["00"] == "01", "it must begin with 000201")
    _require(next(reversed(outer)) == "63", "the check sum must come last")
    _require(bool(_HEX.fullmatch(outer["63"])), "the check sum has four hex digits")
    _require(outer["63"].upper() == crc(text[:-4]), "the check sum is wrong")
    _require(outer.get("01", "11") in ("11", "12"), "field 01 is neither 11 nor 12")
    _require(outer.get("53") == "704", "the currency is not the đồng")
    _require(outer.get("58") == "VN", "the country is not Vietnam")
    _check_merchant(outer)
    bank_bin, account, service = _beneficiary(outer)
    more = _fields(outer["62"]) if "62" in outer else {}
    return Payload(
        bank_bin=bank_bin,
        account=account,
        amount=_amount(outer.get("54")),
        memo=_within(more, "08", MOST_MEMO),
        service=service,
        once=outer.get("01") == "12",
        bill=_bill(more),
    )


def _require(true: bool, otherwise: str) -> None:
    if not true:
        raise BadPayload(otherwise)


def _fields(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        head = text[at : at + 4]
        _require(len(head) == 4 and head.isascii() and head.isdigit(), "a field has no length")
        number, length = head[:2], int(head[2:])
        value = text[at + 4 : at + 4 + length]
        _require(length > 0 and len(value) == length, f"field {number} is cut short or empty")
        _require(number not in found, f"field {number} comes twice")
        found[number] = value
        at += 4 + length
    return found


def _beneficiary(outer: dict[str, str]) -> tuple[str, str, str]:
    _require("38" in outer, "field 38 is missing: this is no VietQR code")
    account = _fields(outer["38"])
    _require(account.get("00") == NAPAS, "it does not name NAPAS")
    _require("01" in account, "it names no beneficiary")
    _require(account.get("02") in SERVICES, "it names no service of NAPAS")
    to = _fields(account["01"])
    _require(set(to) == {"00", "01"}, "the beneficiary has a bank and an account, nothing else")
    _require(bool(_BIN.fullmatch(to["00"])), "a BIN has six digits")
    _require(bool(_ACCOUNT.fullmatch(to["01"])), "an account has 1 to 19 letters or digits")
    return to["00"], to["01"], account["02"]


def _check_merchant(outer: dict[str, str]) -> None:
    _require("52" not in outer or bool(_CATEGORY.fullmatch(outer["52"])), "field 52 has 4 digits")
    _within(outer, "59", 25)
    _within(outer, "60", 15)


def _within(fields: dict[str, str], number: str, most: int) -> str:
    value = fields.get(number, "")
    _require(len(value) <= most, f"field {number} is longer than {most}")
    return value


def _amount(text: str | None) -> int | None:
    if text is None:
        return None
    whole = _AMOUNT.fullmatch(text)
    _require(whole is not None and len(text) <= MOST_DIGITS, "the amount is no whole sum of đồng")
    return int(whole[1]) if whole else None


def _bill(more: dict[str, str]) -> str:
    bill = more.get("01", "")
    _require(not bill or bool(_BILL.fullmatch(bill)), "a bill number has up to 25 plain letters")
    return bill
