"""A helper acts for a cooperative in what it allows, and both names are written down."""

import pytest

from catalog.drafts.models import ListingDraft
from catalog.listings.models import Listing, ListingChange
from catalog.members import assisting, consents
from catalog.models import SellerOrder
from catalog.stock.models import LotBalance
from marketplace.records import audit
from marketplace.records.models import AuditEntry
from tests import factories
from tests.journeys import selling
from tests.marketplace.workspace import hands
from tests.marketplace.workspace.assist.hands import acting, browser, give

pytestmark = pytest.mark.django_db


def test_helper_writes_a_listing_and_both_names_are_in_the_audit_trail(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "listings"))
    listing = factories.listing(seller)

    assert client.post(f"/sell/listings/{listing.pk}/change/").status_code == 302
    assert client.post(f"/sell/listings/{listing.pk}/shown/", {"hide": "1"}).status_code == 302

    listing.refresh_from_db()
    assert listing.state == Listing.State.HIDDEN
    assert ListingDraft.objects.get().cooperative == seller
    entry = audit.of(listing).get(what="listing.hidden")
    assert entry.by == helper
    assert entry.on_behalf_of == f"catalog.cooperative:{seller.pk}"
    assert entry.about == f"catalog.cooperative:{seller.pk}"


def test_helper_creates_a_listing_and_sends_it_in_for_the_cooperative(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "listings"))

    selling.propose(client)

    change = ListingChange.objects.get()
    assert (change.listing.cooperative, change.proposed_by) == (seller, helper)
    entry = audit.of(change.listing).get(what="listing.proposed")
    assert (entry.by, entry.on_behalf_of) == (helper, f"catalog.cooperative:{seller.pk}")


def test_helper_notes_spoilt_units(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))
    balance = factories.balance(factories.pack(seller, units=20))

    client.post(f"/sell/lots/balances/{balance.pk}/", {"units": "3"})

    balance.refresh_from_db()
    assert balance.received == 17
    assert audit.of(balance).first().by == helper
    assert audit.of(balance).first().on_behalf_of == f"catalog.cooperative:{seller.pk}"


def test_helper_takes_an_order(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    part = hands.parcel(hands.ordered(factories.pack(seller)))

    assert hands.tap(client, part, "accept").status_code == 302

    assert hands.state(part) == SellerOrder.State.CONFIRMED
    entry = audit.of(part).first()
    assert (entry.by, entry.on_behalf_of) == (helper, f"catalog.cooperative:{seller.pk}")


def test_what_a_helper_does_to_the_own_account_meanwhile_is_in_the_own_name(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))

    answer = client.post("/account/", {"name": "Quàng Văn Tổ", "language": "vi"})

    assert answer.status_code == 302
    entry = AuditEntry.objects.get(what="account.profile_changed")
    assert (entry.by, entry.on_behalf_of) == (helper, "")


ROOMS = {
    "listings": ("/sell/listings/", "/sell/listings/new/"),
    "stock": ("/sell/lots/", "/sell/lots/new/"),
    "orders": ("/sell/orders/", "/sell/orders/new/"),
}
NEVER = (
    "/sell/cooperative/",
    "/sell/cooperative/profile/",
    "/sell/cooperative/account/",
    "/sell/members/",
    "/sell/helpers/",
    "/sell/helpers/done/",
)


@pytest.mark.parametrize("allowed", ROOMS)
def test_consent_opens_what_it_names_and_nothing_else(seller, helper, owner, allowed):
    factories.listing(seller)
    factories.listing(seller)
    client = acting(helper, give(seller, helper, owner, allowed))

    for thing, addresses in ROOMS.items():
        for address in addresses:
            expected = 200 if thing == allowed else 403
            assert client.get(address).status_code == expected, address


@pytest.mark.parametrize("address", NEVER)
def test_account_members_and_consent_are_never_lent(seller, helper, owner, address):
    client = acting(helper, give(seller, helper, owner))

    assert client.get(address).status_code == 403
    assert client.post(address, {"account_number": "1"}).status_code == 403


def test_helper_who_owns_another_stall_does_not_open_it_while_acting(seller, helper, owner):
    own = factories.cooperative("HTX Nhà", owner=helper)
    client = acting(helper, give(seller, helper, owner))

    assert client.get("/sell/cooperative/account/").status_code == 403
    shown = client.get("/sell/listings/").content.decode()
    assert "HTX Nắng" in shown
    assert own.name not in shown


def test_foreign_rows_do_not_exist_for_a_helper(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner))
    foreign = factories.listing(factories.cooperative())
    balance = LotBalance.objects.get(pack__listing=foreign)
    part = hands.parcel(hands.ordered(foreign.packs.get()))

    assert client.get(f"/sell/listings/{foreign.pk}/").status_code == 404
    assert client.post(f"/sell/lots/balances/{balance.pk}/", {"units": "1"}).status_code == 404
    assert client.get(f"/sell/orders/{part.number}/").status_code == 404


def test_consent_of_somebody_else_cannot_be_used(seller, helper, owner):
    consent = give(seller, helper, owner)
    other = factories.user("khac@example.vn")
    assisting.appoint("khac@example.vn", seller.commune, by=factories.user())

    answer = browser(other).post(f"/sell/assist/{consent.pk}/begin/")

    assert answer.status_code == 404


def test_foreign_owner_cannot_end_a_consent(seller, helper, owner):
    consent = give(seller, helper, owner)
    stranger = factories.user()
    factories.cooperative(owner=stranger)

    assert browser(stranger).post(f"/sell/helpers/{consent.pk}/end/").status_code == 404
    assert list(consents.usable(helper)) == [consent]


def test_who_belongs_to_no_team_has_no_page_for_it():
    assert browser(factories.user()).get("/sell/assist/").status_code == 403
