"""SePay: reads the account's bank messages and posts each transfer to us as JSON.

Source: developer.sepay.vn, webhook integration and webhook authentication (read November 2026).
"""

from __future__ import annotations

import hashlib
import hmac
import re

from django.conf import settings

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
from payments.channels.secrets import fits, given, same
from payments.channels.strict_json import BadJson, read_object, whole, words

DRIFT_SECONDS = 300

_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """The value of ``X-SePay-Signature`` for a body sent at ``timestamp`` (seconds, UTC)."""
    signed = timestamp.encode() + b"." + body
    return "sha256=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def _api_key() -> str:
    return str(getattr(settings, "SEPAY_API_KEY", ""))


class SePay(BankFeed):
    """Transfers to the account, told by SePay."""

    code = "sepay"
    success, failure = b'{"success": true}', b'{"success": false}'

    def is_on(self) -> bool:
        """Whether a secret or, in its place, an API key is set."""
        return bool(given("SEPAY_WEBHOOK_SECRET") or _api_key())

    def read(self, raw: RawRequest) -> list[Notice]:
        """The one transfer in a message; ``BadSignature`` or ``BadNotice`` for anything else."""
        self._check(raw)
        try:
            return [self._notice(raw)]
        except BadJson as error:
            raise BadNotice(str(error)) from error

    def _check(self, raw: RawRequest) -> None:
        if not self.is_on():
            raise ChannelOff("SEPAY_WEBHOOK_SECRET is not set")
        known = given("SEPAY_WEBHOOK_SECRET")
        if not known:  # an API key counts only where no secret is kept
            if not same(f"Apikey {_api_key()}", raw.header("Authorization")):
                raise BadSignature("the API key is another")
            return
        timestamp = raw.header("X-SePay-Timestamp")
        if not _TIMESTAMP.fullmatch(timestamp):
            raise BadSignature("the timestamp is missing or no number")
        if abs(raw.received_at.timestamp() - int(timestamp)) > DRIFT_SECONDS:
            raise BadSignature("the timestamp is more than five minutes away")
        seal = raw.header("X-SePay-Signature")
        if not fits(seal, [sign(secret, timestamp, raw.body) for secret in known]):
            raise BadSignature("the signature is another")

    def _notice(self, raw: RawRequest) -> Notice:
        found = read_object(raw.body)
        direction = words(found, "transferType")
        if direction not in ("in", "out"):
            raise BadJson("transferType is neither in nor out")
        account = words(found, "accountNumber", most=40)
        if not account:
            raise BadJson("accountNumber is missing")
        texts = (words(found, name, most=1000) for name in ("content", "code", "description"))
        return Notice(
            provider=self.code,
            external_id=str(whole(found, "id", most=MOST_ID)),
            kind=Kind.BANK_IN if direction == "in" else Kind.BANK_OUT,
            amount=whole(found, "transferAmount", most=MOST_DONG),
            occurred_at=local_moment(words(found, "transactionDate"), "transactionDate"),
            account=account,
            bank_reference=words(found, "referenceCode", most=100),
            memos=tuple(text for text in texts if text),
        )
