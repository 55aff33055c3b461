"""The cache may be missing: values are lost, pages and orders are not."""

import pytest
from django.core.cache import cache
from django.test import Client
from oscar.apps.order.models import Order

from marketplace.records import forgiving
from tests import factories
from tests.catalog import buying


def test_a_cache_keeps_what_it_is_given(server):
    cache.set("a", 1)
    cache.set_many({"b": 2, "c": [3]})

    assert cache.get_many(["a", "b", "c", "d"]) == {"a": 1, "b": 2, "c": [3]}
    assert (cache.add("a", 9), cache.incr("a"), cache.touch("a"), cache.delete("b")) == (
        False,
        2,
        True,
        True,
    )


def test_without_its_server_a_cache_is_empty_and_refuses_nothing(server):
    cache.set("a", 1)

    server.stop()

    assert (cache.get("a"), cache.get("a", 7), cache.has_key("a")) == (None, 7, False)
    assert (cache.get_many(["a"]), cache.add("a", 1), cache.incr("a")) == ({}, True, 1)
    assert (cache.touch("a"), cache.delete("a")) == (False, False)
    cache.set_many({"a": 1})
    cache.delete_many(["a"])


def test_a_cache_comes_back_with_its_server(server):
    server.stop()
    cache.set("a", 1)

    server.join()
    cache.set("b", 2)

    assert cache.get_many(["a", "b"]) == {"b": 2}


def test_a_server_that_went_away_is_left_alone_for_a_while(server, monkeypatch):
    monkeypatch.setattr(forgiving, "PAUSE", 60.0)
    server.stop()
    assert cache.get("a") is None

    server.join()
    cache.set("a", 1)

    assert cache.get("a") is None


def test_the_log_says_once_that_the_cache_is_away(server, caplog):
    server.stop()

    for _ in range(3):
        cache.get("a")

    said = [line for line in caplog.records if line.name == "market.cache"]
    assert len(said) == 1


@pytest.mark.django_db
def test_a_guest_finds_and_orders_without_a_cache(server, client: Client):
    pack = factories.pack(price=89_000)
    server.stop()

    assert client.get("/shop/").status_code == 200
    assert client.get("/search?q=nhan").status_code == 200
    assert client.get(pack.listing.get_absolute_url()).status_code == 200
    buying.fill(client, pack, quantity=2)
    answer = buying.place(client)

    assert answer.status_code == 302
    assert Order.objects.get().total_incl_tax > 178_000


@pytest.mark.django_db
def test_the_sign_in_page_knows_right_from_wrong_without_a_cache(server, client: Client):
    person = factories.user("thu@sonla.example")
    server.stop()

    answers = [
        client.post("/account/login/", {"login": person.email, "password": password}).status_code
        for password in ("wrong-password", factories.PASSWORD)
    ]

    assert answers == [200, 302]
