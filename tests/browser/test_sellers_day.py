"""A seller's whole day on a small phone, by keyboard alone: Tab, Enter, space and typing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import transaction

from catalog.listings import pictures, proposals, publishing
from catalog.listings.models import Listing, ListingChange
from catalog.listings.proposals import Shot
from catalog.messages import writing
from catalog.messages.models import Message
from catalog.models import Cooperative
from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records import tokens
from tests import factories
from tests.browser.test_pages import enter
from tests.browser.walking import Walker
from tests.catalog.listings.uploads import photo
from tests.journeys import selling
from tests.marketplace.workspace import hands

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_market")]

Walkers = Callable[..., Walker]
MOST_STEPS = 120


@pytest.fixture
def stall(market: str) -> tuple[Cooperative, str, Listing]:
    """A cooperative with a listing, two orders and a question; its owner's log-in."""
    login = selling.farmer("in@example.vn")
    owner = User.objects.get(email=login)
    made = factories.cooperative("HTX Nắng Sông Mã", owner=owner)
    listing = factories.listing(made, prices=(89_000, 180_000))
    picture = pictures.take(photo(), cooperative_id=made.pk, by=owner)
    shown = replace(proposals.as_it_stands(listing), pictures=(Shot(picture.token, "Nhãn"),))
    with transaction.atomic():
        publishing.apply(listing, shown, by=owner)
    pack = listing.packs.earliest("pk")
    hands.ordered(pack, quantity=2)
    hands.ordered(pack)
    asker = writing.Asker("Thu", "thu@example.vn", "vi", None)
    writing.ask(listing.pk, "Hái hôm nào vậy?", asker=asker, key=tokens.fresh())
    return made, login, listing


def focus(who: Walker, selector: str) -> None:
    """Go on with Tab until what the selector finds has the focus; it must be seen there."""
    for _step in range(MOST_STEPS):
        if who.page.evaluate("s => !!document.activeElement?.matches(s)", selector):
            return
        who.page.keyboard.press("Tab")
    raise AssertionError(f"{who.page.url}: Tab never reaches {selector}")


def press(who: Walker, selector: str, key: str = "Enter") -> None:
    """Reach it with Tab, press the key, and wait for the page it leads to."""
    focus(who, selector)
    with who.page.expect_navigation():
        who.page.keyboard.press(key)


def type_into(who: Walker, selector: str, words: str) -> None:
    """Reach a field with Tab and write into it, in place of what stands there."""
    focus(who, selector)
    who.page.keyboard.press("Control+a")
    who.page.keyboard.type(words)


def test_a_sellers_whole_day_by_keyboard(
    walker: Walkers, stall: tuple[Cooperative, str, Listing]
) -> None:
    made, login, listing = stall
    who = walker("keys")
    first, second = made.seller_orders.order_by("pk")

    sign_in(who, login)
    take(who)
    assert [hands.state(first), hands.state(second)] == ["confirmed", "confirmed"]
    press(who, f'main a[href$="/{first.number}/"]')
    focus(who, 'main input[type="radio"]')
    press(who, "main form button.full")
    assert hands.state(first) == "packed"
    print_labels(who)
    press(who, f'main a[href$="/{first.number}/"]')
    type_into(who, '[name="tracking"]', "VTP 123")
    press(who, "main form button.full")
    assert hands.state(first) == "shipped"
    change_price(who, listing)
    answer(who)


def sign_in(who: Walker, login: str) -> None:
    """Through the door, to the day's page."""
    who.go("/sell/")
    type_into(who, '[name="login"]', login)
    type_into(who, '[name="password"]', selling.PASSWORD)
    press(who, '[name="password"]')
    assert who.page.url.endswith("/sell/")


def take(who: Walker) -> None:
    """The order on top at once, the others together."""
    press(who, 'form[action$="/accept/"] button')
    press(who, '.tabbar a[href$="/sell/orders/"]')
    press(who, 'main form[action$="/orders/accept/"] button')


def print_labels(who: Walker) -> None:
    """All labels of the day are a PDF behind one link."""
    press(who, '.tabbar a[href$="/sell/orders/"]')
    press(who, 'main a[href$="/sell/orders/day/"]')
    focus(who, 'main a[href*="labels.pdf"]')
    printed = who.page.request.get(who.page.evaluate("document.activeElement.href"))
    assert printed.body().startswith(b"%PDF")


def change_price(who: Walker, listing: Listing) -> None:
    """A new price, saved with one button."""
    pack = listing.packs.earliest("pk")
    press(who, '.tabbar a[href$="/sell/listings/"]')
    press(who, 'main a[href$="/sell/stock/"]')
    type_into(who, f'[name="pack-{pack.pk}-price"]', "95.000")
    press(who, "main form button.full")
    proposed = ListingChange.objects.get(listing=listing).proposed
    assert proposed["packs"][0]["price"] == 95_000


def answer(who: Walker) -> None:
    """The buyer's question, from the day's page."""
    press(who, '.tabbar a[href$="/sell/"]')
    press(who, 'main a.task[href$="/sell/messages/"]')
    press(who, "main a.talk-row")
    type_into(who, '[name="text"]', "Hái sáng nay.")
    press(who, "main form button.full")
    assert Message.objects.get(side="seller").text == "Hái sáng nay."


@pytest.mark.parametrize(("language", "prefix"), [("vi", ""), ("en", "/en")])
def test_every_page_of_the_day_in_both_languages(
    walker: Walkers, stall: tuple[Cooperative, str, Listing], language: str, prefix: str
) -> None:
    made, login, listing = stall
    owner = walker(f"day-{language}")
    first = made.seller_orders.earliest("pk")
    hands.pack(hands.member(made), first)
    talk = made.conversations.get()
    enter(owner, prefix, login, "/sell/")
    for room in (
        *("", "orders/?list=confirm", "orders/day/", "orders/day/slips/", "stock/", "figures/"),
        *("holidays/", "messages/", f"messages/{talk.pk}/", "customers/", "members/", "leave/"),
    ):
        owner.go(f"{prefix}/sell/{room}")
        name = room.partition("?")[0].replace("/", "-").strip("-")
        owner.look(name or "today", language=language)
    buyer = walker(f"buyer-{language}")
    for name, address in {
        "ask": f"/p/{listing.pk}/question",
        "talk": f"/messages/{talk.token}",
        "order": f"/o/{first.order.number}?token={first.order.placement.token}",
    }.items():
        buyer.go(f"{prefix}{address}")
        buyer.look(name, language=language)


def test_the_desk_reads_what_was_reported(
    walker: Walkers, stall: tuple[Cooperative, str, Listing]
) -> None:
    made, _login, _listing = stall
    talk = made.conversations.get()
    writing.report(talk.pk, "Đòi chuyển khoản riêng", by=None, side="buyer")
    boss = walker("desk")
    login, secret = selling.moderator("tro@example.vn", roles.SUPPORTER)
    enter(boss, "", login, "/desk/", secret)
    for room in ("messages/", f"messages/{talk.pk}/", "unanswered/"):
        boss.go(f"/desk/{room}")
        boss.look(room.replace("/", "-").strip("-"))
