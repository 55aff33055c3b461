"""The first lot of a new listing names its plots, and waits for their interval like any other."""

import dataclasses
import datetime as dt
from uuid import uuid4

import pytest

from catalog.listings import moderation, proposals, proposing, refusals
from catalog.listings.models import Listing, ListingChange
from catalog.traceability.diary import writing
from catalog.traceability.growing import enrolling
from catalog.traceability.models import Lot, LotPlot
from marketplace.records import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def plot(seller):
    """An orchard of longan."""
    facts = {"crop": "Nhãn", "commune_code": seller.commune.code, "area_m2": 900}
    return enrolling.plot(seller.party.key, by=None, name="Đồi trước", **facts)


@pytest.fixture
def named(proposal, plot):
    """The proposal, its first lot picked on the plot."""
    first = dataclasses.replace(proposal.first_lot, plots=(plot.pk,))
    return dataclasses.replace(proposal, first_lot=first)


def spray(plot, days_ago):
    """A spraying with a week to wait."""
    work = writing.Work(
        work="spraying",
        on=clock.local_day() - dt.timedelta(days=days_ago),
        draft=uuid4(),
        written_at=clock.now(),
        input_name="Thuốc A",
        wait_days=7,
    )
    return writing.write(plot.pk, work, by=None)


def approve(change, by):
    """What the province says."""
    return moderation.decide(change.pk, state="approved", opened_version=0, by=by)


def test_the_first_lot_knows_its_plots(named, plot, seller, farmer, hanh):
    change = proposing.propose(seller.pk, named, by=farmer)

    approve(change, hanh)

    assert list(LotPlot.objects.values_list("plot", flat=True)) == [plot.pk]
    assert proposals.read(change.proposed) == named


def test_a_plot_that_bears_something_else_by_now_stops_the_approval(
    named, plot, seller, farmer, hanh
):
    change = proposing.propose(seller.pk, named, by=farmer)
    facts = {"commune_code": seller.commune.code, "area_m2": 900, "name": plot.name}
    enrolling.plot(seller.party.key, by=None, pk=plot.pk, crop="Chè", **facts)

    with pytest.raises(refusals.Incomplete) as refused:
        approve(change, hanh)

    assert [problem.step for problem in refused.value.problems] == ["lot"]
    assert not Lot.objects.exists()
    assert Listing.objects.get().version == 0


def test_a_spraying_told_after_sending_stops_the_approval(named, plot, seller, farmer, hanh):
    change = proposing.propose(seller.pk, named, by=farmer)
    spray(plot, 1)

    with pytest.raises(refusals.Incomplete) as refused:
        approve(change, hanh)

    (problem,) = refused.value.problems
    assert (problem.step, "Thuốc A" in problem.words) == ("lot", True)
    assert ListingChange.objects.get().state == "submitted"
    assert Listing.objects.get().version == 0
    assert not Lot.objects.exists()


def test_from_a_plot_inside_its_interval_nothing_is_sent_in(named, plot, seller, farmer):
    spray(plot, 0)

    with pytest.raises(refusals.Incomplete):
        proposing.propose(seller.pk, named, by=farmer)

    assert not ListingChange.objects.exists()


def test_a_plot_of_nobody_is_not_sent_in(proposal, seller, farmer):
    first = dataclasses.replace(proposal.first_lot, plots=(0,))

    with pytest.raises(refusals.Incomplete):
        proposing.propose(seller.pk, dataclasses.replace(proposal, first_lot=first), by=farmer)


def test_a_first_lot_that_names_no_plot_is_not_sent_in(proposal, plot, seller, farmer):
    with pytest.raises(refusals.Incomplete) as refused:
        proposing.propose(seller.pk, proposal, by=farmer)

    assert [problem.step for problem in refused.value.problems] == ["lot"]
    assert not ListingChange.objects.exists()


def test_a_plot_written_down_after_sending_is_asked_for_at_the_approval(
    proposal, seller, farmer, hanh
):
    change = proposing.propose(seller.pk, proposal, by=farmer)
    facts = {"crop": "Nhãn", "commune_code": seller.commune.code, "area_m2": 900}
    enrolling.plot(seller.party.key, by=None, name="Đồi trước", **facts)

    with pytest.raises(refusals.Incomplete) as refused:
        approve(change, hanh)

    assert [problem.step for problem in refused.value.problems] == ["lot"]
    assert not Lot.objects.exists()


def test_a_first_lot_says_that_its_field_is_not_written_down(proposal, plot, seller, farmer, hanh):
    first = dataclasses.replace(proposal.first_lot, unwritten_field="Mua của hộ bên cạnh")
    told = dataclasses.replace(proposal, first_lot=first)
    change = proposing.propose(seller.pk, told, by=farmer)

    approve(change, hanh)

    assert Lot.objects.get().unwritten_field == "Mua của hộ bên cạnh"
    assert proposals.read(change.proposed) == told
