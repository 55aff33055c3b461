"""Where a party has plots of a crop, no harvest of it forgets to say where it was picked."""

import html
import re

import pytest
from django.db import IntegrityError, transaction

from catalog.traceability.growing import enrolling
from catalog.traceability.lineage import making
from catalog.traceability.lots import harvest
from catalog.traceability.models import Event, Lot, LotPlot
from marketplace.records import clock
from tests.catalog.traceability.conftest import SONG_MA

pytestmark = pytest.mark.django_db


def pick(party, **facts):
    usual = {
        "crop": "Nhãn",
        "commune_code": SONG_MA,
        "harvested_on": clock.local_day(),
        "quantity_g": 10_000,
        "by": None,
    }
    return harvest.open_lot(party.key, **usual | facts)


@pytest.mark.parametrize("crop", ["Nhãn", "NHÃN"])
def test_a_harvest_of_a_crop_with_plots_names_them(party, plot, crop):
    with pytest.raises(harvest.PlotsNotSaid):
        pick(party, crop=crop)

    assert not Lot.objects.exists()
    assert not Event.objects.exists()


def test_a_harvest_names_only_plots_of_its_crop(party, plot):
    with pytest.raises(harvest.NotOurPlot):
        pick(party, crop="Chè", plots=[plot.pk])

    assert not Lot.objects.exists()


def test_a_crop_without_plots_asks_for_none(party, plot):
    tea = pick(party, crop="Chè")
    enrolling.plot(
        party.key,
        by=None,
        pk=plot.pk,
        name=plot.name,
        crop=plot.crop,
        commune_code=SONG_MA,
        in_use=False,
    )
    longan = pick(party)

    assert [lot.origins.count() for lot in (tea, longan)] == [0, 0]


def test_a_field_that_is_not_written_down_is_said_with_a_word(client, party, plot):
    lot = pick(party, unwritten_field="Mua của hộ Lò Văn Mẫu, chưa đo đất")

    told = Event.objects.get(lot=lot).data["unwritten_field"]
    page = html.unescape(client.get(f"/t/{lot.code}?lang=en").content.decode())
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert told == lot.unwritten_field == "Mua của hộ Lò Văn Mẫu, chưa đo đất"
    assert "Field where it was picked not written down with the market" in words
    assert "Lò Văn Mẫu" not in page
    assert not LotPlot.objects.exists()


def test_part_of_a_harvest_may_come_from_a_field_that_is_not_written_down(party, plot):
    lot = pick(party, plots=[plot.pk], unwritten_field="Vườn bên cạnh của em trai")

    assert [origin.plot for origin in lot.origins.all()] == [plot]
    assert lot.unwritten_field == "Vườn bên cạnh của em trai"


def test_only_a_harvest_was_picked_anywhere(party, plot):
    lot = pick(party, plots=[plot.pk])
    made, _other = making.split(party.key, lot.pk, [4_000, 6_000], by=None)

    with pytest.raises(IntegrityError, match="lot_made_of_others"), transaction.atomic():
        Lot.objects.filter(pk=made.pk).update(unwritten_field="ngoài chợ")
