"""What people of cooperatives write: harmful words, odd file names, harvests and losses."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from oscar.apps.order.models import Order

from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Picture
from catalog.models import CooperativePaper, LotBalance
from catalog.shelf import refresh
from marketplace.records import clock, outbox
from tests import factories
from tests.attacks import standing, visiting
from tests.catalog import buying
from tests.catalog.listings.uploads import encoded, picture
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
HARM = '"><script>alert(1)</script>{{7*7}}{% include "x" %}</script><img src=x onerror=alert(2)>'


@pytest.mark.parametrize(
    "name", ["../../x.jpg", "a.jpg\x00.html", "n" * 300 + ".jpg", "\u202egpj.html", "a\r\nX: y.jpg"]
)
def test_odd_file_names_are_refused_or_forgotten(name):
    seller = factories.cooperative()
    client = hands.member(seller)
    photo = SimpleUploadedFile("a.jpg", encoded(picture()), content_type="image/jpeg")
    paper = SimpleUploadedFile("a.pdf", b"%PDF-1.7 x", content_type="application/pdf")
    photo._name = paper._name = name

    answers = [
        client.post("/sell/listings/new/", {"photos": photo}),
        client.post("/sell/cooperative/papers/", {"kind": "other", "paper": paper}),
    ]

    assert {answer.status_code for answer in answers} <= {302, 400, 422}
    for kept in Picture.objects.all():
        assert re.fullmatch(r"[\w/-]+\.jpe?g", kept.original.name)
    for kept in CooperativePaper.objects.select_related("paper"):
        assert kept.paper.name.isprintable()
        assert "/" not in kept.paper.name
        assert "/" not in kept.paper.file.name.removeprefix("papers/")


def test_words_that_would_harm_are_text_on_every_page_and_letter(client):
    listing = factories.listing(title=f"Nhãn {HARM}"[:120])
    Cooperative.objects.filter(pk=listing.cooperative_id).update(
        name=f"HTX {HARM}"[:120], story=HARM, legal_name=HARM, street=HARM[:200]
    )
    refresh.listing(listing.pk)
    pack = listing.packs.get()
    buying.fill(client, pack)
    placed = buying.place(client, name=HARM[:120], street=HARM, channel="cod")
    buying.fill(client, pack)
    outbox.drain()
    part = hands.parcel(Order.objects.get())
    seller = hands.member(listing.cooperative)
    own = [reverse(f"sell-{name}") for name in ("today", "orders", "listings", "lots")]

    pages = [client.get(path) for path in (*visiting.public_pages(pack), placed["Location"])]
    pages.append(client.get(placed["Location"].replace("?", "/receipt?")))
    pages += [seller.get(path) for path in (*own, f"/sell/orders/{part.number}/")]

    for page in pages:
        text = page.content.decode()
        assert page.status_code == 200, page.request["PATH_INFO"]
        if "json" not in page["Content-Type"]:
            assert "<script>alert" not in text, page.request["PATH_INFO"]
            assert "<img src=x" not in text, page.request["PATH_INFO"]
        assert "49{%" not in text
    assert mail.outbox
    for letter in mail.outbox:
        assert "\n" not in letter.subject
        for html, _kind in letter.alternatives:
            assert "<script>alert" not in html


@pytest.mark.parametrize("days", [1, 400, -40_000])
def test_a_harvest_that_cannot_be_is_refused(days):
    listing = factories.listing()
    client = hands.member(listing.cooperative)
    day = clock.local_day() + dt.timedelta(days=days)
    before = standing.all_rows()
    fields = {"harvested_on": day.isoformat(), "best_before": "2020-01-01", "units-pack-1": "5"}

    answer = client.post(f"/sell/listings/{listing.pk}/lots/new/", fields)

    assert answer.status_code == 422
    assert standing.changed(before, standing.all_rows()) == []


@pytest.mark.parametrize(
    ("units", "status"),
    [
        *(("-5", 422), ("0", 422), ("1.5", 422), ("1e9", 422), ("NaN", 422), ("", 422)),
        *(("99999999999999999999", 422), ("\x00", 400), ("21", 409)),
    ],
)
def test_no_more_is_written_off_than_there_is(units, status):
    listing = factories.listing(units=20)
    balance = LotBalance.objects.get()
    client = hands.member(listing.cooperative)
    before = standing.all_rows()

    answer = client.post(f"/sell/lots/balances/{balance.pk}/", {"units": units})

    assert answer.status_code == status
    assert standing.changed(before, standing.all_rows()) == []
