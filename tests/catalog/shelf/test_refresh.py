"""The shelf follows what is published, in the same transaction."""

import datetime as dt
from threading import Thread

import pytest
from django.db import connection, transaction

from catalog.listings.models import Listing, ListingText, Pack
from catalog.shelf import invariants, refresh, tallies
from catalog.shelf.models import ShelfItem, ShelfTally
from catalog.stock.models import LotBalance
from marketplace.records import clock
from marketplace.records.invariants import REGISTRY
from tests import factories

pytestmark = pytest.mark.django_db


def broken() -> dict[str, list[tuple]]:
    """The rows that break an invariant of the shelf, by its name."""
    found = {}
    for name in (name for name in REGISTRY if name.startswith("shelf_")):
        with connection.cursor() as cursor:
            cursor.execute(REGISTRY[name].sql)
            rows = cursor.fetchall()
        if rows:
            found[name] = rows
    return found


def test_a_published_listing_stands_on_the_shelf_with_everything():
    seller = factories.cooperative("HTX Nắng")
    listing = factories.listing(seller, prices=(89_000, 160_000), units=5)

    item = ShelfItem.objects.get()

    assert (item.pk, item.slug, item.title_vi) == (listing.pk, listing.slug, "Nhãn Sông Mã")
    assert item.title_en == "Nhãn Sông Mã (en)"
    assert (item.price, item.price_per_kg, item.unit_vi) == (89_000, 44_500, "Hộp 2 kg")
    assert (item.packs, item.available) == (2, 10)
    assert (item.category_path, item.crop) == ("fresh-fruit/longan", "longan")
    assert (item.cooperative_name, item.cooperative_slug) == ("HTX Nắng", seller.slug)
    assert (item.commune_code, item.commune_name) == (seller.commune.code, seller.commune.name)
    assert item.season_months == [7, 8, 9]
    assert item.harvested_on == clock.local_day()
    assert item.folded.startswith("nhan song ma | nhan song ma en | nhan | longan")
    assert "htx nang" in item.folded
    assert broken() == {}


def test_the_cheapest_pack_that_can_be_bought_is_shown():
    listing = factories.listing(prices=(89_000, 160_000), units=5)
    cheap = listing.packs.get(price=89_000)
    LotBalance.objects.filter(pack=cheap).update(sold=5)

    refresh.stock([listing.pk])

    item = ShelfItem.objects.get()
    assert (item.price, item.price_per_kg, item.available) == (160_000, 40_000, 5)


def test_hidden_unsold_and_suspended_goods_leave_the_shelf():
    listing = factories.listing()
    Listing.objects.update(state=Listing.State.HIDDEN)
    refresh.listing(listing.pk)
    hidden = ShelfItem.objects.count()
    Listing.objects.update(state=Listing.State.PUBLISHED)
    Pack.objects.update(is_sold=False)
    refresh.listing(listing.pk)
    unsold = ShelfItem.objects.count()
    Pack.objects.update(is_sold=True)
    listing.cooperative.__class__.objects.update(state="suspended")
    refresh.cooperative(listing.cooperative_id)

    assert (hidden, unsold, ShelfItem.objects.count()) == (0, 0, 0)
    assert ShelfTally.objects.filter(count__gt=0).count() == 0
    assert broken() == {}


def test_a_rename_reaches_cards_counts_and_search():
    listing = factories.listing()
    factories.listing(listing.cooperative, title="Nhãn chín muộn")
    ListingText.objects.filter(listing=listing, language="vi").update(title="Long nhãn")
    listing.cooperative.name = "HTX Mới"
    listing.cooperative.save()

    refresh.cooperative(listing.cooperative_id)

    tally = ShelfTally.objects.get(category_path="", facet="cooperative")
    assert set(ShelfItem.objects.values_list("cooperative_name", flat=True)) == {"HTX Mới"}
    assert (tally.label_vi, tally.count) == ("HTX Mới", 2)
    assert ShelfItem.objects.get(pk=listing.pk).title_vi == "Long nhãn"
    assert broken() == {}


def test_counts_kept_and_counted_are_the_same():
    seller = factories.cooperative()
    factories.listing(seller)
    factories.listing(seller, title="Xoài tròn 100%", category="fresh-fruit/mango")
    factories.listing(title="Cà phê", category="coffee")
    kept = sorted(ShelfTally.objects.values_list("category_path", "facet", "value", "count"))

    tallies.recount()

    counted = sorted(ShelfTally.objects.values_list("category_path", "facet", "value", "count"))
    assert kept == counted
    assert len(kept) > 50


def test_an_untrue_count_breaks_the_invariant():
    factories.listing()
    ShelfTally.objects.filter(facet="total", category_path="").update(count=7)

    assert list(broken()) == ["shelf_counts_are_its_own"]
    assert invariants.COUNTED


def test_what_time_changes_is_changed_by_the_nightly_task():
    listing = factories.listing(units=5)
    with clock.moved_to(clock.now() + dt.timedelta(days=30)):
        refresh.everything()

        assert ShelfItem.objects.get(pk=listing.pk).available == 0


def test_everything_mends_what_was_changed_behind_our_back():
    listing = factories.listing()
    ShelfItem.objects.update(price=1, available=10_000)
    ShelfTally.objects.all().delete()

    assert refresh.everything() == 1
    assert ShelfItem.objects.get(pk=listing.pk).price == 89_000
    assert broken() == {}


def test_a_refresh_costs_no_more_for_many_listings(django_assert_max_num_queries):
    seller = factories.cooperative()
    keys = [factories.listing(seller, title=f"Nhãn {n}").pk for n in range(4)]

    with django_assert_max_num_queries(6):
        refresh.stock(keys)
    with django_assert_max_num_queries(16):
        refresh.listings(keys)


def test_a_refused_transaction_leaves_the_shelf_as_it_was():
    listing = factories.listing()
    with pytest.raises(RuntimeError), transaction.atomic():
        Listing.objects.update(state=Listing.State.WITHDRAWN)
        refresh.listing(listing.pk)
        raise RuntimeError

    assert ShelfItem.objects.count() == 1
    assert broken() == {}


@pytest.mark.parametrize(
    ("months", "available", "month", "order"),
    [([7, 8], 3, 8, 0), ([7, 8], 3, 6, 1), ([1], 3, 12, 1), ([], 3, 5, 13), ([7], 0, 7, 14)],
)
def test_what_can_be_eaten_now_comes_first(months, available, month, order):
    from catalog.shelf.making import season_order

    assert season_order(months, available, month) == order


@pytest.mark.django_db(transaction=True)
def test_two_sales_at_once_leave_the_true_number():
    listing = factories.listing(prices=(89_000, 160_000), units=50)
    packs = list(listing.packs.order_by("pk"))

    def sell(pack: Pack) -> None:
        for _ in range(10):
            with transaction.atomic():
                balance = LotBalance.objects.select_for_update().get(pack=pack)
                balance.sold += 1
                balance.save()
                refresh.stock([listing.pk])
        connection.close()

    threads = [Thread(target=sell, args=(pack,)) for pack in packs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert ShelfItem.objects.get().available == 80
