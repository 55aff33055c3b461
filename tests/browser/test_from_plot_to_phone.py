"""From the plot to the phone in a real browser: every page that is pressed on the way of a box."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest
from django.conf import settings

from catalog.models import Cooperative
from catalog.orders.models import SellerOrder
from catalog.recalling.models import RecallTask
from catalog.traceability.growing import enrolling
from catalog.traceability.log import tasks
from catalog.traceability.models import Lot, Plot, Recall
from marketplace.people.models import User
from marketplace.records import clock
from tests import factories
from tests.browser.test_pages import enter
from tests.browser.walking import DESK, PHONE, Walker
from tests.journeys import scanning, selling
from tests.marketplace.workspace import hands

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_market")]

Walkers = Callable[..., Walker]
LOGIN = "in@example.vn"
BUTTON = "main form[data-keep] button.full"
REASON = "Dư lượng thuốc vượt mức cho phép"
CALLED_BACK = "Hàng bị thu hồi: đừng ăn"
BOXES = 2


@dataclass(frozen=True)
class Farm:
    """A cooperative with two plots, longan on the shelf, and an order for two boxes."""

    cooperative: Cooperative
    front: Plot
    back: Plot
    part: SellerOrder


@pytest.fixture
def farm(market: str) -> Farm:
    """What stood there before the story begins."""
    owner = User.objects.get(email=selling.farmer(LOGIN))
    made = factories.cooperative("HTX Nắng Sông Mã", owner=owner)
    facts = {"crop": "Nhãn", "commune_code": made.commune.code, "area_m2": 8_000}
    front, back = (
        enrolling.plot(made.party.key, by=None, name=name, **facts)
        for name in ("Đồi trước", "Đồi sau")
    )
    listing = factories.listing(made, title="Nhãn Sông Mã cả chùm")
    (pack,) = listing.packs.all()
    return Farm(made, front, back, hands.ordered(pack, quantity=BOXES).seller_orders.get())


def test_from_the_plot_to_the_phone(walker: Walkers, farm: Farm, tmp_path: Path) -> None:
    member = walker("cooperative")
    enter(member, "", LOGIN, "/sell/")
    spray(member, farm.front, days_ago=9)
    spray(member, farm.back, days_ago=1)
    see(member, "diary")
    lot = harvest(member, farm)
    pack(member, farm.part, lot)
    first, _second = printed(member, lot)

    buyer = walker("buyer")
    trace(buyer, first, lot)
    proof = save_the_proof(buyer, tmp_path)
    verify_in_flight_mode(buyer, proof)

    boss = walker("desk", width=DESK)
    recall = call_back(boss, lot)
    read_of_the_recall(buyer, first, recall)
    clear_the_store(member, recall)
    boss.page.reload()
    see(boss, "recall-answered")


def see(who: Walker, name: str) -> None:
    """Look at the page; on a phone all that is pressed is high enough for a thumb."""
    who.look(name)
    if who.width == PHONE:
        who.troubles += who.too_small()


def spray(member: Walker, plot: Plot, *, days_ago: int) -> None:
    """Write a spraying down in the field: seven days nobody may pick."""
    member.go("/sell/diary/new/")
    day = clock.local_day() - dt.timedelta(days=days_ago)
    member.fill(plot=str(plot.pk), on=day.isoformat())
    member.pick("work", "spraying")
    member.fill(input_name="Thuốc sinh học A", wait_days="7", dose="20 ml / 16 l")
    see(member, f"diary-new-{days_ago}")
    member.press(BUTTON)
    assert member.page.url.endswith("/sell/diary/")


def harvest(member: Walker, farm: Farm) -> Lot:
    """Tell a harvest of both plots; one may not be picked yet, so it is told of the other."""
    lots = Lot.objects.count()
    member.go("/sell/lots/new/")
    ripe, sprayed = str(farm.front.pk), str(farm.back.pk)
    for plot in (ripe, sprayed):
        member.pick("plots", plot)
    units = member.page.locator('main [name^="units_"]')
    units.fill("10")
    see(member, "harvest")
    with member.page.expect_navigation():
        member.page.locator(BUTTON).click()
    member.page.wait_for_selector(".errsum")
    see(member, "harvest-refused")
    member.forgive("422")

    assert Lot.objects.count() == lots
    assert "Đồi sau" in member.page.locator(".errsum").inner_text()
    assert units.input_value() == "10"
    boxes = member.page.locator("main [name=plots]:checked")
    assert {box.get_attribute("value") for box in boxes.all()} == {ripe, sprayed}

    member.page.locator(f'main [name=plots][value="{sprayed}"]').uncheck()
    member.press(BUTTON)
    see(member, "harvest-written")
    lot = Lot.objects.latest("pk")
    assert Lot.objects.count() == lots + 1
    assert [origin.plot for origin in lot.origins.all()] == [farm.front]
    return lot


def pack(member: Walker, part: SellerOrder, lot: Lot) -> None:
    """Take the order and pack it out of the new lot."""
    member.go(f"/sell/orders/{part.number}/")
    see(member, "order")
    if member.page.locator("[name=called]").count():
        member.page.locator("[name=called]").check()
    member.press('form[action$="/accept/"] button')
    line = part.lines.get()
    member.pick(f"lot-{line.pk}", str(lot.pk))
    see(member, "order-pack")
    member.press('form[action$="/pack/"] button.full')
    see(member, "order-packed")
    assert lot.boxes.count() == BOXES


def printed(member: Walker, lot: Lot) -> list[str]:
    """Print the stickers of the lot; what a camera reads on the sheet that was saved."""
    member.go("/sell/lots/")
    member.press(f'main a[href$="/sell/lots/{lot.code}/labels/"]')
    see(member, "labels")
    member.fill(layout="a4-3x8", format="pdf")
    member.press('form[action$="/labels/print/"] button')
    member.page.wait_for_selector('main a[href$="/file/"]')
    see(member, "labels-made")
    with member.page.expect_download() as saved:
        member.page.locator('main a[href$="/file/"]').click()
    sheet = saved.value.path().read_bytes()
    page = pypdfium2.PdfDocument(sheet)[0].render(scale=2).to_pil()
    page.save(member.screens / "sheet.png")
    codes = scanning.sheet(sheet)
    assert sorted(urlsplit(code).path for code in codes) == sorted(
        f"/t/{box.code}" for box in lot.boxes.all()
    )
    return codes


def trace(buyer: Walker, address: str, lot: Lot) -> None:
    """Scan a sticker with a phone that was never here."""
    tasks.grow()  # What the timetable does every minute.
    assert buyer.page.context.cookies() == []
    buyer.go(address)
    see(buyer, "trace")
    words = buyer.words()
    for said in (
        "Tem thật, đã bán qua chợ",
        "Nhãn Sông Mã cả chùm",
        lot.code,
        "HTX Nắng Sông Mã",
        f"Ngày hái {lot.harvested_on:%d/%m/%Y}",
        "Thời gian cách ly trước khi hái 9 ngày yêu cầu 7 ngày",
    ):
        assert said in words
    assert "Đồi trước" not in words


def save_the_proof(buyer: Walker, folder: Path) -> Path:
    """Take the proof home by the link of the page."""
    with buyer.page.expect_download() as saved:
        buyer.page.locator('main a[href$="/proof.json"]').click()
    proof = folder / "proof.json"
    saved.value.save_as(proof)
    return proof


def verify_in_flight_mode(buyer: Walker, proof: Path) -> None:
    """Check it without a network, in the page and in the file; then with one byte changed."""
    wrong = proof.with_name("wrong.json")
    content = bytearray(proof.read_bytes())
    content[content.index(b"commissioning")] ^= 1
    wrong.write_bytes(content)
    buyer.press('main a[href$="/verify.html"]')
    buyer.page.context.set_offline(True)
    for file, verdict, code in ((proof, "true", 0), (wrong, "false", 1)):
        buyer.page.set_input_files("#proof", str(file))
        buyer.page.wait_for_selector(f'#verdict[data-is="{verdict}"]')
        see(buyer, f"verify-{verdict}")
        assert verified_by_the_file(file) == (code, verdict)
    buyer.page.context.set_offline(False)


def verified_by_the_file(proof: Path) -> tuple[int, str]:
    """What the stand-alone program says: its exit code, and its verdict in words."""
    command = [sys.executable, settings.BASE_DIR / "verify.py", proof]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, json.loads(done.stdout)["verdict"]


def call_back(boss: Walker, lot: Lot) -> Recall:
    """The lab found something: the lot is named, the reach is read, one press."""
    login, secret = selling.moderator()
    enter(boss, "", login, "/desk/recalls/", secret)
    see(boss, "recalls")
    boss.press('main a[href$="/desk/recalls/new/lots/"]')
    boss.fill(codes=lot.code, reason=REASON, contact="0212 000 000")
    boss.pick("grade", "1")
    boss.pick("remedy", "destroy")
    see(boss, "recall-new")
    boss.press("main form button[data-once]")
    see(boss, "recall-preview")
    assert not Lot.objects.filter(state=Lot.State.RECALLED).exists()
    boss.press('form[action$="/start/"] button')
    see(boss, "recall-open")
    assert [one.code for one in Lot.objects.filter(state=Lot.State.RECALLED)] == [lot.code]
    return Recall.objects.get()


def read_of_the_recall(buyer: Walker, address: str, recall: Recall) -> None:
    """The page of the box says so now, and the feeds tell others."""
    buyer.go(address)
    buyer.page.reload()
    see(buyer, "trace-recalled")
    assert CALLED_BACK in buyer.words()
    buyer.press("main .v a")
    see(buyer, "recall")
    buyer.press('main a[href^="/recalls/?"]')
    see(buyer, "recalls")
    assert REASON in fetched(buyer, "/recalls/feed.atom")
    (item,) = json.loads(fetched(buyer, "/recalls/feed.json"))["items"]
    assert item["id"].endswith(f"/recalls/{recall.number}/")
    assert REASON in item["content_text"]


def fetched(buyer: Walker, address: str) -> str:
    """A file that programs read."""
    answer = buyer.page.request.get(address)
    assert answer.ok
    return answer.text()


def clear_the_store(member: Walker, recall: Recall) -> None:
    """The cooperative reads it on its first page, and says what it took out."""
    member.go("/sell/")
    see(member, "today-recall")
    member.press(f'main a[href$="/sell/recalls/{recall.number}/"]')
    see(member, "recall")
    member.fill(destroyed="16", kept="0", note="Chôn lấp, trưởng bản chứng kiến")
    member.press("main form[novalidate] button.full")
    see(member, "recall-done")
    task = RecallTask.objects.get(recall=recall)
    assert (task.destroyed_g, task.kept_g) == (16_000, 0)
