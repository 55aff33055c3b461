"""Guessing is counted while the cache's server is away, and people still come in."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.db import connection
from django.test import Client

from marketplace.people import joining
from marketplace.records import spare
from marketplace.records.models import SpareCount
from tests import factories
from tests.marketplace.people.conftest import PASSWORD, is_signed_in, sign_in
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def _away(server):
    """The server went away before anybody came."""
    server.stop()


def test_the_spare_answers_as_the_cache_does():
    assert (spare.get("a"), spare.get("a", 7), spare.delete("a")) == (None, 7, False)
    assert (spare.add("a", 1, 60), spare.add("a", 2, 60), spare.get("a")) == (True, False, 1)
    assert (spare.incr("a"), spare.incr("a", 3)) == (2, 5)
    spare.set("a", [1.5, 2.5], None)
    assert (spare.get("a"), spare.delete("a"), spare.get("a")) == ([1.5, 2.5], True, None)
    with pytest.raises(ValueError, match="no such counter"):
        spare.incr("a")


def test_what_is_over_counts_no_more_and_is_swept_away():
    spare.set("a", 5, 0.01)
    spare.set("b", 5, 0.01)
    time.sleep(0.02)

    assert spare.get("a") is None
    with pytest.raises(ValueError, match="no such counter"):
        spare.incr("a")
    assert spare.add("a", 1, 60)
    assert SpareCount.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_none_is_lost():
    def count(_number: int) -> bool:
        try:
            first = spare.add("a", 0, 60)
            spare.incr("a")
            return first
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        firsts = list(pool.map(count, range(40)))

    assert firsts.count(True) == 1
    assert spare.get("a") == 40


@pytest.mark.usefixtures("_away")
def test_wrong_passwords_are_counted_without_the_cache(client):
    person = joining.join(email="lan@example.vn", password=PASSWORD, verified=True)

    answers = [sign_in(client, person.email, "wrong").status_code for _ in range(6)]

    assert answers == [200] * 5 + [429]
    assert sign_in(client, person.email).status_code == 429
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    sign_in(elsewhere, person.email)
    assert is_signed_in(elsewhere)


@pytest.mark.usefixtures("_away")
def test_a_right_password_takes_back_what_it_counted_without_the_cache(client):
    person = joining.join(email="lan@example.vn", password=PASSWORD, verified=True)

    for _ in range(7):
        sign_in(client, person.email)
        assert is_signed_in(client)
        client.post("/account/logout/")


@pytest.mark.usefixtures("_away")
def test_second_factors_are_counted_and_work_once_without_the_cache():
    boss = joining.join(email="boss@example.vn", password=PASSWORD, verified=True)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(boss, secret)
    code = totp.format_hotp_value(totp.hotp_value(secret, int(time.time() // 30)))
    one, other = Client(REMOTE_ADDR="203.0.113.1"), Client(REMOTE_ADDR="203.0.113.2")
    for browser in (one, other):
        sign_in(browser, "boss@example.vn")
        browser.post("/account/2fa/authenticate/", {"code": code})
    assert (is_signed_in(one), is_signed_in(other)) == (True, False)

    guesses = [
        other.post("/account/2fa/authenticate/", {"code": "000000"}).status_code for _ in range(6)
    ]

    assert guesses == [200] * 4 + [429] * 2


@pytest.mark.usefixtures("_away")
def test_guessing_codes_of_boxes_is_counted_without_the_cache(client):
    lot = factories.balance(factories.pack()).lot

    answers = [client.get(f"/t/K7Q2M9X4T{n:03}").status_code for n in range(121)]

    assert answers == [404] * 120 + [429]
    assert client.get(f"/t/{lot.code}").status_code == 429
    assert client.get(f"/t/{lot.code}", REMOTE_ADDR="203.0.113.9").status_code == 200


@pytest.mark.usefixtures("_away")
def test_trying_phones_for_an_order_is_counted_without_the_cache(client):
    order = hands.ordered(factories.pack())

    answers = [
        client.post("/o/", {"number": order.number, "phone": f"09876543{n:02}"}).status_code
        for n in range(7)
    ]

    assert answers == [302] * 5 + [429] * 2


@pytest.mark.usefixtures("_away")
def test_no_address_and_no_login_lies_in_the_spare(client):
    sign_in(client, "lan@example.vn", "wrong")

    kept = " ".join(str(row) for row in SpareCount.objects.values_list())
    assert kept
    assert "127.0.0.1" not in kept
    assert "lan@" not in kept
