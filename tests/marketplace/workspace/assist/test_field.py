"""A hamlet helper writes diary and harvest for a cooperative, and both are named."""

import pytest

from catalog.traceability.growing import enrolling
from catalog.traceability.models import DiaryEntry, Event, Grower, Lot
from marketplace.records import audit
from tests import factories
from tests.marketplace.workspace.assist.hands import acting, browser, give
from tests.marketplace.workspace.field import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def plot(seller):
    """An orchard of longan."""
    facts = {"crop": "Nhãn", "commune_code": seller.commune.code, "area_m2": 900}
    return enrolling.plot(seller.party.key, by=None, name="Đồi trước", **facts)


@pytest.fixture
def listing(seller):
    """Longan on sale, from before there was a plot of it."""
    return factories.listing(seller)


def test_both_are_named_in_the_diary(seller, helper, owner, plot):
    client = acting(helper, give(seller, helper, owner, "stock"))

    assert client.post("/sell/diary/new/", hands.entry(plot)).status_code == 302

    entry = DiaryEntry.objects.get()
    assert (entry.by_name, entry.helped_by) == (seller.party.name, helper.display_name)
    written = audit.of(plot).get(what="diary.written")
    assert (written.by, written.on_behalf_of) == (helper, f"catalog.cooperative:{seller.pk}")
    page = client.get("/sell/diary/").content.decode()
    assert seller.party.name in page
    assert helper.display_name in page


def test_both_are_named_at_a_harvest(seller, helper, owner, listing, plot):
    client = acting(helper, give(seller, helper, owner, "stock"))

    client.post(f"/sell/listings/{listing.pk}/lots/new/", hands.harvest(plot))

    event = Event.objects.get(lot=Lot.objects.latest("pk"), kind="harvest")
    assert (event.by_name, event.data["helped_by"]) == (seller.party.name, helper.display_name)


def test_consent_for_harvests_opens_plots_and_diary_and_no_growers(seller, helper, owner, plot):
    client = acting(helper, give(seller, helper, owner, "stock"))

    for address in ("/sell/plots/", f"/sell/plots/{plot.pk}/", "/sell/diary/", "/sell/diary/new/"):
        assert client.get(address).status_code == 200
    for address in ("/sell/growers/", "/sell/areas/", "/sell/houses/", "/sell/pallets/"):
        assert client.get(address).status_code == 403
    assert client.post("/sell/growers/", {"name": "x", "alias": "x"}).status_code == 403
    assert not Grower.objects.exists()


def test_consent_for_orders_alone_opens_pallets_and_no_diary(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))

    assert client.get("/sell/pallets/").status_code == 200
    assert client.get("/sell/diary/").status_code == 403


def test_a_draft_sent_after_the_consent_ended_is_not_taken(seller, helper, owner, plot):
    consent = give(seller, helper, owner, "stock")
    client = acting(helper, consent)
    browser(owner).post(f"/sell/helpers/{consent.pk}/end/")

    answer = client.post(
        "/sell/diary/new/", hands.entry(plot), headers={"Accept": "application/json"}
    )

    assert answer.status_code == 403
    assert not DiaryEntry.objects.exists()
