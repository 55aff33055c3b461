"""A harvest names its plots; inside an interval nothing is picked, and the field says why."""

import datetime as dt

import pytest

from catalog.traceability.growing import enrolling
from catalog.traceability.lots import harvest
from catalog.traceability.models import Event, Lot, LotPlot
from marketplace.records import clock
from tests.marketplace.workspace import hands as people
from tests.marketplace.workspace.field import hands

pytestmark = pytest.mark.django_db


def address(listing):
    """Where a harvest of it is written down."""
    return f"/sell/listings/{listing.pk}/lots/new/"


def test_a_harvest_names_its_plots(browser, listing, plot):
    answer = browser.post(address(listing), hands.harvest(plot))

    lot = Lot.objects.latest("pk")
    assert answer["Location"] == "/sell/lots/"
    assert list(LotPlot.objects.values_list("lot", "plot")) == [(lot.pk, plot.pk)]
    assert people.broken() == []


def test_inside_the_interval_nothing_is_picked(browser, listing, plot):
    browser.post("/sell/diary/new/", hands.entry(plot))
    lots = Lot.objects.count()

    answer = browser.post(address(listing), hands.harvest(plot))

    assert answer.status_code == 422
    (why,) = answer.context["form"].errors["plots"]
    assert "Thuốc sinh học A" in why
    assert f"{hands.days_ago(-6):%d/%m/%Y}" in why
    assert Lot.objects.count() == lots
    listing.shelf.refresh_from_db()
    assert listing.shelf.available == 20


def test_the_only_plot_of_the_crop_stands_ticked(browser, listing, plot, seller):
    tea = {"crop": "Chè", "commune_code": seller.commune.code, "area_m2": 900}
    enrolling.plot(seller.party.key, by=None, name="Đồi chè", **tea)

    page = browser.get(address(listing)).content.decode()

    assert "Đồi trước" in page
    assert "Đồi chè" not in page
    assert f'value="{plot.pk}" id="id_plots_0" checked' in page


def test_a_harvest_sent_twice_is_one_lot(browser, listing, plot):
    an_hour_ago = clock.now() - dt.timedelta(hours=1)
    sent = hands.harvest(plot, written_at=an_hour_ago.isoformat())
    headers = {"Accept": "application/json"}

    statuses = [browser.post(address(listing), sent, headers=headers).status_code for _ in "12"]

    assert statuses == [201, 201]
    lot = Lot.objects.get(draft=sent["draft"])
    told = Event.objects.get(lot=lot, kind="harvest").data["written_at"]
    assert dt.datetime.fromisoformat(told) == an_hour_ago
    listing.shelf.refresh_from_db()
    assert listing.shelf.available == 30


def test_a_key_of_another_cooperatives_harvest_is_refused(browser, listing, plot, strange):
    sent = hands.harvest()
    other = people.member(strange.cooperative)
    assert other.post(address(strange), sent).status_code == 302

    answer = browser.post(address(listing), sent | {"plots": [str(plot.pk)]})

    assert answer.status_code == 422
    assert not LotPlot.objects.exists()


def test_a_foreign_plot_is_no_plot_of_a_harvest(browser, listing, plot, strange):
    foreign = enrolling.plot(
        strange.cooperative.party.key,
        by=None,
        name="Đồi lạ",
        crop="Nhãn",
        commune_code="04168",
        area_m2=900,
    )
    lots = Lot.objects.count()

    answer = browser.post(address(listing), hands.harvest(foreign))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["plots"]
    assert Lot.objects.count() == lots


def test_no_lot_is_too_old_to_be_found(browser, seller):
    facts = {"crop": "Chè", "commune_code": seller.commune.code, "quantity_g": 900, "by": None}
    lots = [
        harvest.open_lot(seller.party.key, harvested_on=hands.days_ago(age), **facts)
        for age in range(61)
    ]

    newest = browser.get("/sell/lots/").content.decode()
    oldest = browser.get("/sell/lots/?page=2").content.decode()

    assert [lot.code in newest for lot in lots] == [True] * 60 + [False]
    assert [lot.code in oldest for lot in lots] == [False] * 60 + [True]
    assert "page=2" in newest
