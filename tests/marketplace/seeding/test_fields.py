"""The demonstration's plots: one for what grows, written down once, free on the harvest day."""

import random

import pytest

from catalog.traceability.diary import writing
from catalog.traceability.growing import outlines
from catalog.traceability.models import DiaryEntry, Grower, Plot
from marketplace.records import clock
from marketplace.seeding import fields
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


def test_what_grows_has_a_plot_with_a_diary_and_is_free_to_be_picked():
    owner = factories.user()
    seller = factories.cooperative(owner=owner)
    listing = factories.listing(seller)
    day = clock.now()

    first = fields.plots(listing, seller, owner, day, random.Random("14"))
    again = fields.plots(listing, seller, owner, day, random.Random("14"))

    (key,) = first
    assert again == first
    plot = Plot.objects.get()
    assert (plot.pk, plot.crop, plot.party) == (key, listing.category.name_vi, seller.party)
    assert outlines.faults(plot.outline, plot.area_m2) == []
    assert [entry.work for entry in DiaryEntry.objects.order_by("on")] == [
        "pruning",
        "fertilising",
        "spraying",
        "watering",
    ]
    assert writing.blocked([key], day.date()) == ""
    assert Grower.objects.count() == 1
    assert hands.broken() == []


def test_what_does_not_grow_has_none():
    owner = factories.user()
    seller = factories.cooperative(owner=owner)
    honey = factories.listing(seller, category="honey", title="Mật ong")

    assert fields.plots(honey, seller, owner, clock.now(), random.Random("14")) == ()
    assert not Plot.objects.exists()
