"""Files of lots over REST: the owner's token opens them, and nobody else's."""

import datetime as dt

import pytest
from django.test import Client

from catalog.cooperatives.models import Cooperative
from catalog.traceability.epcis import validation
from catalog.traceability.loading import stacking
from catalog.traceability.lots import packing
from catalog.traceability.parties import registering
from marketplace.records import api_tokens, audit, clock
from tests import factories
from tests.attacks.problems import problem
from tests.catalog.traceability.conftest import LOCAL
from tests.catalog.traceability.exports import land

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    with clock.moved_to(dt.datetime(2026, 8, 14, 18, 20, tzinfo=LOCAL)):
        yield


@pytest.fixture
def owner(db):
    return factories.user()


@pytest.fixture
def party(owner):
    return factories.cooperative("HTX Nắng Sông Mã", owner=owner).party


@pytest.fixture
def lot(party):
    return land.pick(party, land.plot(party, land.square()))


def asking(user, scope="seller"):
    """A program with a token of this person."""
    return Client(headers={"authorization": f"Bearer {api_tokens.give(user, scope)}"})


def test_the_owner_gets_the_plots(owner, lot):
    answer = asking(owner).get(f"/api/v1/lots/{lot.code}/eudr")

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/geo+json"
    assert answer["Content-Disposition"] == f'attachment; filename="eudr-{lot.code}.geojson"'
    assert answer["Cache-Control"] == "no-store, private"
    assert len(answer.json()["features"]) == 1
    entry = audit.of(lot).get(what="lot.exported")
    assert entry.by == owner


def test_who_has_the_file_is_not_sent_it_again(owner, lot):
    program = asking(owner)
    tag = program.get(f"/api/v1/lots/{lot.code}/eudr")["ETag"]

    again = program.get(f"/api/v1/lots/{lot.code}/eudr", headers={"if-none-match": tag})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)


def test_nobody_else_gets_anything(owner, party, lot):
    packer, other = factories.user(), factories.user()
    factories.member(party_cooperative(party), packer, "packer")
    factories.cooperative("HTX Khác", owner=other)
    address = f"/api/v1/lots/{lot.code}/eudr"

    problem(Client().get(address), 401)
    problem(asking(owner, "statistics").get(address), 401)
    for stranger in (packer, other, factories.user()):
        problem(asking(stranger).get(address), 404)
    problem(asking(owner).get("/api/v1/lots/NOTHING-1/eudr"), 404)
    problem(asking(owner).get(f"{address}?with=NOTHING-1"), 404)
    assert not audit.of(lot).filter(what="lot.exported").exists()


def party_cooperative(party):
    """The cooperative behind a party."""
    return Cooperative.objects.get(party=party)


def test_faults_are_told_one_by_one_and_a_draft_is_given(owner, party):
    plot = land.plot(party, area_m2=900, name="Nương cao")
    lot = land.pick(party, plot)
    address = f"/api/v1/lots/{lot.code}/eudr"

    refused = asking(owner).get(address, headers={"accept-language": "en"})
    draft = asking(owner).get(f"{address}?draft=1")

    body = problem(refused, 422)
    assert body["errors"] == [
        {"field": "/features/0/geometry", "message": "Nương cao has no outline yet."}
    ]
    assert body["findings"] == [
        {"code": "no_outline", "plot": plot.pk, "lot": None, "where": "/features/0/geometry"}
    ]
    assert draft["Content-Disposition"] == f'attachment; filename="eudr-{lot.code}-DRAFT.geojson"'


def test_several_lots_go_into_one_file(owner, party, lot):
    other = land.pick(party, land.plot(party, land.square(4)))
    address = f"/api/v1/lots/{lot.code}/eudr"

    answer = asking(owner).get(f"{address}?with={other.code}&format=zip")
    many = asking(owner).get(address + "?" + "&".join(f"with=L-{n}" for n in range(100)))

    assert answer["Content-Disposition"] == f'attachment; filename="eudr-{lot.code}-and-1-more.zip"'
    assert answer["Content-Type"] == "application/zip"
    problem(many, 422)
    problem(asking(owner).get(f"{address}?format=xml"), 422)


def test_a_pallet_names_the_plots_of_what_lies_on_it(owner, party, lot):
    registering.item("pack-34", name_vi="Cà phê nhân 1 kg", net_weight_g=1_000)
    land.pick(party, land.plot(party, land.square(4)))
    unit = stacking.open_unit(party.key, by=None)
    program = asking(owner)
    address = f"/api/v1/units/{unit.code}/eudr"

    empty = program.get(address)
    boxes = packing.pack(lot.pk, "pack-34", units=2, by=None)
    stacking.load(unit.pk, [box.code for box in boxes], by=None)
    answer = program.get(address)

    problem(empty, 422)
    assert len(answer.json()["features"]) == 1
    problem(asking(factories.user()).get(address), 404)


@pytest.mark.parametrize("code", ["0", "%00", "x" * 900, "1'--", "%F0%9F%A5%AD", "a b", "..%2f"])
def test_no_code_breaks_the_door(owner, lot, code):
    program = asking(owner)

    for path in (
        f"/api/v1/lots/{code}/eudr",
        f"/api/v1/lots/{code}/record",
        f"/api/v1/lots/{code}/fsma",
        f"/api/v1/units/{code}/eudr",
        f"/api/v1/lots/{lot.code}/eudr?with={code}",
    ):
        problem(program.get(path), program.get(path).status_code)
        assert program.get(path).status_code in (400, 404, 422), path


def test_the_other_files_come_in_each_form(owner, lot):
    program = asking(owner)
    names = {
        program.get(f"/api/v1/lots/{lot.code}/{kind}?format={form}")["Content-Disposition"]
        for kind, form in (("fsma", "xlsx"), ("fsma", "csv"), ("record", "pdf"), ("record", "json"))
    }

    assert names == {
        f'attachment; filename="{name}"'
        for name in (
            f"fsma204-{lot.code}.xlsx",
            f"fsma204-{lot.code}.csv",
            f"truy-xuat-{lot.code}.pdf",
            f"truy-xuat-{lot.code}.json",
        )
    }
    assert audit.of(lot).filter(what="lot.exported").count() == 4


def test_the_owner_gets_the_events_as_a_document_that_capture_would_take(owner, lot):
    answer = asking(owner).get(f"/api/v1/lots/{lot.code}/epcis")

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/ld+json")
    told = answer.json()
    assert [event["bizStep"] for event in told["epcisBody"]["eventList"]] == ["commissioning"]
    assert validation.check(told).faults == []
    assert asking(factories.user()).get(f"/api/v1/lots/{lot.code}/epcis").status_code == 404
