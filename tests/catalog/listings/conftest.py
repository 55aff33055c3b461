"""A verified cooperative, somebody who sells for it, somebody of the province."""

import datetime as dt

import pytest

from catalog.listings import pictures, proposing
from catalog.listings.proposals import LotDraft, PackDraft, Proposal, Shot, Words
from marketplace.records import clock
from tests import factories
from tests.catalog.listings.uploads import photo


@pytest.fixture
def farmer(db):
    """Who proposes."""
    return factories.user("in@example.vn")


@pytest.fixture
def hanh(db):
    """Who decides."""
    return factories.user("hanh@example.vn")


@pytest.fixture
def seller(farmer):
    """The cooperative."""
    return factories.cooperative("HTX Nắng Sông Mã", owner=farmer)


@pytest.fixture
def proposal(seller, farmer):
    """A whole listing of a crop."""
    picture = pictures.take(photo(), cooperative_id=seller.pk, by=farmer)
    today = clock.local_day()
    return Proposal(
        category="fresh-fruit/longan",
        commune=seller.commune.code,
        season_months=(7, 8, 9),
        texts={"vi": Words("Nhãn Sông Mã", "Cùi dày, hái trong ngày.")},
        pictures=(Shot(picture.token, "Hộp nhãn mở nắp"),),
        packs=(
            PackDraft("box", "Hộp 2 kg", "", "Loại 1", 2_000, 89_000),
            PackDraft("crate", "Thùng 5 kg", "", "", 5_000, 210_000),
        ),
        first_lot=LotDraft(today, today + dt.timedelta(days=7), {"box": 30, "crate": 10}),
    )


@pytest.fixture
def submitted(seller, proposal, farmer):
    """A change that waits."""
    return proposing.propose(seller.pk, proposal, by=farmer)
