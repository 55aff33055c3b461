"""The papers of a lot at /sell/: which there are, what would be sent back, and the files."""

import datetime as dt

import pytest
from django.test import Client

from catalog.traceability.models import Lot
from marketplace.records import audit, clock
from tests import factories
from tests.catalog.traceability.conftest import LOCAL
from tests.catalog.traceability.exports import land
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    with clock.moved_to(dt.datetime(2026, 8, 14, 18, 20, tzinfo=LOCAL)):
        yield


@pytest.fixture
def party(seller):
    return seller.party


def page(browser, lot, kind="", **query):
    """The page of a lot in English, or a file."""
    end = f"{kind}/" if kind else ""
    return browser.get(
        f"/sell/lots/{lot.code}/papers/{end}", query, headers={"accept-language": "en"}
    )


def test_a_good_lot_offers_every_file(browser, party, owner):
    lot = land.pick(party, land.plot(party, land.square()))

    text = page(browser, lot).content.decode()

    assert "faults" not in text
    files = {
        ("eudr", "geojson"): "application/geo+json",
        ("eudr", "zip"): "application/zip",
        ("record", "pdf"): "application/pdf",
        ("record", "json"): "application/json",
        ("fsma", "csv"): "text/csv; charset=utf-8",
    }
    for (kind, form), media_type in files.items():
        answer = page(browser, lot, kind, format=form)
        assert (answer.status_code, answer["Content-Type"]) == (200, media_type)
        assert answer["Cache-Control"] == "no-store, private"
    taken = audit.of(lot).filter(what="lot.exported")
    assert [entry.by for entry in taken] == [owner] * len(files)


def test_faults_are_said_and_only_a_draft_is_offered(browser, party):
    plot = land.plot(party, area_m2=900, name="Nương cao")
    lot = land.pick(party, plot)

    shown, refused = page(browser, lot), page(browser, lot, "eudr")
    draft = page(browser, lot, "eudr", format="zip", draft="1")

    assert (shown.status_code, refused.status_code) == (200, 422)
    for answer in (shown, refused):
        assert "Nương cao" in answer.content.decode()
        assert "format=geojson" not in answer.content.decode()
    assert draft["Content-Disposition"] == f'attachment; filename="eudr-{lot.code}-DRAFT.zip"'
    assert audit.of(lot).filter(what="lot.exported").count() == 1


def test_several_lots_go_out_together(browser, party):
    lots = [land.pick(party, land.plot(party, land.square(3 * n))) for n in range(2)]

    shown = page(browser, lots[0], together=lots[1].code)
    file = page(browser, lots[0], "eudr", together=lots[1].code)
    record = page(browser, lots[0], "record", together=lots[1].code)

    assert f"together={lots[1].code}" in shown.content.decode()
    assert len(file.json()["features"]) == 2
    assert record.status_code == 422


def test_a_code_of_nobody_is_said_at_the_field(browser, party, strange):
    lot = land.pick(party, land.plot(party, land.square()))
    theirs = Lot.objects.exclude(party=party).first()

    for kind in ("", "eudr"):
        answer = page(browser, lot, kind, together=theirs.code)
        assert answer.status_code == 422
        assert theirs.code in answer.content.decode()
    assert not audit.of(theirs).filter(what="lot.exported").exists()


def test_only_owners_and_sellers_of_the_cooperative_see_it(seller, party, strange):
    lot = land.pick(party, land.plot(party, land.square()))
    theirs = Lot.objects.exclude(party=party).first()
    packer, owner = hands.member(seller, "packer"), hands.member(seller)

    for kind in ("", "eudr"):
        assert page(packer, lot, kind).status_code == 403
        assert page(owner, theirs, kind).status_code == 404
        assert page(Client(), lot, kind).status_code == 302
    for wrong in ({"kind": "nothing"}, {"kind": "record", "format": "xml"}):
        assert page(owner, lot, **wrong).status_code == 404
    assert owner.post(f"/sell/lots/{lot.code}/papers/eudr/").status_code == 405
    assert not audit.of(lot).filter(what="lot.exported").exists()


def test_the_page_takes_as_many_queries_for_many_plots(
    browser, party, django_assert_max_num_queries
):
    lot = land.pick(party, *(land.plot(party, land.square(3 * n)) for n in range(8)))

    with django_assert_max_num_queries(20):
        page(browser, lot)


def test_the_list_of_lots_leads_to_the_papers(browser, seller):
    factories.listing(seller)

    lot = Lot.objects.get(party=seller.party)
    assert f"/sell/lots/{lot.code}/papers/" in browser.get("/sell/lots/").content.decode()
