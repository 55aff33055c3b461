"""The diary over HTTP: written once, put right by another entry, seen by its own people only."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from catalog.cooperatives.models import Membership
from catalog.traceability.growing import enrolling
from catalog.traceability.models import DiaryEntry, Event, Lot
from marketplace.records import clock
from marketplace.records.models import AuditEntry, Paper
from tests import factories
from tests.catalog.listings.uploads import photo
from tests.marketplace.workspace import hands as people
from tests.marketplace.workspace.field import hands

pytestmark = pytest.mark.django_db

NEW = "/sell/diary/new/"


def test_work_is_written_down_with_both_clocks(browser, plot, owner):
    an_hour_ago = clock.now() - dt.timedelta(hours=1)
    sent = hands.entry(plot, written_at=an_hour_ago.isoformat(), note="Buổi sáng")

    answer = browser.post(NEW, sent)

    assert answer["Location"] == "/sell/diary/"
    entry = DiaryEntry.objects.get()
    assert str(entry.draft) == sent["draft"]
    assert (entry.plot, entry.work, entry.wait_days, entry.by) == (plot, "spraying", 7, owner)
    assert (entry.input_name, entry.dose, entry.note) == (
        "Thuốc sinh học A",
        "20 ml / 16 l",
        "Buổi sáng",
    )
    assert entry.written_at == an_hour_ago
    assert entry.recorded_at > an_hour_ago
    page = browser.get("/sell/diary/").content.decode()
    assert "Thuốc sinh học A · Azadirachtin · 20 ml / 16 l" in page


def test_the_same_page_sent_twice_is_one_entry(browser, plot):
    sent = hands.entry(plot)

    statuses = [browser.post(NEW, sent).status_code for _press in range(2)]

    assert statuses == [302, 302]
    assert DiaryEntry.objects.count() == 1


def test_a_page_sent_again_with_other_words_is_not_lost_silently(browser, plot):
    sent = hands.entry(plot)
    browser.post(NEW, sent)

    answer = browser.post(NEW, sent | {"note": "Phun thêm"})

    assert answer.status_code == 422
    assert DiaryEntry.objects.count() == 1
    fresh = str(answer.context["form"]["draft"].value())
    assert fresh != sent["draft"]
    assert browser.post(NEW, sent | {"note": "Phun thêm", "draft": fresh}).status_code == 302
    assert DiaryEntry.objects.count() == 2


def test_a_draft_of_another_plot_is_refused(browser, plot, seller):
    other = enrolling.plot(
        seller.party.key,
        by=None,
        name="Bờ suối",
        crop="Nhãn",
        commune_code=seller.commune.code,
        area_m2=2_000,
    )
    sent = hands.entry(plot)
    browser.post(NEW, sent)

    assert browser.post(NEW, sent | {"plot": str(other.pk)}).status_code == 422
    assert DiaryEntry.objects.get().plot == plot


def test_a_phones_own_script_is_answered_in_its_own_way(browser, plot):
    sent = hands.entry(plot)
    headers = {"Accept": "application/json"}

    taken = browser.post(NEW, sent, headers=headers)
    refused = browser.post(NEW, hands.entry(plot, wait_days=""), headers=headers)

    assert (taken.status_code, taken.json()) == (201, {"taken": True})
    assert refused.status_code == 422
    assert refused.json()["taken"] is False
    with translation.override("vi"):
        label = gettext("Days to wait before picking")
        why = gettext("Write how many days to wait; 0 if none.")
    assert refused.json()["why"] == f"{label}: {why}"
    assert DiaryEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("wait_days", ""),
        ("wait_days", "-1"),
        ("wait_days", "366"),
        ("input_name", ""),
        ("input_name", "x" * 121),
        ("on", ""),
        ("on", "2999-01-01"),
        ("on", "2001-01-01"),
        ("work", "dancing"),
        ("plot", "0"),
        ("plot", "x"),
        ("draft", "x"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(browser, plot, field, value):
    answer = browser.post(NEW, hands.entry(plot, **{field: value}))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not DiaryEntry.objects.exists()


@pytest.mark.parametrize("clock_says", ["", "gestern", "2026-13-45T99:00:00Z", "2026-08-01T10:00"])
def test_a_phone_without_a_clock_is_believed_to_write_now(browser, plot, clock_says):
    browser.post(NEW, hands.entry(plot, written_at=clock_says))

    entry = DiaryEntry.objects.get()
    assert entry.recorded_at - entry.written_at < dt.timedelta(seconds=30)


def test_a_photo_is_kept_privately_and_written_anew(browser, plot, owner):
    browser.post(NEW, hands.entry(plot, photo=photo()))

    entry = DiaryEntry.objects.get()
    assert entry.photo.media_type == "image/jpeg"
    shown = browser.get(f"/sell/diary/{entry.pk}/photo/")
    assert shown.status_code == 200
    assert b"".join(shown.streaming_content).startswith(b"\xff\xd8\xff")
    assert shown["Cache-Control"] == "no-store, private"
    assert AuditEntry.objects.get(what="paper.read").by == owner


def test_the_same_draft_keeps_one_photo(browser, plot):
    sent = hands.entry(plot)

    for _press in range(2):
        browser.post(NEW, sent | {"photo": photo()})

    assert Paper.objects.count() == 1


def test_a_file_that_is_no_photo_is_refused(browser, plot):
    paper = SimpleUploadedFile("anh.jpg", b"%PDF-1.7 no photo", "image/jpeg")

    answer = browser.post(NEW, hands.entry(plot, photo=paper))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["photo"]
    assert not DiaryEntry.objects.exists()
    assert not Paper.objects.exists()


def test_an_entry_is_put_right_by_another_one(browser, plot):
    browser.post(NEW, hands.entry(plot, wait_days="30"))
    wrong = DiaryEntry.objects.get()
    address = f"/sell/diary/{wrong.pk}/correct/"
    shown = browser.get(address)

    answer = browser.post(address, hands.entry(plot, wait_days="3"))

    assert shown.context["form"]["wait_days"].value() == 30
    assert answer["Location"] == "/sell/diary/"
    right = DiaryEntry.objects.get(corrects=wrong)
    assert (wrong.wait_days, right.wait_days) == (30, 3)
    assert browser.post(address, hands.entry(plot))["Location"] == "/sell/diary/"
    assert DiaryEntry.objects.count() == 2


def test_a_packer_writes_but_puts_nothing_right(seller, plot):
    packer = people.member(seller, Membership.Role.PACKER)

    assert packer.post(NEW, hands.entry(plot)).status_code == 302

    entry = DiaryEntry.objects.get()
    assert packer.get("/sell/diary/").status_code == 200
    assert packer.post(f"/sell/diary/{entry.pk}/correct/", hands.entry(plot)).status_code == 403


def test_a_foreign_plot_is_no_plot(browser, strange):
    foreign = enrolling.plot(
        strange.cooperative.party.key,
        by=None,
        name="Đồi lạ",
        crop="Nhãn",
        commune_code="04168",
        area_m2=9_000,
    )

    answer = browser.post(NEW, hands.entry(foreign))

    assert answer.status_code == 422
    assert not DiaryEntry.objects.exists()


def test_a_foreign_entry_is_not_found(seller, plot):
    mine = people.member(seller)
    mine.post(NEW, hands.entry(plot, photo=photo()))
    entry = DiaryEntry.objects.get()
    other = people.member(factories.cooperative())

    assert other.get(f"/sell/diary/{entry.pk}/photo/").status_code == 404
    assert other.get(f"/sell/diary/{entry.pk}/correct/").status_code == 404
    assert "Thuốc sinh học A" not in other.get("/sell/diary/").content.decode()


def test_what_was_used_before_is_offered_again(browser, plot):
    browser.post(NEW, hands.entry(plot))

    page = browser.get(NEW).content.decode()

    assert '<option value="Thuốc sinh học A">' in page
    assert '<option value="Azadirachtin">' in page


def test_a_spraying_told_late_takes_the_lot_off_the_shelf(browser, listing, plot):
    browser.post(f"/sell/listings/{listing.pk}/lots/new/", hands.harvest(plot))
    lot = Lot.objects.latest("pk")
    before = listing.shelf.available

    browser.post(NEW, hands.entry(plot, on=hands.days_ago(2).isoformat()))

    lot.refresh_from_db()
    listing.shelf.refresh_from_db()
    assert lot.state == Lot.State.HELD
    assert (before, listing.shelf.available) == (30, 20)
    assert "Đồi trước" in browser.get("/sell/lots/").content.decode()
    assert Event.objects.filter(lot=lot, kind="holding").count() == 1
    assert people.broken() == []


def test_who_is_not_signed_in_is_led_to_the_door():
    answer = Client().post(NEW, {})

    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]


def test_the_worker_names_files_and_nothing_of_anybody():
    answer = Client().get("/sell/field-worker.js")

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/javascript"
    assert "js/field" in answer.content.decode()


def test_the_diary_asks_little(browser, seller, plot, django_assert_max_num_queries):
    for number in range(8):
        browser.post(NEW, hands.entry(plot, note=str(number), photo=photo(seed=number)))

    with django_assert_max_num_queries(10):
        assert browser.get("/sell/diary/").status_code == 200
    with django_assert_max_num_queries(10):
        assert browser.get(NEW).status_code == 200
