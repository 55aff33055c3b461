"""The direct flow: each cooperative is paid into its own account, and all of them before work."""

from typing import Any

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from catalog.cooperatives.models import BankAccount, Cooperative
from marketplace.records import clock
from payments.models import Attempt, Payee
from tests import factories
from tests.catalog import buying
from tests.payments import sending

pytestmark = pytest.mark.django_db


def with_account(number: str) -> Cooperative:
    """A cooperative that is paid into this account."""
    seller = factories.cooperative()
    BankAccount.objects.create(
        cooperative=seller,
        bank_bin="970436",
        number=number,
        holder="HTX",
        valid_from=clock.now(),
    )
    return seller


def test_each_cooperative_is_paid_into_its_own_account(client: Client, settings: Any) -> None:
    settings.PAYMENT_FLOW = "direct"
    sellers = [with_account("0011"), with_account("0022")]
    buying.fill(client, *[factories.pack(seller) for seller in sellers])

    buying.place(client)

    order = Order.objects.get()
    attempts = list(Attempt.objects.order_by("pk"))
    assert [attempt.show["account"] for attempt in attempts] == ["0011", "0022"]
    assert [a.amount for a in attempts] == [part.total for part in order.seller_orders.all()]
    for attempt in attempts:
        page = client.get(f"/o/{order.number}/pay?token={order.placement.token}")
        assert attempt.memo in page.content.decode()
        number = attempt.show["account"]
        sending.post(sending.transfer(attempt.memo, attempt.amount, accountNumber=number))
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert set(order.seller_orders.values_list("state", flat=True)) == {"to_confirm"}


def test_a_cooperative_without_an_account_cannot_be_paid_by_transfer(
    client: Client, settings: Any
) -> None:
    settings.PAYMENT_FLOW = "direct"
    buying.fill(client, factories.pack())

    answer = buying.place(client)

    assert answer.status_code == 409
    assert not Order.objects.exists()


def test_payments_know_the_seller_by_name_tax_code_and_account(client: Client) -> None:
    seller = with_account("0011")
    pack = factories.pack(seller)
    buying.fill(client, pack)

    buying.place(client)
    Cooperative.objects.filter(pk=seller.pk).update(legal_name="Hợp tác xã Tên Mới")
    again = Client()
    buying.fill(again, pack)
    buying.place(again)

    payee = Payee.objects.get()
    assert payee.name == "Hợp tác xã Tên Mới"
    assert (payee.legal_form, payee.tax_code) == (seller.legal_form, seller.tax_code)
    assert (payee.bank_bin, payee.bank_account) == ("970436", "0011")
    assert Attempt.objects.filter(payee=None).count() == 2
