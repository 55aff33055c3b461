"""What a live page shows in each state."""

from typing import Any

from django.urls import reverse

from catalog.shelf import queries as shelf
from catalog.stock.models import LotBalance
from catalog.traceability import codes
from cms.live import queries
from cms.live.forms import Report
from cms.live.models import LiveItem, LivePin, LiveSession
from marketplace.records import clock

State = LiveSession.State
OPEN = (State.SCHEDULED, State.LIVE, State.ENDED)


def page(session: LiveSession | None, slides: list[Any], path: str) -> dict[str, Any]:
    """The context of templates/cms/live.html."""
    if session is None:
        return {"session": None, "state": State.SCHEDULED.value, "shelf": []}
    goods = _goods(session) if session.state in OPEN else []
    pin = queries.pinned(session)
    pinned = next((one for one in goods if pin and one["id"] == pin.item_id), None)
    return {
        "session": session,
        "state": session.state,
        "is_late": session.state == State.SCHEDULED and session.planned_start <= clock.now(),
        "hosts": _hosts(session),
        "slide": _slide(session, slides),
        "pinned": pinned,
        "shelf": [one for one in goods if one is not pinned],
        "chapters": _chapters(session, goods),
        "report_form": Report(),
        "report_url": reverse("live-report", kwargs={"token": session.token}),
        "add_url": reverse("basket:add"),
        "back": path,
    }


def _hosts(session: LiveSession) -> list[dict[str, Any]]:
    """Who speaks, for whom, and whether the province has seen the papers."""
    return [
        {"name": host.name, "seller": host.cooperative.name, "checked": host.checked_at}
        for host in session.hosts.select_related("cooperative")
    ]


def _slide(session: LiveSession, slides: list[Any]) -> dict[str, Any] | None:
    """The slide that is shown; none when nothing runs."""
    if session.state != State.LIVE or not slides:
        return None
    number = min(session.slide, len(slides) - 1)
    value = slides[number].value
    return {
        "image": value["image"],
        "words": value["words"],
        "number": number + 1,
        "of": len(slides),
    }


def _goods(session: LiveSession) -> list[dict[str, Any]]:
    """The shelf: cards with a pack to buy and the lot it comes from; three queries."""
    items = queries.items(session)
    cards = {card["id"]: card for card in shelf.by_ids(item.listing_id for item in items)}
    lots = _lots([item.listing_id for item in items])
    return [
        {
            "id": item.pk,
            "card": cards[item.listing_id],
            "note": item.note,
            "warning": item.warning,
            "detail": f"live:{session.pk}:{item.pk}",
            **lots.get(item.listing_id, {"pack": None, "lot": None}),
        }
        for item in items
        if item.listing_id in cards
    ]


def _lots(listing_ids: list[int]) -> dict[int, dict[str, Any]]:
    """By listing: the cheapest pack that can be bought, and its freshest lot; one query."""
    rows = (
        LotBalance.objects.filter(pack__listing__in=listing_ids, pack__is_sold=True)
        .filter(lot__state="open")
        .select_related("pack", "lot")
        .order_by("pack__price", "-lot__harvested_on", "pk")
    )
    found: dict[int, dict[str, Any]] = {}
    for row in rows:
        left = row.received - row.held - row.sold
        if left > 0 and row.pack.listing_id not in found:
            lot = {
                "code": row.lot.code,
                "url": codes.url(row.lot.code),
                "harvested_on": row.lot.harvested_on,
            }
            found[row.pack.listing_id] = {"pack": row.pack_id, "lot": lot}
    return found


def _chapters(session: LiveSession, goods: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """When which item was shown, once the session is over."""
    if session.state != State.ENDED or session.started_at is None:
        return []
    titles = {one["id"]: one["card"]["title"] for one in goods}
    pins: list[LivePin] = list(session.pins.all())
    return [
        {
            "minute": int((pin.started_at - session.started_at).total_seconds() // 60),
            "title": titles[pin.item_id],
        }
        for pin in pins
        if pin.item_id in titles
    ]


def item_title(item: LiveItem) -> str:
    """An item in words, for the rooms of those who run the session."""
    shelf_row = getattr(item.listing, "shelf", None)
    return shelf_row.title_vi if shelf_row else str(item.listing)
