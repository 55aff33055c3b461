"""Each way to pay, walked in a browser as wide as a phone, through the practice providers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from oscar.apps.order.models import Order
from playwright.sync_api import expect

from tests import factories
from tests.browser.walking import Walker
from tests.catalog import buying

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_market")]

Walkers = Callable[..., Walker]
PAID = "Đã nhận đủ"


def buy(buyer: Walker, channel: str) -> Order:
    """Order one pack, to be paid by this channel."""
    pack = factories.pack(factories.cooperative(), price=89_000)
    buyer.go(pack.listing.get_absolute_url())
    buyer.press("button[form=buy]:visible, form#buy button.btn:visible")
    buyer.go("/checkout/")
    typed = buying.address()
    names = ("name", "phone", "email", "province", "commune", "street")
    buyer.fill(**{name: typed[name] for name in names})
    buyer.press('button[value="price"]')
    buyer.pick("channel", channel)
    buyer.pick("consent", "yes")
    buyer.press('button[value="place"]')
    return Order.objects.latest("pk")


def is_paid(buyer: Walker, order: Order) -> None:
    """The page says so, and the order knows."""
    expect(buyer.page.locator("h1")).to_contain_text(PAID, timeout=20_000)
    order.refresh_from_db()
    assert order.status == "confirmed"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("channel", ["vnpay", "momo", "zalopay"])
def test_paying_on_a_providers_page(walker: Walkers, channel: str, scripts: bool) -> None:
    buyer = walker(f"{channel}-{'scripts' if scripts else 'plain'}", scripts=scripts)
    order = buy(buyer, channel)
    buyer.look("pay")

    buyer.press("a.btn[rel=noreferrer]")
    buyer.look("there")
    buyer.press('button[value="cancelled"]')
    if channel == "zalopay":  # it tells of money alone: the page asks by itself
        expect(buyer.page.locator("h1")).to_contain_text("Chưa trả được tiền", timeout=30_000)
    buyer.look("given-up")
    buyer.press('main a[href*="/pay/ways"]')
    buyer.look("ways")
    buyer.pick("channel", channel)
    buyer.press("main form button")
    buyer.press("a.btn[rel=noreferrer]")
    buyer.press('button[value="paid"]')

    is_paid(buyer, order)
    buyer.look("paid")


@pytest.mark.parametrize("number", ["4242 4242 4242 4242", "4000 0025 0000 3155"])
def test_paying_by_card(walker: Walkers, number: str) -> None:
    buyer = walker(f"card-{number[:4]}-{number[5:9]}")
    order = buy(buyer, "card")
    buyer.look("pay")
    buyer.press("a.btn[rel=noreferrer]")
    fields = buyer.page.frame_locator("iframe")
    fields.locator("#number").fill(number)
    expect(buyer.page.locator("form[data-card] button")).to_be_visible()
    buyer.look("card")

    buyer.press("form[data-card] button")
    if "/stripe/confirm/" in buyer.page.url:
        buyer.press('button[value="yes"]')

    is_paid(buyer, order)


def test_paying_by_mobile_money(walker: Walkers) -> None:
    buyer = walker("mobile-money")
    order = buy(buyer, "mobile_money")
    buyer.look("pay")

    bank = walker("bank")
    bank.go(str(buyer.page.locator('a[href*="payload="]').get_attribute("href")))
    bank.press("button[type=submit]")

    is_paid(buyer, order)
