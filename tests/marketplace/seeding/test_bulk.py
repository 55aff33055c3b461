"""Bulk rows are such as the verbs would write: every invariant holds, and they can be bought."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from catalog.listings.models import Listing
from catalog.shelf.models import ShelfItem
from catalog.stock.models import LotBalance
from marketplace.records import invariants
from marketplace.seeding import bulk, bulkorders
from marketplace.statistics import counting
from marketplace.statistics.models import Tally

pytestmark = pytest.mark.django_db


def broken() -> list[str]:
    """The names of the invariants that do not hold."""
    return [finding.name for finding in invariants.check() if finding.count]


def test_bulk_rows_keep_every_invariant_and_are_on_the_shelf(client: Client):
    call_command("seed_bench", listings=120, serials=20, orders=2)

    assert broken() == []
    assert (Listing.objects.count(), ShelfItem.objects.count()) == (120, 120)
    address = ShelfItem.objects.first().listing.get_absolute_url()
    assert client.get(address).status_code == 200


def test_seeding_again_adds_only_what_is_missing():
    bulk.listings(10)

    assert (bulk.listings(25), bulk.listings(25)) == (15, 0)
    assert broken() == []
    assert ShelfItem.objects.count() == 25


def test_a_scarce_listing_has_so_many_units_and_no_more():
    key = bulk.scarce_listing(10)

    assert [b.received for b in LotBalance.objects.filter(pack__listing=key)] == [10]
    assert ShelfItem.objects.get(pk=key).available == 10
    assert broken() == []


def test_a_live_market_takes_no_bulk_rows(settings):
    settings.DEMO = False

    with pytest.raises(CommandError):
        call_command("seed_bench", listings=1)

    assert Listing.objects.count() == 0


def test_bulk_orders_keep_every_invariant_and_are_counted():
    bulk.listings(30)

    assert (bulkorders.bring_to(400), bulkorders.bring_to(1_000)) == (400, 600)
    counting.refresh()

    assert broken() == []
    everything = Tally.objects.filter(dimension="")
    assert everything.count() > 300
    assert sum(row.orders for row in everything) == 933
    assert sum(row.refunded for row in everything) > 0
