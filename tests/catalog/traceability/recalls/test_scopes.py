"""Which lots a recall is about: named, grown with something, packed in a house, or made of them."""

import datetime as dt
import uuid

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.traceability.diary import writing
from catalog.traceability.growing import enrolling
from catalog.traceability.lineage import making
from catalog.traceability.lots import harvest, packing
from catalog.traceability.models import DiaryEntry, Lot, LotSource
from catalog.traceability.parties import registering
from catalog.traceability.recalls import opening, scopes
from tests.catalog.traceability.conftest import NOW, SONG_MA

DAY = dt.date(2026, 8, 12)


def sprayed(plot, name="Pertrin 50EC", active="permethrin", on=DAY, **facts):
    """An entry of a diary."""
    work = writing.Work(
        work="spraying",
        on=on,
        draft=uuid.uuid4(),
        written_at=NOW,
        input_name=name,
        active_ingredient=active,
        wait_days=0,
    )
    return writing.write(plot.pk, work, by=None, **facts)


def picked(party, *plots, on=DAY):
    """A lot of some plots."""
    return harvest.open_lot(
        party.key,
        crop="Nhãn",
        commune_code=SONG_MA,
        harvested_on=on,
        quantity_g=100_000,
        by=None,
        plots=[plot.pk for plot in plots],
    )


def found(**about) -> dict[str, str]:
    """What a draft would reach, by code."""
    recall = opening.begin(opening.About(**about), opening.Words("Dư lượng"), by=None)
    ways = scopes.reached(recall)
    return {lot.code: ways[lot.pk] for lot in Lot.objects.filter(pk__in=ways)}


def test_lots_named_and_all_made_of_them_are_reached(party, lot):
    other = picked(party)
    mixed = making.merge(party.key, {lot.pk: 1_000, other.pk: 1_000}, by=None)
    product = making.Product("Long nhãn", 400, 600, None)
    dried = making.process(party.key, {mixed.pk: 1_000}, product, by=None)

    assert found(codes=[lot.code]) == {
        lot.code: "named",
        mixed.code: "made_of",
        dried.code: "made_of",
    }


def test_lots_picked_after_an_input_was_used_are_reached_by_either_name(party, plot):
    elsewhere = enrolling.plot(
        party.key, by=None, name="Đồi sau", crop="Nhãn", commune_code=SONG_MA, area_m2=500
    )
    before = picked(party, plot, on=DAY - dt.timedelta(days=3))
    sprayed(plot, on=DAY - dt.timedelta(days=1))
    after, other = picked(party, plot), picked(party, elsewhere)
    days = (DAY - dt.timedelta(days=5), DAY)

    by_name = found(input_name="pertrin", days=days)
    by_active = found(input_name="PERMETHRIN", days=days)

    assert by_name == by_active == {after.code: "input"}
    assert {before.code, other.code}.isdisjoint(by_name)


def test_an_entry_that_was_put_right_does_not_count(party, plot):
    wrong = sprayed(plot, on=DAY - dt.timedelta(days=1))
    sprayed(plot, "Dầu khoáng", "petroleum oil", DAY - dt.timedelta(days=1), corrects=wrong.pk)
    lot = picked(party, plot)
    days = (DAY - dt.timedelta(days=5), DAY)

    with pytest.raises(opening.NothingFound):
        found(input_name="permethrin", days=days)
    assert found(input_name="dầu khoáng", days=days) == {lot.code: "input"}
    assert DiaryEntry.objects.count() == 2


def test_days_of_use_are_kept_to(party, plot):
    sprayed(plot, on=DAY - dt.timedelta(days=1))
    picked(party, plot)

    with pytest.raises(opening.NothingFound):
        found(
            input_name="permethrin", days=(DAY - dt.timedelta(days=9), DAY - dt.timedelta(days=2))
        )


def test_lots_packed_in_a_house_are_reached_and_those_of_another_house_are_not(party, item, lot):
    house = enrolling.facility(
        party.key, by=None, kind="packing", name="Xưởng 1", commune_code=SONG_MA, is_usual=True
    )
    packing.pack(lot.pk, item.key, units=1, by=None)
    other = enrolling.facility(
        party.key, by=None, kind="packing", name="Xưởng 2", commune_code=SONG_MA, is_usual=True
    )
    there, unpacked = picked(party), picked(party)
    packing.pack(there.pk, item.key, units=1, by=None)
    today = NOW.date()

    assert found(facility=house, days=(today, today)) == {lot.code: "facility"}
    assert found(facility=other, days=(today, today)) == {there.code: "facility"}
    assert unpacked.code not in found(facility=other, days=(today, today))
    with pytest.raises(opening.NothingFound):
        found(facility=house, days=(today - dt.timedelta(days=2), today - dt.timedelta(days=1)))


def test_goods_of_the_party_for_which_nobody_noted_a_house_count_too(party, item, lot):
    packing.pack(lot.pk, item.key, units=1, by=None)
    house = enrolling.facility(
        party.key, by=None, kind="packing", name="Xưởng 1", commune_code=SONG_MA
    )

    assert found(facility=house, days=(NOW.date(), NOW.date())) == {lot.code: "facility"}


GRAPHS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30)


@settings(max_examples=25, deadline=None)
@given(edges=GRAPHS, named=st.sets(st.integers(0, 11), min_size=1, max_size=4))
def test_what_is_made_of_lots_is_what_a_walk_by_hand_finds(
    django_db_setup, django_db_blocker, edges, named
):
    arrows = {(low, high) for low, high in map(sorted, edges) if low != high}

    with django_db_blocker.unblock(), transaction.atomic():
        lots = bare_lots(12)
        LotSource.objects.bulk_create(
            LotSource(source=lots[low], lot=lots[high], grams=1) for low, high in sorted(arrows)
        )
        keys = {lots[n].pk for n in named}
        reached = keys | scopes.made_of(keys)

        wanted = set(named)
        while more := {high for low, high in arrows if low in wanted} - wanted:
            wanted |= more
        transaction.set_rollback(True)
        assert reached == {lots[n].pk for n in wanted}


def bare_lots(count: int) -> list[Lot]:
    """Lots without a story."""
    party = registering.party("graph", name="HTX", commune_code=SONG_MA)
    return Lot.objects.bulk_create(
        Lot(
            code=f"LOT-{n}-{uuid.uuid4().hex[:6].upper()}",
            party=party,
            crop="Nhãn",
            commune_code=SONG_MA,
            harvested_on=DAY,
            opened_on=DAY,
            quantity_g=1_000,
        )
        for n in range(count)
    )
