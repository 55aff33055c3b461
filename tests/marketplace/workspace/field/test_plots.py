"""Plots, growers with their consent, growing areas and houses, written down on a phone."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.cooperatives.models import Membership
from catalog.traceability.growing import enrolling
from catalog.traceability.models import Plot
from marketplace.records.models import AuditEntry
from tests import factories
from tests.marketplace.workspace import hands as people
from tests.marketplace.workspace.field import hands

pytestmark = pytest.mark.django_db

# A square of about a hundred metres near Sông Mã, invented.
CORNERS = [
    [103.740001, 21.050001],
    [103.741001, 21.050001],
    [103.741001, 21.051001],
    [103.740001, 21.051001],
    [103.740001, 21.050001],
]
POINT = '{"type": "Point", "coordinates": [103.740001, 21.050001]}'
SQUARE = {"type": "Polygon", "coordinates": [CORNERS]}


def form(seller, **facts):
    """A plot as the form sends it."""
    usual = {
        "name": "Đồi trước",
        "crop": "Nhãn",
        "variety": "",
        "planted_year": "2015",
        "commune": seller.commune.full_name,
        "grower": "",
        "growing_area": "",
        "area_m2": "8.000",
        "outline": "",
        "in_use": "on",
    }
    return usual | facts


def test_a_plot_is_written_down(browser, seller):
    answer = browser.post("/sell/plots/new/", form(seller))

    plot = Plot.objects.get()
    assert answer["Location"] == f"/sell/plots/{plot.pk}/"
    assert (plot.party, plot.name, plot.crop) == (seller.party, "Đồi trước", "Nhãn")
    assert (plot.area_m2, plot.planted_year, plot.in_use) == (8_000, 2015, True)
    assert plot.commune_code == seller.commune.code
    assert "Đồi trước" in browser.get("/sell/plots/").content.decode()


def test_the_area_of_an_outline_is_worked_out(browser, seller):
    browser.post("/sell/plots/new/", form(seller, area_m2="", outline=json.dumps(SQUARE)))

    plot = Plot.objects.get()
    assert plot.outline == SQUARE
    assert 11_000 < plot.area_m2 < 12_000


def test_an_outline_may_come_as_a_file(browser, seller):
    text = json.dumps({"type": "Feature", "properties": {}, "geometry": SQUARE})
    upload = SimpleUploadedFile("vuon.geojson", text.encode(), "application/geo+json")

    browser.post("/sell/plots/new/", form(seller, file=upload, area_m2=""))

    assert Plot.objects.get().outline == SQUARE


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"outline": "x"}, "outline"),
        ({"outline": '{"type": "Point", "coordinates": [21.05, 103.74]}'}, "outline"),
        ({"outline": '{"type": "Polygon", "coordinates": [[[103.7, 21.0]]]}'}, "outline"),
        ({"outline": json.dumps({"type": "Polygon", "coordinates": [CORNERS[:4]]})}, "outline"),
        (
            {"area_m2": "50.000", "outline": POINT},
            "outline",
        ),
        ({"area_m2": ""}, "area_m2"),
        ({"area_m2": "", "outline": POINT}, "area_m2"),
        ({"area_m2": "9"}, "area_m2"),
        ({"area_m2": "8,5"}, "area_m2"),
        ({"area_m2": "999999999999"}, "area_m2"),
        ({"name": ""}, "name"),
        ({"crop": "Vàng"}, "crop"),
        ({"planted_year": "2999"}, "planted_year"),
        ({"planted_year": "1066"}, "planted_year"),
        ({"commune": "Nơi nào đó"}, "commune"),
        ({"grower": "1"}, "grower"),
        ({"growing_area": "0"}, "growing_area"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(browser, seller, facts, field):
    answer = browser.post("/sell/plots/new/", form(seller, **facts))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Plot.objects.exists()


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"[" * 100_000, b"{}", b"9" * 200_001, b'{"type":"Point"}']
)
def test_a_file_that_is_no_outline_is_refused(browser, seller, content):
    upload = SimpleUploadedFile("vuon.geojson", content)

    answer = browser.post("/sell/plots/new/", form(seller, file=upload))

    assert answer.status_code == 422
    assert "file" in answer.context["form"].errors
    assert not Plot.objects.exists()


def test_a_tiny_outline_is_refused(browser, seller):
    tiny = [[103.74, 21.05], [103.740001, 21.05], [103.740001, 21.050001], [103.74, 21.05]]
    text = json.dumps({"type": "Polygon", "coordinates": [tiny]})

    answer = browser.post("/sell/plots/new/", form(seller, area_m2="", outline=text))

    assert answer.status_code == 422
    assert not Plot.objects.exists()


def test_a_name_stands_for_one_plot(browser, seller, plot):
    answer = browser.post("/sell/plots/new/", form(seller, name=plot.name))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["name"]
    assert Plot.objects.count() == 1


def test_a_plot_is_put_right_and_given_up(browser, seller, plot):
    address = f"/sell/plots/{plot.pk}/change/"
    facts = form(seller, name="Đồi sau", area_m2="9000")
    del facts["in_use"]

    assert browser.get(address).status_code == 200
    assert browser.post(address, facts).status_code == 302

    plot.refresh_from_db()
    assert (plot.name, plot.area_m2, plot.in_use) == ("Đồi sau", 9_000, False)
    assert browser.get("/sell/diary/new/").context["has_plots"] is False


def test_neither_place_nor_phone_stand_in_the_audit_trail(browser, seller, plot):
    browser.post(
        f"/sell/plots/{plot.pk}/change/", form(seller, outline=json.dumps(SQUARE), area_m2="")
    )
    browser.post(
        f"/sell/plots/{plot.pk}/change/", form(seller, name="Khác", outline=json.dumps(SQUARE))
    )

    told = AuditEntry.objects.filter(what="plot.written").values_list("before", "after")
    assert len(told) == 3
    assert "103.74" not in json.dumps(list(told))


def test_a_foreign_plot_is_not_found(plot):
    other = people.member(factories.cooperative())

    for address in (f"/sell/plots/{plot.pk}/", f"/sell/plots/{plot.pk}/change/"):
        assert other.get(address).status_code == 404
    assert other.post(f"/sell/plots/{plot.pk}/change/", {}).status_code == 404


def test_a_packer_sees_plots_and_changes_none(seller, plot):
    packer = people.member(seller, Membership.Role.PACKER)

    assert packer.get("/sell/plots/").status_code == 200
    assert packer.get(f"/sell/plots/{plot.pk}/").status_code == 200
    for address in ("/sell/plots/new/", f"/sell/plots/{plot.pk}/change/", "/sell/growers/"):
        assert packer.get(address).status_code == 403


def test_the_plot_says_from_which_day_it_may_be_picked(browser, plot):
    browser.post("/sell/diary/new/", hands.entry(plot))

    free = f"{hands.days_ago(-6):%d/%m/%Y}"
    assert free in browser.get("/sell/plots/").content.decode()
    assert free in browser.get(f"/sell/plots/{plot.pk}/").content.decode()


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/sell/plots/", 10),
        ("/sell/plots/new/", 14),
        ("/sell/growers/", 10),
        ("/sell/areas/", 11),
        ("/sell/houses/", 10),
    ],
)
def test_pages_ask_little(browser, seller, plot, address, most, django_assert_max_num_queries):
    for number in range(6):
        facts = {"crop": "Nhãn", "commune_code": seller.commune.code, "area_m2": 900}
        enrolling.plot(seller.party.key, by=None, name=f"Lô {number}", **facts)
        enrolling.grower(
            seller.party.key,
            by=None,
            name="Lò",
            alias=f"Hộ {number}",
            commune_code=seller.commune.code,
        )

    with django_assert_max_num_queries(most):
        assert browser.get(address).status_code == 200


def test_one_plot_asks_little(browser, plot, django_assert_max_num_queries):
    for number in range(6):
        browser.post("/sell/diary/new/", hands.entry(plot, note=str(number)))

    with django_assert_max_num_queries(11):
        assert browser.get(f"/sell/plots/{plot.pk}/").status_code == 200
