"""Letters that somebody has written: to a cooperative's people, and to the buyer."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from catalog.messages.models import Message
from catalog.teams.letters import desk_of
from marketplace.design import navigation
from marketplace.records import letters, outbox

SHOWN = 300


@outbox.handles("message.to_seller")
def to_seller(payload: dict[str, Any]) -> None:
    """Tell a cooperative's owners and sellers that a buyer has written."""
    message = _message(payload["message"])
    page = f"/sell/messages/{message.conversation_id}/"
    for address, language in desk_of(message.conversation.cooperative):
        _send(message, "message_to_seller", address, language, navigation.path(page, language))


@outbox.handles("message.to_buyer")
def to_buyer(payload: dict[str, Any]) -> None:
    """Tell a buyer that the cooperative has answered, with the link that opens the answer."""
    message = _message(payload["message"])
    talk = message.conversation
    with translation.override(talk.language):
        page = reverse("messages:talk", kwargs={"token": talk.token})
    _send(message, "message_to_buyer", talk.address, talk.language, page)


def _send(message: Message, template: str, address: str, language: str, page: str) -> None:
    """One letter with the first words of the message; about goods alone it may be unwanted."""
    context = {
        "talk": message.conversation,
        "words": message.text[:SHOWN],
        "url": f"{settings.PUBLIC_URL}{page}",
    }
    about_order = message.conversation.seller_order_id is not None
    send = letters.send if about_order else letters.send_news
    send(address, template, context, lang=language, key=f"message-{message.pk}-{address}")


def _message(message_id: int) -> Message:
    """A message with what its letter says."""
    found = Message.objects.select_related(
        "conversation__cooperative", "conversation__listing__product", "conversation__seller_order"
    )
    return found.get(pk=message_id)
