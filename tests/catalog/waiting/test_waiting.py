"""Waiting for what is sold out: asked, confirmed, told once, the oldest first."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client

from catalog.listings.models import Pack
from catalog.waiting import joining
from catalog.waiting.models import WaitingEntry
from catalog.waiting.tasks import tell
from marketplace.records import clock
from marketplace.records.models import SentLetter
from tests import factories
from tests.catalog.seasons import opening
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def pack() -> Pack:
    """A pack of which nothing is left."""
    return factories.pack(units=0)


def ask(pack: Pack, address: str, client: Client | None = None) -> int:
    """Ask on the product page to be told."""
    answer = (client or Client()).post(f"/p/{pack.listing_id}/wait", {"address": address})
    return answer.status_code


def waiting(pack: Pack, *addresses: str) -> list[WaitingEntry]:
    """Addresses that asked and said yes, one after the other."""
    for address in addresses:
        ask(pack, address)
        joining.confirm(WaitingEntry.objects.latest("pk").token)
    return list(WaitingEntry.objects.order_by("pk"))


def states() -> list[str]:
    """Where every entry stands."""
    return list(WaitingEntry.objects.order_by("pk").values_list("state", flat=True))


def test_an_address_says_yes_by_its_link_and_opening_it_changes_nothing(pack: Pack) -> None:
    page = Client().get(pack.listing.get_absolute_url()).content.decode()
    assert "Báo tôi khi có hàng lại" in page

    assert ask(pack, "Lan@Example.vn") == 302
    opening.deliver_messages()
    (link,) = re.findall(r"http://[^/]+(/wait/\S+)", str(mail.outbox[0].body))
    assert mail.outbox[0].to == ["lan@example.vn"]
    assert Client().get(link).status_code == 200
    assert states() == ["asked"]

    assert Client().post(link, {"confirm": "1"}).status_code == 302
    assert states() == ["waiting"]
    Client().post(link, {"leave": "1"})
    assert states() == ["left"]


@pytest.mark.parametrize(
    ("typed", "way"), [("0912 345 678", "zalo"), ("0912 345 000", "sms")], ids=["Zalo", "no Zalo"]
)
def test_a_phone_is_asked_by_zalo_or_text_message(pack: Pack, typed: str, way: str) -> None:
    ask(pack, typed)
    opening.deliver_messages()

    assert SentLetter.objects.get().way == way
    assert WaitingEntry.objects.get().address == f"+84{typed.replace(' ', '')[1:]}"


def test_who_is_no_address_is_told_what_to_type(pack: Pack) -> None:
    assert ask(pack, "chị Lan") == 422
    assert ask(pack, "a@b\nBcc: c@d.vn") == 422
    assert states() == []


def test_an_address_waits_once_for_a_listing(pack: Pack) -> None:
    for _ in range(3):
        assert ask(pack, "lan@example.vn") == 302
    opening.deliver_messages()

    assert states() == ["asked"]
    assert len(mail.outbox) == 1


def test_an_address_is_asked_five_times_a_day_at_most() -> None:
    packs = [factories.pack(units=0) for _ in range(6)]

    assert [ask(pack, "lan@example.vn") for pack in packs] == [302] * 6

    assert len(states()) == 5


def test_one_place_asks_twenty_times_an_hour_at_most(pack: Pack) -> None:
    answers = [ask(pack, f"nguoi{number}@example.vn") for number in range(21)]

    assert answers == [302] * 20 + [429]


def test_the_oldest_are_told_first_and_no_more_than_there_are_units(pack: Pack) -> None:
    waiting(pack, "a@example.vn", "b@example.vn", "c@example.vn")
    opening.deliver_messages()
    mail.outbox.clear()
    assert tell() == 0

    opening.bring_in(pack, 2)
    assert tell() == 2
    assert tell() == 0
    opening.deliver_messages()

    assert states() == ["told", "told", "waiting"]
    assert [one.to for one in mail.outbox] == [["a@example.vn"], ["b@example.vn"]]
    assert "có hàng lại" in str(mail.outbox[0].subject)
    assert "/unsubscribe/" in str(mail.outbox[0].extra_headers["List-Unsubscribe"])
    with clock.moved_to(clock.now() + dt.timedelta(days=2)):
        assert tell() == 1
        assert tell() == 0


def test_they_are_told_when_a_window_opens(pack: Pack) -> None:
    waiting(pack, "a@example.vn")
    opening.window(pack, opens=3)

    assert tell() == 0
    with clock.moved_to(opening.later(3)):
        assert tell() == 1


def test_who_left_is_not_told(pack: Pack) -> None:
    (entry,) = waiting(pack, "a@example.vn")
    joining.leave(entry.token)
    opening.bring_in(pack, 2)

    assert tell() == 0


def test_addresses_are_forgotten_when_nobody_needs_them(pack: Pack) -> None:
    waiting(pack, "a@example.vn")
    ask(pack, "never@example.vn")
    opening.bring_in(pack, 2)
    tell()

    with clock.moved_to(clock.now() + dt.timedelta(days=4)):
        tell()
        assert states() == ["told"]
    with clock.moved_to(clock.now() + dt.timedelta(days=40)):
        tell()
        assert states() == []


def test_the_cooperative_sees_how_many_wait_and_no_address(pack: Pack) -> None:
    waiting(pack, "a@example.vn", "b@example.vn")

    page = hands.member(pack.listing.cooperative).get(f"/sell/listings/{pack.listing_id}/")

    assert "2 người mua" in page.content.decode()
    assert "a@example.vn" not in page.content.decode()


def test_nobody_waits_for_what_is_hidden(pack: Pack) -> None:
    pack.listing.state = "hidden"
    pack.listing.save()

    assert ask(pack, "a@example.vn") == 404
    assert Client().get("/wait/unknown").status_code == 404
