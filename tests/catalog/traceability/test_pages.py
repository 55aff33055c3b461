"""The trace pages, over HTTP."""

import datetime as dt
import gzip
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.traceability import recalls, shop
from catalog.traceability.codes import serials
from catalog.traceability.lots import packing, shipping
from catalog.traceability.parties import registering
from catalog.traceability.scans import networks
from marketplace.records import clock
from tests.catalog.traceability.reading import see, words

pytestmark = pytest.mark.django_db

SHELL = Path(django_settings.BASE_DIR, "static/css/trace.css")


@pytest.fixture
def box(lot, item):
    return packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)[0]


def test_a_box_tells_its_story(client, box, lot):
    shipping.ship("SO-1", to_commune="00004", by=None)

    answer, page = see(client, f"/t/{box.code}")

    assert answer.status_code == 200
    assert page.h1.text == "Genuine code, sold online on 14/08/2026"
    assert page.h2.text == "Song Ma longan in bunches, 2 kg"
    facts = {
        dt_.text: " ".join(dt_.find_next_sibling("dd").text.split()) for dt_ in page.find_all("dt")
    }
    assert facts == {
        "Harvest day": "12/08/2026",
        "Best before": "19/08/2026",
        "Grower": "HTX Nắng Sông Mã",
        "Grown in": "Xã Sông Mã, Sơn La",
        "Variety": "Nhãn chín muộn",
    }
    assert [" ".join(li.get_text(" ").split()) for li in page.find_all("li")] == [
        "Picked 12/08/2026",
        "Packed and labelled: 1 box 18:20, 14/08/2026",
        "Sent to Hà Nội 18:20, 14/08/2026",
    ]
    assert lot.code in words(page)
    assert serials.grouped(box.code) in words(page)


def test_the_page_says_what_a_code_cannot_prove(client, box):
    assert "a printed code can be photographed" in words(see(client, f"/t/{box.code}")[1])


def test_a_box_that_was_not_sold_online_is_genuine(client, lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, by=None)

    assert see(client, f"/t/{box.code}")[1].h1.text == "Genuine code, issued by the cooperative"


def test_a_box_tells_nothing_of_other_sales(client, box, lot, item):
    packing.pack(lot.pk, item.key, units=7, reference="SO-2", by=None)
    shipping.ship("SO-2", to_commune="00004", by=None)

    text = words(see(client, f"/t/{box.code}")[1])

    assert "7 boxes" not in text
    assert "Sent" not in text
    assert "SO-1" not in text


def test_a_lot_tells_what_its_boxes_share(client, box, lot):
    shipping.ship("SO-1", to_commune="00004", by=None)

    _answer, page = see(client, f"/t/{lot.code}")

    assert page.h1.text == "Genuine lot, recorded by the market"
    assert "500 kg" in words(page)
    assert [li.contents[0] for li in page.find_all("li")] == [
        "Picked",
        "Packed and labelled: 1 box",
    ]


def test_a_recall_is_the_first_thing_said(client, box, lot):
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    for code in (box.code, lot.code):
        _answer, page = see(client, f"/t/{code}")
        assert page.h1.text == "Called back: do not eat this"
        assert page.select_one(".v.bad p").text == "Thuốc còn tồn dư"


def test_goods_past_their_best_are_named_so(client, box):
    with clock.moved_to(dt.datetime(2026, 8, 20, 0, 1, tzinfo=clock.LOCAL)):
        _answer, page = see(client, f"/t/{box.code}")

    assert page.h1.text == "Genuine code, but past its best"


def test_a_cancelled_label_is_named_so(client, box):
    packing.unpack("SO-1", by=None)

    assert see(client, f"/t/{box.code}")[1].h1.text == "This label was cancelled"


def test_an_unknown_code_is_not_found_and_helped(client):
    answer, page = see(client, "/t/K7Q2M9X4T8BD")

    assert answer.status_code == 404
    assert page.h1.text == "The market never issued this code"
    assert page.find("input", id="code")["value"] == "K7Q2M9X4T8BD"
    assert answer["Cache-Control"] == "no-store"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data())
def test_a_code_with_one_other_letter_is_unknown(client, box, data):
    place = data.draw(st.integers(0, 11))
    other = data.draw(st.sampled_from([s for s in serials.ALPHABET if s != box.code[place]]))
    wrong = box.code[:place] + other + box.code[place + 1 :]

    assert client.get(f"/t/{wrong}").status_code == 404


def test_a_code_may_be_typed_carelessly(client, box):
    careless = serials.grouped(box.code).lower()

    assert client.get(f"/t/{careless}/").status_code == 200
    answer = client.get("/t/", {"code": careless})
    assert (answer.status_code, answer["Location"]) == (302, f"/t/{box.code}?lang=vi")


@pytest.mark.parametrize(
    "typed", ["a/b", "..", "<script>", "x" * 5000, "\0", "%00", "?", "Nhãn", "../../etc/passwd"]
)
def test_nonsense_is_answered_calmly(client, typed):
    answer = client.get("/t/", {"code": typed}, follow=True)

    assert answer.status_code in (400, 404)
    assert b"<script" not in answer.content


def test_the_language_is_asked_for_preferred_or_vietnamese(client, box):
    def language(query="", **headers):
        answer = client.get(f"/t/{box.code}{query}", headers=headers)
        return BeautifulSoup(answer.content, "html.parser").html["lang"]

    assert language() == "vi"
    assert language(accept_language="de,fr;q=0.5") == "vi"
    assert language(accept_language="en-GB,en;q=0.9,vi;q=0.1") == "en"
    assert language(accept_language="fr,vi;q=0.5,en;q=0.3") == "vi"
    assert language("?lang=en") == "en"
    assert language("?lang=vi", accept_language="en") == "vi"
    assert language("?lang=xx", accept_language="en") == "en"


def test_the_page_is_small_and_carries_no_script(client, lot, item):
    registering.item(item.key, name_vi=item.name_vi, gtin="9521234000013", net_weight_g=2000)
    (box,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)
    shipping.deliver("SO-1", None)

    answer = client.get(f"/t/{box.code}")

    assert len(answer.content) <= 10_000
    assert len(gzip.compress(SHELL.read_bytes())) <= 4_000
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.find_all("script") == []
    assert page.find_all(style=True) == []
    assert page.find_all("style") == []
    # Without an icon named, browsers ask for /favicon.ico, which is not there.
    assert [link["href"] for link in page.find_all("link")] == [
        "/static/css/trace.css",
        "/static/art/mark.svg",
    ]
    assert "font-face" not in SHELL.read_text()


def test_the_page_may_be_kept_and_asked_for_again(client, box):
    answer = client.get(f"/t/{box.code}")
    again = client.get(f"/t/{box.code}", headers={"if-none-match": answer["ETag"]})

    assert answer["Cache-Control"] == "public, max-age=60, stale-if-error=604800"
    assert {word.strip() for word in answer["Vary"].split(",")} == {"Accept-Language"}
    assert answer["Content-Language"] == "vi"
    assert "Set-Cookie" not in answer
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == answer["ETag"]


def test_a_page_that_changed_is_sent_anew(client, box, lot):
    before = client.get(f"/t/{box.code}")["ETag"]

    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    assert client.get(f"/t/{box.code}", headers={"if-none-match": before}).status_code == 200


@pytest.mark.parametrize("count", [1, 12])
def test_a_page_takes_three_queries(client, lot, item, count, django_assert_num_queries):
    boxes = packing.pack(lot.pk, item.key, units=count, reference="SO-1", by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)

    client.get(f"/t/{boxes[0].code}")  # Names of places are read once in a while.
    client.get(f"/t/{lot.code}")

    with django_assert_num_queries(3):
        client.get(f"/t/{boxes[0].code}")
    with django_assert_num_queries(3):
        client.get(f"/t/{lot.code}")


def test_an_unknown_code_takes_four_queries(client, db, django_assert_num_queries):
    """One is ours; behind every 404 Wagtail asks for its site and for a redirect."""
    networks.place_of("192.0.2.1")  # Read by a process once in ten minutes.

    with django_assert_num_queries(4):
        client.get("/t/K7Q2M9X4T8BD")


def test_head_answers_like_get_without_a_body(client, box):
    answer = client.head(f"/t/{box.code}")

    assert (answer.status_code, answer.content) == (200, b"")
    assert client.head("/t/K7Q2M9X4T8BD").status_code == 404
    assert client.post(f"/t/{box.code}").status_code == 405


def test_guessing_is_slowed_down_and_others_are_not(client, box):
    answers = [client.get(f"/t/K7Q2M9X4T{n:03}").status_code for n in range(121)]

    assert answers == [404] * 120 + [429]
    refused = client.get(f"/t/{box.code}")
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert client.get(f"/t/{box.code}", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_known_codes_are_never_counted(client, box):
    answers = {client.get(f"/t/{box.code}").status_code for _ in range(130)}

    assert answers == {200}


def test_a_shop_adds_where_to_buy_and_which_papers_held(client, box):
    def tell(lot, item, language):
        return shop.Facts(
            listing_url="/p/nhan-12",
            picture_url="/media/nhan.webp",
            picture_alt="Nhãn",
            papers=(shop.Paper("VietGAP", "valid", f"VG-1, {item.key}, {language}"),),
        )

    shop.register(tell)
    try:
        _answer, page = see(client, f"/t/{box.code}")
    finally:
        shop.forget(tell)

    assert page.find("a", href="/p/nhan-12").text == "Buy again from this grower"
    assert page.img["alt"] == "Nhãn"
    assert "VietGAP valid VG-1, pack-34, en" in words(page)


def test_boxes_of_one_packing_have_one_page_but_for_their_codes(client, lot, item):
    one, other = packing.pack(lot.pk, item.key, units=2, by=None)

    pages = [client.get(f"/t/{box.code}?lang=en").content.decode() for box in (one, other)]

    assert pages[0] != pages[1]
    for box, page in zip((one, other), pages, strict=True):
        assert page.count(serials.grouped(box.code)) == 2
        assert page.count(box.code) == 5  # its record twice, its report, its other language
    assert pages[0].replace(one.code, "").replace(serials.grouped(one.code), "") == pages[
        1
    ].replace(other.code, "").replace(serials.grouped(other.code), "")


def test_a_page_written_before_shows_a_recall_at_once(client, lot, item):
    one, other = packing.pack(lot.pk, item.key, units=2, by=None)
    client.get(f"/t/{one.code}")

    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    assert see(client, f"/t/{other.code}")[1].h1.text == "Called back: do not eat this"
    assert see(client, f"/t/{one.code}")[1].h1.text == "Called back: do not eat this"
