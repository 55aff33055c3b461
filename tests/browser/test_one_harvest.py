"""One harvest sold in a real browser: apply, verify, list, approve, buy, pay, pack, scan."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import pytest
from django.core.management import call_command
from oscar.apps.order.models import Order

from catalog.models import Cooperative, ListingChange
from marketplace.records import clock
from tests.browser.walking import Walker
from tests.catalog import buying
from tests.catalog.listings.uploads import encoded, picture
from tests.journeys import scanning, selling

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_market")]

Walkers = Callable[..., Walker]
LONGAN, MANGO = "Nhãn Sông Mã cả chùm", "Xoài tròn Yên Châu"
PDF = {"name": "đăng ký.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 giay to"}
STALLS = {
    LONGAN: {
        "email": "in@example.vn",
        "commune": "Xã Sông Mã",
        "category": "fresh-fruit/longan",
        "price": "89.000",
    },
    MANGO: {
        "email": "pang@example.vn",
        "name": "HTX Xoài Yên Châu",
        "legal_name": "Hợp tác xã Xoài Yên Châu",
        "tax_code": "5500000021",
        "commune": "Xã Yên Châu",
        "category": "fresh-fruit/mango",
        "price": "120.000",
    },
}


def test_one_harvest(walker: Walkers) -> None:
    boss = walker("moderator")
    login, secret = selling.moderator()
    sign_in(boss, login, to="/desk/", secret=secret)
    sellers = {title: walker(f"seller-{n}") for n, title in enumerate(STALLS, 1)}
    for title, seller in sellers.items():
        open_stall(seller, boss, title)

    plain, modern = walker("buyer-plain", scripts=False), walker("buyer")
    for buyer, language in ((plain, "en"), (modern, "vi")):
        order = buy(buyer, language)
        pay(buyer, walker(f"bank-{language}"), order)
        for title, seller in sellers.items():
            pack_and_send(seller, walker, title, of=order)
        buyer.go(f"{prefix(language)}/o/{order.number}?token={order.placement.token}")
        buyer.look("order-delivered", language=language)
        buyer.press('a[href*="/receipt"]')
        buyer.look("receipt", language=language)

    call_command("check_invariants", stdout=io.StringIO())


def prefix(language: str) -> str:
    """What stands before the addresses of a language."""
    return "" if language == "vi" else f"/{language}"


def sign_in(who: Walker, login: str, *, to: str, secret: str = "") -> None:
    """Go to a page behind the door; with the app's code where a second factor is asked."""
    who.go(to)
    who.look("sign-in")
    who.fill(login=login, password=selling.PASSWORD)
    who.press('main form[action*="/login"] button:not([form])')
    if secret:
        who.look("second-factor")
        who.fill(code=selling.code_of(secret))
        who.press("main form:has([name=code]) button")
    assert who.page.url.endswith(to), who.page.url


def open_stall(seller: Walker, boss: Walker, title: str) -> None:
    """Apply with papers, be verified, put a crop on sale, have it approved."""
    stall = STALLS[title]
    sign_in(seller, selling.farmer(stall["email"]), to="/sell/apply/")
    seller.look("apply")
    form = {
        name: str(value)
        for name, value in selling.particulars(**stall).items()
        if name not in ("registration", "category", "price")
    }
    seller.fill(**form)
    seller.page.set_input_files("[name=registration]", PDF)
    seller.press("main form .btn.full")
    seller.look("applied")
    verify(boss, Cooperative.objects.latest("pk"))
    write_listing(seller, title)
    approve(boss, ListingChange.objects.latest("pk"))
    seller.go("/sell/")
    seller.look("today")


def verify(boss: Walker, cooperative: Cooperative) -> None:
    """Write down the check of the papers, and verify."""
    boss.go("/desk/cooperatives/")
    boss.look("cooperatives")
    boss.press(f'main a[href$="/desk/cooperatives/{cooperative.pk}/"]')
    boss.look("cooperative")
    boss.fill(method="papers", level="2")
    boss.press('form[action$="/checks/"] button')
    boss.pick("decision", "verified")
    boss.press("form.decision button")
    cooperative.refresh_from_db()
    assert cooperative.state == "verified"


def write_listing(seller: Walker, title: str) -> None:
    """Answer the wizard's questions one by one."""
    stall = STALLS[title]
    seller.go("/sell/listings/")
    seller.look("listings-none")
    seller.press('main a[href$="/sell/listings/new/"]')
    photo = encoded(picture((1200, 900), seed=len(title)))
    seller.look("wizard-photos")
    seller.page.set_input_files(
        "[name=photos]", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo}
    )
    go_on(seller, "wizard-photos-words")
    go_on(seller, "wizard-goods")
    seller.fill(
        category=stall["category"], title_vi=title, description_vi=f"{title}, hái trong ngày."
    )
    go_on(seller, "wizard-origin")
    seller.fill(commune=stall["commune"])
    go_on(seller, "wizard-season")
    for month in ("7", "8", "9"):
        seller.pick("season_months", month)
    go_on(seller, "wizard-packs")
    seller.fill(
        **{
            "pack-0-name_vi": "Hộp 2 kg",
            "pack-0-net_weight_g": "2",
            "pack-0-price": stall["price"],
        }
    )
    go_on(seller, "wizard-lot")
    today = clock.local_day()
    seller.fill(
        harvested_on=today.isoformat(), best_before=(today + dt.timedelta(days=7)).isoformat()
    )
    seller.page.locator('main [name^="units_"]').first.fill("30")
    go_on(seller, "wizard-review")
    seller.press("main form button.grow")
    seller.look("listing-sent")


def go_on(seller: Walker, name: str) -> None:
    """Press the button of the step, and look at the next one."""
    seller.press("main form button.grow")
    seller.look(name)


def approve(boss: Walker, change: ListingChange) -> None:
    """Find the proposal in the queue, compare, publish."""
    boss.go("/desk/listings/")
    boss.look("queue")
    boss.press(f'main a[href*="/desk/changes/{change.pk}/"]')
    boss.look("diff")
    boss.pick("decision", "approved")
    boss.press("form.decision button")
    change.refresh_from_db()
    assert change.state == "approved"


def buy(buyer: Walker, language: str) -> Order:
    """Search without accents, fill the basket from both, and place the order as a guest."""
    buyer.go(f"{prefix(language)}/")
    buyer.look("home", language=language)
    for words, title in (("nhan song ma", LONGAN), ("xoai tron", MANGO)):
        buyer.go(f"{prefix(language)}/")
        field = buyer.page.locator("header [name=q]:visible").first
        field.fill(words)
        with buyer.page.expect_navigation():
            field.press("Enter")
        buyer.look("search", language=language)
        buyer.press(f'main a:has-text("{title}")')
        buyer.look("product", language=language)
        buyer.press("button[form=buy]:visible, form#buy button.btn:visible")
    buyer.go(f"{prefix(language)}/basket/")
    buyer.look("basket", language=language)
    buyer.press('main a[href$="/checkout/"]')
    check_out(buyer, language)
    order = Order.objects.latest("pk")
    assert order.status == "awaiting_payment"
    assert order.number in buyer.page.url
    return order


def check_out(buyer: Walker, language: str) -> None:
    """Say who and where, see delivery priced, agree, place."""
    buyer.look("checkout", language=language)
    buyer.press('button[value="price"]')
    buyer.look("checkout-mistakes", language=language)
    buyer.forgive("422")
    typed = buying.address()
    buyer.fill(**{name: typed[name] for name in ("name", "phone", "email", "province")})
    buyer.fill(commune=typed["commune"], street=typed["street"])
    buyer.press('button[value="price"]')
    buyer.look("checkout-priced", language=language)
    buyer.pick("consent", "yes")
    buyer.press('button[value="place"]')


def pay(buyer: Walker, bank: Walker, order: Order) -> None:
    """Open the practice bank from the payment page, send, and see the money arrive."""
    language = "en" if "/en/" in buyer.page.url else "vi"
    buyer.look("payment", language=language)
    waiting = buyer.page.url
    bank.go(str(buyer.page.locator('a[href*="payload="]').get_attribute("href")))
    bank.look("transfer")
    bank.press("form[action^='/transfer'] button")
    bank.look("sent")
    order.refresh_from_db()
    assert order.status == "confirmed"
    if buyer.scripts:  # The page notices by itself.
        buyer.page.wait_for_selector(".alert.ok")
    else:
        buyer.go(waiting)
    buyer.look("paid", language=language)


def pack_and_send(seller: Walker, walker: Walkers, title: str, *, of: Order) -> None:
    """Take the order, choose the lot, print, scan the label as a stranger, send, deliver."""
    part = of.seller_orders.get(lines__title__contains=title)
    seller.go("/sell/")
    seller.look("today-order")
    seller.go("/sell/orders/")
    seller.look("orders")
    seller.press(f'main a[href$="/sell/orders/{part.number}/"]')
    seller.look("order")
    seller.press('form[action$="/accept/"] button')
    seller.look("order-pack")
    seller.press('form[action$="/pack/"] button')
    seller.look("order-packed")
    href = seller.page.locator('a[href*="labels.pdf"]').first.get_attribute("href")
    printed = seller.page.request.get(str(href))
    (label,) = set(scanning.sheet(printed.body()))
    stranger = walker(f"stranger-{part.number[-1]}")
    stranger.go(label)
    stranger.look("trace")
    assert title in stranger.words()
    assert part.cooperative.name in stranger.words()
    seller.press('form[action$="/ship/"] button')
    seller.look("order-shipped")
    seller.press('form[action$="/deliver/"] button')
    seller.look("order-delivered")
