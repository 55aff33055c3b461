"""Letters to those who wait: the question whether it was they who asked, and the news."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from catalog.shelf.models import ShelfItem
from catalog.waiting.models import WaitingEntry
from marketplace.design import navigation
from marketplace.records import letters, outbox


@outbox.handles("waiting.asked")
def asked(payload: dict[str, Any]) -> None:
    """Ask whether it was really the owner of the address who wants to be told."""
    _send(payload["entry"], "waiting_asked", WaitingEntry.State.ASKED)


@outbox.handles("waiting.back")
def back(payload: dict[str, Any]) -> None:
    """Say that it can be bought again, and where."""
    _send(payload["entry"], "waiting_back", WaitingEntry.State.TOLD)


def _send(entry_id: int, template: str, state: str) -> None:
    """Write to an address, if the entry still stands where the letter makes sense."""
    entry = WaitingEntry.objects.filter(pk=entry_id, state=state).first()
    shelf = entry and ShelfItem.objects.filter(pk=entry.listing_id).first()
    if not entry or not shelf:
        return
    english = entry.language == "en" and shelf.title_en
    with translation.override(entry.language):
        own = reverse("waiting:entry", kwargs={"token": entry.token})
        goods = navigation.path(f"/p/{shelf.slug}-{entry.listing_id}")
    context = {
        "title": shelf.title_en if english else shelf.title_vi,
        "cooperative": shelf.cooperative_name,
        "entry_url": f"{settings.PUBLIC_URL}{own}",
        "goods_url": f"{settings.PUBLIC_URL}{goods}",
    }
    # The question is the answer to somebody's press; the news can be ended like all news.
    send = letters.send if state == WaitingEntry.State.ASKED else letters.send_news
    send(entry.address, template, context, lang=entry.language, key=f"{template}-{entry.pk}")
