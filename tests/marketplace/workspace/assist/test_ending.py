"""Consent ends at once, by whichever way, and everybody sees how it stands."""

import datetime as dt
from threading import Event, Thread

import pytest
from django.db import connection

from catalog.drafts.models import ListingDraft
from catalog.listings.models import Listing
from catalog.members import assisting
from catalog.members.models import Consent, TeamMember
from marketplace.people import roles
from marketplace.records import audit, clock
from tests import factories
from tests.marketplace.workspace.assist.hands import acting, browser, give

pytestmark = pytest.mark.django_db


def test_withdrawal_stops_a_form_that_lies_open(seller, helper, owner):
    consent = give(seller, helper, owner, "listings")
    listing = factories.listing(seller)
    client = acting(helper, consent)
    assert client.get(f"/sell/listings/{listing.pk}/").status_code == 200

    assert browser(owner).post(f"/sell/helpers/{consent.pk}/end/").status_code == 302
    answer = client.post(f"/sell/listings/{listing.pk}/shown/", {"hide": "1"})

    assert answer.status_code == 403
    assert "không được lưu" in answer.content.decode()
    listing.refresh_from_db()
    assert listing.state == Listing.State.PUBLISHED
    assert audit.of(seller).filter(what="assist.withdrawn").get().by == owner


def test_after_the_end_nothing_falls_back_on_the_helpers_own_stall(seller, helper, owner):
    own = factories.cooperative("HTX Nhà", owner=helper)
    consent = give(seller, helper, owner, "listings")
    client = acting(helper, consent)
    assisting.withdraw(consent.pk, by=owner)

    answer = client.post("/sell/listings/new/", {"alt": "x"})

    assert answer.status_code == 403
    assert not ListingDraft.objects.filter(cooperative=own).exists()
    assert client.get("/sell/listings/").status_code == 200


def test_last_day_ends_it_by_itself(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock", until=dt.timedelta(hours=2)))

    with clock.moved_to(clock.now() + dt.timedelta(hours=3)):
        answer = client.get("/sell/lots/")

    assert answer.status_code == 403


def test_dismissal_from_the_team_ends_every_consent_there(seller, helper, owner):
    boss = factories.user()
    client = acting(helper, give(seller, helper, owner, "stock"))

    assisting.dismiss(TeamMember.objects.get(user=helper).pk, by=boss)

    assert client.get("/sell/lots/").status_code == 403
    assert Consent.objects.get().ended_by == boss
    assert not helper.groups.filter(name=roles.COMMUNE_TEAM).exists()


def test_moved_commune_stops_the_help(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))
    seller.commune = factories.commune("Mường La")
    seller.save()

    assert client.get("/sell/lots/").status_code == 403


def test_helper_stops_by_a_button(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))

    client.post("/sell/assist/stop/")

    assert client.get("/sell/lots/").status_code == 302
    whats = set(audit.of(seller).values_list("what", flat=True))
    assert {"assist.begun", "assist.stopped"} <= whats


@pytest.mark.django_db(transaction=True)
def test_withdrawal_waits_for_the_form_that_is_being_worked_on(seller, helper, owner):
    consent = give(seller, helper, owner, "stock")
    inside, order = Event(), []

    def work() -> None:
        """A form of the helper's that takes a moment."""
        with assisting.acting(consent.pk, helper, writes=True) as held:
            assert held is not None
            inside.set()
            Event().wait(0.4)
            order.append("worked")
        connection.close()

    worker = Thread(target=work)
    worker.start()
    inside.wait(10)
    assisting.withdraw(consent.pk, by=owner)
    order.append("ended")
    worker.join()

    assert order == ["worked", "ended"]
    with assisting.acting(consent.pk, helper, writes=True) as held:
        assert held is None


def test_banner_stands_on_every_page_and_says_whose_stall_until_when_and_how_to_stop(
    seller, helper, owner
):
    consent = give(seller, helper, owner, "stock")
    client = acting(helper, consent)

    for address in ("/sell/lots/", "/sell/assist/", "/", "/shop/", "/sell/guides/"):
        shown = client.get(address).content.decode()
        assert "Bạn đang làm thay HTX Nắng" in shown, address
        assert 'action="/sell/assist/stop/"' in shown
    client.post("/sell/assist/stop/")
    assert "Bạn đang làm thay" not in client.get("/").content.decode()


def test_first_page_of_the_stall_leads_to_the_helpers_own(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))

    answer = client.get("/sell/")

    assert (answer.status_code, answer["Location"]) == (302, "/sell/assist/")


def test_helper_without_stall_is_led_to_the_choice(seller, helper, owner):
    give(seller, helper, owner)

    assert browser(helper).get("/sell/")["Location"] == "/sell/assist/"


def test_cooperative_sees_what_was_done_in_its_name(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))
    balance = factories.balance(factories.pack(seller, units=20))
    client.post(f"/sell/lots/balances/{balance.pk}/", {"units": "3"})

    shown = browser(owner).get("/sell/helpers/done/").content.decode()

    assert "Quàng Tổ" in shown
    assert "<del>20</del>" in shown
    assert "<ins>17</ins>" in shown
    stranger = factories.user()
    factories.cooperative(owner=stranger)
    assert "Quàng Tổ" not in browser(stranger).get("/sell/helpers/done/").content.decode()


@pytest.mark.parametrize(
    ("address", "most"),
    [("/sell/assist/", 12), ("/sell/lots/", 14)],
)
def test_helpers_page_costs_the_same_for_many(
    seller, helper, owner, address, most, django_assert_max_num_queries
):
    client = acting(helper, give(seller, helper, owner))
    for number in range(6):
        boss = factories.user()
        other = factories.cooperative(f"HTX {number}", owner=boss)
        give(other, helper, boss)
    client.get(address)

    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200
