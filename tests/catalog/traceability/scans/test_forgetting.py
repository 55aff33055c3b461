"""After thirteen months scans are counts."""

import datetime as dt

from catalog.traceability.models import Scan, ScanMonth
from catalog.traceability.scans import forgetting
from marketplace.records import clock
from tests.catalog.traceability.conftest import NOW
from tests.catalog.traceability.scans.conftest import HA_NOI


def test_old_scans_become_counts_per_lot_month_and_province(kept, box, lot):
    kept(box.code)
    kept(box.code, phone=2)
    kept(lot.code, phone=2)
    kept(box.code, HA_NOI)
    kept("K7Q2M9X4T8BD")
    with clock.moved_to(NOW + dt.timedelta(days=31)):
        kept(box.code)

    with clock.moved_to(dt.datetime(2027, 9, 30, 12, tzinfo=clock.LOCAL)):
        assert forgetting.forget_scans() == 0
    with clock.moved_to(dt.datetime(2027, 10, 1, 12, tzinfo=clock.LOCAL)):
        assert forgetting.forget_scans() > 0
        assert forgetting.forget_scans() == 0

    assert Scan.objects.count() == 1  # that of September
    august = dt.date(2026, 8, 1)
    rows = ScanMonth.objects.order_by("province_code")
    assert list(rows.values_list("lot", "month", "province_code", "scans", "phones")) == [
        (lot.pk, august, "01", 1, 1),
        (lot.pk, august, "14", 3, 2),
    ]


def test_a_month_in_several_parts_is_added_up(kept, box, lot):
    kept(box.code)
    with clock.moved_to(NOW + dt.timedelta(days=3)):
        kept(box.code)

    with clock.moved_to(dt.datetime(2027, 10, 1, 12, tzinfo=clock.LOCAL)):
        forgetting.forget_scans()

    assert list(ScanMonth.objects.values_list("scans", "phones")) == [(2, 2)]
