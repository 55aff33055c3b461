"""Without a network the diary opens, keeps what is written, and sends it once when it is back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from catalog.models import Cooperative
from catalog.orders import accepting
from catalog.traceability.growing import enrolling
from catalog.traceability.models import DiaryEntry, Lot, Plot
from marketplace.people.models import User
from tests import factories
from tests.browser.walking import Walker
from tests.journeys import selling
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.browser

Walkers = Callable[..., Walker]
NEW = "/sell/diary/new/"
OPENS = "[data-opens]:not([hidden])"
OLDER = "caches.open('field-parts-older').then(() => null)"
KEPT = "address => caches.open('field-pages').then(c => c.match(address)).then(Boolean)"
WAITS = "[data-waiting] li"
BUTTON = "main form[data-keep] button.full"
GONE = "ERR_INTERNET_DISCONNECTED"


@pytest.fixture
def orchard(market: str) -> Plot:
    """An orchard whose owner signs in as in@example.vn."""
    login = selling.farmer("in@example.vn")
    made = factories.cooperative("HTX Nắng", owner=User.objects.get(email=login))
    facts = {"crop": "Nhãn", "commune_code": made.commune.code, "area_m2": 8_000}
    return enrolling.plot(made.party.key, by=None, name="Đồi trước", **facts)


def sign_in(who: Walker, login: str = "in@example.vn") -> None:
    """Sign in."""
    who.go("/account/login/")
    who.fill(login=login, password=selling.PASSWORD)
    who.press("main form button")


def enter(who: Walker, address: str, login: str = "in@example.vn") -> None:
    """Sign in, and see the page once: it says when it opens without a network."""
    sign_in(who, login)
    who.go(address)
    who.page.wait_for_selector(OPENS)


def leave_the_network(who: Walker) -> None:
    """Walk behind the hill, and open the page anew there."""
    who.page.context.set_offline(True)
    who.page.reload()


def spray(who: Walker, note: str = "") -> None:
    """Write a spraying down, and press."""
    who.pick("work", "spraying")
    who.fill(input_name="Thuốc A", wait_days="7", note=note)
    who.page.locator(BUTTON).click()


def test_after_one_visit_the_page_opens_without_a_network(walker: Walkers, orchard: Plot) -> None:
    who = walker("once")
    enter(who, NEW)
    who.look("kept")

    leave_the_network(who)

    assert "Đồi trước" in who.words()
    spray(who)
    who.page.wait_for_selector(WAITS)
    who.forgive(GONE)


def test_a_new_version_of_the_worker_keeps_pages_that_still_open(
    walker: Walkers, orchard: Plot
) -> None:
    who = walker("versions")
    enter(who, NEW)
    who.page.evaluate(OLDER)

    who.page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.unregister())")
    who.go("/sell/diary/")
    who.go(NEW)
    who.page.wait_for_selector(OPENS)
    leave_the_network(who)
    who.forgive(GONE)

    assert "Đồi trước" in who.words()
    assert who.page.evaluate("caches.has('field-parts-older')") is False


def test_work_written_without_a_network_is_sent_once(walker: Walkers, orchard: Plot) -> None:
    who = walker("field")
    enter(who, NEW)
    who.look("entry")
    leave_the_network(who)

    spray(who, note="Sau đồi")
    who.page.wait_for_selector(WAITS)
    assert not DiaryEntry.objects.exists()
    who.look("waits")
    who.page.reload()
    who.page.wait_for_selector(WAITS)
    who.page.context.set_offline(False)
    who.page.wait_for_selector(WAITS, state="detached")
    who.page.reload()
    who.forgive(GONE)

    entry = DiaryEntry.objects.get()
    assert (entry.plot, entry.wait_days, entry.note) == (orchard, 7, "Sau đồi")
    assert entry.written_at < entry.recorded_at
    assert who.page.locator(WAITS).count() == 0


def test_what_was_refused_later_can_be_mended(walker: Walkers, orchard: Plot) -> None:
    who = walker("mends")
    enter(who, NEW)
    leave_the_network(who)
    who.pick("work", "spraying")
    who.fill(input_name="Thuốc A")
    who.page.locator(BUTTON).click()
    who.page.wait_for_selector(WAITS)

    who.page.context.set_offline(False)
    who.page.wait_for_selector(f"{WAITS} [data-mend]:not([hidden])")
    who.page.locator("[data-mend]").click()
    who.page.reload()
    who.page.wait_for_function(
        "() => document.forms[0].elements.input_name?.value === 'Thuốc A'"
        " || [...document.forms].some(f => f.elements.input_name?.value)"
    )
    who.fill(wait_days="5")
    with who.page.expect_navigation():
        who.page.locator(BUTTON).click()
    who.forgive(GONE)
    who.forgive("422")

    assert DiaryEntry.objects.get().wait_days == 5


def test_a_shared_phone_shows_nobody_elses_drafts(walker: Walkers, orchard: Plot) -> None:
    other = selling.farmer("khac@example.vn")
    elsewhere = factories.cooperative("HTX Khác", owner=User.objects.get(email=other))
    facts = {"crop": "Nhãn", "commune_code": elsewhere.commune.code, "area_m2": 900}
    enrolling.plot(elsewhere.party.key, by=None, name="Vườn khác", **facts)
    who = walker("shared")
    enter(who, NEW)
    leave_the_network(who)
    spray(who)
    who.page.wait_for_selector(WAITS)
    key = who.page.locator("[data-waiting]").get_attribute("data-owner")
    who.page.context.set_offline(False)
    who.page.wait_for_selector(WAITS, state="detached")

    who.go("/account/")
    who.press("main form[data-leaving] button")
    assert who.page.evaluate(KEPT, NEW) is False
    enter(who, NEW, other)
    who.forgive(GONE)

    assert who.page.locator("[data-waiting]").get_attribute("data-owner") != key
    assert "Đồi trước" not in who.words()


def test_a_harvest_waits_like_the_diary_does(walker: Walkers, orchard: Plot) -> None:
    listing = factories.listing(Cooperative.objects.get(party=orchard.party_id))
    lots = Lot.objects.count()
    address = f"/sell/listings/{listing.pk}/lots/new/"
    who = walker("harvest")
    enter(who, address)
    leave_the_network(who)

    who.fill(**{"units_pack-1": "12"})
    who.page.locator(BUTTON).click()
    who.page.wait_for_selector(WAITS)
    who.page.context.set_offline(False)
    who.page.wait_for_selector(WAITS, state="detached")
    who.forgive(GONE)

    assert Lot.objects.count() == lots + 1
    lot = Lot.objects.latest("pk")
    assert lot.quantity_g == 24_000
    assert [origin.plot for origin in lot.origins.all()] == [orchard]


def test_a_parcel_is_packed_and_handed_over_without_a_network(
    walker: Walkers, orchard: Plot
) -> None:
    cooperative = Cooperative.objects.get(party=orchard.party_id)
    pack = factories.listing(cooperative).packs.get()
    part = hands.parcel(hands.ordered(pack))
    accepting.accept(part.pk, called=True, by=User.objects.get(email="in@example.vn"))
    address = f"/sell/orders/{part.number}/"
    who = walker("packs")
    sign_in(who)

    for state in ("packed", "shipped"):
        who.go(address)
        who.page.context.set_offline(True)
        who.page.locator(BUTTON).click()
        who.page.wait_for_selector(WAITS)
        assert who.page.locator(BUTTON).is_hidden()
        who.look(state)
        who.page.context.set_offline(False)
        who.page.wait_for_selector(WAITS, state="detached")
        part.refresh_from_db()
        assert part.state == state
        step = part.events.get(what=state)
        assert step.written_at is not None
        assert step.written_at < step.at
    who.forgive(GONE)


def test_who_picked_elsewhere_is_asked_whose_field_it_is(walker: Walkers, orchard: Plot) -> None:
    cooperative = Cooperative.objects.get(party=orchard.party_id)
    facts = {"crop": "Nhãn", "commune_code": orchard.commune_code, "area_m2": 3_000}
    enrolling.plot(cooperative.party.key, by=None, name="Vườn sau suối, bên kia cầu treo", **facts)
    listing = factories.listing(cooperative)
    who = walker("elsewhere")
    sign_in(who)

    who.go("/sell/stock/")
    word = f"listing-{listing.pk}-unwritten_field"
    assert who.page.locator(f"[name={word}]").is_hidden()
    who.look("stock")
    who.go(f"/sell/listings/{listing.pk}/lots/new/")
    assert who.page.locator("[name=unwritten_field]").is_hidden()
    who.pick("plots", "elsewhere")
    who.fill(unwritten_field="Mua của hộ bên cạnh", **{"units_pack-1": "3"})
    who.look("harvest")
    who.press(BUTTON)

    assert Lot.objects.latest("pk").unwritten_field == "Mua của hộ bên cạnh"
