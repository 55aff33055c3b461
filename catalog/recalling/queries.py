"""Questions about who was reached by a recall, who has answered, and what is left to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, F, Max, OuterRef, Prefetch, Q, QuerySet, Sum

from catalog.cooperatives.models import Cooperative
from catalog.orders.models import SellerOrder, SellerOrderLine
from catalog.recalling import forward
from catalog.recalling.models import RecalledLine, RecallNotice, RecallTask
from catalog.stock.models import Hold
from catalog.traceability.models import Box, Lot, Recall

Answer = RecallNotice.Answer
DAY = dt.timedelta(hours=24)
#: How long after the letter whoever has not answered is reminded: once, and once more.
REMIND_AFTER = (DAY, 3 * DAY)


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a recall has come: letters written, sent and answered, and when the last was sent."""

    notices: int
    sent: int
    answered: int
    wants_money: int
    answers: dict[str, int]
    last_sent: dt.datetime | None

    @property
    def missing(self) -> int:
        """Buyers who have not answered."""
        return self.notices - self.answered

    @property
    def told_at(self) -> dt.datetime | None:
        """When the last letter was sent; nothing while one waits."""
        return self.last_sent if self.sent == self.notices else None


def counts(recall: Recall) -> Counts:
    """Count a recall's letters and answers in one query."""
    asked = {answer: Count("pk", filter=Q(answer=answer)) for answer in Answer.values}
    row = RecallNotice.objects.filter(recall=recall).aggregate(
        notices=Count("pk"),
        sent=Count("sent_at"),
        answered=Count("answered_at"),
        money=Count("pk", filter=Q(wants_money=True)),
        last=Max("sent_at"),
        **asked,
    )
    return Counts(
        notices=row["notices"],
        sent=row["sent"],
        answered=row["answered"],
        wants_money=row["money"],
        answers={answer: row[answer] for answer in Answer.values},
        last_sent=row["last"],
    )


def missing(recall: Recall) -> QuerySet[RecallNotice]:
    """Who has not answered, with the orders they have goods of; who was written to first first."""
    return with_lines(RecallNotice.objects.filter(recall=recall, answered_at=None)).order_by("pk")


def wanting_money(recall: Recall) -> QuerySet[RecallNotice]:
    """Who asks for the money back."""
    found = RecallNotice.objects.filter(recall=recall, wants_money=True)
    return with_lines(found).order_by("answered_at", "pk")


def with_lines(notices: QuerySet[RecallNotice]) -> QuerySet[RecallNotice]:
    """Letters with their order lines and the parcels these lie in."""
    goods = RecalledLine.objects.select_related(
        "line__seller_order__order", "line__seller_order__cooperative"
    ).prefetch_related("line__packed__lot", "line__seller_order__events")
    return notices.prefetch_related(Prefetch("lines", goods.order_by("pk")))


def notice(token: str) -> RecallNotice | None:
    """The letter a token opens, of a recall that is no drill."""
    found = RecallNotice.objects.select_related("recall").filter(
        token=token, recall__is_drill=False
    )
    return with_lines(found).first()


def due(now: dt.datetime, times: int) -> QuerySet[RecallNotice]:
    """Letters of running recalls nobody answered, that were followed by ``times`` reminders."""
    return RecallNotice.objects.filter(
        recall__state=Recall.State.OPEN,
        recall__is_drill=False,
        answered_at=None,
        reminders=times,
        sent_at__lte=now - REMIND_AFTER[times],
    ).order_by("pk")


def of_order(order_id: int) -> list[RecalledLine]:
    """What of an order is called back, by recalls the public knows; the newest recall first."""
    others = RecalledLine.objects.filter(notice=OuterRef("notice")).exclude(
        line__seller_order__order=order_id
    )
    found = RecalledLine.objects.filter(
        line__seller_order__order=order_id,
        recall__is_drill=False,
        recall__state__in=Recall.KNOWN,
    ).annotate(is_shared=Exists(others))
    return list(
        found.select_related("recall", "notice", "line__seller_order").order_by("-recall", "pk")
    )


def tasks_of(cooperative: Cooperative) -> QuerySet[RecallTask]:
    """A cooperative's tasks of recalls that are no drill: what is to be done first, then newest."""
    found = RecallTask.objects.filter(cooperative=cooperative, recall__is_drill=False)
    return found.select_related("recall").order_by(F("done_at").asc(nulls_first=True), "-pk")


def waiting_for(cooperative: Cooperative) -> QuerySet[RecallTask]:
    """Tasks of running recalls the cooperative has said nothing of."""
    return tasks_of(cooperative).filter(done_at=None, recall__state=Recall.State.OPEN)


def tasks(recall: Recall) -> QuerySet[RecallTask]:
    """What every cooperative was asked, and what it answered."""
    return (
        RecallTask.objects.filter(recall=recall)
        .select_related("cooperative", "done_by")
        .order_by("cooperative__name")
    )


def harvested_g(task: RecallTask) -> int:
    """What the recalled lots of the task's cooperative weighed at first."""
    return _lots(task).aggregate(g=Sum("quantity_g"))["g"] or 0


def store(task: RecallTask) -> list[Lot]:
    """The recalled lots of a task's cooperative, with what should still be in its house.

    ``in_house`` counts the boxes that are packed and not sent, ``on_road`` those on their way.
    """
    packed = Count("boxes", filter=Q(boxes__state=Box.State.PACKED))
    away = Count("boxes", filter=Q(boxes__state=Box.State.SHIPPED))
    return list(_lots(task).annotate(in_house=packed, on_road=away).order_by("pk"))


def parcels(task: RecallTask) -> list[SellerOrder]:
    """Parts with recalled goods a cooperative can still stop: packed in its house, or unpacked."""
    lots = _lots(task).values("pk")
    lines = SellerOrderLine.objects.filter(
        Q(packed__lot__in=lots)
        | Q(line__holds__balance__lot__in=lots, line__holds__state=Hold.State.HELD)
    )
    return list(
        SellerOrder.objects.filter(
            lines__in=lines,
            cooperative=task.cooperative_id,
            state__in=(*forward.UNPACKED, SellerOrder.State.PACKED, SellerOrder.State.SHIPPED),
        )
        .distinct()
        .order_by("pk")
    )


def _lots(task: RecallTask) -> QuerySet[Lot]:
    """The recalled lots that are the cooperative's."""
    party = Cooperative.objects.filter(pk=task.cooperative_id).values("party")
    return Lot.objects.filter(recalls__recall=task.recall_id, party__in=party)
