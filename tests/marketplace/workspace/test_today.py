"""One glance at the day: what waits, in the order of its hours, and nothing when nothing does."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from catalog.certificates.models import Certificate
from catalog.cooperatives.models import Cooperative, Membership
from marketplace.records import clock
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def stall() -> Cooperative:
    """A verified cooperative."""
    return factories.cooperative()


def certify(stall: Cooperative, number: str, days: int) -> None:
    """A VietGAP certificate that holds so many days from today on."""
    today = clock.local_day()
    Certificate.objects.create(
        cooperative=stall,
        scheme="vietgap",
        number=number,
        issuer="Trung tâm",
        valid_from=today - dt.timedelta(days=400),
        valid_to=today + dt.timedelta(days=days),
    )


def tasks(stall: Cooperative, role: str = Membership.Role.SELLER) -> list[Any]:
    """What the first page says there is to do."""
    found: list[Any] = hands.member(stall, role).get("/sell/").context["tasks"]
    return found


def test_nothing_to_do_says_so(stall: Cooperative) -> None:
    page = hands.member(stall).get("/sell/")

    assert page.context["tasks"] == []
    assert "Chưa có việc gì" in page.content.decode() or 'class="empty' in page.content.decode()


@pytest.mark.parametrize(("days", "expected"), [(31, None), (30, False), (0, False), (-1, True)])
def test_a_certificate_that_ends_within_a_month_is_a_task(
    stall: Cooperative, days: int, expected: bool | None
) -> None:
    certify(stall, "VG-1", days)

    found = [(task.url, task.urgent) for task in tasks(stall)]

    assert found == ([] if expected is None else [("/sell/cooperative/", expected)])


def test_a_newer_certificate_ends_the_warning(stall: Cooperative) -> None:
    certify(stall, "VG-1", 3)
    certify(stall, "VG-2", 300)

    assert tasks(stall) == []


def test_an_order_is_taken_from_the_first_page_with_its_clock_time(stall: Cooperative) -> None:
    goods = factories.pack(stall, units=40)
    part = hands.parcel(hands.ordered(goods))
    seller = hands.member(stall)
    until = part.confirm_by
    assert until is not None

    page = seller.get("/sell/").content.decode()

    assert f"{until.astimezone(clock.LOCAL):%H:%M}" in page
    assert f'action="/sell/orders/{part.number}/accept/"' in page


def test_a_packer_is_told_of_parcels_alone(stall: Cooperative) -> None:
    goods = factories.pack(stall, units=5)
    seller = hands.member(stall)
    part = hands.parcel(hands.ordered(goods))
    hands.tap(seller, part, "accept")
    certify(stall, "VG-1", 3)

    found = [task.url for task in tasks(stall, Membership.Role.PACKER)]

    assert found == ["/sell/orders/?list=pack"]


def test_the_doors_of_the_day_are_those_of_the_role(stall: Cooperative) -> None:
    packer = hands.member(stall, Membership.Role.PACKER)
    page = packer.get("/sell/").content.decode()

    assert "/sell/orders/day/" in page
    assert "/sell/stock/" not in page
    assert Client().get("/sell/").status_code == 302
