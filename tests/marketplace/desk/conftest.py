"""A moderator with a second factor, and the browser they sit at."""

import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from catalog.cooperatives import applying
from marketplace.people import joining, roles
from tests import factories
from tests.catalog.listings.uploads import paper

PASSWORD = "một mật khẩu dài 14"


@pytest.fixture
def hanh(db):
    """A moderator."""
    user = joining.join(email="hanh@example.vn", password=PASSWORD, verified=True)
    roles.give(user, roles.MODERATOR)
    return user


@pytest.fixture
def desk(hanh):
    """The moderator's browser, second factor shown."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(hanh, secret)
    client = Client()
    client.post("/account/login/", {"login": hanh.email, "password": PASSWORD})
    code = totp.format_hotp_value(totp.hotp_value(secret, int(time.time() // 30)))
    client.post("/account/2fa/authenticate/", {"code": code})
    return client


@pytest.fixture
def applied(db):
    """A cooperative's application that nobody has answered, with its registration."""
    place = factories.commune()
    facts = applying.Particulars(
        name="HTX Chiềng Khoong",
        legal_name="Hợp tác xã nông nghiệp Chiềng Khoong",
        legal_form="cooperative",
        tax_code="0100109106",
        commune_code=place.code,
        street="Bản Co",
        representative="Lò Văn Pâng",
        phone="+84912000001",
        email="",
        story="",
    )
    account = applying.Account("970436", "0123456789", "HTX CHIENG KHOONG")
    piece = applying.Evidence("registration", paper())
    return applying.apply(facts, account, [piece], by=factories.user())
