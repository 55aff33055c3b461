"""payOS, webhook version 2: tells of each transfer to the account that is linked there.

Source: payos.vn, webhook and its check by signature (read November 2026). Heard only: the code to
pay by is our own VietQR, so a payment link is never asked for.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any, ClassVar

from payments.channels.bankfeed import MOST_DONG, BankFeed
from payments.channels.base import (
    BadNotice,
    BadSignature,
    ChannelOff,
    Kind,
    Notice,
    RawRequest,
    Result,
)
from payments.channels.moments import local_moment
from payments.channels.secrets import fits, given
from payments.channels.strict_json import BadJson, read_object, whole, words

DONE = "00"


def _plain(value: Any) -> str:
    """A value as it stands under the seal: null is empty, lists and objects are JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return "" if value in ("null", "undefined") else str(value)


def sign(key: str, data: dict[str, Any]) -> str:
    """HMAC-SHA256 over the fields by name, nothing encoded, in hexadecimal."""
    text = "&".join(f"{name}={_plain(data[name])}" for name in sorted(data))
    return hmac.new(key.encode(), text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


class PayOS(BankFeed):
    """Transfers to the account, told by payOS."""

    code = "payos"
    # Whoever registers an address is sent a trial for an order that never was, and it must be
    # taken: what is not known yet is kept and tried again by us, not told again by them.
    statuses: ClassVar[dict[Result, int]] = BankFeed.statuses | {Result.UNKNOWN: 200}

    def is_on(self) -> bool:
        """Whether the key is set."""
        return bool(given("PAYOS_CHECKSUM_KEY"))

    def read(self, raw: RawRequest) -> list[Notice]:
        """The transfer in a message; nothing for one that tells of no success."""
        known = given("PAYOS_CHECKSUM_KEY")
        if not known:
            raise ChannelOff("PAYOS_CHECKSUM_KEY is not set")
        try:
            body = read_object(raw.body)
            data = body.get("data")
            if not isinstance(data, dict):
                raise BadJson("data is no object")
            seal = words(body, "signature", most=200)
            if not fits(seal, [sign(key, data) for key in known]):
                raise BadSignature("the signature is another")
            return [_notice(data)] if data.get("code") == DONE else []
        except BadJson as error:
            raise BadNotice(str(error)) from error


def _notice(data: dict[str, Any]) -> Notice:
    account = words(data, "accountNumber", most=40)
    reference = words(data, "reference", most=100)
    if not account or not reference:
        raise BadJson("accountNumber or reference is missing")
    if words(data, "currency") not in ("", "VND"):
        raise BadJson("currency is another")
    return Notice(
        provider=PayOS.code,
        external_id=reference,
        kind=Kind.BANK_IN,
        amount=whole(data, "amount", most=MOST_DONG),
        occurred_at=local_moment(words(data, "transactionDateTime"), "transactionDateTime"),
        account=account,
        bank_reference=reference,
        memos=tuple(text for text in (words(data, "description", most=1000),) if text),
        payer=words(data, "counterAccountName", most=200),
    )
