"""What counts as a scan, and what is known of who scanned: nothing."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from catalog.traceability.models import Network, Scan, ScanTally
from catalog.traceability.scans import buffer, keeping, networks, salts
from marketplace.records import clock
from tests.catalog.traceability.conftest import NOW
from tests.catalog.traceability.scans.conftest import DA_NANG, HA_NOI, NETWORKS, SAI_GON, SON_LA

HOUR = dt.datetime(2026, 8, 14, 11, tzinfo=dt.UTC)  # 18:20 in Vietnam


def test_a_scan_tells_the_hour_the_province_and_nothing_more(kept, box):
    kept(box.code, HA_NOI)

    one = Scan.objects.get()
    assert (one.box, one.lot, one.unknown) == (box, box.lot, "")
    assert (one.hour, one.province_code) == (HOUR, "01")
    assert len(one.visitor) == 16
    assert ScanTally.objects.filter(box=box, waits=True).count() == 1


def test_a_lots_own_code_is_a_scan_of_the_lot(kept, lot):
    kept(lot.code)

    assert list(Scan.objects.values_list("box", "lot")) == [(None, lot.pk)]


def test_one_phone_counts_once_an_hour(kept, box):
    for _ in range(3):
        kept(box.code)
    assert Scan.objects.count() == 1

    with clock.moved_to(NOW + dt.timedelta(hours=1)):
        kept(box.code)
    kept(box.code, phone=2)

    assert Scan.objects.count() == 3
    assert Scan.objects.values("visitor").distinct().count() == 2


def test_a_phone_that_has_the_page_already_counts_too(scan, kept, box):
    etag = scan(box.code)["ETag"]

    answer = kept(box.code, phone=2, if_none_match=etag)

    assert answer.status_code == 304
    assert Scan.objects.count() == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"purpose": "prefetch"},
        {"sec-purpose": "prefetch;prerender"},
        {"x-moz": "prefetch"},
        {"user-agent": "Mozilla/5.0 (compatible; Examplebot/2.1)"},
        {"user-agent": "facebookexternalhit/1.1"},
        {"user-agent": "curl/8.5.0"},
        {"user-agent": ""},
    ],
)
def test_what_no_person_looks_at_is_no_scan(kept, box, headers):
    assert kept(box.code, **headers).status_code == 200

    assert Scan.objects.count() == 0


def test_a_question_whether_the_page_is_there_is_no_scan(client, box):
    client.head(f"/t/{box.code}", headers={"user-agent": "Mozilla/5.0"})
    client.head("/t/K7Q2M9X4T8BD", headers={"user-agent": "Mozilla/5.0"})
    keeping.flush()

    assert Scan.objects.count() == 0


def test_an_unknown_code_is_kept_when_it_is_written_like_ours(kept):
    kept("K7Q2M9X4T8BD")
    kept("0912 345 678")

    known, hidden = Scan.objects.order_by("pk").values_list("unknown", flat=True)
    assert known == "K7Q2M9X4T8BD"
    assert len(hidden) == 16
    assert "912" not in hidden


def test_programs_that_try_codes_out_are_counted(kept):
    kept("K7Q2M9X4T8BD", **{"user-agent": "python-requests/2.31"})

    assert Scan.objects.get().unknown == "K7Q2M9X4T8BD"


@pytest.mark.parametrize(
    ("address", "province"),
    [
        (SON_LA, "14"),
        (HA_NOI, "01"),
        (SAI_GON, "79"),
        (DA_NANG, "48"),
        ("2001:db8::7", "01"),
        ("::ffff:192.0.2.9", "14"),
        ("192.0.3.1", ""),
        ("2001:db9::1", ""),
        ("unix:", ""),
    ],
)
def test_the_smallest_network_around_an_address_says_the_province(address, province):
    assert networks.place_of(address) == province


@pytest.mark.parametrize(
    "bad",
    [
        "network,province_code\n192.0.2.1/24,14\n",
        "network,province_code\n192.0.2.0/24,Sơn La\n",
        "network,province_code\n192.0.2.0/24\n",
        "address,province\n192.0.2.0/24,14\n",
    ],
)
def test_a_table_that_is_none_changes_nothing(tmp_path, bad):
    before = list(Network.objects.order_by("pk").values())
    file = tmp_path / "networks.csv"
    file.write_text(bad)

    with pytest.raises(CommandError, match="line 2"):
        call_command("take_networks", file, "--as-of", "2026-08-01", "--source", "test")

    assert list(Network.objects.order_by("pk").values()) == before


def test_a_table_is_loaded_by_a_command(tmp_path, capsys):
    file = tmp_path / "networks.csv"
    file.write_text(NETWORKS)

    call_command("take_networks", file, "--as-of", "2026-08-02", "--source", "RFC 5737")

    assert capsys.readouterr().out == "5 networks loaded\n"
    assert set(Network.objects.values_list("as_of", "source")) == {
        (dt.date(2026, 8, 2), "RFC 5737")
    }


def test_no_address_is_anywhere_and_the_salt_ends_with_the_day(scan, box):
    scan(box.code, SAI_GON)

    server = buffer._server.__wrapped__(buffer.settings.SCANS_URL)
    lying = server.lrange(buffer.WAITING, 0, -1)
    keys = server.keys("*")
    keeping.flush()

    assert len(lying) == 1
    assert b"203.0" not in lying[0]
    assert b"Mozilla" not in lying[0]
    # Nothing but the list and the salt, which goes by itself before the day is over (5 h 40 min).
    assert sorted(keys) == [b"salt:2026-08-14", b"scans"]
    assert 0 < server.ttl("salt:2026-08-14") <= 5 * 3600 + 40 * 60
    fields = {field.name for field in Scan._meta.get_fields()}
    assert fields == {"id", "hour", "box", "lot", "unknown", "province_code", "visitor"}


def test_the_same_phone_is_another_one_tomorrow(kept, box):
    kept(box.code)
    with clock.moved_to(NOW + dt.timedelta(days=1)):
        kept(box.code)

    assert Scan.objects.values("visitor").distinct().count() == 2
    # The process remembers today's salt alone.
    assert list(salts._kept) == [dt.date(2026, 8, 15)]


def test_processes_share_the_salt(kept, box):
    kept(box.code)
    salts.forget()
    kept(box.code)

    assert Scan.objects.count() == 1


def test_the_page_is_there_while_nothing_can_be_counted(scan, box, settings):
    settings.SCANS_URL = "redis://127.0.0.1:1/0"

    assert scan(box.code).status_code == 200
    assert scan(box.code).status_code == 200
    assert keeping.flush() == 0

    buffer._away_until = float("-inf")


def test_a_line_of_another_release_is_skipped(scan, box):
    buffer.push("what|ever")
    scan(box.code)

    assert keeping.flush() == 2
    assert keeping.flush() == 0
    assert Scan.objects.count() == 1


def test_a_full_list_takes_no_more(scan, box, monkeypatch):
    monkeypatch.setattr(buffer, "MOST", 2)

    for phone in range(4):
        scan(box.code, phone=phone)

    assert len(buffer.first(10)) == 2


def test_a_scanned_page_asks_the_database_three_times(scan, box, django_assert_num_queries):
    scan(box.code)

    with django_assert_num_queries(3):
        scan(box.code, phone=2)
