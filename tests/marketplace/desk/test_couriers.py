"""A courier takes cash for the market: its sellers are paid when it has paid, not before."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog.cooperatives.payees import payee_key
from catalog.orders.models import SellerOrder
from catalog.shipping.models import Lane
from marketplace.desk.money import taking
from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records import clock
from marketplace.records.models import AuditEntry
from payments import couriers, ledger, remitting, settled
from payments.models import BankFile, CashParcel, Courier, Incident, SettledLine, Statement
from payments.settlement import closing
from tests import database, factories
from tests.marketplace.workspace import hands
from tests.payments import sending
from tests.payments.conftest import broken
from tests.rules import people

pytestmark = pytest.mark.django_db
HEAD = "Bảng kê thu hộ\nMã vận đơn,Tiền thu hộ,Phí thu hộ\n"
PAGE = "/desk/money/couriers/"


@pytest.fixture(scope="module")
def _made(django_db_setup, django_db_blocker):
    """Somebody who handles money, a courier and a cash parcel; made once for the file."""
    yield from database.lasting(django_db_blocker, a_packed_parcel)


def a_packed_parcel() -> tuple[int, int, int]:
    """The keys of an administrator, of a courier with every lane, and of a parcel to be sent."""
    admin = people.world().people[roles.ADMINISTRATOR]
    boss = people.signed_in(admin)
    assert boss.post(f"{PAGE}add/", {"name": "Xe Mường"}).status_code == 302
    made = Courier.objects.get()
    rows = {f"lane-{lane.pk}": made.code for lane in Lane.objects.all()}
    assert boss.post(f"{PAGE}lanes/", rows).status_code == 302
    return admin.pk, made.pk, packed().pk


@pytest.fixture
def boss(_made, db) -> Client:
    """The browser of somebody who handles money."""
    return people.signed_in(User.objects.get(pk=_made[0]))


@pytest.fixture
def contract(_made, db) -> Courier:
    """A courier that takes cash on every lane, written down at the desk."""
    return Courier.objects.get(pk=_made[1])


@pytest.fixture
def ready(_made, db) -> SellerOrder:
    """A cash parcel that is packed and not sent yet."""
    return SellerOrder.objects.get(pk=_made[2])


def packed() -> SellerOrder:
    """Another such parcel."""
    sold = factories.pack(factories.cooperative(owner=factories.user()))
    part = hands.parcel(hands.ordered(sold, channel="cod"), sold)
    hands.pack(hands.member(part.cooperative), part)
    return part


def sent(part: SellerOrder, *, delivered: bool = True, tracking: str = "") -> SellerOrder:
    """A packed parcel on the road, and at its buyer."""
    client = hands.member(part.cooperative)
    assert hands.tap(client, part, "ship", tracking=tracking).status_code == 302
    if delivered:
        assert hands.tap(client, part, "deliver").status_code == 302
    part.refresh_from_db()
    return part


def bring(boss: Client, courier: Courier, *rows: str) -> BankFile:
    """Take a file of the courier's in."""
    upload = SimpleUploadedFile("thu-ho.csv", (HEAD + "".join(rows)).encode())
    fields = {"file": upload, "source": f"courier:{courier.code}"}
    answer = boss.post("/desk/money/bank-files/", fields)
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    assert boss.get(answer["Location"]).status_code == 200
    assert boss.post(f"{answer['Location']}take/").status_code == 302
    file = BankFile.objects.latest("pk")
    taking.take(file.pk)
    file.refresh_from_db()
    return file


def earned(part: SellerOrder) -> int:
    """What the market owes the seller now."""
    return -ledger.balance(f"payee:{payee_key(part.cooperative_id)}")


def test_cash_a_courier_took_is_owed_by_it_and_not_yet_to_the_seller(contract, boss, ready):
    part = sent(ready)

    assert ledger.balance(f"courier:{contract.code}") == part.owed
    assert earned(part) == 0
    assert ledger.balance(f"awaited:{payee_key(part.cooperative_id)}") == -part.owed
    page = boss.get(PAGE).content.decode()
    assert part.number in page
    assert broken() == []


def test_what_it_remits_is_the_seller_s_less_its_fee(contract, boss, ready, settings):
    part = sent(ready, tracking="XM 0001")
    file = bring(boss, contract, f"XM 0001,{part.owed},5000\n")

    assert file.counts == {"settled": 1}
    assert CashParcel.objects.get().state == "remitted"
    assert earned(part) == part.owed - 5_000
    assert ledger.balance(f"courier:{contract.code}") == 0
    assert ledger.balance(f"fee:{contract.code}") == 0  # the seller bore it
    assert ledger.balance(f"coming:{contract.code}") == part.owed - 5_000

    sending.post(sending.transfer("XE MUONG TT", part.owed - 5_000))
    incident = Incident.objects.get(kind="unmatched")
    address = f"/desk/money/incidents/{incident.pk}/apart/"
    told = {"what": contract.code, "note": "Remittance of today"}
    assert boss.post(address, told).status_code == 302
    assert ledger.balance(f"coming:{contract.code}") == 0
    assert ledger.balance(f"bank:{settings.VIETQR_ACCOUNT}") == part.owed - 5_000
    assert broken() == []


def test_the_seller_s_statement_tells_what_waits_and_then_what_came(contract, boss, ready):
    part = sent(ready)
    with clock.moved_to(clock.now() + dt.timedelta(days=14)):
        closing.close_due()
    first = Statement.objects.get()
    assert (first.sales, first.awaited, first.payable) == (part.owed, -part.owed, 0)

    with clock.moved_to(clock.now() + dt.timedelta(days=15)):
        bring(boss, contract, f"{part.number},{part.owed},5000\n")
    with clock.moved_to(clock.now() + dt.timedelta(days=30)):
        closing.close_due()
    second = Statement.objects.latest("pk")
    assert (second.awaited, second.fees, second.payable) == (part.owed, -5_000, part.owed - 5_000)
    page = hands.member(part.cooperative).get(f"/sell/money/{second.number}/").content.decode()
    assert "chuyển phát" in page.lower()
    assert broken() == []


def test_a_remitted_parcel_nobody_marked_as_delivered_is_delivered(contract, boss, ready):
    """Sellers forget; the courier has the buyer's money, so the buyer has the parcel."""
    part = sent(ready, delivered=False)
    bring(boss, contract, f"{part.number},{part.owed},0\n")

    assert hands.state(part) == "delivered"
    assert earned(part) == part.owed
    assert broken() == []


def test_a_file_that_differs_from_the_parcels_is_looked_at(contract, boss, ready):
    """Fault 23."""
    short, twice, road = sent(ready), sent(packed()), sent(packed(), delivered=False)
    rows = [f"{short.number},{short.owed - 1},0\n", f"{road.number},{road.owed - 1},0\n"]
    rows += [f"{twice.number},{twice.owed},0\n"] * 2
    file = bring(boss, contract, *rows, "SL-NOBODY,5000,0\n")

    assert file.counts == {"other_sum": 2, "settled": 1, "twice": 1, "unknown": 1}
    assert (earned(short), earned(twice)) == (0, twice.owed)
    assert hands.state(road) == "shipped"
    reasons = Incident.objects.values_list("reason", flat=True)
    assert sorted(set(reasons)) == ["remitted_other_sum", "remitted_twice", "remitted_unknown"]
    for incident in Incident.objects.all():
        assert boss.get(f"/desk/money/incidents/{incident.pk}/").status_code == 200
    assert broken() == []


def test_taking_a_file_again_changes_nothing(contract, boss, ready):
    part = sent(ready)
    file = bring(boss, contract, f"{part.number},{part.owed},500\n")
    BankFile.objects.filter(pk=file.pk).update(state="taking", taken_at=None)
    taking.take(file.pk)
    later = bring(boss, contract, f"{part.number},{part.owed},500\n", "SL-NOBODY,1,0\n")

    assert later.counts == {"twice": 1, "unknown": 1}
    assert earned(part) == part.owed - 500
    assert broken() == []


def test_a_parcel_that_came_back_is_owed_by_nobody(contract, boss, ready):
    part = sent(ready, delivered=False)
    client = hands.member(part.cooperative)
    assert hands.tap(client, part, "back", why="refused", goods="shelf").status_code == 302

    assert CashParcel.objects.get().state == "nothing"
    assert bring(boss, contract, f"{part.number},{part.owed},0\n").counts == {"other_sum": 1}
    assert broken() == []


def test_cash_that_is_kept_too_long_is_asked_about_and_may_be_advanced(contract, boss, ready):
    part = sent(ready)
    with clock.moved_to(clock.now() + dt.timedelta(days=9)):
        assert couriers.ask_late(7) == 1
        assert couriers.ask_late(7) == 1
    assert Incident.objects.get().reason == "courier_owes"

    parcel = CashParcel.objects.get()
    assert boss.post(f"{PAGE}parcels/{parcel.pk}/forgive/", {"note": ""}).status_code == 422
    answer = boss.post(f"{PAGE}parcels/{parcel.pk}/forgive/", {"note": "Courier is bankrupt"})
    assert answer.status_code == 302
    assert earned(part) == part.owed
    assert ledger.balance(f"courier:{contract.code}") == part.owed
    assert AuditEntry.objects.filter(what="courier.forgiven").count() == 1
    again = boss.post(f"{PAGE}parcels/{parcel.pk}/forgive/", {"note": "Courier is bankrupt"})
    assert again.status_code == 409

    bring(boss, contract, f"{part.number},{part.owed},0\n")
    assert earned(part) == part.owed
    assert ledger.balance(f"courier:{contract.code}") == 0
    assert broken() == []


def test_a_lane_without_a_courier_leaves_the_cash_with_its_seller(contract, boss):
    rows = {f"lane-{lane.pk}": "-" for lane in Lane.objects.all()}
    boss.post(f"{PAGE}lanes/", rows)
    part = sent(packed())

    assert not CashParcel.objects.exists()
    assert ledger.balance(f"courier:{contract.code}") == 0
    assert earned(part) == 0  # it has it already
    assert broken() == []


def test_in_the_direct_flow_the_courier_pays_the_seller(contract, boss, settings):
    settings.PAYMENT_FLOW = "direct"
    sent(packed())

    assert not CashParcel.objects.exists()
    assert broken() == []


def test_a_name_that_is_taken_is_refused(contract, boss):
    for name in ("Xe Muong", "VNPAY", "!!"):
        assert boss.post(f"{PAGE}add/", {"name": name}).status_code == 422
    assert boss.post(f"{PAGE}lanes/", {"lane-1": "nobody"}).status_code == 422
    assert Courier.objects.count() == 1


def test_a_buyer_who_returns_before_the_courier_paid_is_paid_back_all_the_same(
    contract, boss, ready
):
    part = sent(ready)
    line = part.lines.get()
    address = f"/desk/money/returns/{part.number}/"
    told = {f"back-line-{line.line_id}": "1000", "why": "Rotten"}
    assert boss.post(address, told).status_code == 302
    assert earned(part) == -1_000

    bring(boss, contract, f"{part.number},{part.owed},0\n")
    assert earned(part) == part.owed - 1_000
    assert broken() == []


def test_a_number_typed_for_two_parcels_means_neither(contract, boss, ready):
    one, other = sent(ready, tracking="XM 7"), sent(packed(), tracking="XM 7")
    file = bring(boss, contract, f"XM 7,{one.owed},0\n")

    assert file.counts == {"unknown": 1}
    assert (earned(one), earned(other)) == (0, 0)
    assert broken() == []


def test_two_workers_on_one_file_write_it_once(contract, boss, ready):
    part = sent(ready)
    file = bring(boss, contract, f"{part.number},{part.owed},100\n")
    BankFile.objects.filter(pk=file.pk).update(state="taking", taken_at=None)
    rows = [settled.Row(3, part.number, part.owed, 100)]
    assert remitting.take(file, contract, rows) == {"settled": 1}

    assert SettledLine.objects.count() == 1
    assert earned(part) == part.owed - 100
    assert broken() == []
