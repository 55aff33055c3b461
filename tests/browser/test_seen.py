"""A trace page once seen is shown where there is no network, and says that it is a copy."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Error

from catalog.traceability import recalls
from catalog.traceability.lots import packing
from catalog.traceability.models import Box
from tests import factories
from tests.browser.walking import Walker

pytestmark = pytest.mark.browser

Walkers = Callable[..., Walker]
KEPT = "address => caches.match(address, {cacheName: 'trace-seen', ignoreVary: true}).then(Boolean)"
PART = (
    "address => caches.match(address, {cacheName: 'trace-parts', ignoreVary: true}).then(Boolean)"
)
READY = "() => navigator.serviceWorker.controller?.state === 'activated'"
COPY = "main > [role=status]"
GONE = "ERR_INTERNET_DISCONNECTED"
FAILED = "ERR_FAILED"


@pytest.fixture
def box(market: str) -> Box:
    """A box out of a fresh lot."""
    pack = factories.pack()
    (packed,) = packing.pack(factories.balance(pack).lot_id, pack.item.key, units=1, by=None)
    return packed


def seen(who: Walker, box: Box) -> str:
    """See the page of a box once, until it is kept; answers its address."""
    who.go(f"/t/{box.code}")
    address = who.page.url
    style = who.page.locator("link[rel=stylesheet]").evaluate("link => link.href")
    who.page.wait_for_function(KEPT, arg=address)
    who.page.wait_for_function(PART, arg=style)
    who.page.wait_for_function(READY)
    return address


def test_a_box_seen_once_is_shown_without_a_network(walker: Walkers, box: Box) -> None:
    who = walker("seen")
    seen(who, box)
    assert who.page.locator(COPY).count() == 0
    words = who.words()

    who.page.context.set_offline(True)
    who.page.reload()
    who.look("offline")
    copy = who.page.inner_text(COPY)
    assert re.search(r"bản lưu lúc \d\d:\d\d,? \d\d/\d\d/\d{4}", copy)
    assert who.words().replace(" ".join(copy.split()) + " ", "") == words
    styled = "verdict => getComputedStyle(verdict).borderTopWidth"
    assert who.page.locator(".v").first.evaluate(styled) == "2px"
    who.forgive(GONE)


def test_a_recall_is_seen_as_soon_as_there_is_a_network(walker: Walkers, box: Box) -> None:
    who = walker("recalled")
    seen(who, box)
    recalls.recall(box.lot_id, reason="Dư lượng", by=None)
    who.page.context.set_offline(True)
    who.page.reload()
    assert who.page.locator(COPY).is_visible()
    assert "thu hồi" not in who.page.inner_text("h1")

    who.page.context.set_offline(False)
    who.page.reload()
    who.forgive(GONE)

    assert who.page.locator(COPY).count() == 0
    assert "thu hồi" in who.page.inner_text("h1").lower()


def test_a_box_nobody_looked_at_is_not_made_up(walker: Walkers, box: Box) -> None:
    who = walker("unseen")
    seen(who, box)
    who.page.context.set_offline(True)

    with pytest.raises(Error, match=FAILED):
        who.go("/t/0000AAAA0000")
    who.forgive(GONE)
    who.forgive(FAILED)
    who.page.context.set_offline(False)
    who.go(f"/t/{box.code}")
    kept = who.page.evaluate("caches.open('trace-seen').then(c => c.keys()).then(k => k.length)")

    assert kept == 1
