"""An order takes a listing or a cooperative off the market at once, with number and times."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from oscar.apps.order.models import Order

from catalog.models import (
    ListingReport,
    LotBalance,
    ShelfItem,
    TakedownOrder,
)
from catalog.takedowns import ordering, refusals
from marketplace.records import audit, clock, invariants, outbox
from marketplace.records.models import SentLetter
from tests import factories
from tests.catalog.checkout import test_api as apps


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


def test_listing_leaves_the_market_at_once_and_the_owners_are_told(desk, hanh, listing):
    answer = desk.post(f"/desk/takedowns/new/listing/{listing.pk}/", said())

    order = TakedownOrder.objects.get()
    assert answer["Location"] == f"/desk/takedowns/{order.number}/"
    assert order.number == f"GH-{clock.local_day().year}-0001"
    assert (order.executed_by, order.document) == (hanh, "112/QĐ-QLTT")
    assert order.execute_by - order.received_at == dt.timedelta(hours=24)
    assert not ShelfItem.objects.exists()
    gone = Client().get(f"/p/{listing.slug}-{listing.pk}")
    assert gone.status_code == 410
    outbox.drain()
    assert SentLetter.objects.filter(template="takedown_ordered").get().to == "mo@example.vn"
    assert audit.of(order).get().what == "takedown.ordered"
    assert broken() == []


def test_what_is_taken_down_cannot_be_bought_from_a_basket(desk, listing):
    pack = listing.packs.get()
    made = apps.basket(pack)

    desk.post(f"/desk/takedowns/new/listing/{listing.pk}/", said())

    placed = apps.checkout(made, apps.wish())
    wanted = {"listing": listing.pk, "pack": pack.pk, "quantity": 1}
    again = apps.call("POST", f"/baskets/{made['id']}/lines", wanted, Basket_Token=made["token"])
    assert (placed.status_code, again.status_code) == (409, 422)
    assert Order.objects.count() == 0
    assert LotBalance.objects.get(pack=pack).held == 0


@pytest.mark.parametrize("before", ["published", "hidden"])
def test_lifted_listing_stands_again_as_it_stood(desk, listing, before):
    listing.state = before
    listing.save()
    desk.post(f"/desk/takedowns/new/listing/{listing.pk}/", said())
    order = TakedownOrder.objects.get()

    answer = desk.post(f"/desk/takedowns/{order.number}/", {"reason": "Đã sửa nhãn."})
    again = desk.post(f"/desk/takedowns/{order.number}/", {"reason": "Đã sửa nhãn."})

    assert (answer.status_code, again.status_code) == (302, 409)
    listing.refresh_from_db()
    order.refresh_from_db()
    assert (listing.state, order.lift_reason) == (before, "Đã sửa nhãn.")
    assert ShelfItem.objects.exists() == (before == "published")
    assert broken() == []


def test_order_that_is_over_already_is_refused(desk, hanh, listing):
    yesterday = clock.local_day() - dt.timedelta(days=1)

    answer = desk.post(
        f"/desk/takedowns/new/listing/{listing.pk}/", said(until=yesterday.isoformat())
    )

    assert answer.status_code == 422
    with pytest.raises(refusals.OverAlready):
        ordering.take_down(listing.pk, paper(until=yesterday), by=hanh)
    assert (TakedownOrder.objects.count(), ShelfItem.objects.count()) == (0, 1)


def test_second_order_on_the_same_listing_is_refused(desk, listing):
    address = f"/desk/takedowns/new/listing/{listing.pk}/"
    desk.post(address, said())

    again = desk.post(address, said(document="113"))

    assert again.status_code == 409
    assert TakedownOrder.objects.count() == 1


def test_numbers_go_on_through_the_year_and_begin_anew(listing, hanh):
    other = factories.listing(title="Xoài tròn", category="fresh-fruit/mango")
    first = ordering.take_down(listing.pk, paper(), by=hanh)
    second = ordering.take_down(other.pk, paper(), by=hanh)
    ordering.lift(second.pk, reason="Xong.", by=hanh)
    with clock.moved_to(clock.now() + dt.timedelta(days=366)):
        third = ordering.take_down(other.pk, paper(received_at=clock.now()), by=hanh)

    year = clock.local_day().year
    assert [one.number for one in (first, second, third)] == [
        f"GH-{year}-0001",
        f"GH-{year}-0002",
        f"GH-{year + 1}-0001",
    ]


def test_number_after_nine_thousand_nine_hundred_and_ninety_nine(listing, hanh):
    first = ordering.take_down(listing.pk, paper(), by=hanh)
    year = first.year
    TakedownOrder.objects.filter(pk=first.pk).update(serial=10_000, number=f"GH-{year}-10000")

    second = ordering.take_down(factories.listing(title="Xoài").pk, paper(), by=hanh)

    assert second.number == f"GH-{year}-10001"


def test_order_carried_out_after_its_time_says_so(desk, listing):
    at = clock.now().astimezone(clock.LOCAL) - dt.timedelta(hours=25)

    desk.post(
        f"/desk/takedowns/new/listing/{listing.pk}/",
        said(received_at=at.strftime("%Y-%m-%dT%H:%M")),
    )

    assert TakedownOrder.objects.get().was_late
    assert "badge bad" in desk.get("/desk/takedowns/").content.decode()


@pytest.mark.parametrize("field", ["authority", "document", "reason", "received_at"])
def test_order_without_all_its_facts_is_refused(desk, listing, field):
    answer = desk.post(f"/desk/takedowns/new/listing/{listing.pk}/", said(**{field: ""}))

    assert answer.status_code == 422
    assert TakedownOrder.objects.count() == 0


def test_order_from_the_future_is_refused(desk, listing):
    at = clock.now().astimezone(clock.LOCAL) + dt.timedelta(hours=1)
    facts = said(received_at=at.strftime("%Y-%m-%dT%H:%M"))

    answer = desk.post(f"/desk/takedowns/new/listing/{listing.pk}/", facts)

    assert answer.status_code == 422
    assert ShelfItem.objects.count() == 1


def test_nobody_orders_or_lifts_about_the_own_cooperative(desk, listing, hanh):
    factories.member(listing.cooperative, hanh)

    answer = desk.post(f"/desk/takedowns/new/listing/{listing.pk}/", said())

    assert answer.status_code == 409
    assert ShelfItem.objects.count() == 1
    order = ordering.take_down(listing.pk, paper(), by=factories.user())
    with pytest.raises(refusals.OwnCooperative):
        ordering.lift(order.pk, reason="Xong.", by=hanh)


def test_order_names_the_report_it_follows(desk, listing):
    Client().post(f"/report/{listing.pk}/", {"reason": "unsafe", "words": "Mốc."})
    report = ListingReport.objects.get()
    page = desk.get(f"/desk/reports/{report.pk}/").content.decode()
    assert f"/desk/takedowns/new/listing/{listing.pk}/?report={report.pk}" in page

    desk.post(f"/desk/takedowns/new/listing/{listing.pk}/", said(report=str(report.pk)))

    assert TakedownOrder.objects.get().report == report


def test_unknown_or_foreign_report_and_unknown_subject_are_refused(desk, hanh, listing):
    address = f"/desk/takedowns/new/listing/{listing.pk}/"
    other = factories.listing(title="Xoài tròn")
    Client().post(f"/report/{other.pk}/", {"reason": "unsafe", "words": "Mốc."})
    foreign = ListingReport.objects.get()

    strange = desk.post(address, said(report="999999"))
    about_other = desk.post(address, said(report=str(foreign.pk)))

    assert (strange.status_code, about_other.status_code) == (422, 422)
    with pytest.raises(refusals.OtherReport):
        ordering.take_down(listing.pk, paper(), by=hanh, report_id=foreign.pk)
    assert desk.get("/desk/takedowns/new/lot/1/").status_code == 404
    assert desk.get("/desk/takedowns/new/listing/999999/").status_code == 404
    assert desk.get("/desk/takedowns/GH-1/").status_code == 404
    assert TakedownOrder.objects.count() == 0


def test_database_refuses_an_order_without_a_reason(listing, hanh):
    order = ordering.take_down(listing.pk, paper(), by=hanh)

    with pytest.raises(IntegrityError), transaction.atomic():
        TakedownOrder.objects.filter(pk=order.pk).update(reason="")
    with pytest.raises(IntegrityError), transaction.atomic():
        TakedownOrder.objects.filter(pk=order.pk).update(lifted_at=clock.now())


def test_invariant_sees_a_listing_put_back_by_hand(listing, hanh):
    ordering.take_down(listing.pk, paper(), by=hanh)
    listing.state = "hidden"
    listing.save()

    assert "withdrawn_listing_has_an_order_in_force" in broken()


def test_empty_order_and_empty_lifting_are_refused_in_words(desk, hanh, listing):
    assert desk.post(f"/desk/takedowns/new/listing/{listing.pk}/").status_code == 422
    order = ordering.take_down(listing.pk, paper(), by=hanh)

    assert desk.post(f"/desk/takedowns/{order.number}/").status_code == 422
    order.refresh_from_db()
    assert order.in_force


def test_register_costs_the_same_for_many(desk, hanh, django_assert_max_num_queries):
    for number in range(4):
        found = factories.listing(title=f"Nhãn {number}")
        ordering.take_down(found.pk, paper(), by=hanh)

    with django_assert_max_num_queries(10):
        assert desk.get("/desk/takedowns/").status_code == 200
