"""The invariants of listings and cooperatives hold, and see what breaks them."""

import pytest
from oscar.apps.catalogue.models import Product

from catalog.models import Listing, Membership
from marketplace.records import invariants
from tests import factories


def broken():
    """The names of the invariants that do not hold."""
    return [found.name for found in invariants.check() if found.count]


@pytest.mark.django_db
def test_published_listing_breaks_nothing():
    factories.listing(factories.cooperative(owner=factories.user()))

    assert broken() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("listing_is_public_when_it_is_on_sale", lambda: Product.objects.update(is_public=False)),
        ("cooperative_has_an_owner", lambda: Membership.objects.update(role="packer")),
        (
            "listing_is_public_when_it_is_on_sale",
            lambda: Listing.objects.update(state="hidden"),
        ),
    ],
)
def test_what_was_changed_past_the_verbs_is_seen(name, change):
    factories.listing(factories.cooperative(owner=factories.user()))

    change()

    assert name in broken()
