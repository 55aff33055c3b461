"""A suspended cooperative: by an order alone, until its last day, and it reads which order."""

import datetime as dt

import pytest
from django.test import Client

from catalog.cooperatives import refusals as cooperative_refusals
from catalog.cooperatives import verifying
from catalog.models import (
    Cooperative,
    CooperativeDecision,
    ShelfItem,
    TakedownOrder,
)
from catalog.takedowns import ending, ordering
from marketplace.records import clock, invariants
from tests import factories


@pytest.fixture
def owner(db):
    """Who gets the letters."""
    return factories.user("mo@example.vn")


@pytest.fixture
def listing(owner):
    """Longan on the shelf."""
    return factories.listing(factories.cooperative(owner=owner))


def said(**facts: str) -> dict[str, str]:
    """What the authority's document says, as the form takes it."""
    now = clock.now().astimezone(clock.LOCAL)
    return {
        "authority": "Chi cục Quản lý thị trường",
        "document": "112/QĐ-QLTT",
        "received_at": (now - dt.timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"),
        "reason": "Nhãn ghi sai nơi trồng.",
        **facts,
    }


def paper(**facts: object) -> ordering.Document:
    """The same for the verb."""
    at = clock.now() - dt.timedelta(hours=2)
    return ordering.Document(
        **{"authority": "Sở", "document": "1/QĐ", "reason": "Sai.", "received_at": at, **facts}
    )


def broken() -> list[str]:
    """The names of the invariants that do not hold."""
    return [found.name for found in invariants.check() if found.count]


def test_suspended_cooperative_sells_nothing_until_the_order_is_lifted(desk, hanh, listing):
    seller = listing.cooperative
    verifying.record_check(seller.pk, method="papers", level=2, by=hanh)
    page = desk.get(f"/desk/cooperatives/{seller.pk}/").content.decode()
    assert f"/desk/takedowns/new/cooperative/{seller.pk}/" in page

    desk.post(f"/desk/takedowns/new/cooperative/{seller.pk}/", said())

    order = TakedownOrder.objects.get()
    seller.refresh_from_db()
    assert (seller.state, ShelfItem.objects.count()) == ("suspended", 0)
    assert order.number in desk.get(f"/desk/cooperatives/{seller.pk}/").content.decode()
    desk.post(f"/desk/takedowns/{order.number}/", {"reason": "Hết hạn đình chỉ."})
    seller.refresh_from_db()
    assert (seller.state, ShelfItem.objects.count()) == ("verified", 1)
    assert broken() == []


def test_suspended_seller_is_not_verified_again_while_an_order_is_in_force(desk, hanh, listing):
    seller = listing.cooperative
    verifying.record_check(seller.pk, method="papers", level=2, by=hanh)
    ordering.suspend(seller.pk, paper(), by=hanh)

    answer = desk.post(f"/desk/cooperatives/{seller.pk}/", {"decision": "verified"})

    assert answer.status_code == 422
    with pytest.raises(cooperative_refusals.OrderInForce):
        verifying.decide(seller.pk, state="verified", by=hanh)
    seller.refresh_from_db()
    assert (seller.state, ShelfItem.objects.count()) == ("suspended", 0)
    assert CooperativeDecision.objects.filter(cooperative=seller, state="verified").count() == 0


def test_nobody_is_suspended_without_an_order(desk, hanh, listing):
    facts = {"decision": "suspended", "message": "Giấy hết hạn."}

    answer = desk.post(f"/desk/cooperatives/{listing.cooperative_id}/", facts)

    assert answer.status_code == 422
    with pytest.raises(cooperative_refusals.OrderMissing):
        verifying.decide(listing.cooperative_id, state="suspended", by=hanh, reason="Vì thế.")
    assert ShelfItem.objects.count() == 1


def test_order_ends_by_itself_after_its_last_day(hanh, listing):
    seller = listing.cooperative
    verifying.record_check(seller.pk, method="papers", level=2, by=hanh)
    today = clock.local_day()
    ordering.suspend(seller.pk, paper(until=today), by=hanh)
    assert ending.watch() == 0

    with clock.moved_to(clock.now() + dt.timedelta(days=1)):
        assert ending.watch() == 1
        assert ending.watch() == 0

    order = TakedownOrder.objects.get()
    seller.refresh_from_db()
    assert (seller.state, ShelfItem.objects.count()) == ("verified", 1)
    assert (order.lifted_by, order.lift_reason) == (
        None,
        f"Ngày cuối có hiệu lực là {today:%d/%m/%Y}.",
    )


def test_order_that_cannot_end_by_itself_waits_on_the_first_page(desk, hanh, listing):
    ordering.suspend(listing.cooperative_id, paper(until=clock.local_day()), by=hanh)

    with clock.moved_to(clock.now() + dt.timedelta(days=1)):
        assert ending.watch() == 0  # nobody ever checked who stands behind this cooperative
        number = TakedownOrder.objects.get(lifted_at=None).number
        assert number in desk.get("/desk/").content.decode()
    assert ShelfItem.objects.count() == 0


def test_cooperative_reads_number_authority_and_last_day(desk, hanh, owner, listing):
    last = clock.local_day() + dt.timedelta(days=9)
    order = ordering.take_down(listing.pk, paper(authority="Chi cục", until=last), by=hanh)
    browser = Client()
    browser.force_login(owner)

    for address in ("/sell/", f"/sell/listings/{listing.pk}/"):
        page = browser.get(address).content.decode()
        assert order.number in page
        assert "Chi cục, 1/QĐ" in page
        assert f"{last:%d/%m/%Y}" in page

    ordering.lift(order.pk, reason="Xong.", by=hanh)
    assert order.number not in browser.get("/sell/").content.decode()


def test_suspended_cooperative_reads_the_order_on_its_first_page(hanh, owner, listing):
    order = ordering.suspend(listing.cooperative_id, paper(reason="Hàng giả."), by=hanh)
    browser = Client()
    browser.force_login(owner)

    page = browser.get("/sell/").content.decode()

    assert order.number in page
    assert "Hàng giả." in page


def test_invariant_sees_a_cooperative_suspended_without_an_order(listing):
    Cooperative.objects.filter(pk=listing.cooperative_id).update(state="suspended")

    assert "withdrawn_listing_has_an_order_in_force" in broken()
