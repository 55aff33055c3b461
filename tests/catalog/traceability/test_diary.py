"""The diary of a plot, and the pre-harvest interval that nobody picks inside."""

import datetime as dt
from threading import Thread
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from catalog.traceability.diary import waiting, writing
from catalog.traceability.growing import enrolling
from catalog.traceability.lineage import origins
from catalog.traceability.lots import harvest, holding, packing
from catalog.traceability.models import DiaryEntry, Event, Lot, LotPlot
from tests.catalog.traceability.conftest import NOW, SONG_MA

pytestmark = pytest.mark.django_db

HARVEST_DAY = dt.date(2026, 8, 12)


def work(day, **facts):
    usual = {
        "work": "spraying",
        "on": day,
        "draft": uuid4(),
        "written_at": NOW - dt.timedelta(days=2),
        "input_name": "Thuốc sinh học A",
        "active_ingredient": "Azadirachtin",
        "dose": "20 ml / 16 l",
        "wait_days": 7,
    }
    return writing.Work(**usual | facts)


def pick(party, *plots, day=HARVEST_DAY):
    return harvest.open_lot(
        party.key,
        crop="Nhãn",
        commune_code=SONG_MA,
        harvested_on=day,
        quantity_g=10_000,
        by=None,
        plots=[plot.pk for plot in plots],
    )


def test_a_lot_knows_its_plots(party, plot):
    lot = pick(party, plot)

    assert list(LotPlot.objects.values_list("lot", "plot")) == [(lot.pk, plot.pk)]


def test_nothing_is_picked_inside_the_interval(party, plot):
    entry = writing.write(plot.pk, work(dt.date(2026, 8, 6)), by=None)

    with pytest.raises(harvest.InsideInterval) as refused:
        pick(party, plot)

    assert refused.value.args == (entry,)
    assert not Lot.objects.exists()
    assert entry.free_from == dt.date(2026, 8, 13)


def test_the_first_free_day_is_free(party, plot):
    writing.write(plot.pk, work(dt.date(2026, 8, 5)), by=None)

    lot = pick(party, plot)

    assert lot.state == "open"
    assert origins.residue(origins.of([lot])).spraying.on == dt.date(2026, 8, 5)


def test_what_was_sprayed_after_the_harvest_does_not_matter(party, plot):
    writing.write(plot.pk, work(dt.date(2026, 8, 13)), by=None)

    assert pick(party, plot).state == "open"


def test_a_spraying_told_late_holds_what_was_picked(party, plot, item):
    lot = pick(party, plot)

    writing.write(plot.pk, work(dt.date(2026, 8, 10)), by=None)

    lot.refresh_from_db()
    assert lot.state == "held"
    assert "17/08/2026" in lot.hold_reason
    assert [event.kind for event in Event.objects.order_by("pk")] == ["harvest", "holding"]
    with pytest.raises(packing.LotNotOpen):
        packing.pack(lot.pk, item.key, units=1, by=None)


def test_a_held_lot_is_let_go_with_a_reason_only(party, plot, grower_user):
    lot = pick(party, plot)
    with pytest.raises(holding.MoveRefused):
        holding.release(lot.pk, reason="Đã kiểm tra", by=grower_user)
    holding.hold(lot.pk, reason="Chờ kết quả mẫu", by=None)

    with pytest.raises(holding.ReasonMissing):
        holding.release(lot.pk, reason=" ", by=grower_user)
    freed = holding.release(lot.pk, reason="Mẫu đạt", by=grower_user)

    assert (freed.state, freed.hold_reason) == ("open", "")
    assert [event.kind for event in Event.objects.order_by("pk")][1:] == ["holding", "release"]


def test_a_correction_counts_instead_of_the_entry(party, plot):
    wrong = writing.write(plot.pk, work(dt.date(2026, 8, 10)), by=None)

    right = writing.write(
        plot.pk, work(dt.date(2026, 8, 10), wait_days=1), by=None, corrects=wrong.pk
    )

    assert pick(party, plot).state == "open"
    assert waiting.standing([plot.pk], until=HARVEST_DAY) == [right]
    with pytest.raises(writing.AlreadyCorrected):
        writing.write(plot.pk, work(dt.date(2026, 8, 9)), by=None, corrects=wrong.pk)
    assert DiaryEntry.objects.count() == 2


def test_a_draft_sent_twice_is_kept_once(plot):
    draft = work(dt.date(2026, 8, 1))

    first = writing.write(plot.pk, draft, by=None)

    assert writing.write(plot.pk, draft, by=None) == first
    assert DiaryEntry.objects.count() == 1


def test_both_clocks_are_kept_and_a_phone_ahead_of_time_is_not_believed(plot):
    behind = writing.write(plot.pk, work(dt.date(2026, 8, 1)), by=None)
    ahead = NOW + dt.timedelta(hours=3)
    fast = writing.write(plot.pk, work(dt.date(2026, 8, 1), written_at=ahead), by=None)

    assert (behind.written_at, behind.recorded_at) == (NOW - dt.timedelta(days=2), NOW)
    assert (fast.written_at, fast.recorded_at) == (NOW, NOW)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"day": dt.date(2026, 8, 15)}, writing.NotYetDone),
        ({"day": dt.date(2025, 6, 1)}, writing.NotYetDone),
        ({"wait_days": None}, writing.IntervalMissing),
        ({"input_name": ""}, writing.IntervalMissing),
    ],
)
def test_work_that_cannot_be_is_refused(plot, facts, refusal):
    with pytest.raises(refusal):
        writing.write(plot.pk, work(**{"day": dt.date(2026, 8, 1)} | facts), by=None)

    assert not DiaryEntry.objects.exists()


def test_the_database_keeps_entries_as_they_are(plot):
    writing.write(plot.pk, work(dt.date(2026, 8, 1)), by=None)

    for change in (
        lambda: DiaryEntry.objects.update(dose="x"),
        lambda: DiaryEntry.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_another_partys_plot_is_refused(party, plot):
    other = enrolling.Party.objects.create(key="cooperative-13", name="HTX Khác")

    with pytest.raises(harvest.NotOurPlot):
        pick(other, plot)
    with pytest.raises(harvest.NotOurPlot):
        pick(party, plot, enrolling.plot(party.key, by=None, **field(name="B", in_use=False)))


def field(**facts):
    usual = {"name": "Đồi sau", "crop": "Nhãn", "commune_code": SONG_MA, "area_m2": 5_000}
    return usual | facts


@pytest.mark.django_db(transaction=True)
def test_a_spraying_and_a_harvest_at_once_leave_no_gap(party, plot):
    """Either the harvest sees the spraying, or the spraying holds the harvest."""
    outcomes = []

    def run(deed):
        try:
            deed()
            outcomes.append("done")
        except harvest.InsideInterval:
            outcomes.append("refused")
        finally:
            connection.close()

    deeds = [
        lambda: pick(party, plot),
        lambda: writing.write(plot.pk, work(dt.date(2026, 8, 11)), by=None),
    ]
    threads = [Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert DiaryEntry.objects.count() == 1
    assert not Lot.objects.filter(state="open").exists()


def test_drafts_are_the_phones_own(plot):
    key = UUID("7b0d9a52-5ba0-4c53-9d0d-0d2f0a3ff001")

    assert writing.write(plot.pk, work(dt.date(2026, 8, 1), draft=key), by=None).draft == key
