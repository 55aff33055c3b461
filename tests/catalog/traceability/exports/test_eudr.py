"""All plots of a lot as the European system takes them, or a list of what it would send back."""

import csv
import io
import json
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from catalog.traceability.exports import consignments, eudr, geojson, handing
from catalog.traceability.exports.findings import Faulty
from catalog.traceability.growing import enrolling
from catalog.traceability.lineage import making, origins
from catalog.traceability.lots import holding
from catalog.traceability.models import Lot
from catalog.traceability.parties import registering
from marketplace.records import audit
from tests.catalog.traceability.conftest import SONG_MA
from tests.catalog.traceability.exports import land

pytestmark = pytest.mark.django_db


def made(lot, form="geojson", **how):
    """The file of a lot."""
    return eudr.file(told(lot), form, **how)


def told(*lots):
    """What is known of lots."""
    codes = [lot.code for lot in lots]
    return eudr.dossier(consignments.of_lots(lots[0].party_id, codes))


def codes_of(dossier):
    """The short words of what was found, faults and remarks apart."""
    return (
        [one.code for one in dossier.findings if one.blocks],
        [one.code for one in dossier.findings if not one.blocks],
    )


def test_a_lot_names_every_plot_it_grew_on(party):
    near, far = land.plot(party, land.square()), land.plot(party, land.square(3))
    lot = land.pick(party, near, far)

    file = made(lot)

    body = json.loads(file.body)
    assert (file.name, file.media_type) == (f"eudr-{lot.code}.geojson", "application/geo+json")
    assert list(body) == ["type", "features"]
    assert [one["properties"] for one in body["features"]] == [
        {
            "ProducerName": "HTX Nắng Sông Mã",
            "ProducerCountry": "VN",
            "ProductionPlace": f"{plot.name}, Xã Sông Mã, Sơn La",
            "Area": round(plot.area_m2 / 10_000, 4),
        }
        for plot in (near, far)
    ]
    assert [one["geometry"] for one in body["features"]] == [near.outline, far.outline]


def test_every_figure_is_written_with_six_decimals_or_more(party):
    outline = {"type": "Point", "coordinates": [103.75, 21.0512345]}
    lot = land.pick(party, land.plot(party, outline, area_m2=9_000))

    text = made(lot).body.decode()

    assert "[103.750000,21.0512345]" in text
    assert '"Area": 0.9000' in text
    figures = re.findall(r"-?\d+\.\d+", text.partition('"coordinates":')[2])
    assert all(len(one.partition(".")[2]) >= 6 for one in figures)


@given(st.floats(102, 110, allow_nan=False), st.floats(8, 23.5))
def test_writing_a_figure_loses_nothing(east, north):
    for figure in (east, north, east / 1e6):
        text = geojson.degrees(figure)

        assert float(text) == figure
        assert re.fullmatch(r"\d+\.\d{6,}", text)


def test_outer_rings_are_written_against_the_clock(party):
    outline = land.square()
    clockwise = {"type": "Polygon", "coordinates": [outline["coordinates"][0][::-1]]}
    lot = land.pick(party, land.plot(party, clockwise))

    (found,) = json.loads(made(lot).body)["features"]

    drawn = shape(found["geometry"])
    assert drawn.exterior.is_ccw
    assert drawn.equals(shape(outline))


def test_growers_are_named_only_where_they_agreed(party):
    growers = [
        enrolling.grower(
            party.key, by=None, name=name, alias=f"Hộ {n}", phone="", commune_code=SONG_MA
        )
        for n, name in enumerate(("Lò Thị Ban", "Cà Văn Đôi"), 1)
    ]
    enrolling.consent(growers[0].pk, given=True, by=None)
    lot = land.pick(
        party, *(land.plot(party, land.square(3 * n), grower=g) for n, g in enumerate(growers))
    )

    body = made(lot).body.decode()

    names = [one["properties"]["ProducerName"] for one in json.loads(body)["features"]]
    assert names == ["Lò Thị Ban", "Hộ 2"]
    assert "Cà Văn Đôi" not in body


def test_made_lots_name_the_plots_of_all_they_were_made_of(party):
    plots = [land.plot(party, land.square(3 * n)) for n in range(3)]
    first, second = land.pick(party, plots[0], plots[1]), land.pick(party, plots[1], plots[2])
    mixed = making.merge(party.key, {first.pk: 5_000, second.pk: 5_000}, by=None)
    dried = making.process(
        party.key, {mixed.pk: 10_000}, making.Product("Cà phê nhân", 4_000, 6_000), by=None
    )

    body = json.loads(made(dried).body)

    assert [one["geometry"] for one in body["features"]] == [plot.outline for plot in plots]


def test_one_harvest_of_unknown_plots_spoils_the_whole(party):
    known = land.pick(party, land.plot(party, land.square()))
    unknown = land.pick(party)
    mixed = making.merge(party.key, {known.pk: 5_000, unknown.pk: 1}, by=None)

    with pytest.raises(Faulty) as refused:
        made(mixed)

    (fault,) = refused.value.findings
    assert (fault.code, fault.where, fault.lot) == (
        "unknown_origin",
        f"/lots/{unknown.code}",
        unknown.code,
    )


def test_a_draft_is_given_in_spite_of_faults_and_says_so(party):
    lot = land.pick(party, land.plot(party, area_m2=5_000))

    file = made(lot, draft=True)

    body = json.loads(file.body)
    assert file.name == f"eudr-{lot.code}-DRAFT.geojson"
    assert body["draft"].startswith("DRAFT")
    assert [one["geometry"] for one in body["features"]] == [None]


def test_the_archive_tells_what_the_statement_asks_beside_the_plots(party):
    plot = land.plot(party, land.square())
    lot = land.pick(party, plot)

    file = made(lot, "zip")

    archive = zipfile.ZipFile(io.BytesIO(file.body))
    assert archive.namelist() == ["plots.geojson", "facts.json", "harvests.csv"]
    assert archive.read("plots.geojson") == made(lot).body
    facts = json.loads(archive.read("facts.json"))
    assert facts["goods"] == [
        {
            "lot": lot.code,
            "hs_heading": "0901",
            "trade_name": "Coffee",
            "local_name": "Cà phê Catimor",
            "scientific_name": "Coffea arabica",
            "net_kg": 10.0,
        }
    ]
    assert facts["production"] == {"first": "2026-08-12", "last": "2026-08-12"}
    assert (facts["plots"], facts["area_ha"], facts["harvested_kg_per_ha"]) == (1, 1.1255, 8.9)
    rows = list(csv.reader(io.StringIO(archive.read("harvests.csv").decode("utf-8-sig"))))
    assert rows == [
        ["lot", "harvested_on", "net_kg", "plot"],
        [lot.code, "2026-08-12", "10.0", plot.name],
    ]
    assert made(lot, "zip").tag == file.tag


def test_many_plots_are_cut_into_files_without_cutting_a_plot(party):
    plots = [land.plot(party, land.square(3 * n)) for n in range(7)]
    lot = land.pick(party, *plots)
    limit = 1_000

    file = made(lot, "zip", limit=limit)

    archive = zipfile.ZipFile(io.BytesIO(file.body))
    parts = [archive.read(name) for name in archive.namelist() if name.startswith("plots-")]
    assert len(parts) > 1
    assert all(len(part) <= limit for part in parts)
    features = [one for part in parts for one in json.loads(part)["features"]]
    assert [one["geometry"] for one in features] == [plot.outline for plot in plots]
    with pytest.raises(eudr.TooLargeForOne):
        made(lot, limit=limit)
    with pytest.raises(geojson.LargerThanAFile):
        made(lot, "zip", limit=100)


def test_several_lots_go_out_together_with_each_plot_once(party):
    plots = [land.plot(party, land.square(3 * n)) for n in range(3)]
    lots = [land.pick(party, plots[0], plots[1]), land.pick(party, plots[1], plots[2])]

    dossier = told(*lots)

    assert [plot.pk for plot in dossier.origin.plots] == [plot.pk for plot in plots]
    facts = eudr.facts(dossier)
    assert [row["lot"] for row in facts["goods"]] == [lot.code for lot in lots]
    assert facts["consignment"] == f"{lots[0].code}-and-1-more"


def test_goods_the_law_does_not_list_are_remarked_and_not_refused(party):
    orchard = land.plot(party, land.square(), crop="Nhãn")
    garden = land.plot(party, land.square(3))

    longan = told(land.pick(party, orchard, crop="Nhãn", variety=""))
    coffee = told(land.pick(party, garden, variety=""))

    assert codes_of(longan) == ([], ["not_listed"])
    assert codes_of(coffee) == ([], ["species_unknown"])
    assert longan.is_good
    assert coffee.is_good


def test_a_held_source_is_remarked(party):
    lot = land.pick(party, land.plot(party, land.square()))
    made = making.process(party.key, {lot.pk: 10_000}, making.Product(lot.crop, 10_000, 0), by=None)
    holding.hold(lot.pk, reason="Mẫu chưa có kết quả", by=None)

    faults, remarks = codes_of(told(made))

    assert (faults, remarks) == ([], ["lot_held", "species_unknown"])


def test_each_file_is_written_into_the_trail_and_a_refusal_is_not(party, grower_user):
    lot = land.pick(party, land.plot(party, land.square()))
    empty = land.pick(party)

    handing.hand_out(consignments.of_lots(party.pk, [lot.code]), "eudr", by=grower_user)
    with pytest.raises(Faulty):
        handing.hand_out(consignments.of_lots(party.pk, [empty.code]), "eudr", by=grower_user)
    with pytest.raises(handing.UnknownForm):
        handing.hand_out(consignments.of_lots(party.pk, [lot.code]), "eudr", "xml", by=None)

    entry = audit.of(lot).get(what="lot.exported")
    assert (entry.by, entry.after) == (
        grower_user,
        {"file": f"eudr-{lot.code}.geojson", "lots": [lot.code], "draft": False},
    )
    assert not audit.of(empty).filter(what="lot.exported").exists()


def test_lots_of_others_are_nobodys(party, lot):
    other = registering.party("cooperative-13", name="HTX Khác", commune_code=SONG_MA)

    with pytest.raises(consignments.NotOurs):
        consignments.of_lots(other.pk, [lot.code])
    with pytest.raises(consignments.TooMany):
        consignments.of_lots(party.pk, [])


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_a_lot_grew_where_its_harvests_grew(party, data):
    plots = [land.plot(party, area_m2=5_000) for _ in range(4)]
    some = st.lists(st.sampled_from(plots), unique=True, max_size=4)
    lots, expected = [], {}
    for _ in range(data.draw(st.integers(1, 4))):
        chosen = data.draw(some)
        lots.append(land.pick(party, *chosen, grams=1_000_000))
        expected[lots[-1].pk] = {plot.pk for plot in chosen}
    for _ in range(data.draw(st.integers(0, 6))):
        parents = data.draw(st.lists(st.sampled_from(lots), unique=True, min_size=1, max_size=3))
        taken = {lot.pk: Lot.objects.get(pk=lot.pk).left_g // 2 for lot in parents}
        product = making.Product("Cà phê nhân", sum(taken.values()), 0)
        child = making.process(party.key, taken, product, by=None)
        lots.append(child)
        expected[child.pk] = set().union(*(expected[lot.pk] for lot in parents))

    found = {lot.pk: {plot.pk for plot in origins.of([lot]).plots} for lot in lots}

    assert found == expected
