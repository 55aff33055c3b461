"""The bank account of a cooperative is changed by whoever knows the password, not by a session."""

import time

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from django.test import Client

from tests import factories

PAGE = "/sell/cooperative/account/"
ASK = "/account/reauthenticate/?next=%2Fsell%2Fcooperative%2Faccount%2F"
FORM = {"bank_bin": "970415", "account_number": "999888777", "account_holder": "HTX NANG"}


def numbers(seller):
    """The accounts there are."""
    return list(seller.bank_accounts.values_list("number", flat=True))


def type_password(client, password=factories.PASSWORD):
    """Answer the question for the password."""
    return client.post(ASK, {"password": password})


def test_the_password_is_asked_for_before_the_account_is_shown(browser, seller):
    answer = browser.get(PAGE)

    assert (answer.status_code, answer["Location"]) == (302, ASK)
    assert type_password(browser)["Location"] == PAGE
    assert browser.get(PAGE).status_code == 200


def test_who_only_has_the_session_changes_nothing(browser, seller):
    answer = browser.post(PAGE, FORM)

    assert (answer.status_code, answer["Location"]) == (302, ASK)
    assert type_password(browser, "wrong").status_code == 200
    assert numbers(seller) == []


def test_what_was_typed_is_kept_until_the_password_is_shown(browser, seller):
    browser.post(PAGE, FORM)

    answer = type_password(browser)

    assert (answer.status_code, answer["Location"]) == (302, "/sell/cooperative/")
    assert numbers(seller) == ["999888777"]


def test_after_some_minutes_the_password_is_asked_for_again(browser, seller):
    browser.get(PAGE)
    type_password(browser)
    session = browser.session
    session[METHODS] = [one | {"at": time.time() - 301} for one in session[METHODS]]
    session.save()

    answer = browser.post(PAGE, FORM)

    assert answer["Location"] == ASK
    assert numbers(seller) == []


def test_english_stays_english_while_the_password_is_asked_for(browser, seller):
    answer = browser.get("/en" + PAGE)

    assert answer["Location"] == "/en" + ASK.replace("%2Fsell", "%2Fen%2Fsell")


def test_a_member_who_only_sells_is_refused_before_any_question(seller):
    packer = factories.user()
    factories.member(seller, packer)
    client = Client()
    client.force_login(packer)

    assert client.get(PAGE).status_code == 403
