"""Pieces of pages are kept under what they show, and the oldest leave."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override

from catalog.listings import visibility
from catalog.shelf import refresh
from marketplace.design import fragments
from marketplace.records import clock
from tests import factories


def test_a_piece_is_written_once_for_a_key():
    store = fragments.Store(2)
    written = []

    def write():
        written.append(1)
        return f"piece {len(written)}"

    assert (store.piece("a", write), store.piece("a", write)) == ("piece 1", "piece 1")


def test_the_oldest_piece_leaves_a_full_store():
    store = fragments.Store(2)
    for key in "abc":
        store.keep(key, key)

    assert [store.get(key) for key in "abc"] == [None, "b", "c"]


def test_a_store_without_room_keeps_nothing():
    store = fragments.Store(0)
    store.keep("a", 1)

    assert store.get("a") is None


def kept(**context: object) -> str:
    """A part kept under ``a``, which shows ``a`` and, wrongly, ``b``."""
    source = '{% load market %}{% kept "test" a %}{{ a }} {{ b }}{% endkept %}'
    return Template(source).render(Context(context))


def test_a_part_is_kept_for_each_of_its_values():
    assert [kept(a=1, b=1), kept(a=2, b=2), kept(a=1, b=3)] == ["1 1", "2 2", "1 1"]


def test_a_part_without_a_value_is_never_kept():
    assert [kept(a=None, b=1), kept(a=None, b=2), kept(b=3), kept(b=4)] == [
        "None 1",
        "None 2",
        " 3",
        " 4",
    ]


@pytest.mark.django_db
def test_a_changed_listing_is_shown_as_it_is_now(client: Client):
    pack = factories.pack(price=89_000)
    address = pack.listing.get_absolute_url()
    assert "89.000" in client.get("/shop/").content.decode()
    assert "89.000" in client.get(address).content.decode()

    type(pack).objects.filter(pk=pack.pk).update(price=91_000)
    refresh.listing(pack.listing_id)

    for page in (client.get("/shop/"), client.get(address)):
        assert "91.000" in page.content.decode()
        assert "89.000" not in page.content.decode()


@pytest.mark.django_db
def test_a_hidden_listing_is_gone_at_once(client: Client):
    pack = factories.pack()
    owner = factories.user()
    address = pack.listing.get_absolute_url()
    assert client.get(address).status_code == 200

    visibility.hide(pack.listing_id, by=owner)

    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_a_kept_listing_costs_three_queries(client: Client, django_assert_max_num_queries):
    address = factories.pack().listing.get_absolute_url()
    client.get(address)

    # Whether public pages changed, how the listing stands, and the cards below it.
    with django_assert_max_num_queries(3):
        client.get(address)


@pytest.mark.django_db
def test_each_reader_gets_a_card_in_the_own_language(client: Client):
    factories.pack()

    vietnamese = client.get("/shop/").content.decode()
    english = client.get("/en/shop/").content.decode()

    assert 'href="/p/' in vietnamese
    assert 'href="/en/p/' in english
    assert 'href="/p/' not in english.split("<main", 1)[1]


@pytest.mark.django_db
def test_a_card_is_written_anew_when_the_day_changes(client: Client):
    factories.pack()
    with override("vi"), clock.moved_to(dt.datetime(2026, 8, 12, 3, tzinfo=dt.UTC)):
        summer = client.get("/shop/").content.decode()
    with override("vi"), clock.moved_to(dt.datetime(2026, 12, 12, 3, tzinfo=dt.UTC)):
        winter = client.get("/shop/").content.decode()

    assert summer.count("bar12") == winter.count("bar12")
    assert summer != winter
