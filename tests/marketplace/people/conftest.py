"""People who sign in, and what the market sent them."""

import re

import pytest
from django.conf import settings

from marketplace.people import joining
from marketplace.records import outbox
from marketplace.records.models import SentLetter

PASSWORD = "nhãn lồng tháng tám"


@pytest.fixture
def lan(db):
    """A buyer with a verified e-mail address."""
    return joining.join(email="lan@example.vn", password=PASSWORD, name="Lò Thị Lan", verified=True)


@pytest.fixture
def minh(db):
    """A buyer with a verified phone."""
    return joining.join(phone="0912345678", password=PASSWORD, name="Minh", verified=True)


@pytest.fixture
def delivered(db):
    """A function that drains the outbox and answers the letters sent since the last call."""

    def since():
        seen = getattr(since, "last", 0)
        outbox.drain()
        letters = list(SentLetter.objects.filter(pk__gt=seen).order_by("pk"))
        since.last = letters[-1].pk if letters else seen
        return letters

    return since


def link_in(text):
    """The path of the first link of a letter."""
    return re.search(re.escape(settings.PUBLIC_URL) + r"(\S+)|https?://testserver(\S+)", text)[0]


def sign_in(client, login, password=PASSWORD, **extra):
    """Post the sign-in form."""
    return client.post("/account/login/", {"login": login, "password": password}, **extra)


def is_signed_in(client):
    """Whether the browser has a session of somebody."""
    return "_auth_user_id" in client.session


def confirm(client, password=PASSWORD):
    """Type the password once more, as before anything that must not happen by accident."""
    return client.post("/account/reauthenticate/", {"password": password})
