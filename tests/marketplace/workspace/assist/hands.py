"""Giving a consent, and the browsers of who gives and who helps."""

import datetime as dt

from django.test import Client

from catalog.members import assisting
from catalog.members.models import Consent
from marketplace.records import clock

MONTH = dt.timedelta(days=30)


def give(seller, helper, owner, *things: str, until: dt.timedelta = MONTH) -> Consent:
    """A consent for some things."""
    return assisting.grant(
        seller.pk,
        helper.pk,
        things=things or assisting.THINGS,
        until=clock.now() + until,
        by=owner,
    )


def browser(user) -> Client:
    """The browser of somebody signed in."""
    client = Client()
    client.force_login(user)
    return client


def acting(helper, consent: Consent) -> Client:
    """The helper's browser, acting by a consent."""
    client = browser(helper)
    assert client.post(f"/sell/assist/{consent.pk}/begin/").status_code == 302
    return client
