"""Checkout refuses what is wrong, loses nothing, and asks again when something has changed."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from oscar.apps.order.models import Order
from oscar.apps.partner.models import StockRecord

from catalog.communes.models import Commune
from catalog.listings.models import Listing, Pack
from catalog.shipping.models import Lane, LaneOffer
from marketplace.records.models import DatedRule
from tests import database, factories
from tests.catalog import buying

pytestmark = pytest.mark.django_db
Made = tuple[int, dict[str, str], str]


@pytest.fixture(scope="module")
def _made(django_db_setup: None, django_db_blocker: object) -> Iterator[Made]:
    """A basket that was brought to its checkout; made once for the file."""
    yield from database.lasting(django_db_blocker, priced)


def priced() -> Made:
    """The key of a pack of which there are ten, its buyer's cookies, and the checkout's page."""
    pack, buyer = factories.pack(units=10), Client()
    buying.fill(buyer, pack)
    page = buying.price(buyer)
    return pack.pk, {name: kept.value for name, kept in buyer.cookies.items()}, page


@pytest.fixture
def pack(_made: Made, db: None) -> Pack:
    """A pack with ten units at 89,000 đồng."""
    return Pack.objects.get(pk=_made[0])


@pytest.fixture
def page(client: Client, _made: Made, db: None) -> str:
    """The checkout of a basket with that pack, delivery priced; the client is its buyer's."""
    client.cookies.load(_made[1])
    return _made[2]


def test_an_empty_basket_leads_back_to_the_basket(client: Client) -> None:
    assert client.get("/checkout/")["Location"] == "/basket/"
    assert client.post("/checkout/", {"step": "place"})["Location"] == "/basket/"


def test_the_sellers_legal_name_and_address_stand_beside_the_parcel(page: str, pack: Pack) -> None:
    seller = pack.listing.cooperative

    assert seller.legal_name in page
    assert seller.street in page


def test_fresh_goods_go_only_by_lanes_that_are_fast_enough(client: Client) -> None:
    fresh = factories.listing(category="fresh-fruit/longan").packs.get()
    dry = factories.listing(category="tea").packs.get()
    buying.fill(client, fresh, dry)

    chosen = buying.form(buying.price(client))

    assert chosen[f"shipping-{fresh.listing.cooperative_id}"] == "fast"
    assert chosen[f"shipping-{dry.listing.cooperative_id}"] == "post"


def test_a_lane_too_slow_for_the_goods_is_refused_when_posted_by_hand(
    client: Client, page: str, pack: Pack
) -> None:
    posted = buying.form(page, **{f"shipping-{pack.listing.cooperative_id}": "post"})

    assert client.post("/checkout/", posted).status_code == 422
    assert not Order.objects.exists()


def test_a_cooperative_that_does_not_send_there_leaves_no_lane(
    client: Client, page: str, pack: Pack
) -> None:
    for lane in Lane.objects.all():
        LaneOffer.objects.create(cooperative=pack.listing.cooperative, lane=lane, is_offered=False)

    assert client.post("/checkout/", buying.form(page)).status_code == 422
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("phone", "12"),
        ("phone", "not a number"),
        ("email", "a@x.vn\nBcc: b@x.vn"),
        ("province", "99"),
        ("province", "1x"),
        ("province", ""),
        ("commune", "Không Có Xã Này"),
        ("street", ""),
        ("street", "x" * 201),
        ("channel", "gold"),
        ("channel", ""),
        ("consent", ""),
        ("terms_version", "1999"),
        ("place_key", ""),
        ("place_key", "1:forged"),
        ("expected_total", "-1"),
        ("expected_total", "NaN"),
        ("expected_total", ""),
    ],
)
def test_what_is_missing_or_wrong_places_nothing(
    client: Client, page: str, field: str, value: str
) -> None:
    answer = client.post("/checkout/", buying.form(page, **{field: value}))

    assert answer.status_code in (409, 422)
    assert not Order.objects.exists()


def test_skipping_the_steps_places_nothing(client: Client, pack: Pack) -> None:
    buying.fill(client, pack)

    answer = client.post("/checkout/", {"step": "place", "channel": "cod", "consent": "yes"})

    assert answer.status_code == 422
    assert not Order.objects.exists()


def test_another_buyers_form_places_nothing_of_his(client: Client, page: str, pack: Pack) -> None:
    other = Client()
    buying.fill(other, pack)

    answer = other.post("/checkout/", buying.form(page))

    assert answer.status_code == 422
    assert not Order.objects.exists()


def test_a_price_that_rose_meanwhile_is_shown_and_asked_again(
    client: Client, page: str, pack: Pack
) -> None:
    Pack.objects.update(price=99_000)
    StockRecord.objects.update(price=99_000)

    answer = client.post("/checkout/", buying.form(page))
    again = client.post("/checkout/", buying.form(answer.content.decode()))

    assert answer.status_code == 409
    assert "99.000" in answer.content.decode()
    assert again.status_code == 302
    assert Order.objects.get().lines.get().unit_price_incl_tax == 99_000


def test_goods_withdrawn_meanwhile_are_not_sold(client: Client, page: str, pack: Pack) -> None:
    Listing.objects.update(state="withdrawn")

    assert client.post("/checkout/", buying.form(page)).status_code == 409
    assert not Order.objects.exists()


def test_terms_that_changed_meanwhile_are_agreed_to_again(client: Client, page: str) -> None:
    DatedRule.objects.filter(key="terms.version").update(value="2026-12")

    answer = client.post("/checkout/", buying.form(page))

    assert answer.status_code == 409
    assert not Order.objects.exists()
    again = client.post("/checkout/", buying.form(answer.content.decode()))
    assert again.status_code == 302
    assert Order.objects.get().placement.terms_version == "2026-12"


def test_cash_above_the_cap_is_refused(client: Client) -> None:
    buying.fill(client, factories.pack(price=6_000_000))

    answer = buying.place(client, channel="cod")

    assert answer.status_code == 409
    assert not Order.objects.exists()


def test_the_commune_is_found_by_a_name_without_marks(client: Client, pack: Pack) -> None:
    buying.fill(client, pack)
    ward = Commune.objects.get(name="Ba Đình", province__code="01", valid_to__isnull=True)

    buying.place(client, commune="ba dinh")

    assert Order.objects.get().placement.commune == ward


def test_the_terms_the_address_and_the_source_are_kept_with_the_order(
    client: Client, pack: Pack
) -> None:
    buying.fill(client, pack, source="scan")

    buying.place(client)

    placement = Order.objects.get().placement
    assert (placement.phone, placement.street) == ("+84912345678", "12 ngõ 40 phố Linh Lang")
    assert (placement.source, placement.language) == ("scan", "vi")
    assert placement.terms_version != ""
    assert list(placement.order.seller_orders.get().lines.values_list("source")) == [("scan",)]


def test_a_signed_in_buyer_owns_the_order_and_sees_it_without_a_token(
    client: Client, pack: Pack
) -> None:
    user = factories.user("thu@example.vn")
    client.force_login(user)
    buying.fill(client, pack)
    buying.place(client)
    order = Order.objects.get()
    other = Client()
    other.force_login(factories.user())

    assert order.user == user
    assert client.get(f"/o/{order.number}").status_code == 200
    assert order.number in client.get("/account/orders/").content.decode()
    for page in ("", "/pay", "/receipt", "/pay/status", "/pay/ways"):
        assert other.get(f"/o/{order.number}{page}").status_code == 404
        assert Client().get(f"/o/{order.number}{page}?token=guess").status_code == 404
    assert other.post(f"/o/{order.number}/cancel").status_code == 404


def test_the_pages_of_a_guests_order_open_with_its_token(client: Client, pack: Pack) -> None:
    buying.fill(client, pack)
    buying.place(client)
    order = Order.objects.get()
    token = f"?token={order.placement.token}"
    stranger = Client()

    for page in ("", "/pay", "/receipt", "/pay/status", "/pay/ways"):
        assert stranger.get(f"/o/{order.number}{page}{token}").status_code == 200
    assert stranger.get(f"/en/o/{order.number}{token}").status_code == 200


def test_placing_five_lines_costs_45_queries_at_most(client: Client) -> None:
    first, second = factories.cooperative(), factories.cooperative()
    packs = [factories.pack(seller) for seller in (first, first, first, second, second)]
    for _ in range(2):  # the second time payments know the payees, as they do from then on
        buying.fill(client, *packs)
        posted = buying.form(buying.price(client))
        with CaptureQueriesContext(connection) as asked:
            assert client.post("/checkout/", posted).status_code == 302

    marks = ("SAVEPOINT", "RELEASE")
    queries = [row for row in asked.captured_queries if not row["sql"].startswith(marks)]
    assert len(queries) <= 45
    assert len(asked) <= 55
