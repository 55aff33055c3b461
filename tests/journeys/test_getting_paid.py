"""From a parcel at its buyer's door to the money on the cooperative's account."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pypdfium2
import pytest
from django.core import mail
from django.test import Client
from openpyxl import load_workbook

from catalog.cooperatives import applying
from catalog.cooperatives.models import Cooperative
from catalog.orders.models import SellerOrder
from marketplace.people import roles
from marketplace.records import clock, outbox
from payments import ledger
from payments.models import Payout, PayoutOrder, Statement
from payments.settlement import closing
from tests import factories
from tests.catalog import buying
from tests.catalog.promotions import making
from tests.marketplace.workspace import hands
from tests.payments import sending
from tests.payments.conftest import broken
from tests.rules import people

pytestmark = pytest.mark.django_db
ACCOUNT = applying.Account("970436", "0952000001111", "HTX NANG SONG MA")


@pytest.fixture
def world():
    """One person of every kind."""
    return people.world()


@pytest.fixture
def boss(world) -> Client:
    """The browser of somebody who handles money."""
    return world.client(roles.ADMINISTRATOR)


@pytest.fixture
def seller(db) -> Cooperative:
    """A cooperative with an account."""
    owner = factories.user("in@example.vn")
    made = factories.cooperative("HTX Nắng Sông Mã", owner=owner)
    applying.open_account(made, ACCOUNT, by=owner)
    return made


@pytest.fixture
def owner(seller) -> Client:
    """The browser of the cooperative's owner."""
    return hands.member(seller)


def deliver(
    seller: Cooperative, owner: Client, price: int = 89_000, code: str = "", **address: str
) -> SellerOrder:
    """Somebody buys, pays by transfer, and receives the parcel."""
    client = Client()
    buying.fill(client, factories.pack(seller, price=price), quantity=2)
    if code:
        client.post("/basket/vouchers/add/", {"code": code})
    buying.place(client, **address)
    part = SellerOrder.objects.latest("pk")
    attempt = hands.asked(part.order.number)
    assert sending.post(sending.transfer(attempt.memo, attempt.amount)).status_code == 200
    hands.send(owner, part)
    part.refresh_from_db()
    assert part.state == "delivered"
    return part


def close() -> Statement:
    """The week is over."""
    with clock.moved_to(clock.now() + dt.timedelta(days=10)):
        assert closing.close_due() == 1
    return Statement.objects.latest("pk")


def words(client: Client, address: str) -> str:
    """A page that is there."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def test_a_delivered_parcel_is_paid_to_its_cooperative(boss, seller, owner):
    part = deliver(seller, owner)
    earned = f"{part.owed:,}".replace(",", ".")
    assert earned in words(owner, "/sell/money/")

    told = close()
    page = words(owner, f"/sell/money/{told.number}/")
    assert earned in page
    assert f"/sell/orders/{part.number}/" in page
    boss.post("/desk/money/payouts/make/")
    order = PayoutOrder.objects.get()
    rows = _csv(boss, f"/desk/money/payouts/orders/{order.pk}/?format=csv")
    assert rows[1][1:3] == [ACCOUNT.number, ACCOUNT.holder]
    assert rows[1][5] == str(part.owed)
    boss.post(f"/desk/money/payouts/orders/{order.pk}/sent/", {"reference": "FT26333000077"})

    outbox.drain()
    assert any(earned in m.subject and "…1111" in m.body for m in mail.outbox)
    assert ledger.balance(f"payee:cooperative-{seller.pk}") == 0
    assert "FT26333000077" in words(boss, f"/desk/money/payouts/orders/{order.pk}/")
    assert broken() == []


def test_a_statement_says_the_same_on_paper_and_in_spreadsheets(boss, seller, owner):
    part = deliver(seller, owner)
    told = close()
    for client, address in ((owner, "/sell/money/"), (boss, "/desk/money/statements/")):
        page = f"{address}{told.number}/"
        [heading, row, together, last] = _csv(client, f"{page}?format=csv")
        assert len(heading) == len(row)
        assert row[0] == part.order.number
        assert {row[-1], together[-1], last[-1]} == {str(part.owed)}
        book = load_workbook(io.BytesIO(_bytes(client, f"{page}?format=xlsx")))
        assert book.active.cell(2, len(row)).value == part.owed
        paper = pypdfium2.PdfDocument(_bytes(client, f"{page}?format=pdf"))
        text = paper[0].get_textpage().get_text_bounded()
        assert told.number in text
        assert "Nắng Sông Mã" in text
        assert f"{part.owed:,}".replace(",", ".") in text


def test_nobody_reads_another_cooperative_s_statement(seller, owner):
    deliver(seller, owner)
    told = close()
    stranger = hands.member(factories.cooperative(owner=factories.user()))

    assert stranger.get(f"/sell/money/{told.number}/").status_code == 404
    assert stranger.get(f"/sell/money/{told.number}/?format=csv").status_code == 404
    assert told.number not in words(stranger, "/sell/money/")


def test_the_desk_closes_a_period_early_and_not_too_early(boss, seller, owner):
    deliver(seller, owner)
    today = clock.local_day().isoformat()
    early = boss.post("/desk/money/statements/close/", {"until": today})
    assert early.status_code == 422
    assert boss.post("/desk/money/statements/close/", {"until": "soon"}).status_code == 422
    assert not Statement.objects.exists()

    with clock.moved_to(clock.now() + dt.timedelta(days=4)):
        answer = boss.post("/desk/money/statements/close/", {"until": today})
    assert answer.status_code == 302
    assert Statement.objects.get().payee.key == f"cooperative-{seller.pk}"


def test_a_changed_account_waits_and_its_owners_are_told(boss, seller, owner):
    deliver(seller, owner)
    close()
    other = applying.Account("970405", "0952000009999", "AI DO")
    applying.open_account(seller, other, by=factories.user())
    outbox.drain()

    assert any("9999" in m.body for m in mail.outbox)
    assert "9999" in words(owner, "/sell/money/")
    boss.post("/desk/money/payouts/make/")
    assert not PayoutOrder.objects.exists()
    assert Payout.objects.get().state == "due"


def test_what_a_buyer_sends_back_is_off_the_next_statement_and_due_to_the_buyer(
    boss, seller, owner
):
    part = deliver(seller, owner)
    close()
    address = f"/desk/money/returns/{part.number}/"
    line = part.lines.get()
    name = f"back-line-{line.line_id}"
    assert line.title in words(boss, address)
    for wrong in ({name: "1"}, {"why": "rotten"}, {name: str(line.total + 1), "why": "rotten"}):
        assert boss.post(address, wrong).status_code == 422
    answer = boss.post(address, {name: "89000", "why": "One box was rotten."})
    assert answer.status_code == 302

    assert "89.000" in words(boss, answer["Location"])
    outbox.drain()
    assert any("One box was rotten." in m.body for m in mail.outbox)
    assert "89.000" in words(owner, "/sell/money/")
    assert broken() == []
    assert hands.broken() == []


def test_a_payout_the_bank_sends_back_is_written_down(boss, seller, owner):
    deliver(seller, owner)
    close()
    boss.post("/desk/money/payouts/make/")
    payout = Payout.objects.get()
    boss.post(f"/desk/money/payouts/orders/{payout.order_id}/sent/", {"reference": "FT1"})
    address = f"/desk/money/payouts/{payout.pk}/returned/"
    assert boss.post(address, {"note": ""}).status_code == 422

    boss.post(address, {"note": "The name is another one."})
    assert boss.post(address, {"note": "Twice."}).status_code == 409
    assert "The name is another one." in words(
        boss, f"/desk/money/payouts/orders/{payout.order_id}/"
    )
    assert Payout.objects.filter(state="due").count() == 1
    assert broken() == []


def test_withheld_tax_is_shown_and_handed_out_by_month(boss, seller, owner):
    Cooperative.objects.filter(pk=seller.pk).update(legal_form="household", tax_code="014095000001")
    part = deliver(seller, owner)

    assert seller.legal_name in words(boss, "/desk/money/tax/")
    month = f"{clock.local_day():%Y-%m}"
    heading, row = _csv(boss, f"/desk/money/tax/?month={month}&format=csv")
    assert len(heading) == len(row)
    assert row[1] == "014095000001"
    goods, delivery = part.goods - part.discount, part.shipping
    vat = (goods * 100 + 5_000) // 10_000 + (delivery * 300 + 5_000) // 10_000
    assert row[3:5] == [str(part.owed), str(vat)]
    assert words(boss, "/desk/money/tax/?month=nonsense")


def test_a_buyer_asks_for_an_invoice_and_the_cooperative_writes_it(seller, owner):
    wish = {"invoice_name": "Công ty Mẫu", "invoice_tax_code": "0100109106"}
    part = deliver(seller, owner, **wish, invoice_address="1 Phố Thử, Hà Nội")
    page = words(owner, "/sell/money/invoices/")
    assert "Công ty Mẫu" in page
    assert "0100109106" in page
    rows = _csv(owner, "/sell/money/invoices/?format=csv")
    assert rows[1][2:5] == ["Công ty Mẫu", "0100109106", "1 Phố Thử, Hà Nội"]
    assert sum(int(row[9]) for row in rows[1:]) == part.owed

    address = f"/sell/money/invoices/{part.number}/"
    told = {"series": "1c26taa", "number": "abc", "issued_on": clock.local_day().isoformat()}
    assert owner.post(address, told).status_code == 422
    assert owner.post(address, told | {"number": "77", "lookup_code": "X1Y2"}).status_code == 302
    assert "1C26TAA 77" in words(owner, "/sell/money/invoices/")
    stranger = hands.member(factories.cooperative(owner=factories.user()))
    assert stranger.get(address).status_code == 404


def test_an_invoice_wish_is_checked_at_checkout(seller):
    client = Client()
    buying.fill(client, factories.pack(seller))
    page = buying.price(client)
    for wrong in (
        {"invoice_name": "A", "invoice_tax_code": "123"},
        {"invoice_tax_code": "0100109106"},
    ):
        answer = client.post("/checkout/", buying.form(page, **wrong))
        assert answer.status_code == 422
    assert not SellerOrder.objects.exists()


@pytest.mark.parametrize(
    ("payer", "others"), [("province", 1), ("platform", 1), ("cooperative", 0)]
)
def test_a_cooperative_is_paid_in_full_what_others_give_its_buyers(
    boss, seller, owner, payer, others
):
    own = {"cooperative": seller} if payer == "cooperative" else {}
    making.voucher(payer=payer, amount=10_001, **own)
    part = deliver(seller, owner, code="tuan nhan")
    assert part.discount == 10_001
    told = close()
    assert told.vouchers == 10_001 * others
    assert told.payable == part.goods + part.shipping - 10_001 * (1 - others)
    assert ledger.balance(f"voucher:{payer}") == 10_001 * others

    line = part.lines.get()
    back = {f"back-line-{line.line_id}": str(line.total - line.discount), "why": "All was rotten."}
    assert boss.post(f"/desk/money/returns/{part.number}/", back).status_code == 302
    left = ledger.balance(f"voucher:{payer}")
    assert left == (10_001 * part.shipping + part.owed // 2) // part.owed * others
    assert broken() == []
    assert hands.broken() == []


def _bytes(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200
    if answer.streaming:
        return b"".join(answer.streaming_content)
    return answer.content


def _csv(client: Client, address: str) -> list[list[str]]:
    text = _bytes(client, address).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))
