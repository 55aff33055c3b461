"""What a parcel costs, by weight, zone, day and what is in it."""

import datetime as dt

import pytest
from django.core.management import call_command

from catalog.communes import queries
from catalog.goods.models import GoodsCategory
from catalog.shipping import quoting
from catalog.shipping.models import Lane, LaneOffer, LaneRate, Zone, ZoneProvince
from catalog.shipping.quoting import Parcel
from marketplace.records import clock
from tests import factories

pytestmark = pytest.mark.django_db
HANOI, HOME, CA_MAU = "01", "14", "96"


def prices(parcel: Parcel, province: str | None) -> dict[str, int]:
    """Price by lane."""
    found = quoting.quotes([parcel], province)[parcel.cooperative_id]
    return {quote.lane: quote.price for quote in found}


def test_loading_twice_changes_nothing() -> None:
    before = list(LaneRate.objects.order_by("pk").values_list())

    call_command("load_shipping", verbosity=0)

    assert list(LaneRate.objects.order_by("pk").values_list()) == before
    assert LaneRate.objects.filter(source="").count() == 0


def test_every_province_has_its_zone() -> None:
    codes = {province.code for province in queries.provinces()}

    assert set(ZoneProvince.objects.values_list("province_code", flat=True)) == codes


def test_the_price_follows_the_weight_step() -> None:
    assert prices(Parcel(1, 2_000), HANOI) == {"post": 24_000, "fast": 32_000, "cool": 42_000}
    assert prices(Parcel(1, 2_001), HANOI)["post"] == 34_500


def test_what_is_heavier_than_the_last_step_goes_in_several_parcels() -> None:
    one, rest = prices(Parcel(1, 30_000), HANOI), prices(Parcel(1, 2_000), HANOI)

    assert prices(Parcel(1, 62_000), HANOI)["post"] == 2 * one["post"] + rest["post"]


def test_fresh_goods_have_a_lane_to_every_province() -> None:
    for province in ZoneProvince.objects.values_list("province_code", flat=True):
        assert "cool" in prices(Parcel(1, 5_000, days=3), province)


def test_slow_lanes_are_left_out_for_fresh_goods() -> None:
    assert set(prices(Parcel(1, 5_000, days=3), CA_MAU)) == {"cool"}
    assert set(prices(Parcel(1, 5_000), CA_MAU)) == {"post", "fast", "cool"}


def test_without_a_province_the_nearest_zone_says_from_where_on() -> None:
    quotes = quoting.quotes([Parcel(1, 2_000)], None)[1]

    assert {quote.lane: quote.price for quote in quotes} == prices(Parcel(1, 2_000), HOME)
    assert not any(quote.is_exact for quote in quotes)


def test_a_lane_the_cooperative_does_not_send_by_is_left_out() -> None:
    seller = factories.cooperative()
    LaneOffer.objects.create(
        cooperative=seller, lane=Lane.objects.get(code="post"), is_offered=False
    )

    assert set(prices(Parcel(seller.pk, 2_000), HANOI)) == {"fast", "cool"}


def test_a_new_price_counts_from_its_day_on() -> None:
    today = clock.local_day()
    LaneRate.objects.create(
        lane=Lane.objects.get(code="post"),
        zone=Zone.objects.get(code="red-river"),
        up_to_g=2_000,
        price=99_000,
        days_min=2,
        days_max=4,
        valid_from=today + dt.timedelta(days=1),
        source="a contract",
    )

    assert prices(Parcel(1, 2_000), HANOI)["post"] == 24_000
    with clock.moved_to(clock.now() + dt.timedelta(days=1)):
        assert prices(Parcel(1, 2_000), HANOI)["post"] == 99_000


def test_days_come_from_the_handling_of_the_goods() -> None:
    fruit = GoodsCategory.objects.select_related("parent").get(path="fresh-fruit/longan")
    tea = GoodsCategory.objects.select_related("parent").get(path="tea")
    greens = GoodsCategory.objects.select_related("parent").get(path="vegetables")

    assert quoting.days_allowed([tea]) is None
    assert quoting.days_allowed([tea, fruit]) == 3
    assert quoting.days_allowed([greens]) == 3


def test_an_unknown_province_has_no_lane() -> None:
    assert quoting.quotes([Parcel(1, 2_000)], "00") == {1: []}
