"""Packing and handing over, pressed without a network: sent later, sent twice, counted once."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from catalog.cooperatives.models import Membership
from catalog.orders.models import OrderEvent
from catalog.traceability.models import Box, Event
from marketplace.records import clock
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db

SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def pack():
    """A pack with ten units."""
    return factories.pack(units=10)


@pytest.fixture
def browser(pack):
    """Its owner's phone."""
    return hands.member(pack.listing.cooperative)


@pytest.fixture
def part(pack, browser):
    """An accepted parcel of two boxes."""
    made = hands.parcel(hands.ordered(pack, quantity=2))
    hands.tap(browser, made, "accept")
    return made


@pytest.fixture
def an_hour_ago():
    """When the phone says it was pressed."""
    return clock.now() - dt.timedelta(hours=1)


def pressed(browser, part, moment, **facts):
    """What the phone kept of a press on the packing page."""
    told = {"draft": str(uuid4()), "written_at": moment.isoformat()}
    return hands.lots(browser, part) | told | facts


def send(browser, part, step, kept):
    """Send what was kept, as the script does."""
    return browser.post(f"/sell/orders/{part.number}/{step}/", kept, headers=SCRIPT)


def steps(part, what):
    """Steps of a kind with key and both clocks."""
    return list(part.events.filter(what=what))


def test_a_press_sent_twice_packs_once_and_keeps_the_phones_clock(browser, part, an_hour_ago):
    kept = pressed(browser, part, an_hour_ago)

    answers = [send(browser, part, "pack", kept) for _ in "12"]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert Box.objects.count() == 2
    (event,) = Event.objects.filter(kind="packing")
    assert dt.datetime.fromisoformat(event.data["written_at"]) == an_hour_ago
    assert event.recorded_at > an_hour_ago
    (step,) = steps(part, "packed")
    assert (str(step.draft), step.written_at) == (kept["draft"], an_hour_ago)
    assert step.at > an_hour_ago
    assert hands.broken() == []


def test_a_press_sent_again_after_the_parcel_left_is_still_taken(browser, part, an_hour_ago):
    kept = pressed(browser, part, an_hour_ago)
    send(browser, part, "pack", kept)
    hands.tap(browser, part, "ship")

    answer = send(browser, part, "pack", kept)

    part.refresh_from_db()
    assert (answer.status_code, part.state) == (201, "shipped")
    assert Box.objects.count() == 2


def test_who_was_slower_is_told_and_packs_nothing(browser, part, pack, an_hour_ago):
    other = hands.member(pack.listing.cooperative, Membership.Role.PACKER)
    first, second = (pressed(one, part, an_hour_ago) for one in (browser, other))
    assert send(browser, part, "pack", first).status_code == 201

    answer = send(other, part, "pack", second)

    assert answer.status_code == 422
    assert answer.json()["taken"] is False
    assert answer.json()["why"] != ""
    assert Box.objects.count() == 2
    assert len(steps(part, "packed")) == 1


def test_handing_over_counts_once_too(browser, part, an_hour_ago):
    send(browser, part, "pack", pressed(browser, part, an_hour_ago))
    kept = {"draft": str(uuid4()), "written_at": an_hour_ago.isoformat(), "tracking": "GHN-1"}

    answers = [send(browser, part, "ship", kept) for _ in "12"]

    part.refresh_from_db()
    assert [answer.status_code for answer in answers] == [201, 201]
    assert (part.state, part.tracking) == ("shipped", "GHN-1")
    (event,) = Event.objects.filter(kind="shipping")
    assert dt.datetime.fromisoformat(event.data["written_at"]) == an_hour_ago
    (step,) = steps(part, "shipped")
    assert step.written_at == an_hour_ago


def test_a_key_of_another_parcel_is_refused(browser, part, pack, an_hour_ago):
    kept = pressed(browser, part, an_hour_ago)
    send(browser, part, "pack", kept)
    second = hands.parcel(hands.ordered(pack))
    hands.tap(browser, second, "accept")

    answer = send(
        browser, second, "pack", pressed(browser, second, an_hour_ago, draft=kept["draft"])
    )

    second.refresh_from_db()
    assert (answer.status_code, second.state) == (422, "confirmed")
    assert Box.objects.count() == 2


def test_a_press_without_a_lot_waits_with_the_reason(browser, part, an_hour_ago):
    answer = send(browser, part, "pack", {"draft": str(uuid4()), "written_at": ""})

    part.refresh_from_db()
    assert (answer.status_code, part.state) == (422, "confirmed")
    assert answer.json()["why"] != ""


def test_a_phone_ahead_of_us_is_not_believed(browser, part):
    tomorrow = clock.now() + dt.timedelta(days=1)

    send(browser, part, "pack", pressed(browser, part, tomorrow))

    (step,) = steps(part, "packed")
    assert step.written_at <= step.at < tomorrow


def test_a_program_that_sends_no_key_packs_as_before(browser, part):
    for _ in "12":
        assert hands.tap(browser, part, "pack", **hands.lots(browser, part)).status_code == 302

    (step,) = steps(part, "packed")
    assert (step.draft, step.written_at) == (None, None)


def test_the_page_holds_a_key_and_whose_press_it_is(browser, part):
    page = hands.page(browser, part)

    assert "data-keep" in page
    assert f'data-page="/sell/orders/{part.number}/"' in page
    assert 'name="draft"' in page
    assert page.count("data-owner") == 2


def test_a_key_comes_with_its_clock(part):
    with pytest.raises(IntegrityError, match="written_on_a_phone"), transaction.atomic():
        OrderEvent.objects.filter(seller_order=part).update(draft=uuid4())
