"""Own customers: only who agreed, only one's own, gone when the buyer takes it back."""

import csv
import io
import json
import re
from typing import Any

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from catalog.cooperatives.models import Membership
from catalog.customers import remembering
from catalog.customers.models import Customer, CustomerTag
from catalog.listings.models import Pack
from marketplace.records import clock
from marketplace.records.models import AuditEntry
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def packs() -> list[Pack]:
    """Goods of two cooperatives."""
    return [
        factories.pack(factories.cooperative("HTX Một"), units=30),
        factories.pack(factories.cooperative("HTX Hai"), units=30),
    ]


@pytest.fixture
def seller(packs: list[Pack]) -> Client:
    """Who sells for the first."""
    return hands.member(packs[0].listing.cooperative, Membership.Role.SELLER)


def buy(*packs: Pack, remember: list[int] | None = None, **other: str) -> Order:
    """Order; the boxes named are ticked."""
    client = Client()
    buying.fill(client, *packs)
    form: dict[str, Any] = buying.form(buying.price(client, **other), channel="cod", **other)
    answer = client.post("/checkout/", form | {"remember": remember or []})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return Order.objects.latest("pk")


def known(pack: Pack) -> int:
    """The key of the pack's cooperative."""
    return int(pack.listing.cooperative_id)


def test_the_box_is_there_for_every_cooperative_and_not_ticked(packs: list[Pack]) -> None:
    client = Client()
    buying.fill(client, *packs)

    page = buying.price(client)

    boxes = re.findall(r'<input type="checkbox" name="remember" value="(\d+)"([^>]*)>', page)
    assert sorted(boxes) == sorted((str(known(pack)), "") for pack in packs)


def test_only_who_agreed_is_a_customer_and_only_of_whom(packs: list[Pack], seller: Client) -> None:
    buy(*packs, remember=[known(packs[0])])
    buy(packs[0], phone="0912 345 679", name="Không đồng ý")

    names = [row["customer"].name for row in seller.get("/sell/customers/").context["rows"]]
    other = hands.member(packs[1].listing.cooperative)

    assert names == ["Nguyễn Minh Thu"]
    assert other.get("/sell/customers/").context["rows"] == []
    consent = Customer.objects.get()
    assert consent.words_version == remembering.words_version()
    assert consent.consented_at == consent.seller_order.order.placement.placed_at


def test_the_interface_for_apps_takes_consent_too(packs: list[Pack]) -> None:
    client = Client()
    made = json.loads(client.post("/api/v1/baskets").content)
    headers = {"Basket-Token": made["token"], "Idempotency-Key": "k1"}
    line = {"listing": packs[0].listing_id, "pack": packs[0].pk, "quantity": 1}
    send = {"content_type": "application/json", "headers": headers}
    client.post(f"/api/v1/baskets/{made['id']}/lines", json.dumps(line), **send)
    told = buying.address()
    body = {
        "contact": {"name": told["name"], "phone": told["phone"]},
        "address": {name: told[name] for name in ("province", "commune", "street")},
        "channel": "cod",
        "consent": {"terms_version": made["terms_version"]},
        "remember": [str(known(packs[0]))],
    }

    answer = client.post(f"/api/v1/baskets/{made['id']}/checkout", json.dumps(body), **send)

    assert answer.status_code == 201, answer.content
    assert Customer.objects.get().cooperative_id == known(packs[0])


def test_orders_and_repeat_buyers_are_counted_from_ones_own_orders(
    packs: list[Pack], seller: Client
) -> None:
    own = known(packs[0])
    buy(packs[0], remember=[own])
    last = buy(*packs)
    buy(packs[1])
    once = buy(packs[0], remember=[own], phone="0912 345 679", name="Lò Văn Một")

    rows = seller.get("/sell/customers/").context["rows"]
    repeat = seller.get("/sell/customers/?repeat=1").context["rows"]

    counts = {row["customer"].name: row["customer"].orders for row in rows}
    assert counts == {"Nguyễn Minh Thu": 2, "Lò Văn Một": 1}
    moments = {row["customer"].name: row["customer"].last_at for row in rows}
    assert moments["Nguyễn Minh Thu"] == last.placement.placed_at
    assert moments["Lò Văn Một"] == once.placement.placed_at
    assert [row["customer"].name for row in repeat] == ["Nguyễn Minh Thu"]


def test_notes_and_tags_are_kept_found_and_exported(packs: list[Pack], seller: Client) -> None:
    buy(packs[0], remember=[known(packs[0])])
    buy(packs[0], remember=[known(packs[0])], phone="0912 345 679", name="Lò Văn Một")
    thu = Customer.objects.get(name="Nguyễn Minh Thu")

    answer = seller.post(
        f"/sell/customers/{thu.pk}/", {"note": "=Gọi trước", "tags": "sỉ, văn phòng, sỉ"}
    )

    assert answer.status_code == 302
    assert list(thu.tags.values_list("name", flat=True)) == ["sỉ", "văn phòng"]
    for asked in ("q=nguyen%20minh", "q=345678", "tag=s%E1%BB%89", "q=goi%20truoc"):
        rows = seller.get(f"/sell/customers/?{asked}").context["rows"]
        assert [row["customer"].pk for row in rows] == [thu.pk], asked
    file = seller.get("/sell/customers/?format=csv&tag=s%E1%BB%89")
    (row,) = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")))
    assert (row["name"], row["orders"], row["note"]) == ("Nguyễn Minh Thu", "1", "'=Gọi trước")
    assert AuditEntry.objects.filter(what="customers.exported").count() == 1


def test_another_cooperatives_customer_does_not_exist(packs: list[Pack], seller: Client) -> None:
    buy(packs[1], remember=[known(packs[1])])
    foreign = Customer.objects.get()

    assert seller.get(f"/sell/customers/{foreign.pk}/").status_code == 404
    posted = seller.post(f"/sell/customers/{foreign.pk}/", {"note": "x", "tags": "y"})
    assert posted.status_code == 404
    file = seller.get("/sell/customers/?format=csv").content.decode()
    assert "Nguyễn Minh Thu" not in file
    assert not CustomerTag.objects.exists()


def test_a_packer_sees_no_customers(packs: list[Pack]) -> None:
    packer = hands.member(packs[0].listing.cooperative, Membership.Role.PACKER)

    assert packer.get("/sell/customers/").status_code == 403


def test_the_buyer_takes_it_back_on_the_orders_page(packs: list[Pack], seller: Client) -> None:
    order = buy(packs[0], remember=[known(packs[0])])
    part, token = hands.parcel(order), order.placement.token
    customer = Customer.objects.get()
    seller.post(f"/sell/customers/{customer.pk}/", {"note": "Gọi trước", "tags": "sỉ"})
    address = f"/o/{order.number}/forget/{part.number}?token={token}"
    page = Client().get(f"/o/{order.number}?token={token}").content.decode()

    strange = Client().post(f"/o/{order.number}/forget/{part.number}")
    answers = [Client().post(address).status_code for _press in range(2)]

    assert f"/o/{order.number}/forget/{part.number}" in page
    assert strange.status_code == 404
    assert answers == [302, 302]
    assert not Customer.objects.exists()
    assert not CustomerTag.objects.exists()
    assert seller.get(f"/sell/customers/{customer.pk}/").status_code == 404
    trail = AuditEntry.objects.filter(what__startswith="customer.")
    assert list(trail.order_by("pk").values_list("what", flat=True)) == [
        "customer.consented",
        "customer.noted",
        "customer.forgotten",
    ]
    assert "Gọi trước" not in json.dumps(list(trail.values("before", "after")))


def test_whoever_has_an_account_takes_it_back_there(packs: list[Pack]) -> None:
    client, user = Client(), factories.user("thu@example.vn")
    client.force_login(user)
    buying.fill(client, packs[0])
    form: dict[str, Any] = buying.form(buying.price(client), channel="cod")
    client.post("/checkout/", form | {"remember": [known(packs[0])]})
    customer = Customer.objects.get(user=user)
    stranger = Client()
    stranger.force_login(factories.user())

    foreign = stranger.post(f"/account/cooperatives/{customer.pk}/forget")
    listed = client.get("/account/cooperatives/").content.decode()
    account = client.get("/account/").content.decode()
    own = client.post(f"/account/cooperatives/{customer.pk}/forget")

    assert foreign.status_code == 404
    assert "HTX Một" in listed
    assert "/account/cooperatives/" in account
    assert own.status_code == 302
    assert not Customer.objects.exists()


def test_a_phone_nobody_proved_takes_nothing_back(packs: list[Pack]) -> None:
    buy(packs[0], remember=[known(packs[0])])
    phone = Customer.objects.get().phone
    client, user = Client(), factories.user(phone=phone)
    client.force_login(user)

    before = client.post(f"/account/cooperatives/{Customer.objects.get().pk}/forget")
    user.phone_verified_at = clock.now()
    user.save()
    after = remembering.forget_person(user)

    assert before.status_code == 404
    assert after == 1
    assert not Customer.objects.exists()


def test_agreeing_again_is_one_customer(packs: list[Pack]) -> None:
    buy(packs[0], remember=[known(packs[0])])
    buy(packs[0], remember=[known(packs[0])], name="Nguyễn Thu")

    assert Customer.objects.get().name == "Nguyễn Thu"


def test_the_list_asks_little(
    packs: list[Pack], seller: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(4):
        buy(packs[0], remember=[known(packs[0])], phone=f"0912 345 67{number}")

    with django_assert_max_num_queries(10):
        assert seller.get("/sell/customers/").status_code == 200


def test_a_consent_given_to_somebody_else_is_found(packs: list[Pack]) -> None:
    buy(packs[0], remember=[known(packs[0])])
    before = hands.broken()

    Customer.objects.update(cooperative=packs[1].listing.cooperative)

    name = "customer_agreed_in_an_order_of_this_cooperative"
    assert name not in before
    assert name in hands.broken()
