"""What a recall says to a buyer, on the page and in the letter, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from catalog.orders.models import SellerOrder
from catalog.recalling import queries
from catalog.recalling.models import RecalledLine, RecallNotice
from catalog.traceability.models import Recall
from marketplace.design import formats

State = SellerOrder.State


def of_recall(recall: Recall, language: str) -> dict[str, Any]:
    """The recall itself, as every page and letter tells it."""
    return {
        "number": recall.number,
        "reason": recall.why(language),
        "grade": recall.grade,
        "grade_words": recall.get_grade_display(),
        "remedy": recall.remedy,
        "remedy_words": recall.get_remedy_display(),
        "contact": recall.contact or settings.HELP_PHONE,
        "opened_at": recall.opened_at,
        "is_running": recall.state == Recall.State.OPEN,
        "result": recall.result,
        "url": reverse("recall", args=[recall.number]),
    }


def goods(line: RecalledLine) -> dict[str, Any]:
    """One order line of a letter: what it is, how much, in which parcel, out of which lots."""
    part = line.line.seller_order
    return {
        "title": line.line.title,
        "units": line.units,
        "order": part.order.number,
        "cooperative": part.cooperative.name,
        "where": _where(part),
        "arrives": part.state == State.SHIPPED,
        "lots": [packed.lot.code for packed in line.line.packed.all() if _recalled(packed)],
    }


def todo(recall: Recall, parts: Iterable[SellerOrder]) -> str:
    """What the reader has to do first: who has nothing yet need not keep or throw away anything."""
    states = {part.state for part in parts} - {State.CANCELLED}
    if not states <= {State.PACKED, State.SHIPPED}:
        return str(recall.get_remedy_display())
    if State.SHIPPED in states:
        return _("Do not take the parcel in when the courier brings it")
    return _("You need do nothing: the goods are not sent to you")


def of_order(order_id: int) -> list[dict[str, Any]]:
    """What of an order is called back, what to do with it, and where to read more.

    A letter about other orders too is not opened from this one's page.
    """
    return [
        {
            "title": one.line.title,
            "todo": todo(one.recall, [one.line.seller_order]),
            "is_shared": one.is_shared,  # type: ignore[attr-defined]  # annotated
            "number": one.recall.number,
            "token": one.notice.token,
        }
        for one in queries.of_order(order_id)
    ]


def letter(notice: RecallNotice) -> dict[str, Any]:
    """The facts of a buyer's letter, in the reader's language (which the caller sets)."""
    path = reverse("recall-mine", args=[notice.token])
    told = list(notice.lines.all())
    lines = [goods(line) for line in told]
    return {
        "name": notice.name,
        "todo": todo(notice.recall, [line.line.seller_order for line in told]),
        "recall": of_recall(notice.recall, notice.language),
        "number": notice.recall.number,
        "goods": lines,
        "more": len(lines) - 1,
        "url": f"{settings.PUBLIC_URL}{path}",
    }


def shown(notice: RecallNotice) -> str:
    """The letter as plain text, for who wants to see it without its being sent."""
    with translation.override(notice.language):
        facts = {
            "market_name": settings.MARKET_NAME,
            "help_phone": settings.HELP_PHONE,
            "public_url": settings.PUBLIC_URL,
            **letter(notice),
        }
        return render_to_string("letters/recall_notice.txt", facts).strip()


def _recalled(packed: Any) -> bool:
    """Whether the units come from a lot that stands recalled."""
    return bool(packed.lot.state == packed.lot.State.RECALLED)


def _where(part: SellerOrder) -> str:
    """Where the goods are, and what that means for who reads."""
    if part.state == State.PACKED:
        return _("still with the cooperative, it will not be sent")
    if part.state == State.SHIPPED:
        return _("on its way to you: do not take it in")
    if part.state == State.CANCELLED:
        return _("cancelled")
    days = [step.at for step in part.events.all() if step.what == State.DELIVERED]
    return _("delivered on %(day)s") % {"day": formats.day(max(days))} if days else _("delivered")
