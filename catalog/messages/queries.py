"""Which conversations somebody may see, and what waits in them."""

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from catalog.messages.models import Conversation, Message
from marketplace.people.models import User

_ROWS = ("listing__product", "seller_order", "cooperative")


def of_cooperative(cooperative_id: int) -> QuerySet[Conversation]:
    """A cooperative's conversations in which somebody wrote: what waits for it comes first."""
    found = Conversation.objects.filter(cooperative=cooperative_id, messages__isnull=False)
    return _listed(found, Message.Side.BUYER).order_by(
        F("answer_by").asc(nulls_last=True), "-last_at", "-pk"
    )


def of_buyer(user: User) -> QuerySet[Conversation]:
    """A buyer's own conversations, the latest word first."""
    found = Conversation.objects.filter(user=user, messages__isnull=False)
    return _listed(found, Message.Side.SELLER).order_by("-last_at", "-pk")


def reported() -> QuerySet[Conversation]:
    """What the department was asked to read and has not dealt with, the oldest report first."""
    found = Conversation.objects.filter(reported_at__isnull=False, settled_at__isnull=True)
    return found.select_related(*_ROWS).order_by("reported_at", "pk")


def one_of(cooperative_id: int, conversation_id: int) -> Conversation | None:
    """A cooperative's own conversation."""
    found = Conversation.objects.filter(cooperative=cooperative_id, pk=conversation_id)
    return found.select_related(*_ROWS).first()


def by_token(token: str) -> Conversation | None:
    """The conversation a letter's link opens."""
    return Conversation.objects.filter(token=token).select_related(*_ROWS).first()


def said(conversation: Conversation) -> list[Message]:
    """Every message, oldest first."""
    return list(conversation.messages.select_related("by").order_by("at", "pk"))


def unanswered(cooperative_id: int) -> QuerySet[Conversation]:
    """Where a buyer waits for a cooperative's answer, the earliest deadline first."""
    return Conversation.objects.filter(
        cooperative=cooperative_id, answer_by__isnull=False
    ).order_by("answer_by", "pk")


def unread_of_buyer(user: User) -> int:
    """How many answers a buyer has not seen."""
    return Message.objects.filter(
        conversation__user=user, side=Message.Side.SELLER, read_at__isnull=True
    ).count()


def _listed(found: QuerySet[Conversation], other: str) -> QuerySet[Conversation]:
    """With the last words and the number of unread messages of the other side."""
    last = Message.objects.filter(conversation=OuterRef("pk")).order_by("-at", "-pk")
    unread = Count("messages", Q(messages__side=other, messages__read_at__isnull=True))
    return found.select_related(*_ROWS).annotate(
        last_words=Subquery(last.values("text")[:1]),
        unread=unread,
    )
