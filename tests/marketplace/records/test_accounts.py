"""No price, stock, state, account, role or decision changes without an entry of the audit trail."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection, transaction
from oscar.apps.order.models import Order
from oscar.apps.partner.models import StockRecord

from catalog.cooperatives import applying, profile, verifying
from catalog.cooperatives.models import BankAccount, Cooperative, IdentityCheck, Membership
from catalog.listings import visibility
from catalog.listings.models import Listing, ListingChange, Pack
from catalog.members import joining as members
from catalog.orders.models import SellerOrder
from catalog.reports import reporting
from catalog.requirements import looking
from catalog.stock import receiving
from catalog.stock.models import LotBalance
from catalog.takedowns import ordering
from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records import accounts, audit, clock, invariants
from marketplace.records.models import AuditEntry
from tests import factories
from tests.catalog.listings.uploads import paper
from tests.marketplace.workspace import hands
from tests.rules.objects import OBJECTS

pytestmark = pytest.mark.django_db


def settle() -> list[AuditEntry]:
    """End the transaction as far as its watching triggers care; the entries these wrote."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return list(AuditEntry.objects.filter(what__startswith=accounts.BY_DATABASE).order_by("pk"))


def later() -> None:
    """Act as a later transaction would: what was accounted for so far does not count any more."""
    settle()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE records_auditentry DISABLE TRIGGER USER")
        cursor.execute("UPDATE records_auditentry SET transaction_id = 1")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("ALTER TABLE records_auditentry ENABLE TRIGGER USER")


def _pack() -> Pack:
    return factories.pack()


def _part() -> SellerOrder:
    return hands.parcel(hands.ordered(factories.pack()))


def _account() -> BankAccount:
    seller = factories.cooperative()
    account = applying.Account("970436", "0011001234567", "HTX")
    return profile.change_account(seller.pk, account, by=factories.user())


def _change() -> ListingChange:
    made = OBJECTS["sell-change-withdraw"](factories.cooperative())
    return ListingChange.objects.get(pk=made["change_id"])


WRITES = {
    "price": (_pack, lambda one: Pack.objects.filter(pk=one.pk).update(price=1)),
    "price in Oscar": (
        _pack,
        lambda one: StockRecord.objects.filter(product=one.product_id).update(price=1),
    ),
    "what is sold": (_pack, lambda one: Pack.objects.filter(pk=one.pk).update(is_sold=False)),
    "stock": (_pack, lambda one: LotBalance.objects.filter(pack=one).update(received=999)),
    "state of an order": (
        _part,
        lambda one: Order.objects.filter(pk=one.order_id).update(status="shipped"),
    ),
    "state of a part": (
        _part,
        lambda one: SellerOrder.objects.filter(pk=one.pk).update(state="shipped"),
    ),
    "bank account": (
        _account,
        lambda one: BankAccount.objects.filter(pk=one.pk).update(number="999"),
    ),
    "bank account ended": (
        _account,
        lambda one: BankAccount.objects.filter(pk=one.pk).update(valid_to=clock.now()),
    ),
    "bank account deleted": (_account, lambda one: one.delete()),
    "member's role": (
        lambda: factories.member(factories.cooperative(), factories.user()),
        lambda one: Membership.objects.filter(pk=one.pk).update(role="owner"),
    ),
    "new member": (
        factories.cooperative,
        lambda one: Membership.objects.create(
            cooperative=one, user=factories.user(), role="seller", since=clock.now()
        ),
    ),
    "member gone": (
        lambda: factories.member(factories.cooperative(), factories.user()),
        lambda one: one.delete(),
    ),
    "superuser": (
        factories.user,
        lambda one: User.objects.filter(pk=one.pk).update(is_superuser=True),
    ),
    "role past the signal": (
        factories.user,
        lambda one: User.groups.through.objects.bulk_create(
            [User.groups.through(user_id=one.pk, group_id=Group.objects.get(name="editor").pk)]
        ),
    ),
    "decision about a cooperative": (
        factories.cooperative,
        lambda one: Cooperative.objects.filter(pk=one.pk).update(state="suspended"),
    ),
    "identity check": (
        factories.cooperative,
        lambda one: IdentityCheck.objects.create(
            cooperative=one,
            method="visit",
            level=3,
            checked_by=User.objects.first(),
            checked_at=clock.now(),
        ),
    ),
    "decision about a listing": (
        _change,
        lambda one: ListingChange.objects.filter(pk=one.pk).update(state="withdrawn"),
    ),
    "listing hidden": (
        factories.listing,
        lambda one: Listing.objects.filter(pk=one.pk).update(state="hidden"),
    ),
}


@pytest.mark.parametrize("what", WRITES)
def test_write_past_the_verbs_is_written_down_by_the_database(what):
    make, write = WRITES[what]
    factories.user()
    made = make()
    later()
    before = {entry.pk for entry in settle()}

    write(made)

    fresh = [entry for entry in settle() if entry.pk not in before]
    assert len(fresh) == 1
    assert fresh[0].before or fresh[0].after
    assert fresh[0].before != fresh[0].after


def test_entry_of_the_database_says_from_what_to_what_and_whose_it_is():
    pack = factories.pack(price=89_000)
    part = _part()
    later()

    Pack.objects.filter(pk=pack.pk).update(price=1_000)
    SellerOrder.objects.filter(pk=part.pk).update(state="shipped")

    price, state = settle()[-2:]
    assert (price.subject_type, price.subject_id, price.what) == (
        "catalog.pack",
        str(pack.pk),
        "database.update",
    )
    assert price.before == {"price": 89_000, "is_sold": True}
    assert price.after == {"price": 1_000, "is_sold": True}
    assert state.about == f"catalog.cooperative:{part.cooperative_id}"


def test_each_change_past_the_verbs_has_its_own_entry():
    pack = factories.pack(price=89_000)
    later()
    count = len(settle())

    Pack.objects.filter(pk=pack.pk).update(price=1_000)
    settle()
    Pack.objects.filter(pk=pack.pk).update(price=2_000)

    assert [entry.after["price"] for entry in settle()[count:]] == [1_000, 2_000]


def test_what_is_not_watched_or_does_not_change_costs_no_entry():
    pack = factories.pack(price=89_000)
    later()
    count = len(settle())

    Pack.objects.filter(pk=pack.pk).update(price=89_000, position=4)

    assert len(settle()) == count


def test_verbs_leave_nothing_to_the_database():
    owner, staff = factories.user(), factories.user()
    seller = factories.cooperative(owner=owner)
    listing = factories.listing(seller)
    other = factories.member(seller, factories.user())
    balance = LotBalance.objects.get(pack__listing=listing)
    later()
    count = len(settle())

    visibility.hide(listing.pk, by=owner)
    visibility.show(listing.pk, by=owner)
    receiving.receive(balance.lot, balance.pack, units=3, by=owner)
    receiving.write_off(balance.pk, units=2, by=owner)
    members.change_role(other.pk, role="packer", by=owner)
    members.remove(other.pk, by=owner)
    profile.change_account(seller.pk, applying.Account("970436", "1", "HTX"), by=owner)
    verifying.record_check(seller.pk, method="visit", level=3, by=staff)
    kept = applying.hand_in(seller.pk, applying.Evidence("food_safety", paper()), by=owner)
    looking.look(kept.pk, accepted=True, by=staff)
    report = reporting.report(
        listing.pk, reason="other", words="Sai.", contact="", language="vi", by=None
    )
    reporting.answer(report.pk, state="upheld", answer="Đúng.", by=staff)
    taken = ordering.take_down(listing.pk, factories.document(), by=staff)
    ordering.lift(taken.pk, reason="Đã sửa", by=staff)
    ordering.suspend(seller.pk, factories.document(), by=staff)
    roles.give(staff, roles.EDITOR)
    roles.take(staff, roles.EDITOR)

    assert settle()[count:] == []


def test_what_a_role_may_changed_by_hand_is_written_down_and_what_the_code_says_is_not():
    editor, may = Group.objects.get(name=roles.EDITOR), Permission.objects.first()

    editor.permissions.add(may)
    roles.sync()

    [entry] = audit.of(editor)
    assert (entry.what, entry.after) == ("role.permissions", {"permissions": [may.codename]})


def test_stock_entries_say_from_what_to_what():
    balance = factories.balance(factories.pack(units=20))
    later()

    receiving.write_off(balance.pk, units=2, by=factories.user())

    entry = audit.of(balance).first()
    assert (entry.what, entry.before) == ("stock.written_off", {"received": 20})
    assert entry.after == {"received": 18, "units": 2}
    assert entry.about == f"catalog.cooperative:{balance.pack.listing.cooperative_id}"


def test_named_transaction_gives_the_database_its_person():
    pack = factories.pack()
    boss = factories.user()
    later()

    with accounts.named(boss):
        Pack.objects.filter(pk=pack.pk).update(price=5)
        entry = settle()[-1]

    assert entry.by == boss


@pytest.mark.django_db(transaction=True)
def test_forgotten_entry_stops_nobody_and_breaks_the_invariant():
    pack = factories.pack()
    Pack.objects.filter(pk=pack.pk).update(price=1_000)

    pack.refresh_from_db()
    assert pack.price == 1_000
    found = {one.name: one for one in invariants.check() if one.count}
    assert "everything_is_accounted_for" in found
    last = AuditEntry.objects.filter(subject_type="catalog.pack").first()
    assert last.after == {"price": 1_000, "is_sold": True}


@pytest.mark.django_db(transaction=True)
def test_nothing_is_written_down_for_what_was_rolled_back():
    pack = factories.pack()
    count = AuditEntry.objects.count()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).update(price=1_000)
        _ = 1 / 0

    assert AuditEntry.objects.count() == count
    assert json.dumps(AuditEntry.objects.first().after)
