"""What a trace page says of fields, households, codes and sprayings, as it was at the harvest."""

import datetime as dt
import html
import re

import pytest

from catalog.traceability.diary import writing
from catalog.traceability.growing import enrolling
from catalog.traceability.lineage import making, origins
from catalog.traceability.lots import harvest, packing
from catalog.traceability.models import Plot
from tests.catalog.traceability.conftest import SONG_MA
from tests.catalog.traceability.test_diary import work

pytestmark = pytest.mark.django_db


def read(client, code):
    page = client.get(f"/t/{code}?lang=en").content.decode()
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def pick(party, *plots):
    return harvest.open_lot(
        party.key,
        crop="Nhãn",
        commune_code=SONG_MA,
        harvested_on=dt.date(2026, 8, 12),
        quantity_g=10_000,
        by=None,
        plots=[plot.pk for plot in plots],
    )


@pytest.fixture
def grower(party):
    return enrolling.grower(
        party.key, by=None, name="Lò Thị Mẫu", alias="Hộ số 7", commune_code=SONG_MA
    )


def grown(party, plot, **facts):
    usual = {
        "name": plot.name,
        "crop": plot.crop,
        "commune_code": plot.commune_code,
        "area_m2": plot.area_m2,
    }
    return enrolling.plot(party.key, by=None, pk=plot.pk, **usual | facts)


def test_a_household_is_named_only_while_it_agrees(client, party, plot, grower):
    grown(party, plot, grower=grower)
    lot = pick(party, plot)

    assert "Households Hộ số 7" in read(client, lot.code)
    enrolling.consent(grower.pk, given=True, by=None)
    assert "Households Lò Thị Mẫu" in read(client, lot.code)
    enrolling.consent(grower.pk, given=False, by=None)
    assert "Lò Thị Mẫu" not in read(client, lot.code)


def test_the_residue_clock_counts_the_days_that_were_waited(client, party, plot):
    writing.write(plot.pk, work(dt.date(2026, 8, 2)), by=None)
    writing.write(plot.pk, work(dt.date(2026, 8, 13)), by=None)  # after the harvest

    page = read(client, pick(party, plot).code)

    assert "Last sprayed 02/08/2026 Thuốc sinh học A (Azadirachtin)" in page
    assert "Days waited before picking 10 days 7 asked for" in page


def test_a_field_without_a_diary_says_so(client, party, plot):
    assert "Diary of the field no entries" in read(client, pick(party, plot).code)

    writing.write(plot.pk, work(dt.date(2026, 8, 2), work="weeding"), by=None)

    assert "Diary of the field nothing was sprayed" in read(client, pick(party, plot).code)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "shown"),
    [
        (dt.date(2026, 8, 12), None, True),
        (dt.date(2025, 1, 1), dt.date(2026, 8, 12), True),
        (dt.date(2025, 1, 1), dt.date(2026, 8, 11), False),
        (dt.date(2026, 8, 13), None, False),
    ],
)
def test_a_growing_area_counts_on_the_harvest_day(client, party, plot, valid_from, valid_to, shown):
    area = enrolling.area(
        party.key,
        by=None,
        code="VN-SL-TEST-01",
        crop="Nhãn",
        valid_from=valid_from,
        valid_to=valid_to,
    )
    grown(party, plot, growing_area=area)

    assert ("VN-SL-TEST-01" in read(client, pick(party, plot).code)) is shown


def test_the_packing_house_is_the_one_of_that_day(client, party, item, plot):
    house = enrolling.facility(
        party.key,
        by=None,
        kind="packing",
        name="Xưởng Một",
        code="CSDG-TEST-9",
        commune_code=SONG_MA,
        is_usual=True,
    )
    (box,) = packing.pack(pick(party, plot).pk, item.key, units=1, by=None)
    facts = {"kind": "packing", "commune_code": SONG_MA, "is_usual": True}
    enrolling.facility(party.key, by=None, pk=house.pk, name="Xưởng Mới", **facts)

    assert "Packing house Xưởng Một code CSDG-TEST-9" in read(client, box.code)


def test_dried_fruit_still_knows_every_field(party, plot):
    other = enrolling.plot(
        party.key, by=None, name="B", crop="Nhãn", commune_code=SONG_MA, area_m2=100
    )
    first, second = pick(party, plot), pick(party, other)
    both = making.merge(party.key, {first.pk: 5_000, second.pk: 5_000}, by=None)
    dried = making.Product("Long nhãn", 2_000, 8_000)

    made = making.process(party.key, {both.pk: 10_000}, dried, by=None)

    assert set(origins.of([made]).plots) == set(Plot.objects.all())


def test_of_mixed_lots_the_shortest_wait_is_told(client, party, plot):
    other = enrolling.plot(
        party.key, by=None, name="B", crop="Nhãn", commune_code=SONG_MA, area_m2=100
    )
    writing.write(plot.pk, work(dt.date(2026, 7, 1)), by=None)
    writing.write(other.pk, work(dt.date(2026, 8, 4)), by=None)
    first, second = pick(party, plot), pick(party, other)

    both = making.merge(party.key, {first.pk: 5_000, second.pk: 5_000}, by=None)

    assert "Days waited before picking 8 days 7 asked for" in read(client, both.code)


def test_what_is_made_of_a_field_not_written_down_says_so(client, party, plot):
    known = pick(party, plot)
    strange = harvest.open_lot(
        party.key,
        crop="Nhãn",
        commune_code=SONG_MA,
        harvested_on=dt.date(2026, 8, 12),
        quantity_g=10_000,
        by=None,
        plots=[plot.pk],
        unwritten_field="Vườn của em trai",
    )
    both = making.merge(party.key, {known.pk: 5_000, strange.pk: 5_000}, by=None)

    found = origins.of([both])

    assert found.plots == (plot,)
    assert found.unknown == found.unwritten == (strange,)
    assert "Field where it was picked not written down with the market" in read(client, both.code)


@pytest.mark.parametrize(("made", "queries"), [(False, 1), (True, 4)])
def test_an_origin_takes_few_queries(party, plot, made, queries, django_assert_num_queries):
    lots = [pick(party, plot), pick(party, plot)]
    if made:
        lots = [making.merge(party.key, {lot.pk: 5_000 for lot in lots}, by=None)]

    with django_assert_num_queries(queries):
        found = origins.of(lots)

    assert found.plots == (plot,)


def test_names_and_codes_belong_to_one_party(party, plot, grower):
    other = enrolling.Party.objects.create(key="cooperative-13", name="HTX Khác")
    facts = {"name": "C", "crop": "Nhãn", "commune_code": SONG_MA, "area_m2": 100}

    with pytest.raises(enrolling.NameTaken):
        grown(party, plot, name="C") and enrolling.plot(party.key, by=None, **facts)
    with pytest.raises(enrolling.NotOurs):
        enrolling.plot(other.key, by=None, grower=grower, **facts)
    with pytest.raises(Plot.DoesNotExist):
        enrolling.plot(other.key, by=None, pk=plot.pk, **facts)
    assert Plot.objects.count() == 1


def test_the_map_marks_one_commune_among_all(client, party, plot):
    page = client.get(f"/t/{pick(party, plot).code}").content.decode()

    assert page.count("<circle cx=") >= 1
    assert page.count("h0") > 20
