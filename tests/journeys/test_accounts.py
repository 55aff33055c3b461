"""Whole stories over HTTP, each request a transaction of its own: the verbs account for everything.

The database writes an entry itself where a verb forgot its own; after these stories there is none.
"""

import datetime as dt

import pytest
from django.test import Client

from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing, Pack
from catalog.members import assisting
from catalog.orders import ending
from catalog.stock.models import LotBalance
from marketplace.people.models import User
from marketplace.records import accounts, clock, invariants
from marketplace.records.models import AuditEntry
from payments.models import Attempt
from tests import factories
from tests.catalog import buying
from tests.journeys import selling
from tests.marketplace.workspace import hands
from tests.payments import sending

pytestmark = pytest.mark.django_db(transaction=True)


def forgotten() -> list[tuple[str, str, object, object]]:
    """What the database had to write down because nobody else did."""
    found = AuditEntry.objects.filter(what__startswith=accounts.BY_DATABASE).order_by("pk")
    return [(one.subject_type, one.what, one.before, one.after) for one in found]


@pytest.fixture
def stall() -> tuple[Client, Client]:
    """The browsers of a moderator and of an owner whose crop is on the shelf."""
    boss = selling.signed_in(*selling.moderator())
    owner = selling.signed_in(selling.farmer())
    assert owner.post("/sell/apply/", selling.particulars()).status_code == 302
    selling.verify(boss, Cooperative.objects.get())
    selling.approve(boss, selling.propose(owner))
    return boss, owner


def test_from_application_to_delivery_nothing_is_forgotten(stall):
    _boss, owner = stall

    for channel in ("cod", "vietqr"):
        order = hands.ordered(Pack.objects.get(), channel=channel)
        hands.send(owner, hands.parcel(order))
    returned = hands.parcel(hands.ordered(Pack.objects.get(), channel="vietqr"))
    hands.pack(owner, returned)
    hands.tap(owner, returned, "refuse", opened="packed")

    assert hands.state(returned) == "cancelled"
    assert forgotten() == []
    assert AuditEntry.objects.filter(what="seller_order.delivered").count() == 2


def test_orders_that_expire_revive_and_change_their_channel_are_accounted_for(stall):
    pack = Pack.objects.get()
    client = Client()
    buying.fill(client, pack)
    buying.place(client, channel="vietqr")
    attempt = Attempt.objects.get()

    with clock.moved_to(clock.now() + dt.timedelta(hours=1)):
        assert ending.expire_due() == 1
    paid = sending.post(sending.transfer(attempt.memo, attempt.amount))
    hands.ordered(pack)
    with clock.moved_to(clock.now() + dt.timedelta(days=2)):
        ending.expire_due()

    assert paid.status_code == 200
    assert AuditEntry.objects.filter(what="order.revived").count() == 1
    assert forgotten() == []


def test_stall_members_decisions_and_roles_are_accounted_for(stall):
    boss, owner = stall
    seller, listing = Cooperative.objects.get(), Listing.objects.get()
    selling.farmer("moi@example.vn")

    owner.post(f"/sell/listings/{listing.pk}/shown/", {"hide": "1"})
    owner.post(f"/sell/listings/{listing.pk}/shown/", {"show": "1"})
    owner.post("/sell/members/", {"login": "moi@example.vn", "role": "seller"})
    guest = selling.signed_in("moi@example.vn")
    token = seller.invitations.get().token
    guest.post(f"/sell/invitations/{token}/", {"accept": "1"})
    member = seller.memberships.get(user__email="moi@example.vn")
    owner.post(f"/sell/members/{member.pk}/", {"role": "packer"})
    owner.post(f"/sell/members/{member.pk}/", {"remove": "1"})
    balance = LotBalance.objects.get()
    owner.post(f"/sell/lots/balances/{balance.pk}/", {"units": "1"})
    facts = {"authority": "Sở", "document": "1/QĐ", "reason": "Giấy hết hạn"}
    at = clock.now().astimezone(clock.LOCAL) - dt.timedelta(minutes=5)
    boss.post(
        f"/desk/takedowns/new/cooperative/{seller.pk}/",
        facts | {"received_at": at.strftime("%Y-%m-%dT%H:%M")},
    )

    seller.refresh_from_db()
    assert (seller.state, seller.memberships.count()) == ("suspended", 1)
    assert forgotten() == []
    assert "everything_is_accounted_for" not in [
        one.name for one in invariants.check() if one.count
    ]


def test_help_is_accounted_for(stall):
    seller = Cooperative.objects.get()
    owner = User.objects.get(email="in@example.vn")
    helper = factories.user("to@example.vn")
    assisting.appoint("to@example.vn", seller.commune, by=owner)
    until = clock.now() + dt.timedelta(days=3)
    consent = assisting.grant(seller.pk, helper.pk, things=("stock",), until=until, by=owner)
    client = Client()
    client.force_login(helper)

    client.post(f"/sell/assist/{consent.pk}/begin/")
    client.post(f"/sell/lots/balances/{LotBalance.objects.get().pk}/", {"units": "1"})
    assisting.withdraw(consent.pk, by=owner)

    assert forgotten() == []
    done = AuditEntry.objects.filter(on_behalf_of=f"catalog.cooperative:{seller.pk}")
    assert [entry.what for entry in done.order_by("pk")] == ["assist.begun", "stock.written_off"]
