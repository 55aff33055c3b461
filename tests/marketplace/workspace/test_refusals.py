"""What nobody may send is refused with a clear 4xx, and nothing has changed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog.drafts import writing
from catalog.models import (
    Cooperative,
    CooperativePaper,
    Listing,
    ListingDraft,
    LotBalance,
    Membership,
    Picture,
)
from marketplace.records import papers
from tests import factories
from tests.catalog.listings.uploads import encoded, picture
from tests.journeys.test_listing import particulars

# 422 by a form; 400 before it, where a request holds what no text may (NUL).
REFUSED = (400, 422)


@pytest.fixture
def draft(seller, owner):
    """A draft just begun."""
    return writing.begin(seller.pk, by=owner)


@pytest.mark.parametrize(
    "other",
    [
        {"tax_code": "5500000008"},
        {"tax_code": "5500000007\x00"},
        {"name": "HTX\x00 Nắng"},
        {"phone": "12"},
        {"commune": "Quận Một"},
        {"bank_bin": "999999"},
        {"account_number": "1; DROP TABLE"},
        {"legal_form": "church"},
        {"tax_code": "014090001234"},
        {"registration": SimpleUploadedFile("giay.pdf", b"<html>")},
        {"registration": SimpleUploadedFile("giay.jpg", b"<?php")},
        {"registration": SimpleUploadedFile("a.pdf", b"%PDF-" + b"0" * papers.LARGEST)},
        {"name": "x" * 121},
    ],
)
def test_wrong_application_is_refused(owner, other):
    client = Client()
    client.force_login(owner)

    answer = client.post("/sell/apply/", particulars(**other))

    assert answer.status_code in REFUSED
    assert (Cooperative.objects.count(), CooperativePaper.objects.count()) == (0, 0)


def test_fields_nobody_asked_for_change_nothing(owner):
    client = Client()
    client.force_login(owner)

    client.post("/sell/apply/", particulars(state="verified", verified_at="2020-01-01", slug="x"))

    made = Cooperative.objects.get()
    assert (made.state, made.verified_at, made.slug) == ("applied", None, "nang-song-ma")


@pytest.mark.parametrize(
    "upload",
    [
        SimpleUploadedFile("a.jpg", b"<svg onload=alert(1)>", "image/jpeg"),
        SimpleUploadedFile("../x\u202egpj.html", b"<html>", "image/png"),
        SimpleUploadedFile("a.gif", encoded(picture(), "GIF"), "image/gif"),
        SimpleUploadedFile("a.jpg", encoded(picture())[:900], "image/jpeg"),
    ],
)
def test_wrong_picture_is_refused_and_leaves_no_draft(browser, upload):
    answer = browser.post("/sell/listings/new/", {"photos": upload})

    assert answer.status_code == 422
    assert (Picture.objects.count(), ListingDraft.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("step", "fields"),
    [
        ("goods", {"category": "fresh-fruit/longan", "title_vi": "\x00", "description_vi": "x"}),
        ("goods", {"category": "nothing", "title_vi": "Nhãn", "description_vi": "x"}),
        ("goods", {"category": "fresh-fruit", "title_vi": "Nhãn", "description_vi": "x"}),
        ("goods", {"category": "fresh-fruit/longan", "title_vi": "Nhãn", "description_vi": "<b>"}),
        ("origin", {"commune": "Hà Nội"}),
        ("origin", {"commune": "Xã Sông Mã", "protected_name": "no-such-name"}),
        ("season", {"season_months": ["13"]}),
        ("season", {"season_months": ["٣"]}),
    ],
)
def test_wrong_step_is_refused(browser, draft, step, fields):
    answer = browser.post(f"/sell/drafts/{draft.token}/{step}/", fields)

    draft.refresh_from_db()
    if "protected_name" in fields:
        assert draft.content.get("protected_name", "") == ""
    else:
        assert (answer.status_code in REFUSED, draft.content) == (True, {})


@pytest.mark.parametrize("price", ["0", "-5", "1e9", "٣", "NaN", "89,5x", "9" * 30, "1\x00"])
def test_wrong_price_is_refused(browser, draft, price):
    pack = {
        "pack-TOTAL_FORMS": "1",
        "pack-INITIAL_FORMS": "0",
        "pack-0-name_vi": "Hộp",
        "pack-0-net_weight_g": "2",
        "pack-0-price": price,
    }

    answer = browser.post(f"/sell/drafts/{draft.token}/packs/", pack)

    draft.refresh_from_db()
    assert (answer.status_code in REFUSED, draft.content) == (True, {})


def test_five_megabytes_of_text_are_refused(browser, draft):
    address = f"/sell/drafts/{draft.token}/goods/"

    answer = browser.post(address, {"description_vi": "<b>" * 1_700_000})

    assert answer.status_code in (400, 413, 422)
    draft.refresh_from_db()
    assert draft.content == {}


def test_unfinished_draft_is_not_sent(browser, draft):
    answer = browser.post(f"/sell/drafts/{draft.token}/")

    assert answer.status_code == 422
    assert (ListingDraft.objects.count(), Listing.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    "address",
    [
        "/sell/listings/{listing}/",
        "/sell/listings/{listing}/lots/new/",
        "/sell/listings/99999999999999999999999/",
        "/sell/drafts/{draft}/",
        "/sell/drafts/{draft}/goods/",
        "/sell/drafts/nothing/",
        "/sell/papers/nothing/",
    ],
)
def test_foreign_or_missing_page_is_not_found(browser, strange, address):
    theirs = writing.begin(strange.cooperative_id, by=factories.user())

    answer = browser.get(address.format(listing=strange.pk, draft=theirs.token))

    assert answer.status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/sell/listings/{listing}/change/",
        "/sell/listings/{listing}/shown/",
        "/sell/listings/{listing}/lots/new/",
        "/sell/lots/balances/{balance}/",
        "/sell/members/{member}/",
        "/sell/drafts/{draft}/",
        "/sell/drafts/{draft}/discard/",
        "/sell/drafts/{draft}/goods/",
    ],
)
def test_foreign_object_is_not_touched(browser, strange, address):
    theirs = writing.begin(strange.cooperative_id, by=factories.user())
    keys = {
        "listing": strange.pk,
        "balance": LotBalance.objects.get().pk,
        "member": Membership.objects.filter(cooperative=strange.cooperative).get().pk,
        "draft": theirs.token,
    }

    answer = browser.post(address.format(**keys), {"remove": "1", "hide": "1", "units": "1"})

    assert answer.status_code == 404
    strange.refresh_from_db()
    assert strange.state == "published"
    assert LotBalance.objects.get().received == 20
    assert ListingDraft.objects.count() == 1


def test_cooperative_of_somebody_else_is_not_entered(browser, strange):
    answer = browser.post("/sell/stalls/", {"cooperative": str(strange.cooperative_id)})

    assert answer.status_code == 404
    assert browser.post("/sell/stalls/", {"cooperative": "1e9"}).status_code == 404


@pytest.mark.parametrize(
    ("address", "expected"),
    [("/sell/", 200), ("/sell/lots/", 200), ("/sell/listings/", 200), ("/sell/cooperative/", 403)],
)
def test_packer_sees_goods_but_no_papers(seller, address, expected):
    packer = factories.user()
    factories.member(seller, packer, "packer")
    client = Client()
    client.force_login(packer)

    assert client.get(address).status_code == expected


def test_spoilt_units_are_taken_off_and_no_more_than_there_are(browser, seller):
    factories.listing(seller, units=5)
    balance = LotBalance.objects.get()

    browser.post(f"/sell/lots/balances/{balance.pk}/", {"units": "6"})
    browser.post(f"/sell/lots/balances/{balance.pk}/", {"units": "2"})

    balance.refresh_from_db()
    assert balance.received == 3
