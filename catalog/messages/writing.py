"""Writing a message: a question about goods, a word about an order, a cooperative's answer."""

import datetime as dt
import re

from django.db import transaction

from catalog.holidays import queries as holidays
from catalog.listings.models import Listing
from catalog.messages.models import Conversation, Message
from catalog.orders.models import Placement, SellerOrder
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, rules

Side = Message.Side
#: A conversation takes so many messages of one side a day; whoever writes more is no buyer.
MOST_A_DAY = 30
_CONTACT = re.compile(r"(\+?\d[\d .\-]{7,}\d)|([\w.+-]+@[\w-]+\.\w{2,})|(https?://\S+)")


class TooMany(Exception):
    """One side has written too often today."""


class Asker:
    """Who asks a question: signed in or not, with an address that letters reach."""

    def __init__(self, name: str, address: str, language: str, user: User | None) -> None:
        """Keep who, where letters go, and in which language."""
        self.name, self.address, self.language, self.user = name, address, language, user


@transaction.atomic
def ask(listing_id: int, text: str, *, asker: Asker, key: str) -> Conversation:
    """Begin a conversation about goods on sale; the same form sent twice is one question.

    ``Listing.DoesNotExist`` for goods that are not on sale.
    """
    listing = Listing.objects.select_for_update(no_key=True).get(
        pk=listing_id, state=Listing.State.PUBLISHED
    )
    sent = Message.objects.filter(key=key, conversation__listing=listing).first()
    if sent is not None:
        return sent.conversation
    now = clock.now()
    conversation = Conversation.objects.create(
        cooperative_id=listing.cooperative_id,
        listing=listing,
        user=asker.user,
        name=asker.name,
        address=asker.address,
        language=asker.language,
        began_at=now,
        last_at=now,
    )
    audit.record(asker.user, conversation, "conversation.began", after={"listing": listing.pk})
    say(conversation.pk, text, side=Side.BUYER, by=asker.user, key=key)
    return conversation


@transaction.atomic
def about_order(part: SellerOrder, placement: Placement) -> Conversation:
    """The conversation about a cooperative's part of an order: one, begun when first asked for."""
    now = clock.now()
    found, is_new = Conversation.objects.get_or_create(
        seller_order=part,
        defaults={
            "cooperative_id": part.cooperative_id,
            "user": placement.order.user,
            "name": placement.name,
            "address": placement.email or placement.phone,
            "language": placement.language,
            "began_at": now,
            "last_at": now,
        },
    )
    if is_new:
        audit.record(None, found, "conversation.began", after={"seller_order": part.number})
    return found


@transaction.atomic
def say(conversation_id: int, text: str, *, side: str, by: User | None, key: str) -> Message:
    """Add a message; the same form sent twice is one. ``TooMany`` when a side writes too often.

    A buyer's message starts the time in which it has to be answered, the answer ends it; the other
    side gets a letter.
    """
    conversation = Conversation.objects.select_for_update().get(pk=conversation_id)
    sent = conversation.messages.filter(key=key).first()
    if sent is not None:
        return sent
    now = clock.now()
    lately = conversation.messages.filter(side=side, at__gt=now - dt.timedelta(days=1))
    if lately.count() >= MOST_A_DAY:
        raise TooMany(conversation_id)
    message = Message.objects.create(
        conversation=conversation, side=side, by=by, text=text, key=key, at=now
    )
    conversation.last_at = now
    if side == Side.SELLER:
        conversation.answer_by = None
    elif conversation.answer_by is None:
        conversation.answer_by = _answer_by(conversation.cooperative_id, now)
    conversation.save(update_fields=["last_at", "answer_by"])
    audit.record(by, conversation, "message.sent", after={"message": message.pk, "side": side})
    topic = "message.to_buyer" if side == Side.SELLER else "message.to_seller"
    outbox.post(topic, key=f"message-{message.pk}", message=message.pk)
    return message


@transaction.atomic
def read(conversation: Conversation, side: str) -> None:
    """Note that a side has seen what the other wrote; later looks change nothing."""
    other = Side.SELLER if side == Side.BUYER else Side.BUYER
    unread = conversation.messages.filter(side=other, read_at__isnull=True)
    unread.update(read_at=clock.now())


@transaction.atomic
def report(conversation_id: int, why: str, *, by: User | None, side: str) -> None:
    """Let the department read a conversation; a second report adds nothing while it is open."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation_id)
    if conversation.reported_at and not conversation.settled_at:
        return
    conversation.reported_at, conversation.settled_at = clock.now(), None
    conversation.reported_why = why
    conversation.save(update_fields=["reported_at", "settled_at", "reported_why"])
    audit.record(by, conversation, "conversation.reported", after={"side": side, "why": why})


@transaction.atomic
def settle(conversation_id: int, *, by: User) -> None:
    """The department has dealt with a report and reads no further. Twice is once."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation_id)
    if conversation.reported_at is None or conversation.settled_at:
        return
    conversation.settled_at = clock.now()
    conversation.save(update_fields=["settled_at"])
    audit.record(by, conversation, "conversation.settled")


def holds_contact(text: str) -> bool:
    """Whether a message seems to hold a phone number, an e-mail or a link: people are warned."""
    return _CONTACT.search(text) is not None


def _answer_by(cooperative_id: int, now: dt.datetime) -> dt.datetime:
    """Until when the cooperative should answer, counted in the time it is open."""
    long = dt.timedelta(hours=rules.number("messages.answer_hours"))
    return holidays.after(now, long, holidays.spans([cooperative_id])[cooperative_id])
