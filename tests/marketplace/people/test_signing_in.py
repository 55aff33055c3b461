"""Coming in with a phone or an e-mail address, and being kept out."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from marketplace.people.models import User
from marketplace.records import audit
from tests.marketplace.people.conftest import PASSWORD, is_signed_in, link_in, sign_in

WRONG = "Nobody signs in with this phone or e-mail"


@pytest.mark.parametrize("login", ["lan@example.vn", " LAN@Example.vn "])
def test_email_and_password_let_in(client, lan, login):
    response = sign_in(client, login)

    assert (response.status_code, response["Location"]) == (302, "/account/")
    assert is_signed_in(client)
    assert audit.of(lan).first().what == "account.signed_in"


@pytest.mark.parametrize("login", ["0912345678", "0912 345 678", "+84912345678"])
def test_phone_and_password_let_in(client, minh, login):
    sign_in(client, login)

    assert client.session["_auth_user_id"] == str(minh.pk)


def test_wrong_password_and_unknown_account_get_the_same_answer(lan):
    known = sign_in(Client(), "lan@example.vn", "wrong")
    unknown = sign_in(Client(), "nobody@example.vn", "wrong")
    phone = sign_in(Client(), "0987654321", "wrong")

    assert {r.status_code for r in (known, unknown, phone)} == {200}
    errors = {str(r.context["form"].non_field_errors()) for r in (known, unknown, phone)}
    assert len(errors) == 1


def test_english_page_is_under_en(client, lan):
    response = client.post("/en/account/login/", {"login": "lan@example.vn", "password": PASSWORD})

    assert response["Location"] == "/en/account/"
    assert client.get("/en/account/").status_code == 200


def test_person_who_left_is_not_let_in(client, lan):
    User.objects.update(is_active=False)

    sign_in(client, "lan@example.vn")

    assert not is_signed_in(client)


def test_fifth_failure_locks_the_account_for_that_address_only(client, lan):
    for _ in range(5):
        assert sign_in(client, "lan@example.vn", "wrong").status_code == 200

    locked = sign_in(client, "LAN@example.vn")
    elsewhere = Client(REMOTE_ADDR="10.1.2.3")

    assert locked.status_code == 429
    assert locked["Retry-After"] == "300"
    assert not is_signed_in(client)
    assert sign_in(elsewhere, "lan@example.vn").status_code == 302


def test_locking_tells_nothing_about_the_account(client, lan):
    for _ in range(5):
        sign_in(client, "nobody@example.vn", "wrong")

    assert sign_in(client, "nobody@example.vn", "wrong").status_code == 429


def test_forged_address_does_not_escape_the_lock(lan):
    statuses = [
        sign_in(Client(), "lan@example.vn", "wrong", HTTP_X_FORWARDED_FOR=f"10.0.0.{n}").status_code
        for n in range(7)
    ]

    assert statuses == [200] * 5 + [429] * 2


def test_address_told_by_our_own_proxy_counts(settings, lan):
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]
    statuses = [
        sign_in(Client(), "lan@example.vn", "wrong", HTTP_X_FORWARDED_FOR=f"10.0.0.{n}").status_code
        for n in range(7)
    ]

    assert statuses == [200] * 7


def test_right_password_between_wrong_ones_gives_no_new_tries(lan):
    for _ in range(4):
        sign_in(Client(), "lan@example.vn", "wrong")
    sign_in(Client(), "lan@example.vn")
    sign_in(Client(), "lan@example.vn", "wrong")

    assert sign_in(Client(), "lan@example.vn", "wrong").status_code == 429


def test_one_password_on_many_accounts_is_stopped(db):
    statuses = [sign_in(Client(), f"n{n}@example.vn", "wrong").status_code for n in range(62)]

    assert statuses[:60] == [200] * 60
    assert statuses[60:] == [429, 429]


def test_password_of_a_megabyte_is_refused(client, lan):
    response = sign_in(client, "lan@example.vn", "x" * 1_000_000)

    assert response.status_code == 400
    assert not is_signed_in(client)


def test_password_longer_than_a_page_of_letters_is_refused_before_hashing(client, lan):
    response = sign_in(client, "lan@example.vn", "x" * 129)

    assert response.status_code == 200
    assert "password" in response.context["form"].errors


@pytest.mark.parametrize(
    "outside",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "\t//evil.example",
        "javascript:alert(1)",
        "https://testserver.evil.example",
        "http://user@evil.example",
    ],
)
def test_next_never_leads_out(lan, outside):
    client = Client()
    response = client.post(
        "/account/login/",
        {"login": "lan@example.vn", "password": PASSWORD, "next": outside},
    )
    by_query = Client().post(
        f"/account/login/?{urlencode({'next': outside})}",
        {"login": "lan@example.vn", "password": PASSWORD},
    )

    assert response["Location"] == by_query["Location"] == "/account/"


def test_next_inside_is_followed(client, lan):
    response = client.post(
        "/account/login/",
        {
            "login": "lan@example.vn",
            "password": PASSWORD,
            "next": "/account/email/?a=1",
        },
    )

    assert response["Location"] == "/account/email/?a=1"


def test_forged_host_is_refused(client, db):
    assert client.get("/account/login/", headers={"host": "evil.example"}).status_code == 400
    answer = client.get("/account/login/", headers={"x-forwarded-host": "evil.example"})
    assert b"evil.example" not in answer.content


def test_session_is_dead_after_signing_out(client, lan):
    sign_in(client, "lan@example.vn")
    kept = client.cookies["session"].value

    client.post("/account/logout/")
    thief = Client()
    thief.cookies["session"] = kept

    assert thief.get("/account/").status_code == 302


def test_signing_in_makes_a_new_session(client, lan):
    client.get("/account/login/")
    client.session["planted"] = "x"
    client.session.save()
    before = client.session.session_key

    sign_in(client, "lan@example.vn")

    assert client.session.session_key != before


def test_other_sessions_end_when_the_password_changes(lan):
    one, other = Client(), Client()
    sign_in(one, "lan@example.vn")
    sign_in(other, "lan@example.vn")

    one.post(
        "/account/password/change/",
        {
            "oldpassword": PASSWORD,
            "password1": "mận hậu chín đỏ",
            "password2": "mận hậu chín đỏ",
        },
    )

    assert one.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


def test_reset_by_mail_works_once(client, lan, delivered):
    client.post("/account/password/reset/", {"email": "Lan@example.vn"})
    (letter,) = delivered()
    link = link_in(letter.text)
    form = client.get(link, follow=True)
    new = {"password1": "mận hậu chín đỏ", "password2": "mận hậu chín đỏ"}

    assert client.post(form.request["PATH_INFO"], new).status_code == 302
    assert Client().get(link, follow=True).context["token_fail"] is True
    assert sign_in(Client(), "lan@example.vn", "mận hậu chín đỏ").status_code == 302
    assert "account.password_reset" in [e.what for e in audit.of(lan)]


def test_reset_by_phone_goes_by_text_message(client, minh, delivered):
    client.post("/account/password/reset/", {"email": "0912 345 678"})

    (letter,) = delivered()
    assert (letter.way, letter.to) == ("sms", "+84912345678")
    assert client.get(link_in(letter.text), follow=True).context["form"].user == minh


def test_reset_link_is_dead_after_the_email_changed(client, lan, delivered):
    client.post("/account/password/reset/", {"email": "lan@example.vn"})
    link = link_in(delivered()[0].text)

    lan.email = "other@example.vn"
    lan.save()

    assert client.get(link, follow=True).context["token_fail"] is True


def test_reset_says_the_same_for_an_unknown_account(lan, delivered):
    known = Client().post("/account/password/reset/", {"email": "lan@example.vn"})
    unknown = Client().post("/account/password/reset/", {"email": "nobody@example.vn"})
    phone = Client().post("/account/password/reset/", {"email": "0987654321"})

    assert len(delivered()) == 1
    assert {(r.status_code, r["Location"]) for r in (known, unknown, phone)} == {
        (302, "/account/password/reset/done/")
    }


@pytest.mark.parametrize(
    "address", ["a@x.vn\nBcc: b@x.vn", "a@x.vn\r\nTo: b@x.vn", "ʟan@example.vn"]
)
def test_address_with_a_line_break_or_look_alike_letters_is_no_address(
    client, lan, delivered, address
):
    response = client.post("/account/password/reset/", {"email": address})

    assert response.status_code == 200
    assert delivered() == []
