"""Zalo's notification service: a registered template filled with a letter's facts."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from marketplace.records.carriers import Message, NoCarrier, Receipt, Unreachable

PATH = "/message/template"
LONGEST_ANSWER = 65_536

# What Zalo answers when it cannot reach this person, or not with this message, while a text
# message can: no account, asleep, notices switched off, the template not (or no longer) approved.
ANOTHER_WAY = frozenset(
    {-108, -109, -110, -111, -112, -114, -117, -118, -119, -131, -132, -133, -135, -139, -140, -141}
)

Post = Callable[[str, Mapping[str, str], bytes], tuple[int, bytes]]


class ZaloError(RuntimeError):
    """Zalo did not take it now: a token out of date, a quota used up, a fault of theirs."""


def post(url: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
    """Post over HTTP with a time-out; answers with status and the beginning of the body."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=settings.ZALO_TIMEOUT)
    try:
        connection.request("POST", parts.path, body, dict(headers))
        answer = connection.getresponse()
        return answer.status, answer.read(LONGEST_ANSWER)
    finally:
        connection.close()


class Zns:
    """Sends letters that have a template at Zalo; every other one is for another way."""

    def __init__(self, over: Post = post) -> None:
        """Keep how requests are made."""
        self.over = over

    def send(self, message: Message) -> Receipt:
        """Hand one message over; our id is their ``tracking_id``, so it can be found again."""
        template = settings.ZALO_TEMPLATES.get(f"{message.template}.{message.lang}")
        if template is None:
            raise Unreachable(f"No Zalo template for {message.template}.{message.lang}.")
        body = {
            "phone": message.to.lstrip("+"),
            "template_id": template,
            "template_data": dict(message.facts),
            "tracking_id": message.id.strip("<>").partition("@")[0],
        }
        headers = {"Content-Type": "application/json", "access_token": _token()}
        status, raw = self.over(
            settings.ZALO_URL + PATH, headers, json.dumps(body, ensure_ascii=False).encode()
        )
        return _receipt(status, _read(status, raw))


def _receipt(status: int, answer: Mapping[str, Any]) -> Receipt:
    """What Zalo's answer means."""
    error = answer.get("error")
    if error == 0:
        data = answer.get("data")
        return Receipt(str(data.get("msg_id", "")) if isinstance(data, dict) else "")
    words = f"Zalo says {error}: {str(answer.get('message', ''))[:200]} (HTTP {status})"
    raise Unreachable(words) if error in ANOTHER_WAY else ZaloError(words)


def _read(status: int, raw: bytes) -> dict[str, Any]:
    """The JSON object of an answer; anything else is a fault on the way."""
    try:
        found = json.loads(raw)
    except ValueError as error:
        raise ZaloError(f"Zalo's answer is not JSON (HTTP {status}).") from error
    if not isinstance(found, dict):
        raise ZaloError(f"Zalo's answer is not an object (HTTP {status}).")
    return found


def _token() -> str:
    """Today's access token, read at every sending because it changes."""
    try:
        return Path(settings.ZALO_TOKEN_FILE).read_text(encoding="ascii").strip()
    except OSError as error:
        raise NoCarrier("ZALO_TOKEN_FILE cannot be read.") from error
