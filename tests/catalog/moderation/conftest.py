"""A cooperative whose longans are on sale, and two people of the province."""

import dataclasses

import pytest

from catalog.listings import moderation, proposing
from catalog.listings.models import ListingChange
from marketplace.people import roles
from tests import factories
from tests.catalog.listings.conftest import farmer, proposal, seller, submitted

__all__ = ["farmer", "proposal", "seller", "submitted"]


@pytest.fixture
def hanh(db):
    """A moderator."""
    return moderator("hanh@example.vn")


@pytest.fixture
def mai(db):
    """Another moderator."""
    return moderator("mai@example.vn")


@pytest.fixture
def on_sale(submitted, hanh):
    """The approved listing."""
    decide(submitted, hanh)
    submitted.listing.refresh_from_db()
    return submitted.listing


def moderator(email):
    """Somebody who may decide on listings."""
    user = factories.user(email)
    roles.give(user, roles.MODERATOR)
    return user


def decide(change, by, state="approved", **facts):
    """Decide as a page opened just now would."""
    change.listing.refresh_from_db()
    return moderation.decide(
        change.pk, state=state, opened_version=change.listing.version, by=by, **facts
    )


def propose_again(listing, proposal, by, **facts):
    """Send a change of a listing in, built on the listing as it stands."""
    listing.refresh_from_db()
    return proposing.propose(
        listing.cooperative_id,
        dataclasses.replace(proposal, first_lot=None, **facts),
        by=by,
        listing_id=listing.pk,
        base_version=listing.version,
    )


def priced(proposal, price):
    """The packs with another price of the first."""
    first, *others = proposal.packs
    return (dataclasses.replace(first, price=price), *others)


def state_of(change):
    """The state of a change by now."""
    return ListingChange.objects.get(pk=change.pk).state
