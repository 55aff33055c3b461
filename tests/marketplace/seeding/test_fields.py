"""The demonstration's plots: one for what grows, written down once, free on the harvest day."""

import dataclasses
import random

import pytest

from catalog.traceability.diary import writing
from catalog.traceability.growing import outlines
from catalog.traceability.models import DiaryEntry, Grower, Plot
from marketplace.records import clock
from marketplace.seeding import blueprints, fields
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


def of_longan():
    """The demonstration's goods of the category the tests know."""
    found = blueprints.goods(60, 20)
    return next(one for one in found if one.category == "fresh-fruit/longan")


def test_what_grows_has_a_plot_with_a_diary_and_is_free_to_be_picked():
    owner = factories.user()
    seller = factories.cooperative(owner=owner)
    factories.listing(seller)
    ground = fields.Ground(3, of_longan(), seller, owner)
    day = clock.now()

    first = fields.plots(ground, day, random.Random("14"))
    again = fields.plots(ground, day, random.Random("14"))

    (key,) = first
    assert again == first
    plot = Plot.objects.get()
    assert (plot.pk, plot.crop, plot.party) == (key, "Nhãn", seller.party)
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
    honey = dataclasses.replace(of_longan(), category="honey", variety="")

    assert fields.plots(fields.Ground(3, honey, seller, owner), clock.now(), None) == ()
    assert not Plot.objects.exists()
