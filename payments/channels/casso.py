"""Casso, webhook version 2: reads the account's bank messages and posts each transfer to us.

Source: developer.casso.vn, webhook v2 and its signature (read November 2026). What is sealed is
not the body but the body as JavaScript would write it with its keys in order.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from typing import Any

from payments.channels.bankfeed import MOST_DONG, MOST_ID, BankFeed
from payments.channels.base import (
    BadNotice,
    BadSignature,
    ChannelOff,
    Kind,
    Notice,
    RawRequest,
)
from payments.channels.moments import local_moment
from payments.channels.secrets import fits, given
from payments.channels.strict_json import BadJson, read_object, whole, words

_SEAL = re.compile(r"t=([0-9]{1,15}),v1=([0-9a-f]{128})", re.ASCII)


def canonical(value: Any) -> str:
    """A JSON value as ``JSON.stringify`` writes it after its keys were sorted at every depth.

    JavaScript sorts by UTF-16 units, escapes neither accents nor slashes, and writes 1.0 as 1.
    """
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    return json.dumps(value, ensure_ascii=False)


def sign(key: str, moment: str, body: dict[str, Any]) -> str:
    """HMAC-SHA512 over the moment (milliseconds since 1970) and the body, in hexadecimal."""
    text = f"{moment}.{canonical(body)}"
    return hmac.new(key.encode(), text.encode("utf-8", "surrogatepass"), hashlib.sha512).hexdigest()


class Casso(BankFeed):
    """Transfers to the account, told by Casso."""

    code = "casso"

    def is_on(self) -> bool:
        """Whether the key is set."""
        return bool(given("CASSO_CHECKSUM_KEY"))

    def read(self, raw: RawRequest) -> list[Notice]:
        """The transfer in a message, or nothing: Casso tries our address with number 0.

        An old message is not refused for its age: its number keeps it from being booked twice.
        """
        known = given("CASSO_CHECKSUM_KEY")
        if not known:
            raise ChannelOff("CASSO_CHECKSUM_KEY is not set")
        seal = _SEAL.fullmatch(raw.header("X-Casso-Signature").replace(" ", ""))
        if seal is None:
            raise BadSignature("the signature is missing or none")
        try:
            body = read_object(raw.body)
            if not fits(seal[2], [sign(key, seal[1], body) for key in known]):
                raise BadSignature("the signature is another")
            data = body.get("data")
            if not isinstance(data, dict):
                raise BadJson("data is no object")
            return [] if data.get("id") == 0 else [_notice(data)]
        except BadJson as error:
            raise BadNotice(str(error)) from error


def _notice(data: dict[str, Any]) -> Notice:
    amount = data.get("amount")
    if type(amount) is not int or not 0 < abs(amount) <= MOST_DONG:
        raise BadJson("amount is no whole sum")
    account = words(data, "accountNumber", most=40)
    if not account:
        raise BadJson("accountNumber is missing")
    return Notice(
        provider=Casso.code,
        external_id=str(whole(data, "id", most=MOST_ID)),
        kind=Kind.BANK_IN if amount > 0 else Kind.BANK_OUT,
        amount=abs(amount),
        occurred_at=local_moment(words(data, "transactionDateTime"), "transactionDateTime"),
        account=account,
        bank_reference=words(data, "reference", most=100),
        memos=tuple(text for text in (words(data, "description", most=1000),) if text),
        payer=words(data, "counterAccountName", most=200),
    )
