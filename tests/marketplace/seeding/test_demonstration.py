"""The demonstration market: the same dice make the same market, and a stopped one goes on."""

import datetime as dt
import json
import random
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from oscar.apps.order.models import Order

from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing
from catalog.orders import ending
from catalog.orders.models import Placement
from catalog.shelf.models import ShelfItem
from marketplace.records import clock, invariants
from marketplace.seeding import accounts, blueprints, demonstration
from marketplace.seeding.selling import Stall, Year
from tests import factories
from tests.catalog import buying

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path: Path) -> None:
    """The file of accounts goes to a folder of the test."""
    settings.VAR_DIR = tmp_path


class Stopped(Exception):
    """Somebody pressed Ctrl-C."""


def make(stop_at: int = 101, orders: int = 5) -> None:
    """A small demonstration, stopped when it is so far."""

    def report(percent: int) -> None:
        if percent >= stop_at:
            raise Stopped

    demonstration.make(cooperatives=3, listings=4, orders=orders, seed=14, report=report)


def market() -> list[object]:
    """What somebody who looks would compare."""
    orders = Placement.objects.order_by("pk").select_related("order")
    return [
        list(Cooperative.objects.order_by("pk").values_list("name", "tax_code", "state")),
        list(ShelfItem.objects.order_by("pk").values_list("title_vi", "price", "available")),
        [(one.channel, one.order.total_incl_tax, one.order.status) for one in orders],
    ]


def broken() -> list[str]:
    """The names of the invariants that do not hold."""
    return [finding.name for finding in invariants.check() if finding.count]


def test_a_small_market_stands_whole_and_keeps_every_invariant(settings):
    make()

    assert (Cooperative.objects.count(), Listing.objects.count()) == (3, 4)
    assert Placement.objects.count() == 5
    assert broken() == []
    accounts = json.loads((settings.VAR_DIR / "demo.json").read_text())
    assert {"buyer", "cooperative_owner", "moderator", "superuser"} <= {
        account["role"] for account in accounts
    }


@pytest.mark.slow
def test_the_same_dice_make_the_same_market():
    seen = []
    with clock.moved_to(clock.now()):
        for _ in range(2):
            with transaction.atomic():
                make(orders=3)
                seen.append(market())
                transaction.set_rollback(True)

    assert seen[0] == seen[1]


@pytest.mark.slow
def test_as_many_orders_are_placed_as_were_asked_for_in_the_month_when_least_is_ripe():
    with clock.moved_to(dt.datetime(2026, 11, 30, 3, tzinfo=dt.UTC)):
        demonstration.make(
            cooperatives=1, listings=1, orders=12, seed=3, report=lambda _percent: None
        )

    assert Placement.objects.count() == 12
    # One crop, ripe from July to September.
    assert {one.month for one in Order.objects.values_list("date_placed", flat=True)} <= {7, 8, 9}
    assert broken() == []


@pytest.mark.slow
def test_a_stopped_market_goes_on_where_it_stopped():
    with pytest.raises(Stopped):
        make(stop_at=60)
    before = list(Placement.objects.order_by("pk").values_list("pk", flat=True))
    assert 0 < len(before) < 5

    make()

    assert (Cooperative.objects.count(), Listing.objects.count()) == (3, 4)
    after = list(Placement.objects.order_by("pk").values_list("pk", flat=True))
    assert after[: len(before)] == before
    assert len(after) == 5
    assert broken() == []


def test_a_market_with_real_orders_is_left_alone(client):
    buying.fill(client, factories.pack())
    buying.place(client)

    with pytest.raises(CommandError, match="real orders"):
        call_command("seed_demo", cooperatives=1, listings=1, orders=0)

    assert (Cooperative.objects.count(), Placement.objects.count()) == (1, 1)


class Hurried(Year):
    """A year on a machine so slow that the market's background work comes between the steps."""

    def _place(self, *facts: object) -> Placement:
        made = super()._place(*facts)
        with clock.moved_to(self.until):
            ending.expire_due()
        return made


def test_orders_that_background_work_ended_first_do_not_stop_the_year():
    goods = next(one for one in blueprints.goods(60, 40) if not one.is_fresh)
    owner = factories.user()
    with clock.moved_to(clock.now() - dt.timedelta(days=40)):
        listing = factories.listing(factories.cooperative(owner=owner), units=60)
        stall = Stall(goods, listing, owner, clock.now())
    year = Hurried([stall], clock.now(), random.Random(3))

    for day in range(1, 9):
        year.order(clock.now() - dt.timedelta(days=30 - day), None)

    # What had to be paid was paid late, and taken up again; cash orders were declined.
    assert Order.objects.filter(status="cancelled", placement__channel="cod").exists()
    assert broken() == []


@pytest.mark.django_db(transaction=True)
def test_everybody_who_is_given_a_role_is_accounted_for():
    made = accounts.Accounts(random.Random(1))
    made.staff("moderator", "Lò Thị Hạnh")
    made.superuser()
    made.superuser()

    found = {one.name for one in invariants.check() if one.count}
    assert "everything_is_accounted_for" not in found
