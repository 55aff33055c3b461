"""Making an account, and changing its addresses."""

import re

import pytest
from django.test import Client

from marketplace.people.models import User
from marketplace.records import audit
from tests.marketplace.people.conftest import (
    PASSWORD,
    confirm,
    is_signed_in,
    link_in,
    sign_in,
)


def _sign_up(client, login, **extra):
    form = {"first_name": "Lò Thị Lan", "login": login, "password1": PASSWORD, **extra}
    return client.post("/account/signup/", form)


def test_new_account_by_email_opens_with_the_link_of_the_letter(client, delivered):
    response = _sign_up(client, "Lan@example.vn")
    (letter,) = delivered()

    assert response["Location"] == "/account/confirm-email/"
    assert not is_signed_in(client)
    assert (letter.to, letter.lang) == ("lan@example.vn", "vi")

    client.post(link_in(letter.text))
    sign_in(client, "lan@example.vn")

    assert is_signed_in(client)
    assert User.objects.get().display_name == "Lò Thị Lan"


def test_new_account_by_phone_opens_with_the_code_of_the_message(client, delivered):
    _sign_up(client, "0912 345 678")
    (letter,) = delivered()
    code = re.search(r"\b[0-9]{6}\b", letter.text)[0]

    wrong = client.post(
        "/account/phone/verify/", {"code": "000000" if code != "000000" else "111111"}
    )
    assert wrong.status_code == 200
    assert not is_signed_in(client)

    client.post("/account/phone/verify/", {"code": code})

    assert is_signed_in(client)
    assert User.objects.get().phone == "+84912345678"
    assert User.objects.get().phone_verified_at is not None


def test_account_of_an_address_that_is_taken_is_told_to_its_owner_alone(lan, minh, delivered):
    taken = _sign_up(Client(), "lan@example.vn")
    free = _sign_up(Client(), "new@example.vn")
    taken_phone = _sign_up(Client(), "0912345678")
    free_phone = _sign_up(Client(), "0912345679")

    assert taken["Location"] == free["Location"]
    assert taken_phone["Location"] == free_phone["Location"]
    assert User.objects.count() == 4
    assert [(x.to, x.template) for x in delivered()] == [
        ("lan@example.vn", "account/exists"),
        ("new@example.vn", "account/confirm"),
        ("+84912345678", "account/exists"),
        ("+84912345679", "account/code"),
    ]


@pytest.mark.parametrize(
    "login",
    ["", "12345", "lan@", "ʟan@example.vn", "a@x.vn\nBcc: b@x.vn", "lan", "+999999"],
)
def test_what_is_no_address_is_asked_for_again(client, db, login):
    response = _sign_up(client, login)

    assert response.status_code == 200
    assert "login" in response.context["form"].errors
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["short", "12345678", "password"])
def test_weak_password_is_refused(client, db, password):
    response = _sign_up(client, "lan@example.vn", password1=password)

    assert "password1" in response.context["form"].errors
    assert not User.objects.exists()


def test_extra_fields_give_no_rights(client, db):
    _sign_up(
        client,
        "lan@example.vn",
        is_staff="1",
        is_superuser="on",
        groups="1",
        phone="0912345670",
    )

    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.phone) == (False, False, None)


def test_letter_is_in_the_readers_language(client, delivered):
    form = {"first_name": "Ann", "login": "ann@example.vn", "password1": PASSWORD}
    client.post("/en/account/signup/", form)

    assert delivered()[0].lang == "en"
    assert User.objects.get().language == "en"


def test_account_and_its_letter_are_kept_together_or_not_at_all(client, db, monkeypatch):
    from marketplace.records import outbox

    def full_disk(*_, **__):
        raise OSError("no space")

    monkeypatch.setattr(outbox, "post", full_disk)
    client.raise_request_exception = False

    assert _sign_up(client, "lan@example.vn").status_code == 500
    assert not User.objects.exists()


def test_new_email_holds_only_after_its_letter_was_answered(client, lan, delivered):
    sign_in(client, "lan@example.vn")
    confirm(client)

    client.post("/account/email/", {"email": "other@example.vn", "action_add": ""})
    lan.refresh_from_db()
    assert lan.email == "lan@example.vn"
    (letter,) = delivered()
    assert letter.to == "other@example.vn"

    client.post(link_in(letter.text))

    lan.refresh_from_db()
    assert lan.email == "other@example.vn"
    changed = [entry for entry in audit.of(lan) if entry.what == "account.email_changed"]
    assert (changed[0].before, changed[0].after) == (
        {"email": "lan@example.vn"},
        {"email": "other@example.vn"},
    )
    assert ("lan@example.vn", "account/notice") in [(x.to, x.template) for x in delivered()]


def test_email_is_not_changed_long_after_signing_in_without_the_password(client, lan, delivered):
    sign_in(client, "lan@example.vn")
    confirm(client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()

    response = client.post("/account/email/", {"email": "other@example.vn", "action_add": ""})

    assert response["Location"].startswith("/account/reauthenticate/")
    assert delivered() == []


def test_link_of_another_person_does_not_change_mine(client, lan, minh, delivered):
    sign_in(client, "lan@example.vn")
    confirm(client)
    client.post("/account/email/", {"email": "other@example.vn", "action_add": ""})
    link = link_in(delivered()[0].text)
    other = Client()
    sign_in(other, "0912345678")

    other.post(link)

    minh.refresh_from_db()
    assert minh.email is None


def test_account_page_changes_name_and_language_only(client, lan):
    sign_in(client, "lan@example.vn")
    page = client.get("/account/")
    assert page.status_code == 200

    form = {
        "first_name": "Lan",
        "language": "en",
        "is_staff": "1",
        "email": "x@example.vn",
    }
    client.post("/account/", form)

    lan.refresh_from_db()
    assert (lan.first_name, lan.language, lan.is_staff, lan.email) == (
        "Lan",
        "en",
        False,
        "lan@example.vn",
    )
    assert audit.of(lan).first().what == "account.profile_changed"


def test_used_links_are_not_kept_in_the_outbox(client, delivered):
    from marketplace.records.models import OutboxMessage

    _sign_up(client, "lan@example.vn")
    delivered()

    assert OutboxMessage.objects.get(topic="people.letter").payload == {}
