"""The first right entry binds moment and province; five wrong ones end the day; copies show."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.test import Client

from catalog.traceability.lots import packing, shipping
from catalog.traceability.models import Alert, ScratchCode
from catalog.traceability.scans import networks
from catalog.traceability.scratching import making, opening
from marketplace.records import audit, clock
from tests.catalog.traceability.conftest import NOW
from tests.catalog.traceability.reading import see, words
from tests.catalog.traceability.scans.conftest import HA_NOI, NETWORKS, SON_LA

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(db):
    """Three documentation networks stand for provinces."""
    networks.load(NETWORKS.splitlines(), as_of=dt.date(2026, 8, 1), source="RFC 5737, RFC 3849")
    networks.forget()
    yield
    networks.forget()


def enter(client, box, typed, address="192.0.2.77", language="en"):
    """Type digits on the page of a box; its status, heading and words."""
    where = f"/t/{box.code}/scratch?lang={language}"
    answer = client.post(where, {"digits": typed}, REMOTE_ADDR=address)
    page = BeautifulSoup(answer.content, "html.parser")
    heading = page.select_one(".v h1")
    return answer.status_code, heading.text if heading else "", words(page)


def state(box):
    """What is known of a box's digits."""
    fields = ("opened_at", "opened_in", "again", "tried_on", "tries")
    return ScratchCode.objects.values_list(*fields).get(box=box)


def test_the_first_right_entry_binds_the_moment_and_the_province(client, box, right, places):
    status, heading, text = enter(client, box, f"{right[:4]} {right[4:]}", SON_LA)

    assert (status, heading) == (200, "First opened now")
    assert "Keep this page: 18:20, 14/08/2026, Sơn La." in text
    assert state(box) == (NOW, "14", 0, None, 0)
    assert right not in text
    deed = audit.of(ScratchCode.objects.get(box=box)).get()
    assert (deed.what, deed.after) == ("scratch.opened", {"box": box.code, "province": "14"})


def test_a_later_right_entry_shows_when_it_was_first(client, box, right, places):
    enter(client, box, right, SON_LA)
    with clock.moved_to(NOW + dt.timedelta(days=3)):
        status, heading, text = enter(client, box, right, HA_NOI)

    assert (status, heading) == (200, "The right digits, but entered before")
    assert "First opened: 18:20, 14/08/2026, Sơn La. If that was not you" in text
    assert state(box) == (NOW, "14", 1, None, 0)


def test_without_a_table_of_networks_only_the_moment_is_known(client, box, right):
    assert "Keep this page: 18:20, 14/08/2026." in enter(client, box, right)[2]
    assert state(box) == (NOW, "", 0, None, 0)


def test_a_wrong_entry_says_how_many_tries_are_left(client, box, wrong, right):
    assert enter(client, box, wrong)[:2] == (422, "These are not the digits of this box")
    assert "3 tries are left today." in enter(client, box, wrong)[2]
    assert state(box) == (None, "", 0, NOW.date(), 2)
    assert enter(client, box, right)[1] == "First opened now"


def test_after_five_wrong_entries_even_right_ones_wait_for_tomorrow(client, box, wrong, right):
    found = [enter(client, box, wrong)[0] for _ in range(5)]
    before = state(box)

    answer = client.post(f"/t/{box.code}/scratch?lang=vi", {"digits": right})

    assert found == [422] * 5
    assert (answer.status_code, answer["Retry-After"]) == (429, str(20_400))
    assert answer["Content-Language"] == "vi"
    assert state(box) == before == (None, "", 0, NOW.date(), 5)
    with clock.moved_to(NOW + dt.timedelta(seconds=20_400)):
        assert enter(client, box, right)[1] == "First opened now"


def test_other_methods_are_refused(client, box, given):
    assert client.put(f"/t/{box.code}/scratch").status_code == 405


def test_one_box_used_up_does_not_stop_another(client, boxes, given, wrong):
    for _ in range(6):
        enter(client, boxes[0], wrong)

    assert enter(client, boxes[1], given[boxes[1].code])[1] == "First opened now"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the 8 digits."),
        ("1234567", "There are 8 digits, and nothing else."),
        ("123456789", "There are 8 digits, and nothing else."),
        ("1234567O", "There are 8 digits, and nothing else."),
        ("١٢٣٤٥٦٧٨", "There are 8 digits, and nothing else."),
        ("1" * 5_000, "at most 40 characters"),
    ],
)
def test_what_cannot_be_digits_costs_no_try(client, box, given, typed, said):
    status, _heading, text = enter(client, box, typed)

    assert status == 422
    assert said in text
    assert state(box) == (None, "", 0, None, 0)


def test_digits_may_be_typed_carelessly(client, box, right):
    assert enter(client, box, f" {right[:2]}.{right[2:4]}-{right[4:]} ")[1] == "First opened now"


def test_the_form_is_kept_by_nobody_and_protected(box, right):
    client = Client(enforce_csrf_checks=True)
    where = f"/t/{box.code}/scratch"
    page = client.get(where)

    assert "no-store" in page["Cache-Control"]
    assert client.post(where, {"digits": right}).status_code == 403
    assert state(box)[0] is None
    token = page.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = client.post(where, {"digits": right, "csrfmiddlewaretoken": token})
    assert sent.status_code == 200
    assert state(box)[0] == NOW


def test_who_has_no_digits_is_led_to_the_page_of_the_code(client, lot, item, given):
    (plain,) = packing.pack(lot.pk, item.key, units=1, by=None)

    for code in (plain.code, lot.code, "K7Q2M9X4T8BD"):
        answer = client.post(f"/t/{code}/scratch?lang=en", {"digits": "12345678"})
        assert (answer.status_code, answer["Location"]) == (302, f"/t/{code}?lang=en")


def test_digits_of_a_cancelled_label_are_not_looked_at(client, lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    sheet = making.ask(lot.pk, by=None)
    making.go_on(sheet.pk)
    making.fetch(sheet.pk, by=None)
    packing.unpack("SO-1", by=None)

    assert client.get(f"/t/{box.code}/scratch").status_code == 302
    with pytest.raises(opening.NoScratchCode):
        opening.enter(box.pk, "12345678", place="")
    assert "silver field" not in words(see(client, f"/t/{box.code}")[1])


def test_one_address_enters_a_hundred_and_twenty_times_an_hour(client, box, given, monkeypatch):
    monkeypatch.setattr("catalog.traceability.scratching.views.LIMITS", {"scratch": "2/h/ip"})
    found = [client.post(f"/t/{box.code}/scratch", {"digits": "x"}).status_code for _ in range(3)]
    spent = [
        client.post(f"/t/{box.code}/scratch", {"digits": f"1234567{n}"}).status_code
        for n in range(3)
    ]

    assert found == [422] * 3  # no slow hash, so not counted
    assert spent[2] == 429


def test_looking_again_on_the_same_day_raises_nothing(box, right):
    for _ in range(4):
        opening.enter(box.pk, right, place="14")

    assert state(box)[2] == 0
    assert Alert.objects.count() == 0


def test_entered_again_elsewhere_and_later_raises_an_alert_that_grows(box, right):
    opening.enter(box.pk, right, place="14")
    opening.enter(box.pk, right, place="01")
    found = Alert.objects.get()
    assert (found.reason, found.box, found.score) == ("opened_again", box, 50)
    assert (found.provinces, found.scans) == (["01", "14"], 2)

    with clock.moved_to(NOW + dt.timedelta(days=1)):
        opening.enter(box.pk, right, place="14")
    with clock.moved_to(NOW + dt.timedelta(days=2)):
        opening.enter(box.pk, right, place="01")

    found = Alert.objects.get()
    assert (found.score, found.scans, found.first_seen) == (70, 4, NOW)


def test_a_box_on_the_road_keeps_its_digits(client, lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    sheet = making.ask(lot.pk, by=None)
    making.go_on(sheet.pk)
    making.fetch(sheet.pk, by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)

    assert client.get(f"/t/{box.code}/scratch").status_code == 200


@pytest.mark.parametrize(
    "facts",
    [
        {"tries": 6, "tried_on": NOW.date()},
        {"tries": 1},
        {"opened_in": "14"},
        {"opened_in": "x", "opened_at": NOW},
        {"again": 1},
        {"digest": None},
        {"given_at": None, "opened_at": NOW},
    ],
)
def test_the_database_refuses_what_cannot_be(box, given, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        ScratchCode.objects.filter(box=box).update(**facts)


def test_the_trace_page_asks_for_the_digits_and_says_what_they_prove(
    client, box, given, django_assert_num_queries
):
    see(client, f"/t/{box.code}")
    with django_assert_num_queries(3):
        answer, page = see(client, f"/t/{box.code}")

    assert page.find("a", string="Check the digits")["href"] == f"/t/{box.code}/scratch?lang=en"
    assert "The digits under the silver field cannot, until it is scratched" in words(page)
    assert "Set-Cookie" not in answer
    assert len(client.get(f"/t/{box.code}?lang=vi").content) <= 10_000


def test_the_page_of_a_box_without_digits_is_as_it_was(client, box):
    before = client.get(f"/t/{box.code}").content
    making.ask(box.lot_id, by=None)

    assert client.get(f"/t/{box.code}").content == before
    assert b"scratch" not in before
