"""Every kind of page in both languages: no barrier axe knows, no sideways scroll, keys lead on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from catalog.models import Cooperative, Listing
from catalog.traceability.models import Lot
from marketplace.people import roles
from marketplace.people.models import User
from tests import factories
from tests.browser import rooms
from tests.browser.walking import Walker
from tests.catalog import buying
from tests.catalog.seasons import opening
from tests.journeys import selling
from tests.rules import people

pytestmark = pytest.mark.browser

Walkers = Callable[..., Walker]
LANGUAGES = [("vi", ""), ("en", "/en")]
VISIBLE_FOCUS = """
() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const box = focused.getBoundingClientRect();
  // The search field's frame is its form's, an option's is its label's.
  const framed = [focused, focused.closest("form[role=search]"), focused.closest("label")];
  const marked = (one) => getComputedStyle(one).outlineStyle !== "none"
    || getComputedStyle(one).boxShadow !== "none";
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    what: focused.outerHTML.slice(0, 120),
    inWindow: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
    outlined: framed.some((one) => one && marked(one)),
    covered: !!top && !focused.contains(top) && !top.contains(focused)
      && !(focused.labels && [...focused.labels].some((label) => label.contains(top))),
  };
}
"""


@pytest.fixture
def seller(market: str) -> tuple[Cooperative, str]:
    """A cooperative with two crops on sale, and the log-in of its owner."""
    login = selling.farmer("in@example.vn")
    made = factories.cooperative("HTX Nắng Sông Mã", owner=User.objects.get(email=login))
    factories.listing(made, prices=(89_000, 180_000))
    factories.listing(made, title="Xoài tròn Yên Châu", category="fresh-fruit/mango")
    return made, login


#: What anybody may look at without a crop, a basket or an account.
OPEN_TO_ALL = {
    "home": "/",
    "shop": "/shop/",
    "category": "/shop/fresh-fruit/longan/",
    "search": "/search?q=nhan",
    "search-nothing": "/search?q=khongcogi",
    "basket-empty": "/basket/",
    "sign-in": "/account/login/",
    "sign-up": "/account/signup/",
    "forgotten": "/account/password/reset/",
    "terms": "/policies/terms/",
    "promotions": "/promo/",
    "live": "/live/",
    "season": "/season/",
    "prices": "/prices/",
    "stories": "/stories/",
    "guides": "/guides/",
    "find-order": "/o/",
    "style": "/style/",
}


@pytest.mark.parametrize(("language", "prefix"), LANGUAGES)
def test_pages_for_everybody(
    walker: Walkers, seller: tuple[Cooperative, str], language: str, prefix: str
) -> None:
    cooperative, _login = seller
    listing = Listing.objects.earliest("pk")
    none_left, coming = (factories.pack(cooperative, units=0) for _ in range(2))
    opening.window(coming)
    guest = walker(f"guest-{language}")
    for name, address in (
        OPEN_TO_ALL
        | {
            "product": f"/p/{listing.slug}-{listing.pk}",
            "product-none-left": none_left.listing.get_absolute_url(),
            "product-beforehand": coming.listing.get_absolute_url(),
            "cooperative": f"/htx/{cooperative.slug}",
            "report": f"/report/{listing.pk}/",
        }
    ).items():
        guest.go(prefix + address)
        guest.look(name, language=language)
    for name, address in {
        "trace": f"/t/{Lot.objects.earliest('pk').code}?lang={language}",
        "trace-find": f"/t/?lang={language}",
    }.items():
        guest.go(address)
        guest.look(name, language=language)


@pytest.mark.parametrize(("language", "prefix"), LANGUAGES)
def test_pages_that_are_not_there(walker: Walkers, language: str, prefix: str) -> None:
    lost = walker(f"lost-{language}")

    for name, address in {
        "404": f"{prefix}/nothing-here",
        "trace": f"/t/N0?lang={language}",
    }.items():
        lost.go(address)
        lost.look(name, language=language)

    lost.forgive("404")


@pytest.mark.parametrize(("language", "prefix"), LANGUAGES)
def test_pages_that_take_an_order(
    walker: Walkers, seller: tuple[Cooperative, str], language: str, prefix: str
) -> None:
    buyer = walker(f"buyer-{language}")
    for listing in Listing.objects.order_by("pk"):
        buyer.go(f"{prefix}/p/{listing.slug}-{listing.pk}")
        buyer.press("button[form=buy]:visible, form#buy button.btn:visible")
    buyer.go(f"{prefix}/basket/")
    buyer.look("basket", language=language)
    buyer.go(f"{prefix}/checkout/")
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
    buyer.look("payment", language=language)
    buyer.press('main a[href*="/pay/ways"]')
    buyer.look("ways", language=language)
    buyer.page.go_back()
    buyer.press('main a[href*="/o/"]:not([href*="/pay"])')
    buyer.look("order", language=language)


@pytest.mark.parametrize(("language", "prefix"), LANGUAGES)
def test_pages_of_the_cooperatives_desk(
    walker: Walkers, seller: tuple[Cooperative, str], language: str, prefix: str
) -> None:
    cooperative, login = seller
    owner = walker(f"owner-{language}")
    enter(owner, prefix, login, "/sell/")
    for name, address in rooms.stall(cooperative, people.signed_in(User.objects.get(email=login))):
        owner.go(f"{prefix}{address}")
        owner.look(name, language=language)
    owner.go(f"{prefix}/account/")
    owner.look("account", language=language)


@pytest.mark.parametrize(("language", "prefix"), LANGUAGES)
def test_pages_of_the_province(
    walker: Walkers, seller: tuple[Cooperative, str], language: str, prefix: str
) -> None:
    cooperative, _login = seller
    boss = walker(f"moderator-{language}")
    name, secret = selling.moderator()
    clerk = User.objects.get(email=name)
    roles.give(clerk, roles.ADMINISTRATOR)
    enter(boss, prefix, name, "/desk/", secret)
    for room, address in rooms.desk(cooperative, people.signed_in(clerk)):
        boss.go(f"{prefix}{address}")
        boss.look(room, language=language)


def enter(who: Walker, prefix: str, login: str, to: str, secret: str = "") -> None:
    """Sign in, with the app's code where there is one, and arrive."""
    who.go(f"{prefix}{to}")
    who.fill(login=login, password=selling.PASSWORD)
    who.press('main form[action*="/login"] button:not([form])')
    if secret:
        who.fill(code=selling.code_of(secret))
        who.press("main form:has([name=code]) button")
    assert who.page.url.endswith(f"{prefix}{to}"), who.page.url


def test_keys_lead_through_pages_and_focus_is_always_seen(
    walker: Walkers, seller: tuple[Cooperative, str]
) -> None:
    listing = Listing.objects.earliest("pk")
    hands = walker("keys")
    for address in ("/", "/shop/", f"/p/{listing.slug}-{listing.pk}", "/account/login/"):
        hands.go(address)
        hands.page.keyboard.press("Tab")
        assert hands.page.evaluate("document.activeElement.className") == "skip"
        hidden = unseen(hands)
        assert hidden == [], f"{address}: {hidden}"
        assert (
            hands.page.locator("[tabindex]:not([tabindex='-1']):not([tabindex='0'])").count() == 0
        )


def test_the_skip_link_leads_past_the_masthead(
    walker: Walkers, seller: tuple[Cooperative, str]
) -> None:
    hands = walker("skip")
    hands.go("/shop/")

    hands.page.keyboard.press("Tab")
    hands.page.keyboard.press("Enter")
    hands.page.keyboard.press("Tab")

    assert hands.page.evaluate("!!document.activeElement.closest('main')")


def unseen(hands: Walker) -> list[object]:
    """What the key Tab reaches that is out of the window, without a mark, or covered."""
    found = []
    for _step in range(80):
        seen = hands.page.evaluate(VISIBLE_FOCUS)
        if seen is None:
            break
        if not seen["inWindow"] or not seen["outlined"] or seen["covered"]:
            found.append(seen)
        hands.page.keyboard.press("Tab")
    return found
