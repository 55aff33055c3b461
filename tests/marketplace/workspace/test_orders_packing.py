"""Which lot goes into the box: what is offered, what is refused, and what the labels say."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from django.test import Client

from catalog.listings import harvesting
from catalog.listings.models import Pack
from catalog.listings.proposals import LotDraft
from catalog.orders.models import PackedLot, SellerOrder
from catalog.stock.models import LotBalance
from catalog.traceability import recalls
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.models import Box, Lot
from marketplace.records import clock
from tests import database, factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db

DOTS = 300 / 25.4  # a millimetre at 300 dots an inch


@pytest.fixture(scope="module")
def _market(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[int, int]]:
    """A pack with ten units and a parcel of it; made once for the file."""
    yield from database.lasting(django_db_blocker, market)


def market() -> tuple[int, int]:
    """A pack, and an accepted parcel with three units of it."""
    pack = factories.pack(units=10)
    return pack.pk, taken(pack, hands.member(pack.listing.cooperative)).pk


@pytest.fixture
def pack(_market: tuple[int, int], db: None) -> Pack:
    """A pack with ten units."""
    return Pack.objects.get(pk=_market[0])


@pytest.fixture
def seller(pack: Pack) -> Client:
    """Its owner's browser."""
    return hands.browser(pack.listing.cooperative)


@pytest.fixture
def part(_market: tuple[int, int], db: None) -> SellerOrder:
    """An accepted parcel with three units of the pack."""
    return SellerOrder.objects.get(pk=_market[1])


def another_lot(pack: Pack, *, units: int = 10, keeps: int = 30) -> Lot:
    """A second harvest that keeps longer, so buyers' units are held in the first."""
    today = clock.local_day()
    draft = LotDraft(today, today + dt.timedelta(days=keeps), {pack.key: units})
    return harvesting.add(pack.listing_id, draft, by=factories.user())


def taken(pack: Pack, seller: Client, quantity: int = 3) -> SellerOrder:
    """An accepted parcel."""
    part = hands.parcel(hands.ordered(pack, quantity=quantity))
    hands.tap(seller, part, "accept")
    return part


def numbers(pack: Pack) -> list[tuple[int, int, int]]:
    """Received, held and sold of every lot of the pack."""
    rows = LotBalance.objects.filter(pack=pack).order_by("pk")
    return list(rows.values_list("received", "held", "sold"))


def cells(pdf: bytes, layout: str) -> list[list[str]]:
    """What an independent reader reads on each label of the sheets."""
    plan = LAYOUTS[layout]
    found = []
    for sheet in pypdfium2.PdfDocument(io.BytesIO(pdf)):
        picture = sheet.render(scale=300 / 72).to_pil().convert("L")
        for left, top in plan.places():
            edges = (left, top, left + plan.cell[0], top + plan.cell[1])
            label = picture.crop(tuple(round(edge * DOTS) for edge in edges))
            found.append([code.text for code in zxingcpp.read_barcodes(label)])
    return [codes for codes in found if codes]


@pytest.mark.parametrize("layout", ["a4-3x8", "roll-50x30"])
def test_every_label_is_read_and_opens_the_page_of_its_box(
    pack: Pack, seller: Client, part: SellerOrder, layout: str
) -> None:
    hands.tap(seller, part, "pack", **hands.lots(seller, part))

    pdf = seller.get(f"/sell/orders/{part.number}/labels.pdf?layout={layout}")
    read = cells(pdf.content, layout)

    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Cache-Control"] == "no-store, private"
    assert len(read) == 3
    codes = [address.rpartition("/")[2] for (address,) in read]
    assert codes == list(Box.objects.order_by("pk").values_list("code", flat=True))
    for code in codes:
        page = Client().get(f"/t/{code}").content.decode()
        assert pack.listing.cooperative.name in page


def test_labels_exist_once_something_is_packed_and_only_in_known_sizes(
    seller: Client, part: SellerOrder
) -> None:
    address = f"/sell/orders/{part.number}/labels.pdf"

    assert seller.get(address).status_code == 404
    hands.tap(seller, part, "pack", **hands.lots(seller, part))
    assert seller.get(address).status_code == 200
    assert seller.get(f"{address}?layout=../../etc").status_code == 404


def test_the_units_come_from_the_lot_they_were_kept_in() -> None:
    pack = factories.pack(units=10)
    seller = hands.member(pack.listing.cooperative)
    another_lot(pack)
    part = taken(pack, seller)

    hands.tap(seller, part, "pack", **hands.lots(seller, part))

    assert numbers(pack) == [(10, 0, 3), (10, 0, 0)]
    assert hands.broken() == []


def test_the_packer_chooses_another_lot() -> None:
    pack = factories.pack(units=10)
    seller = hands.member(pack.listing.cooperative)
    other = another_lot(pack)
    part = taken(pack, seller)
    line = part.lines.get()

    answer = hands.tap(seller, part, "pack", **{f"lot-{line.pk}": str(other.pk)})

    assert answer.status_code == 302
    assert numbers(pack) == [(10, 0, 0), (10, 0, 3)]
    assert list(PackedLot.objects.values_list("lot", "quantity")) == [(other.pk, 3)]
    assert set(Box.objects.values_list("lot", flat=True)) == {other.pk}
    assert hands.broken() == []


@pytest.mark.parametrize("choice", ["", "0", "999999999", "held;", "-1"])
def test_a_lot_that_was_not_offered_is_refused(
    pack: Pack, seller: Client, part: SellerOrder, choice: str
) -> None:
    line = part.lines.get()

    answer = hands.tap(seller, part, "pack", **{f"lot-{line.pk}": choice})

    assert answer.status_code == 422
    assert hands.state(part) == "confirmed"
    assert numbers(pack) == [(10, 3, 0)]


def test_another_cooperatives_lot_cannot_be_taken(seller: Client, part: SellerOrder) -> None:
    foreign = factories.balance(factories.pack(units=10)).lot
    line = part.lines.get()

    answer = hands.tap(seller, part, "pack", **{f"lot-{line.pk}": str(foreign.pk)})

    assert answer.status_code == 422
    assert not Box.objects.exists()


def test_a_lot_too_small_for_the_line_is_not_offered(
    pack: Pack, seller: Client, part: SellerOrder
) -> None:
    small = another_lot(pack, units=2)

    assert small.code not in hands.page(seller, part)


def test_a_lot_called_back_is_not_offered_and_others_take_its_place(
    pack: Pack, seller: Client, part: SellerOrder
) -> None:
    held = factories.balance(pack).lot
    few, fewer = another_lot(pack, units=2), another_lot(pack, units=2, keeps=31)
    recalls.recall(held.pk, reason="Thuốc còn tồn dư", by=None)

    chosen = hands.lots(seller, part)
    answer = hands.tap(seller, part, "pack", **chosen)

    assert list(chosen.values()) == ["several"]
    assert answer.status_code == 302
    packed = PackedLot.objects.order_by("pk").values_list("lot", "quantity")
    assert list(packed) == [(few.pk, 2), (fewer.pk, 1)]
    assert hands.broken() == []


def test_with_every_lot_called_back_there_is_nothing_to_pack(
    pack: Pack, seller: Client, part: SellerOrder
) -> None:
    recalls.recall(factories.balance(pack).lot_id, reason="Thuốc còn tồn dư", by=None)

    page = hands.page(seller, part)

    assert hands.CHOSEN.findall(page) == []
    assert hands.tap(seller, part, "pack").status_code == 422
    assert f"/sell/orders/{part.number}/refuse/" in page


def test_a_parcel_with_a_lot_called_back_stays_in_the_house(
    seller: Client, part: SellerOrder
) -> None:
    hands.tap(seller, part, "pack", **hands.lots(seller, part))
    recalls.recall(PackedLot.objects.get().lot_id, reason="Thuốc còn tồn dư", by=None)

    answer = hands.tap(seller, part, "ship")

    assert answer.status_code == 409
    assert hands.state(part) == "packed"
    assert hands.status(part.order) == "packing"


def test_a_second_tap_packs_nothing_twice(pack: Pack, seller: Client, part: SellerOrder) -> None:
    chosen = hands.lots(seller, part)

    answers = [hands.tap(seller, part, "pack", **chosen).status_code for _ in range(3)]

    assert answers == [302, 302, 302]
    assert Box.objects.count() == 3
    assert numbers(pack) == [(10, 0, 3)]
