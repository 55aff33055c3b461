"""A cooperative that asks a deposit with cash, and a buyer who pays it."""

from __future__ import annotations

from django.test import Client
from oscar.apps.order.models import Order

from catalog.cooperatives.payees import payee_key
from catalog.listings.models import Pack
from catalog.orders.models import SellerOrder
from payments import ledger
from payments.models import Attempt
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands
from tests.payments import sending

PRICE = 180_000


def selling(percent: int = 30, *, spoils: bool = True) -> Pack:
    """A pack of a cooperative that asks so much beforehand."""
    pack = factories.pack(factories.cooperative(owner=factories.user()), price=PRICE)
    category = pack.listing.category
    category.perishable = spoils
    category.save(update_fields=["perishable"])
    told = {"reach": "everywhere", "deposit": percent}
    seller = hands.member(pack.listing.cooperative)
    assert seller.post("/sell/cooperative/cash/", told).status_code == 302
    return pack


def buy(*packs: Pack, **told: str) -> tuple[Client, Order, str]:
    """A guest's cash order, and the page the buyer is led to."""
    buyer = Client()
    buying.fill(buyer, *packs)
    answer = buying.place(buyer, channel="cod", **told)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return buyer, Order.objects.latest("pk"), answer["Location"]


def deposit(order: Order) -> Attempt:
    """What is asked for beforehand now."""
    asked = Attempt.objects.filter(invoice__reference=f"{order.number}-D", state="pending")
    return asked.latest("pk")


def pay(order: Order) -> None:
    """The deposit comes by transfer."""
    attempt = deposit(order)
    assert sending.post(sending.transfer(attempt.memo, attempt.amount)).status_code == 200
    order.refresh_from_db()


def earned(part: SellerOrder) -> int:
    """What the seller has earned and was not paid."""
    return -ledger.balance(f"payee:{payee_key(part.cooperative_id)}")
