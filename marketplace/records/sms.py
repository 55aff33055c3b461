"""How a text message leaves the market: one interface, the carrier is a setting."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from marketplace.records import clock


class Carrier(Protocol):
    """Someone who takes text messages to phones."""

    def send(self, to: str, text: str, *, key: str) -> None:
        """Hand over one message to an E.164 number; the same key must reach the phone once."""


class NoCarrier(RuntimeError):
    """No SMS carrier is configured: the message stays in the outbox until one is."""


class Sandbox:
    """Writes messages to a file below ``VAR_DIR`` instead of sending them."""

    def send(self, to: str, text: str, *, key: str) -> None:
        """Append one JSON line, readable by the owner alone."""
        line = {"at": clock.now().isoformat(), "to": to, "key": key, "text": text}
        path = Path(settings.VAR_DIR) / "sms.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


class Nobody:
    """Refuses: a live market without a carrier says so instead of losing messages."""

    def send(self, to: str, text: str, *, key: str) -> None:
        """Raise ``NoCarrier``."""
        raise NoCarrier("SMS_CARRIER is not set.")


def carrier() -> Carrier:
    """The carrier named by ``SMS_CARRIER``."""
    chosen: Carrier = import_string(settings.SMS_CARRIER)()
    return chosen
