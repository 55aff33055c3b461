"""A moderator with a second factor, and the browser they sit at."""

import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from marketplace.people import joining, roles

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
