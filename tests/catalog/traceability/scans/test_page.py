"""What the trace page says of its own scans."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings

from catalog.traceability import recalls
from catalog.traceability.lots import packing
from catalog.traceability.models import Alert, ScanTally
from catalog.traceability.scans import judging, keeping
from tests.catalog.traceability.reading import see, words
from tests.catalog.traceability.scans.conftest import DA_NANG, HA_NOI, SAI_GON, SON_LA


@pytest.fixture
def crowd(scan):
    def once(code, *addresses):
        for number, address in enumerate(addresses):
            scan(code, address, phone=number)
        keeping.flush()
        judging.judge()

    return once


def test_one_or_two_phones_are_nobodys_business(crowd, client, box):
    crowd(box.code, HA_NOI, HA_NOI)

    assert "Scanned" not in words(see(client, f"/t/{box.code}")[1])


def test_the_page_says_neutrally_how_often_it_was_scanned(crowd, client, box, lot):
    crowd(box.code, HA_NOI, HA_NOI, DA_NANG)
    crowd(lot.code, *["192.0.3.1"] * 4)

    text = words(see(client, f"/t/{box.code}")[1])
    assert "Scanned 3 times by 3 phones in 2 provinces. A phone counts once a day." in text
    text = words(see(client, f"/t/{lot.code}")[1])
    assert "Scanned 4 times by 4 phones. A phone counts once a day." in text


def test_a_label_that_may_be_copied_is_named_so(crowd, client, lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    crowd(box.code, *[HA_NOI] * 8, *[SON_LA] * 6)

    _answer, page = see(client, f"/t/{box.code}")

    assert page.h1.text == "Genuine code, scanned unusually"
    assert "It was sold online on 14/08/2026." in page.select_one(".v.warn p").text


def test_one_that_may_be_harmless_is_not(crowd, client, box):
    crowd(box.code, *[HA_NOI] * 3, *[SAI_GON] * 3)

    assert Alert.objects.get().score == 40
    assert see(client, f"/t/{box.code}")[1].h1.text == "Genuine code, issued by the cooperative"


def test_a_recall_is_said_before_anything_about_scans(crowd, client, box, lot):
    crowd(box.code, *[HA_NOI] * 8, *[SON_LA] * 6)
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    assert see(client, f"/t/{box.code}")[1].h1.text == "Called back: do not eat this"


def test_the_page_stays_small_and_asks_no_more(crowd, client, box, django_assert_num_queries):
    crowd(box.code, *[HA_NOI] * 8, *[SON_LA] * 6)
    assert ScanTally.objects.get().is_odd

    with django_assert_num_queries(3):
        answer = client.get(f"/t/{box.code}")

    assert len(answer.content) <= 10_000
    shell = Path(settings.BASE_DIR, "static/css/trace.css").read_bytes()
    assert len(gzip.compress(shell)) <= 4_000
