"""Messages given up: seen by the staff without anybody's whole address, and sent again by them."""

from __future__ import annotations

import re

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import audit, outbox
from marketplace.records.models import OutboxMessage

_MAIL = re.compile(r"([\w.+-])[\w.+-]*@([\w-]+(?:\.[\w-]+)+)")
_PHONE = re.compile(r"\+?\d{6,}(\d{3})\b")


def masked(text: str) -> str:
    """The text with its mail addresses and phone numbers cut down to what tells them apart."""
    return _PHONE.sub(r"…\1", _MAIL.sub(r"\1…@\2", text))


@transaction.atomic
def retry(message_id: int, *, by: User) -> bool:
    """Send one dead message again; ``False`` when it is not dead (any more): nothing changes."""
    message = outbox.dead().select_for_update().filter(pk=message_id).first()
    if message is None:
        return False
    _again(message, by)
    return True


@transaction.atomic
def retry_topic(topic: str, *, by: User) -> int:
    """Send every dead message of a topic again, and answer how many there were."""
    found = list(outbox.dead().filter(topic=topic).order_by("pk").select_for_update())
    for message in found:
        _again(message, by)
    return len(found)


def _again(message: OutboxMessage, by: User) -> None:
    """Give a locked message another round, and write down who asked for it."""
    before = {"attempts": message.attempts, "dead_at": message.dead_at}
    outbox.retry(message.pk)
    audit.record(by, message, "letter.retried", before=before, after={"attempts": 0})
