"""The practice courier as a process of its own: what it takes, pays and writes."""

from __future__ import annotations

import pytest

from catalog.shipping.models import Lane
from marketplace.desk.money import taking
from payments import couriers, ledger
from payments.models import BankFile, BankTransaction, CashParcel
from tests import factories
from tests.marketplace.workspace import hands
from tests.payments.conftest import broken
from tests.payments.practice import fetch, soon

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
FEE = 5_000


@pytest.fixture
def parcels():
    """Two cash parcels at their doors."""
    made = couriers.add("Tập sự", by=factories.user())
    Lane.objects.update(courier=made)
    sold = [factories.pack(factories.cooperative(owner=factories.user())) for _ in range(2)]
    order = hands.ordered(*sold, channel="cod")
    for one in sold:
        part = hands.parcel(order, one)
        hands.send(hands.member(part.cooperative), part)
    return list(CashParcel.objects.order_by("pk"))


def take(bank: str, parcel: CashParcel, how: str = "paid") -> None:
    """The buyer pays at the door."""
    fields = {"reference": parcel.number, "amount": parcel.amount, "how": how}
    assert fetch(f"{bank}/courier", fields)[0] == 200


def bring(bank: str) -> BankFile:
    """Its file is taken in at the desk."""
    content = fetch(f"{bank}/courier/remittance.csv")[1].encode()
    made = taking.bring("courier:tapsu", "thu-ho.csv", content, by=factories.user())
    taking.begin(made.pk, by=factories.user())
    taking.take(made.pk)
    made.refresh_from_db()
    return made


def test_what_it_pays_comes_by_the_bank_and_its_file_names_the_parcels(bank, parcels):
    for parcel in parcels:
        take(bank, parcel)
    assert fetch(f"{bank}/courier/remit", {})[0] == 200
    paid = sum(parcel.amount - FEE for parcel in parcels)
    assert soon(lambda: BankTransaction.objects.filter(amount=paid).exists())

    assert bring(bank).counts == {"settled": 2}
    assert ledger.balance("courier:tapsu") == 0
    assert ledger.balance("coming:tapsu") == paid
    assert broken() == []


def test_what_it_keeps_is_missed_and_what_it_tells_wrong_is_seen(bank, parcels):
    kept, short = parcels
    take(bank, kept, "forgotten")
    take(bank, short, "short")
    fetch(f"{bank}/courier/remit", {})

    assert bring(bank).counts == {"other_sum": 1}
    assert {one.state for one in CashParcel.objects.all()} == {"taken"}
    assert broken() == []


def test_a_number_nobody_typed_is_asked_for(bank, parcels):
    assert fetch(f"{bank}/courier", {"reference": "", "amount": 0})[0] == 400
