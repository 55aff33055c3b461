"""A parcel is packed lighter than ordered: price, refund, cash, letters and figures follow."""

import threading

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from oscar.apps.order.models import Order

from catalog.cooperatives.models import BankAccount
from catalog.listings.models import Pack
from catalog.orders import figures, packing
from catalog.orders.models import SellerOrder
from catalog.orders.refusals import MoveRefused
from marketplace.records import clock, outbox
from marketplace.records.models import AuditEntry
from marketplace.statistics import counting
from marketplace.statistics.models import Sale
from payments.models import Attempt, Incident, Invoice
from tests import factories
from tests.catalog import buying
from tests.catalog.promotions.making import voucher
from tests.marketplace.workspace import hands
from tests.payments import sending

pytestmark = pytest.mark.django_db

PRICE, GRAMS = 89_000, 2_000  # of one unit


@pytest.fixture
def pack() -> Pack:
    """Boxes of two kilograms."""
    return factories.pack(units=10, price=PRICE)


@pytest.fixture
def seller(pack: Pack) -> Client:
    """Its owner's browser."""
    return hands.member(pack.listing.cooperative)


def pay(order: Order, **facts: str) -> None:
    """The bank tells of the transfer that pays an order."""
    attempt = Attempt.objects.get(invoice__reference=order.number)
    told = sending.transfer(attempt.memo, attempt.amount, **facts)
    assert sending.post(told).status_code == 200


def sums(part: SellerOrder) -> tuple[int, int, int]:
    """As ordered, off, and what is owed in the end."""
    part.refresh_from_db()
    return part.total, part.lighter, part.owed


def refunds() -> list[tuple[str, int]]:
    """What is due for refund, and why."""
    return list(Incident.objects.filter(kind="refund_due").values_list("reason", "amount"))


def bill(order: Order) -> Invoice:
    """The invoice of an order."""
    return Invoice.objects.get(reference=order.number)


def page_of(order: Order) -> str:
    """The buyer's page, without the spaces that do not break."""
    address = f"/o/{order.number}?token={order.placement.token}"
    return Client().get(address).content.decode().replace("\xa0", " ")


def test_what_was_paid_too_much_is_due_for_refund(pack: Pack, seller: Client) -> None:
    order = hands.ordered(pack, quantity=2, channel="vietqr")
    part = hands.parcel(order)

    assert hands.weigh(seller, part, "3.800") == 302

    assert sums(part) == (part.total, 8_900, part.total - 8_900)
    assert refunds() == [("packed_lighter", 8_900)]
    assert bill(order).total == part.total
    assert hands.broken() == []


def test_at_the_door_so_much_less_is_collected(pack: Pack, seller: Client) -> None:
    order = hands.ordered(pack, quantity=2)
    part = hands.parcel(order)

    hands.weigh(seller, part, "3800")
    hands.tap(seller, part, "ship")
    owed = sums(part)[2]

    assert f"{owed:,}".replace(",", ".") in hands.page(seller, part)
    assert bill(order).total == owed
    assert Attempt.objects.get(invoice=bill(order)).amount == owed
    hands.tap(seller, part, "deliver")
    assert hands.status(order) == "delivered"
    assert Attempt.objects.get(invoice=bill(order)).received == owed
    assert refunds() == []
    assert hands.broken() == []


def test_each_cooperative_is_paid_less_for_its_own_goods_alone(pack: Pack, seller: Client) -> None:
    other = factories.pack(factories.cooperative(), units=10, price=31_007)
    order = hands.ordered(pack, other)
    light, whole = hands.parcel(order, pack), hands.parcel(order, other)

    hands.weigh(seller, light, "1900")
    hands.send(hands.member(other.listing.cooperative), whole)

    assert sums(light)[1] == 4_450
    assert bill(order).total == light.owed + whole.total
    hands.tap(seller, light, "ship")
    hands.tap(seller, light, "deliver")
    assert bill(order).covered_at is not None
    assert hands.broken() == []


def test_in_the_direct_flow_the_money_goes_back_too(pack: Pack, seller: Client, settings) -> None:
    settings.PAYMENT_FLOW = "direct"
    BankAccount.objects.create(
        cooperative=pack.listing.cooperative,
        bank_bin="970436",
        number="0011",
        holder="HTX",
        valid_from=clock.now(),
    )
    buyer = Client()
    buying.fill(buyer, pack)
    buying.place(buyer, channel="vietqr")
    order = Order.objects.get()
    pay(order, accountNumber="0011")
    part = hands.parcel(order)

    hands.weigh(seller, part, "1999")

    assert refunds() == [("packed_lighter", sums(part)[1])]
    assert part.lighter == 44  # of 44.5: the price is rounded up at half a đồng
    assert hands.broken() == []


@pytest.mark.parametrize("grams", ["", "2000", "2 350", "2.000 g"])
def test_as_much_as_ordered_or_more_changes_no_price(
    pack: Pack, seller: Client, grams: str
) -> None:
    part = hands.parcel(hands.ordered(pack, channel="vietqr"))

    assert hands.weigh(seller, part, grams) == 302

    assert (sums(part)[1], refunds()) == (0, [])
    assert hands.broken() == []


@pytest.mark.parametrize("grams", ["1399", "0", "-5", "1,9", "much", "²", "99999999"])
def test_impossible_weights_pack_nothing(pack: Pack, seller: Client, grams: str) -> None:
    part = hands.parcel(hands.ordered(pack, channel="vietqr"))

    assert hands.weigh(seller, part, grams) == 422

    assert hands.state(part) == "confirmed"
    assert (sums(part)[1], refunds()) == (0, [])
    assert AuditEntry.objects.filter(what="seller_order_line.weighed").count() == 0


def test_the_least_that_may_be_packed_is_a_rule(pack: Pack, seller: Client) -> None:
    part = hands.parcel(hands.ordered(pack, channel="vietqr"))

    assert hands.weigh(seller, part, "1400") == 302

    assert sums(part)[1] == PRICE * 30 // 100


def test_a_second_tap_takes_nothing_off_again(pack: Pack, seller: Client) -> None:
    part = hands.parcel(hands.ordered(pack, channel="vietqr"))
    hands.weigh(seller, part, "1900")

    line = part.lines.get().pk
    hands.tap(seller, part, "pack", **{f"weight-{line}": "1500"})

    assert sums(part)[1] == 4_450
    assert refunds() == [("packed_lighter", 4_450)]


def test_given_back_after_packing_the_rest_goes_back_and_no_dong_more(
    pack: Pack, seller: Client
) -> None:
    other = factories.pack(factories.cooperative(), units=10)
    order = hands.ordered(pack, other, channel="vietqr")
    part = hands.parcel(order, pack)
    hands.weigh(seller, part, "1900")

    hands.tap(seller, part, "refuse", opened="packed")

    assert hands.state(part) == "cancelled"
    assert refunds() == [("packed_lighter", 4_450), ("part_cancelled", part.total - 4_450)]
    assert hands.broken() == []


def test_given_back_at_the_door_nothing_is_asked_for(pack: Pack, seller: Client) -> None:
    other = factories.pack(factories.cooperative(), units=10)
    order = hands.ordered(pack, other)
    part = hands.parcel(order, pack)
    hands.weigh(seller, part, "1900")

    hands.tap(seller, part, "refuse", opened="packed")

    assert refunds() == []
    assert bill(order).total == hands.parcel(order, other).total
    assert hands.broken() == []


def test_goods_a_voucher_paid_in_part_give_back_what_the_buyer_paid_for_them(
    pack: Pack, seller: Client
) -> None:
    voucher(amount=9_000)
    buyer = Client()
    buying.fill(buyer, pack)
    buyer.post("/basket/vouchers/add/", {"code": "tuan nhan"})
    buying.place(buyer, channel="vietqr")
    order = Order.objects.get()
    pay(order)
    part = hands.parcel(order)

    hands.weigh(seller, part, "1900")

    assert part.lines.get().discount == 9_000
    assert refunds() == [("packed_lighter", (PRICE - 9_000) // 20)]
    assert hands.broken() == []


def test_the_buyer_is_told_and_sees_it(pack: Pack, seller: Client) -> None:
    order = hands.ordered(pack, quantity=2, channel="vietqr")
    hands.weigh(seller, hands.parcel(order), "3800")
    outbox.drain()

    (letter,) = [one for one in mail.outbox if "8.900" in one.subject]
    assert letter.to == ["thu@example.vn"]
    assert "3,8 kg" in letter.body.replace("\xa0", " ")
    page = page_of(order)
    assert "3,8 kg" in page
    assert "−8.900 ₫" in page
    receipt = Client().get(f"/o/{order.number}/receipt?token={order.placement.token}")
    assert "−8.900" in receipt.content.decode()


@pytest.mark.parametrize(("channel", "back"), [("vietqr", 8_900), ("cod", 0)])
def test_all_figures_say_the_same(pack: Pack, seller: Client, channel: str, back: int) -> None:
    part = hands.parcel(hands.ordered(pack, quantity=2, channel=channel))
    hands.weigh(seller, part, "3800")
    counting.refresh()

    sale = Sale.objects.get()
    today = clock.local_day()
    own = figures.total(part.cooperative_id, today, today)

    assert (sale.grams, sale.refunded) == (3_800, back)
    assert sale.gross - sale.refunded == own.goods == 2 * PRICE - 8_900
    assert own.total == sums(part)[2]
    assert sum(row.goods for row in figures.rows(part.cooperative_id, today, today, "pack")) == (
        own.goods
    )
    assert hands.broken() == []


@pytest.mark.django_db(transaction=True)
def test_two_packers_at_once_weigh_it_once() -> None:
    pack = factories.pack(units=10, price=PRICE)
    part = hands.parcel(hands.ordered(pack, channel="vietqr"))
    hands.tap(hands.member(pack.listing.cooperative), part, "accept")
    line, who = part.lines.get().pk, factories.user()
    refused: list[Exception] = []

    def press(grams: int) -> None:
        """One of the two."""
        try:
            packing.pack(part.pk, {}, weighed={line: grams}, by=who)
        except MoveRefused as error:
            refused.append(error)
        finally:
            connection.close()

    both = [threading.Thread(target=press, args=(grams,)) for grams in (1_900, 1_800)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert refused == []
    assert refunds() == [("packed_lighter", sums(part)[1])]
    assert part.lighter in (4_450, 8_900)
    assert hands.broken() == []
