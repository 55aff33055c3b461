"""What the desk's pages of recalls show: the reach before, the clock and the answers after."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.orders.models import SellerOrder
from catalog.recalling import forward, wording
from catalog.recalling import queries as reached
from catalog.recalling.models import RecallNotice
from catalog.traceability.models import Lot, Recall, RecallLot
from catalog.traceability.recalls import queries, scopes
from marketplace.design import formats
from marketplace.design.deadlines import span
from marketplace.records import clock

LEVELS = {"draft": "warn", "open": "bad", "closed": "thin", "dropped": "thin"}
MOST_LOTS = 60
MOST_NAMES = 60
A_MINUTE = dt.timedelta(minutes=1)


def rows(found: list[Recall]) -> list[dict[str, Any]]:
    """Recalls as the register shows them: those of named lots say of what goods they are."""
    crops = queries.crops(found)
    return [row(one, "; ".join(crops.get(one.pk, []))) for one in found]


def row(one: Recall, goods: str = "") -> dict[str, Any]:
    """A recall as its pages tell it; of named lots ``goods`` says more than the scope."""
    by_code = one.scope == Recall.Scope.LOTS
    return {
        "number": one.number,
        "url": reverse("desk-recall", args=[one.number]),
        "reason": one.reason,
        "scope": goods if goods and by_code else _about(one),
        "state": one.get_state_display(),
        "level": LEVELS[one.state],
        "begun_at": one.begun_at,
        "took": stopwatch(one.took_to_open),
        "is_drill": one.is_drill,
    }


def waiting(one: Recall) -> dict[str, Any]:
    """A running recall as a row of what waits."""
    counts = reached.counts(one)
    words = ngettext("%(n)d has not answered", "%(n)d have not answered", counts.missing)
    return {
        "title": f"{one.number}: {one.reason}",
        "note": _about(one),
        "url": reverse("desk-recall", args=[one.number]),
        "waited": span(clock.now() - (one.opened_at or one.begun_at)),
        "due_words": words % {"n": counts.missing},
        "due_level": "bad" if one.grade == Recall.Grade.DANGER and counts.missing else "warn",
    }


def preview(one: Recall) -> dict[str, Any]:
    """What a recall would reach if it were opened now."""
    found = scopes.reached(one)
    lots = Lot.objects.filter(pk__in=list(found)[:MOST_LOTS]).select_related("party")
    reach = forward.reach(list(found))
    ways = {str(way): str(label) for way, label in RecallLot.How.choices}
    return {
        "row": row(one),
        "reach": reach,
        "figures": _figures(reach),
        "parcels": [
            {"words": label, "n": reach.by_state[state]}
            for state, label in SellerOrder.State.choices
            if reach.by_state.get(state)
        ],
        "lots": [{"lot": lot, "how": ways[found[lot.pk]]} for lot in lots.order_by("pk")],
        "more_lots": max(0, len(found) - MOST_LOTS),
        "entries": _entries(one),
        "listed_after": stopwatch(one.took_to_list),
    }


def running(one: Recall) -> dict[str, Any]:
    """How far an open or closed recall has come."""
    counts = reached.counts(one)
    lots = list(queries.lots(one)[: MOST_LOTS + 1])
    silent = list(reached.missing(one)[:MOST_NAMES])
    first = RecallNotice.objects.filter(recall=one).select_related("recall").order_by("pk")
    sample = reached.with_lines(first).first()
    return {
        "row": row(one),
        "counts": counts,
        "clock": _clock(one, counts),
        "answers": [
            {"words": label, "n": counts.answers[answer]}
            for answer, label in RecallNotice.Answer.choices
        ],
        "lots": [{"lot": two.lot, "how": two.get_how_display()} for two in lots[:MOST_LOTS]],
        "more_lots": max(0, one.lots.count() - MOST_LOTS),
        "silent": [_buyer(notice) for notice in silent],
        "more_silent": max(0, counts.missing - len(silent)),
        "tasks": [_task(task) for task in reached.tasks(one)],
        "money": [_buyer(notice) for notice in reached.wanting_money(one)[:MOST_NAMES]],
        "letter": wording.shown(sample) if sample else "",
        "public_url": reverse("recall", args=[one.number]) if one.is_known else "",
    }


def stopwatch(took: dt.timedelta | None) -> str:
    """A short time to the hundredth of a second, a long one in words."""
    if took is None:
        return ""
    if took < A_MINUTE:
        return _("%(n)s seconds") % {"n": formats.decimal(took.total_seconds(), 2)}
    return span(took)


def _clock(one: Recall, counts: reached.Counts) -> list[dict[str, Any]]:
    """The steps of the stopwatch, each with the time since the recall was begun."""
    steps: list[tuple[str, dt.datetime | None]] = [
        (_("Begun"), one.begun_at),
        (_("Lots listed"), one.listed_at),
        (_("Opened: sale stopped") if not one.is_drill else _("Opened (drill)"), one.opened_at),
        (_("Last letter sent") if not one.is_drill else _("Last letter written"), counts.told_at),
        (_("Closed"), one.closed_at),
    ]
    return [
        {"name": name, "at": at, "after": stopwatch(at - one.begun_at) if at else ""}
        for name, at in steps
    ]


def _figures(reach: forward.Reach) -> list[dict[str, str]]:
    """The four figures an officer asks for first."""
    return [
        {"name": _("Lots"), "value": str(reach.lots), "note": formats.weight(reach.left_g)},
        {"name": _("Order lines"), "value": str(reach.lines), "note": ""},
        {"name": _("Buyers"), "value": str(reach.buyers), "note": ""},
        {"name": _("Units on sale"), "value": str(reach.on_sale), "note": ""},
    ]


def _entries(one: Recall) -> list[dict[str, Any]]:
    """The diaries' entries an input was found in, so that a wrong name is seen."""
    if one.scope != Recall.Scope.INPUT:
        return []
    found = scopes.entries(one).select_related("plot__party").order_by("on", "pk")
    return [
        {"on": entry.on, "input": entry.input_name, "plot": entry.plot, "party": entry.plot.party}
        for entry in found[:MOST_LOTS]
    ]


def _about(one: Recall) -> str:
    """What a recall is about, in one line."""
    days = ""
    if one.days_from and one.days_to:
        days = f", {formats.day(one.days_from)} – {formats.day(one.days_to)}"
    if one.scope == Recall.Scope.INPUT:
        return f"{one.input_name}{days}"
    if one.facility is not None:
        return f"{one.facility.name}{days}"
    return str(one.get_scope_display())


def _buyer(notice: RecallNotice) -> dict[str, Any]:
    """A buyer with the orders concerned."""
    parts = {line.line.seller_order for line in notice.lines.all()}
    return {
        "name": notice.name,
        "phone": notice.phone,
        "email": notice.email,
        "answer": notice.get_answer_display() if notice.answer else "",
        "sent_at": notice.sent_at,
        "reminders": notice.reminders,
        "parts": [
            {"number": part.number, "url": reverse("desk-money-return", args=[part.number])}
            for part in sorted(parts, key=lambda part: part.pk)
        ],
    }


def _task(task: Any) -> dict[str, Any]:
    """What a cooperative answered."""
    return {
        "cooperative": task.cooperative.name,
        "phone": task.cooperative.phone,
        "done_at": task.done_at,
        "destroyed": formats.weight(task.destroyed_g or 0),
        "kept": formats.weight(task.kept_g or 0),
        "note": task.note,
    }
