"""What the pages of a conversation show, to whichever side."""

from typing import Any

from catalog.messages.models import Conversation, Message
from marketplace.records import clock


def about(talk: Conversation) -> str:
    """What the conversation is about, as people call it."""
    if talk.seller_order is not None:
        return talk.seller_order.number
    assert talk.listing is not None
    return talk.listing.product.title if talk.listing.product else talk.listing.slug


def said(messages: list[Message], *, side: str) -> list[dict[str, Any]]:
    """The messages as ``side`` sees them."""
    return [
        {
            "mine": message.side == side,
            "who": message.by.display_name if message.by and message.side == "seller" else "",
            "text": message.text,
            "at": message.at,
            "read_at": message.read_at if message.side == side else None,
        }
        for message in messages
    ]


def row(talk: Any) -> dict[str, Any]:
    """One conversation in a list."""
    return {
        "id": talk.pk,
        "token": talk.token,
        "about": about(talk),
        "name": talk.name,
        "cooperative": talk.cooperative.name,
        "words": (talk.last_words or "")[:120],
        "at": talk.last_at,
        "unread": talk.unread,
        "answer_by": talk.answer_by,
        "late": bool(talk.answer_by and talk.answer_by <= clock.now()),
    }
