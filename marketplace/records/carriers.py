"""How a letter leaves the market: mail, text message and Zalo behind one interface.

A carrier takes one message and answers with a receipt, or says in one of three ways that it did
not: ``Unreachable`` (not this way: try the next), ``Refused`` (never: no second attempt), and
anything else (not now: the outbox tries again). Which carriers there are, the settings say.
"""

from __future__ import annotations

import json
import os
import smtplib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.utils import formataddr
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.module_loading import import_string

from marketplace.records import clock, outbox
from marketplace.records.models import SentLetter

Way = SentLetter.Way


@dataclass(frozen=True)
class Message:
    """A letter ready to go. ``id`` is the same at every attempt, so that it is shown once."""

    id: str
    to: str
    template: str
    lang: str
    text: str
    subject: str = ""
    html: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Receipt:
    """What a carrier said when it took a message: its own number for it, if it gives one."""

    reference: str = ""


class Carrier(Protocol):
    """Someone who takes messages to people."""

    def send(self, message: Message) -> Receipt:
        """Hand over one message; the same ``message.id`` must reach the person once."""


class Unreachable(RuntimeError):
    """This person is not there by this way; another may do."""


class Refused(outbox.Hopeless):
    """The carrier will never take this message: it is a dead letter at once."""


class NoCarrier(RuntimeError):
    """No carrier is configured: the message stays in the outbox until one is."""


class Mail:
    """Mails, by whatever ``EMAIL_URL`` says; the demonstration's go to files."""

    def send(self, message: Message) -> Receipt:
        """Send it; an address the mail server refuses for good is ``Refused``."""
        sender = formataddr((settings.MARKET_NAME, settings.DEFAULT_FROM_EMAIL))
        headers = {
            "Message-ID": message.id,
            "Auto-Submitted": "auto-generated",
            **message.headers,
        }
        mail = EmailMultiAlternatives(
            message.subject, message.text, sender, [message.to], headers=headers
        )
        if message.html:
            mail.attach_alternative(message.html, "text/html")
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _words in error.recipients.values()]
            if codes and all(code // 100 == 5 for code in codes):
                raise Refused(f"The mail server refuses the address ({codes[0]}).") from error
            raise
        return Receipt(message.id)


class Sandbox:
    """Writes messages to a file below ``VAR_DIR`` instead of sending them.

    So that every road can be walked, a number that ends in 999 is refused for good.
    """

    file = ""

    def send(self, message: Message) -> Receipt:
        """Append one JSON line, readable by the owner alone."""
        if message.to.endswith("999"):
            raise Refused("The practice carrier refuses this number.")
        line = {
            "at": clock.now().isoformat(),
            "id": message.id,
            "to": message.to,
            "template": message.template,
            "facts": dict(message.facts),
            "text": message.text.strip(),
        }
        path = Path(settings.VAR_DIR) / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return Receipt(message.id)


class SmsSandbox(Sandbox):
    """Text messages, one line each in ``sms.jsonl``."""

    file = "sms.jsonl"


class ZaloSandbox(Sandbox):
    """Zalo messages, one line each in ``zalo.jsonl``; a number that ends in 000 has no Zalo."""

    file = "zalo.jsonl"

    def send(self, message: Message) -> Receipt:
        """Append the line, unless the number has no Zalo."""
        if message.to.endswith("000"):
            raise Unreachable("The practice Zalo does not know this number.")
        return super().send(message)


class Nobody:
    """Refuses: a live market without a carrier says so instead of losing messages."""

    def send(self, message: Message) -> Receipt:
        """Raise ``NoCarrier``."""
        raise NoCarrier("SMS_CARRIER is not set.")


class NoZalo:
    """A market without Zalo: whoever would have it gets a text message."""

    def send(self, message: Message) -> Receipt:
        """Raise ``Unreachable``."""
        raise Unreachable("ZALO_CARRIER is not set.")


def carrier(way: str) -> Carrier:
    """The carrier of one way, as the settings name it."""
    names = {Way.SMS: settings.SMS_CARRIER, Way.ZALO: settings.ZALO_CARRIER}
    chosen: Carrier = import_string(names[Way(way)])() if way in names else Mail()
    return chosen


def deliver(message: Message, ways: Iterable[str]) -> str:
    """Try the ways in turn and answer which one took the message.

    Only ``Unreachable`` leads to the next way; when there is none left, the letter is dead.
    """
    last: Unreachable | None = None
    for way in ways:
        try:
            carrier(way).send(message)
        except Unreachable as error:
            last = error
        else:
            return way
    raise Refused(f"No way reaches this person: {last}") from last
