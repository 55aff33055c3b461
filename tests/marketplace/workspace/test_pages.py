"""The workspace's pages ask the database no more than a page may, however much there is."""

import pytest
from django.test import Client

from catalog.cooperatives.models import Cooperative
from catalog.drafts import writing
from marketplace.people.models import User
from tests import database, factories

PAGES = {
    "/sell/": 22,
    "/sell/listings/": 16,
    "/sell/lots/": 12,
    "/sell/lots/new/": 16,
    "/sell/cooperative/": 14,
    "/sell/members/": 12,
    "/sell/orders/day/": 14,
    "/sell/figures/": 12,
    "/sell/stock/": 14,
    "/sell/holidays/": 10,
    "/sell/messages/": 8,
    "/sell/customers/": 10,
    "/sell/leave/": 8,
    "/sell/invitations/": 10,
    "/sell/apply/": 10,
    "/sell/listings/new/": 12,
}


@pytest.fixture(scope="module")
def _stall(django_db_setup, django_db_blocker):
    """A cooperative with many listings and drafts; made once for the file."""
    yield from database.lasting(django_db_blocker, many_listings)


def many_listings():
    """Six of its owner's listings and drafts."""
    owner = factories.user("in@example.vn")
    seller = factories.cooperative("HTX Nắng Sông Mã", owner=owner)
    for number in range(6):
        factories.listing(seller, title=f"Nhãn vườn {number}")
        writing.begin(seller.pk, by=owner)
    return owner.pk, seller.pk


@pytest.fixture
def owner(_stall, db):
    """Who owns the cooperative."""
    return User.objects.get(pk=_stall[0])


@pytest.fixture
def seller(_stall, db):
    """The cooperative."""
    return Cooperative.objects.get(pk=_stall[1])


@pytest.mark.parametrize(("address", "most"), PAGES.items())
def test_page_costs_the_same_for_many_listings(
    browser, address, most, django_assert_max_num_queries
):
    with django_assert_max_num_queries(most):
        answer = browser.get(address)

    assert answer.status_code == 200


def test_listing_page_costs_little(browser, seller, django_assert_max_num_queries):
    listing = factories.listing(seller, prices=(89_000, 120_000, 150_000))

    with django_assert_max_num_queries(22):
        answer = browser.get(f"/sell/listings/{listing.pk}/")

    assert answer.status_code == 200


@pytest.mark.parametrize("step", ["photos", "goods", "origin", "season", "packs", "lot"])
def test_step_costs_little(browser, seller, owner, step, django_assert_max_num_queries):
    draft = writing.begin(seller.pk, by=owner)

    with django_assert_max_num_queries(16):
        answer = browser.get(f"/sell/drafts/{draft.token}/{step}/")

    assert answer.status_code == 200


def test_whoever_leaves_sees_the_stall_no_more(seller):
    packer = factories.user("goi@example.vn")
    factories.member(seller, packer, "packer")
    client = Client()
    client.force_login(packer)

    asked = client.get("/sell/leave/")
    answer = client.post("/sell/leave/")

    assert asked.status_code == 200
    assert answer["Location"] == "/sell/invitations/"
    assert not seller.memberships.filter(user=packer).exists()
    assert client.get("/sell/orders/").status_code in {302, 403}


def test_the_last_owner_cannot_leave(browser, seller, owner):
    answer = browser.post("/sell/leave/")

    assert answer["Location"] == "/sell/members/"
    assert seller.memberships.filter(user=owner).exists()
