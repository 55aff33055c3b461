"""From the plot to the phone: diary, harvest, packing, label, scan, proof at home, recall, feed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client
from oscar.apps.order.models import Order

from catalog.models import Cooperative, Listing
from catalog.traceability.log import tasks
from catalog.traceability.models import Lot, Plot
from marketplace.records import clock, outbox
from marketplace.records.models import SentLetter
from tests.catalog import buying
from tests.journeys import scanning, selling
from tests.journeys.visiting import Visitor
from tests.payments import sending

pytestmark = pytest.mark.django_db

LONGAN = "Nhãn Sông Mã cả chùm"
REASON = "Dư lượng thuốc vượt mức cho phép"


@pytest.fixture
def officer() -> Client:
    """Somebody of the department who verifies, approves, and may call goods back."""
    return selling.signed_in(*selling.moderator())


@pytest.fixture
def seller(officer: Client) -> Client:
    """A verified cooperative with longan on the shelf."""
    client = selling.signed_in(selling.farmer())
    client.post("/sell/apply/", selling.particulars())
    selling.verify(officer, Cooperative.objects.get())
    selling.approve(officer, selling.propose(client))
    return client


def test_what_was_written_in_the_field_is_proved_on_the_phone(
    seller: Client, officer: Client, tmp_path: Path
) -> None:
    plot = walk_the_plot(seller)
    lot = harvest(seller, plot)
    order = buy()
    (label,) = pack_from(seller, order, lot)
    code = urlsplit(label).path.rpartition("/")[2]

    page = Visitor().open(f"/t/{code}?lang=en")

    assert "Genuine code, sold online" in page.words
    assert "Đồi trước" not in page.words
    assert "Last sprayed" in page.words
    assert "Days waited before picking 9 days 7 asked for" in page.words
    proof = the_proof(code)
    assert verified(proof, tmp_path) == 0
    assert verified(proof.replace(b"commissioning", b"commissionin9"), tmp_path) != 0

    call_back(officer, lot)

    assert "Called back: do not eat this" in Visitor().open(f"/t/{code}?lang=en").words
    feed = ET.fromstring(Client().get("/recalls/feed.atom").content)  # noqa: S314 -- our own feed
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert [REASON in ET.tostring(entry, encoding="unicode") for entry in entries] == [True]
    outbox.drain(limit=1000)
    letter = SentLetter.objects.get(template="recall_notice")
    assert letter.to == "thu@example.vn"
    assert verified(the_proof(code), tmp_path) == 0


def walk_the_plot(seller: Client) -> Plot:
    """The grower writes a plot down, and that it was sprayed nine days ago."""
    field = Visitor(seller).open("/sell/plots/new/")
    field.send(
        "main form[enctype]", name="Đồi trước", crop="Nhãn", commune="Xã Sông Mã", area_m2="8000"
    )
    plot = Plot.objects.get()
    day = clock.local_day().fromordinal(clock.local_day().toordinal() - 9)
    written = seller.post(
        "/sell/diary/new/",
        {
            "draft": str(uuid4()),
            "plot": str(plot.pk),
            "work": "spraying",
            "on": day.isoformat(),
            "input_name": "Thuốc sinh học A",
            "wait_days": "7",
        },
    )
    assert written.status_code == 302, written.content.decode()[:3000]
    return plot


def harvest(seller: Client, plot: Plot) -> Lot:
    """Ten boxes are picked on the plot today."""
    listing = Listing.objects.get()
    (pack,) = listing.packs.all()
    answer = seller.post(
        f"/sell/listings/{listing.pk}/lots/new/",
        {
            "draft": str(uuid4()),
            "harvested_on": clock.local_day().isoformat(),
            "plots": [str(plot.pk)],
            f"units_{pack.key}": "10",
        },
    )
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return Lot.objects.latest("pk")


def buy() -> Order:
    """A stranger buys one box and pays."""
    buyer = Visitor().open("/en/").send('form[role="search"]', q="nhan song ma")
    buyer.follow(LONGAN).send("form#buy", quantity="1")
    buyer.open("/en/checkout/").send("main form", press="price", **buying.address())
    buyer.send("main form", press="place", consent="yes")
    memo, amount = (found.get_text() for found in buyer.page.select("#pay-memo, #pay-amount")[::-1])
    assert sending.post(sending.transfer(memo, int(amount))).status_code == 200
    outbox.drain(limit=1000)
    return Order.objects.get()


def pack_from(seller: Client, order: Order, lot: Lot) -> list[str]:
    """The box is packed out of the new lot; what its printed label says is read from the PDF."""
    part = order.seller_orders.get()
    line = part.lines.get()
    page = Visitor(seller).open(f"/sell/orders/{part.number}/")
    page.send('form[action$="/accept/"]')
    page.send('form[action$="/pack/"]', **{f"lot-{line.pk}": str(lot.pk)})
    return scanning.sheet(page.file("PDF"))


def the_proof(code: str) -> bytes:
    """What the trace page hands out, after the minute in which the log grows."""
    tasks.grow()
    answer = Client().get(f"/t/{code}/proof.json")
    assert answer.status_code == 200
    assert json.loads(answer.content)["entries"]
    return answer.content


def verified(proof: bytes, folder: Path) -> int:
    """What the stand-alone verifier says at home."""
    path = folder / "proof.json"
    path.write_bytes(proof)
    verifier = Path(settings.BASE_DIR, "verify.py")
    return subprocess.run([sys.executable, verifier, path], check=False).returncode


def call_back(officer: Client, lot: Lot) -> None:
    """The lab found something: one lot, one press."""
    desk = Visitor(officer).open("/desk/recalls/new/lots/")
    desk.send(
        "main form", codes=lot.code, reason=REASON, grade="1", remedy="destroy", contact="0212 000"
    )
    desk.send('form[action$="/start/"]')
    lot.refresh_from_db()
    assert lot.state == Lot.State.RECALLED
