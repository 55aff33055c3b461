"""A cooperative, its two kilogram box of longan, and a lot picked on 12 August 2026."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from catalog.traceability.growing import enrolling
from catalog.traceability.lots import harvest
from catalog.traceability.parties import registering
from marketplace.records import clock
from tests import factories

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
SONG_MA = "04168"
NOW = dt.datetime(2026, 8, 14, 18, 20, tzinfo=LOCAL)


@pytest.fixture(autouse=True)
def now():
    """Everything happens in the evening of 14 August 2026."""
    with clock.moved_to(NOW):
        yield NOW


@pytest.fixture
def party(db):
    return registering.party("cooperative-12", name="HTX Nắng Sông Mã", commune_code=SONG_MA)


@pytest.fixture
def item(db):
    return registering.item(
        "pack-34",
        name_vi="Nhãn Sông Mã cả chùm",
        name_en="Song Ma longan in bunches",
        net_weight_g=2000,
        category_path="fresh-fruit/longan",
    )


@pytest.fixture
def lot(party):
    return harvest.open_lot(
        party.key,
        crop="Nhãn",
        variety="Nhãn chín muộn",
        commune_code=SONG_MA,
        harvested_on=dt.date(2026, 8, 12),
        best_before=dt.date(2026, 8, 19),
        quantity_g=500_000,
        by=None,
    )


@pytest.fixture
def plot(party):
    return enrolling.plot(
        party.key,
        by=None,
        name="Đồi trước",
        crop="Nhãn",
        commune_code=SONG_MA,
        area_m2=8_000,
    )


@pytest.fixture
def grower_user(db):
    return factories.user()
