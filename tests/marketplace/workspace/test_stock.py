"""Prices and stock of all packs in one save, over HTTP: all of it, or nothing."""

import re
import threading
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from catalog.cooperatives.models import Membership
from catalog.listings import moderation, pictures, proposals, publishing
from catalog.listings.models import Listing, ListingChange, Pack
from catalog.listings.proposals import Shot
from catalog.stock import bulk
from catalog.stock.models import LotBalance, StockAlarm
from tests import factories
from tests.catalog.listings.uploads import photo
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
FIELD = re.compile(r'<input [^>]*name="(pack-\d+-\w+)"[^>]*>')


@pytest.fixture
def listing() -> Listing:
    """Two packs of one listing with a photo, twenty units each."""
    made = factories.listing(prices=(89_000, 170_000), units=20)
    picture = pictures.take(photo(), cooperative_id=made.cooperative_id, by=factories.user())
    shown = replace(proposals.as_it_stands(made), pictures=(Shot(picture.token, "Nhãn"),))
    with transaction.atomic():
        publishing.apply(made, shown, by=factories.user())
    made.refresh_from_db()
    return made


@pytest.fixture
def packs(listing: Listing) -> list[Pack]:
    """Its packs."""
    return list(listing.packs.order_by("pk"))


@pytest.fixture
def seller(listing: Listing) -> Client:
    """Who sells for its cooperative, beside its owner."""
    hands.member(listing.cooperative)
    return hands.member(listing.cooperative, Membership.Role.SELLER)


def shown(client: Client) -> dict[str, str]:
    """What the page would post back untouched."""
    found = {}
    for field in re.finditer(r"<input [^>]*>", client.get("/sell/stock/").content.decode()):
        name = re.search(r'name="(pack-[^"]+)"', field[0])
        if name:
            value = re.search(r'value="([^"]*)"', field[0])
            found[name[1]] = value[1] if value else ""
    return found


def save(client: Client, form: dict[str, str]) -> Any:
    """Press the one button."""
    return client.post("/sell/stock/", form)


def test_everything_is_saved_in_one_press(
    listing: Listing, packs: list[Pack], seller: Client
) -> None:
    small, big = (f"pack-{pack.pk}" for pack in packs)
    form = shown(seller) | {
        f"{small}-price": "95.000",
        f"{small}-came": "7",
        f"{big}-lost": "4",
        f"{big}-alarm": "3",
    }

    answer = save(seller, form)

    assert answer["Location"] == "/sell/stock/"
    change = ListingChange.objects.latest("pk")
    assert change.listing_id == listing.pk
    prices = [pack["price"] for pack in change.proposed["packs"]]
    assert prices == [95_000, 170_000]
    assert bulk.received([pack.pk for pack in packs]) == {packs[0].pk: 27, packs[1].pk: 16}
    assert LotBalance.objects.filter(pack=packs[0]).count() == 2
    assert StockAlarm.objects.get(pack=packs[1]).units == 3
    assert hands.broken() == []


def test_one_wrong_row_saves_nothing(packs: list[Pack], seller: Client) -> None:
    small, big = (f"pack-{pack.pk}" for pack in packs)
    form = shown(seller) | {f"{small}-came": "7", f"{small}-price": "95.000", f"{big}-lost": "21"}

    answer = save(seller, form)

    assert answer.status_code == 409
    assert "20" in answer.content.decode()
    assert bulk.received([pack.pk for pack in packs]) == {packs[0].pk: 20, packs[1].pk: 20}
    assert not ListingChange.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [("price", "0"), ("price", "viele"), ("came", "-1"), ("lost", "1.5"), ("alarm", "")],
)
def test_what_is_no_number_is_said_at_its_field(
    packs: list[Pack], seller: Client, field: str, typed: str
) -> None:
    answer = save(seller, shown(seller) | {f"pack-{packs[0].pk}-{field}": typed})

    assert answer.status_code == 422
    assert f'id="id_pack-{packs[0].pk}-{field}-e"' in answer.content.decode()
    assert not ListingChange.objects.exists()


def test_pressing_twice_counts_once(packs: list[Pack], seller: Client) -> None:
    form = shown(seller) | {f"pack-{packs[0].pk}-came": "7"}

    statuses = [save(seller, form).status_code for _press in range(2)]

    assert statuses == [302, 409]
    assert bulk.received([packs[0].pk]) == {packs[0].pk: 27}


def test_a_sale_meanwhile_does_not_stand_in_the_way(packs: list[Pack], seller: Client) -> None:
    form = shown(seller) | {f"pack-{packs[0].pk}-lost": "2"}
    hands.ordered(packs[0])

    assert save(seller, form).status_code == 302
    assert bulk.received([packs[0].pk]) == {packs[0].pk: 18}


def test_units_held_for_buyers_are_not_written_off(packs: list[Pack], seller: Client) -> None:
    hands.ordered(packs[0], quantity=15)

    answer = save(seller, shown(seller) | {f"pack-{packs[0].pk}-lost": "6"})

    assert answer.status_code == 409
    assert bulk.received([packs[0].pk]) == {packs[0].pk: 20}


def test_a_second_price_waits_for_the_departments_answer(packs: list[Pack], seller: Client) -> None:
    name = f"pack-{packs[0].pk}-price"
    first = save(seller, shown(seller) | {name: "95.000"})
    waiting = ListingChange.objects.filter(state=ListingChange.State.SUBMITTED).count()

    second = save(seller, shown(seller) | {name: "96.000", f"pack-{packs[1].pk}-came": "3"})

    assert first.status_code == 302
    if waiting:
        assert second.status_code == 409
        assert bulk.received([packs[1].pk]) == {packs[1].pk: 20}
    else:
        assert second.status_code == 302


def test_an_approved_price_is_on_the_shelf(packs: list[Pack], seller: Client) -> None:
    save(seller, shown(seller) | {f"pack-{packs[0].pk}-price": "95.000"})
    change = ListingChange.objects.latest("pk")
    if change.state == ListingChange.State.SUBMITTED:
        moderation.decide(
            change.pk, state="approved", opened_version=change.base_version, by=factories.user()
        )

    assert shown(seller)[f"pack-{packs[0].pk}-price"] == "95.000"
    assert "95.000" in Client().get("/shop/").content.decode()


def test_nobody_elses_pack_is_changed(packs: list[Pack], seller: Client) -> None:
    foreign = factories.pack()
    form = shown(seller) | {
        f"pack-{foreign.pk}-seen": bulk.mark(foreign, 20),
        f"pack-{foreign.pk}-price": "1.000",
        f"pack-{foreign.pk}-came": "5",
        f"pack-{foreign.pk}-alarm": "1",
    }

    save(seller, form)

    assert bulk.received([foreign.pk]) == {foreign.pk: 20}
    assert not ListingChange.objects.filter(listing=foreign.listing_id).exists()
    with pytest.raises(Pack.DoesNotExist):
        bulk.save(
            packs[0].listing.cooperative_id,
            [bulk.Row(foreign.pk, bulk.mark(foreign, 20), 1_000)],
            by=factories.user(),
        )


def test_a_packer_changes_no_price(listing: Listing) -> None:
    packer = hands.member(listing.cooperative, Membership.Role.PACKER)

    assert packer.get("/sell/stock/").status_code == 403
    assert packer.post("/sell/stock/", {}).status_code == 403


def test_today_warns_from_the_number_the_cooperative_chose(
    packs: list[Pack], seller: Client
) -> None:
    quiet = [task.url for task in seller.get("/sell/").context["tasks"]]
    save(seller, shown(seller) | {f"pack-{packs[0].pk}-alarm": "20"})

    (task,) = seller.get("/sell/").context["tasks"]

    assert quiet == []
    assert (task.number, task.url) == (1, "/sell/stock/")


@pytest.mark.django_db(transaction=True)
def test_of_two_members_who_save_at_once_one_is_told(
    listing: Listing, packs: list[Pack], seller: Client
) -> None:
    form = shown(seller) | {f"pack-{packs[0].pk}-came": "5"}
    clients = [seller, hands.member(listing.cooperative)]
    statuses: list[int] = []
    ready = threading.Barrier(2)

    def press(client: Client) -> None:
        ready.wait()
        statuses.append(save(client, form).status_code)
        connection.close()

    threads = [threading.Thread(target=press, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses) == [302, 409]
    assert bulk.received([packs[0].pk]) == {packs[0].pk: 25}


def test_the_page_asks_little(listing: Listing, django_assert_max_num_queries: Any) -> None:
    seller = hands.member(listing.cooperative)
    for number in range(4):
        factories.listing(listing.cooperative, title=f"Nhãn {number}", prices=(1_000, 2_000))

    with django_assert_max_num_queries(12):
        assert seller.get("/sell/stock/").status_code == 200
