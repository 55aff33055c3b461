"""Codes with new scans are counted and judged; people decide what is raised."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from catalog.traceability import recalls
from catalog.traceability.lots import packing, shipping
from catalog.traceability.models import Alert, ScanTally
from catalog.traceability.scans import alerting, distances, judging, keeping
from marketplace.records import audit, clock
from marketplace.records.models import OutboxMessage
from tests import factories
from tests.catalog.traceability.conftest import NOW
from tests.catalog.traceability.scans.conftest import HA_NOI, SAI_GON, SON_LA

DAY = dt.timedelta(days=1)


@pytest.fixture
def by(db):
    return factories.user("hanh@example.vn")


@pytest.fixture
def crowd(scan):
    """So many phones look at a code."""

    def once(code, count, address=SON_LA, name=""):
        for phone in range(count):
            scan(code, address, phone=f"{name}{phone}")
        keeping.flush()
        judging.judge()

    return once


def tally(thing):
    field = "box" if hasattr(thing, "packing_id") else "lot"
    return ScanTally.objects.values_list("scans", "phones", "provinces", "is_odd", "waits").get(
        **{field: thing}
    )


def test_scans_are_counted_for_the_code(crowd, box, lot):
    crowd(box.code, 3)
    crowd(box.code, 2, HA_NOI)
    crowd(lot.code, 1)

    assert tally(box) == (5, 5, 2, False, False)
    assert tally(lot) == (1, 1, 1, False, False)
    assert judging.judge() == 0


def test_a_copied_label_is_raised_once_and_kept_up_to_date(crowd, box, lot):
    crowd(box.code, 8, SON_LA)
    crowd(box.code, 6, HA_NOI, name="away")

    alert = Alert.objects.get()
    assert (alert.reason, alert.state, alert.score) == ("many_phones", "open", 64)
    assert (alert.box, alert.lot, alert.phones, alert.provinces) == (box, lot, 14, ["01", "14"])
    assert tally(box)[3] is True
    assert list(OutboxMessage.objects.values_list("topic", "key", "payload")) == [
        ("scans.alerted", f"many_phones-{lot.pk}-2026-08-14", {"alert": alert.pk})
    ]

    crowd(box.code, 1, SON_LA, name="more")

    assert Alert.objects.get().phones == 15


def test_a_cooperative_is_written_to_once_a_day_of_one_lot_and_reason(crowd, lot, item):
    for box in packing.pack(lot.pk, item.key, units=3, by=None):
        crowd(box.code, 8)
        crowd(box.code, 6, HA_NOI, name="away")

    assert Alert.objects.count() == 3
    assert OutboxMessage.objects.filter(topic="scans.alerted").count() == 1


def test_where_nothing_is_odd_nothing_is_raised(crowd, box, lot):
    crowd(box.code, 4)
    crowd(box.code, 2, HA_NOI)
    crowd(lot.code, 8)

    assert Alert.objects.count() == 0


def test_what_is_sold_and_not_yet_sent_is_nowhere_else(crowd, lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)

    crowd(box.code, 3, SAI_GON)

    assert Alert.objects.get().reason == "before_shipping"


def test_what_was_sent_there_may_be_there(crowd, lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)

    with clock.moved_to(NOW + DAY):
        crowd(box.code, 3, HA_NOI)

    assert Alert.objects.count() == 0


def test_a_recall_and_a_cancelled_label_are_watched_from_the_next_day(crowd, lot, item):
    (void,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    (sold,) = packing.pack(lot.pk, item.key, units=1, by=None)
    packing.unpack("SO-1", by=None)
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)
    for code in (void.code, sold.code, lot.code):
        crowd(code, 2)
    assert Alert.objects.count() == 0

    with clock.moved_to(NOW + 2 * DAY):
        for code in (void.code, sold.code, lot.code):
            crowd(code, 2)

    raised = Alert.objects.order_by("reason", "pk").values_list("reason", "box", "lot")
    assert list(raised) == [
        ("after_cancel", void.pk, lot.pk),
        ("after_recall", void.pk, lot.pk),
        ("after_recall", sold.pk, lot.pk),
        ("after_recall", None, lot.pk),
    ]


def test_two_places_at_once_by_where_communes_lie(crowd, box):
    crowd(box.code, 4, HA_NOI)
    crowd(box.code, 4, SAI_GON)

    alert = Alert.objects.get()
    assert (alert.reason, alert.score, alert.provinces) == ("impossible_travel", 40, ["01", "79"])


def test_provinces_lie_as_far_apart_as_their_nearest_communes(db):
    distances.forget()
    near, far = distances.between("14", "25"), distances.between("79", "01")

    assert near is not None
    assert near < 30  # Phú Thọ begins where Vân Hồ ends
    assert far is not None
    assert 1_000 < far < 1_200
    assert distances.between("01", "79") == far
    assert distances.between("14", "99") is None
    distances.forget()


def test_somebody_tries_codes_out_and_a_false_label_goes_round(scan, client):
    for number in range(21):
        scan(f"K7Q2M9X4T{number:03}", phone="prober")
    for phone in range(5):
        scan("FA7SEFA7SEFA", HA_NOI, phone=phone)
    keeping.flush()

    assert judging.judge_unknown() == 2
    assert judging.judge_unknown() == 2  # the same two, kept up to date

    raised = {one.reason: one for one in Alert.objects.all()}
    assert set(raised) == {"unknown_burst", "unknown_repeated"}
    assert (raised["unknown_burst"].scans, raised["unknown_burst"].phones) == (21, 1)
    assert raised["unknown_repeated"].subject == "FA7SEFA7SEFA"
    assert raised["unknown_repeated"].provinces == ["01"]
    assert OutboxMessage.objects.count() == 0


def test_what_was_found_harmless_is_not_raised_again_by_the_same_scans(crowd, box, by):
    crowd(box.code, 14)
    alert = alerting.decide(Alert.objects.get().pk, state="dismissed", note="Hội chợ", by=by)
    assert tally(box)[3] is False
    assert audit.of(alert).get().after == {"state": "dismissed", "note": "Hội chợ"}

    crowd(box.code, 1, name="again")
    assert list(Alert.objects.values_list("state", flat=True)) == ["dismissed"]

    with clock.moved_to(NOW + DAY):
        crowd(box.code, 14, name="next")
    assert set(Alert.objects.values_list("state", flat=True)) == {"dismissed", "open"}


def test_what_is_taken_seriously_stays_on_the_page_until_it_is_found_harmless(crowd, box, by):
    crowd(box.code, 14)
    key = Alert.objects.get().pk
    assert tally(box)[3] is False

    alerting.decide(key, state="acknowledged", note="Đội quản lý thị trường đi xem", by=by)
    crowd(box.code, 3, name="more")

    alert = Alert.objects.get()
    assert (alert.state, alert.phones, tally(box)[3]) == ("acknowledged", 17, True)
    alerting.decide(key, state="dismissed", note="Chỉ là hội chợ", by=by)
    assert tally(box)[3] is False


def test_the_second_who_decides_is_refused(crowd, box, by):
    crowd(box.code, 14)
    key = Alert.objects.get().pk
    with pytest.raises(alerting.NoteMissing):
        alerting.decide(key, state="dismissed", note="  ", by=by)
    alerting.decide(key, state="dismissed", note="Hội chợ", by=by)

    with pytest.raises(alerting.DecidedAlready):
        alerting.decide(key, state="acknowledged", note="Không, là giả", by=by)

    assert list(Alert.objects.values_list("state", "note")) == [("dismissed", "Hội chợ")]


def test_one_alert_stands_per_code_and_reason(crowd, box):
    crowd(box.code, 14)
    twin = Alert.objects.get()
    twin.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_looking_at_many_boxes_takes_few_queries(
    crowd, lot, item, scan, django_assert_max_num_queries
):
    for box in packing.pack(lot.pk, item.key, units=20, by=None):
        scan(box.code)
    keeping.flush()

    with django_assert_max_num_queries(40):
        assert judging.judge() == 20
