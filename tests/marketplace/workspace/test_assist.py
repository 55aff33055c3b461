"""A commune's team acts for a cooperative with its consent: in what it allows, until it ends."""

import datetime as dt
from threading import Event, Thread

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client

from catalog.drafts.models import ListingDraft
from catalog.listings.models import Listing, ListingChange
from catalog.members import assisting, consents, refusals
from catalog.members.models import Consent, TeamMember
from catalog.models import Membership, Placement, SellerOrder
from catalog.stock.models import LotBalance
from marketplace.people import roles
from marketplace.records import audit, clock
from marketplace.records.models import AuditEntry
from tests import factories
from tests.journeys import selling
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
MONTH = dt.timedelta(days=30)


@pytest.fixture
def owner():
    """Who speaks for the cooperative."""
    return factories.user("chu@example.vn", first_name="Chủ Gian")


@pytest.fixture
def seller(owner):
    """A cooperative."""
    return factories.cooperative("HTX Nắng", owner=owner)


@pytest.fixture
def helper(seller):
    """Somebody of the digital team of the cooperative's commune."""
    user = factories.user("to@example.vn", first_name="Quàng Tổ")
    assisting.appoint("to@example.vn", seller.commune, by=factories.user())
    return user


def give(seller, helper, owner, *things: str, until: dt.timedelta = MONTH) -> Consent:
    """A consent for some things."""
    return assisting.grant(
        seller.pk,
        helper.pk,
        things=things or assisting.THINGS,
        until=clock.now() + until,
        by=owner,
    )


def browser(user) -> Client:
    """The browser of somebody signed in."""
    client = Client()
    client.force_login(user)
    return client


def acting(helper, consent: Consent) -> Client:
    """The helper's browser, acting by a consent."""
    client = browser(helper)
    assert client.post(f"/sell/assist/{consent.pk}/begin/").status_code == 302
    return client


# Giving


def test_owner_gives_consent_to_somebody_of_the_commune_for_some_things(seller, helper, owner):
    client = browser(owner)
    day = clock.local_day() + dt.timedelta(days=7)
    shown = client.get("/sell/helpers/").content.decode()
    assert "Quàng Tổ" in shown

    answer = client.post(
        "/sell/helpers/",
        {"helper": helper.pk, "things": ["listings", "stock"], "until": day.isoformat()},
    )

    assert answer.status_code == 302
    consent = Consent.objects.get()
    assert (consent.cooperative, consent.helper, consent.given_by) == (seller, helper, owner)
    assert (consent.listings, consent.stock, consent.orders) == (True, True, False)
    assert clock.local_day(consent.until - dt.timedelta(seconds=1)) == day
    entry = audit.of(seller).get(what="assist.granted")
    assert entry.after["user"] == helper.pk
    assert "Quàng Tổ" in client.get("/sell/helpers/").content.decode()


@pytest.mark.parametrize("missing", ["helper", "things", "until"])
def test_consent_says_whom_what_for_and_until_when(seller, helper, owner, missing):
    facts = {"helper": helper.pk, "things": ["stock"], "until": "2031-01-01"}

    answer = browser(owner).post(
        "/sell/helpers/", {name: facts[name] for name in facts if name != missing}
    )

    assert answer.status_code == 422
    assert not Consent.objects.exists()


@pytest.mark.parametrize("days", [-1, 500])
def test_consent_runs_from_now_for_a_year_at_most(seller, helper, owner, days):
    day = clock.local_day() + dt.timedelta(days=days)

    answer = browser(owner).post(
        "/sell/helpers/", {"helper": helper.pk, "things": ["stock"], "until": day.isoformat()}
    )

    assert answer.status_code == 422
    assert not Consent.objects.exists()


def test_somebody_of_another_communes_team_is_refused(seller, owner):
    other = factories.user("xa@example.vn")
    elsewhere = factories.commune("Mường La")
    assert elsewhere != seller.commune
    assisting.appoint("xa@example.vn", elsewhere, by=factories.user())

    answer = browser(owner).post(
        "/sell/helpers/", {"helper": other.pk, "things": ["stock"], "until": "2031-01-01"}
    )

    assert answer.status_code == 422
    with pytest.raises(refusals.NotOfTheCommune):
        give(seller, other, owner)
    assert not Consent.objects.exists()


def test_who_is_no_owner_gives_no_consent(seller, helper):
    clerk = factories.user()
    factories.member(seller, clerk, Membership.Role.SELLER)

    assert browser(clerk).get("/sell/helpers/").status_code == 403
    with pytest.raises(refusals.NotOwner):
        give(seller, helper, clerk)


def test_one_open_consent_per_person_and_cooperative(seller, helper, owner):
    first = give(seller, helper, owner, "stock")

    with pytest.raises(refusals.AlreadyHelping):
        give(seller, helper, owner, "orders")
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(
            cooperative=seller,
            helper=helper,
            orders=True,
            given_by=owner,
            given_at=clock.now(),
            until=clock.now() + MONTH,
        )

    assert Consent.objects.get() == first


def test_after_the_last_day_a_new_consent_follows_and_the_old_one_says_when_it_ended(
    seller, helper, owner
):
    with clock.moved_to(clock.now() - dt.timedelta(days=60)):
        old = give(seller, helper, owner, "stock")

    fresh = give(seller, helper, owner, "orders")

    old.refresh_from_db()
    assert old.ended_at is not None
    assert Consent.objects.count() == 2
    assert list(consents.usable(helper)) == [fresh]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM catalog_consent",
        "TRUNCATE catalog_consent",
        "UPDATE catalog_consent SET orders = true",
        "UPDATE catalog_consent SET until = now() + interval '9 years'",
    ],
)
def test_database_lets_nobody_rewrite_a_consent(seller, helper, owner, statement):
    consent = give(seller, helper, owner, "stock")
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert Consent.objects.get().until == consent.until


def test_ended_consent_stays_ended(seller, helper, owner):
    consent = give(seller, helper, owner, "stock")
    assisting.withdraw(consent.pk, by=owner)
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Consent.objects.update(ended_at=None, ended_by=None)
    with pytest.raises(refusals.AlreadyEnded):
        assisting.withdraw(consent.pk, by=owner)


# Acting


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


def test_what_one_does_in_the_own_name_stays_in_the_own_name(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    client.post("/sell/assist/stop/")

    client.post("/account/profile/", {"first_name": "Khác", "language": "vi"})
    audit.record(helper, helper, "account.profile_changed")

    assert AuditEntry.objects.filter(what="account.profile_changed").first().on_behalf_of == ""


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


# The end


def test_withdrawal_stops_a_form_that_lies_open(seller, helper, owner):
    consent = give(seller, helper, owner, "listings")
    listing = factories.listing(seller)
    client = acting(helper, consent)
    assert client.get(f"/sell/listings/{listing.pk}/").status_code == 200

    assert browser(owner).post(f"/sell/helpers/{consent.pk}/end/").status_code == 302
    answer = client.post(f"/sell/listings/{listing.pk}/shown/", {"hide": "1"})

    assert answer.status_code == 403
    assert "không được lưu" in answer.content.decode()
    listing.refresh_from_db()
    assert listing.state == Listing.State.PUBLISHED
    assert audit.of(seller).filter(what="assist.withdrawn").get().by == owner


def test_after_the_end_nothing_falls_back_on_the_helpers_own_stall(seller, helper, owner):
    own = factories.cooperative("HTX Nhà", owner=helper)
    consent = give(seller, helper, owner, "listings")
    client = acting(helper, consent)
    assisting.withdraw(consent.pk, by=owner)

    answer = client.post("/sell/listings/new/", {"alt": "x"})

    assert answer.status_code == 403
    assert not ListingDraft.objects.filter(cooperative=own).exists()
    assert client.get("/sell/listings/").status_code == 200


def test_last_day_ends_it_by_itself(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock", until=dt.timedelta(hours=2)))

    with clock.moved_to(clock.now() + dt.timedelta(hours=3)):
        answer = client.get("/sell/lots/")

    assert answer.status_code == 403


def test_dismissal_from_the_team_ends_every_consent_there(seller, helper, owner):
    boss = factories.user()
    client = acting(helper, give(seller, helper, owner, "stock"))

    assisting.dismiss(TeamMember.objects.get(user=helper).pk, by=boss)

    assert client.get("/sell/lots/").status_code == 403
    assert Consent.objects.get().ended_by == boss
    assert not helper.groups.filter(name=roles.COMMUNE_TEAM).exists()


def test_moved_commune_stops_the_help(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))
    seller.commune = factories.commune("Mường La")
    seller.save()

    assert client.get("/sell/lots/").status_code == 403


def test_helper_stops_by_a_button(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))

    client.post("/sell/assist/stop/")

    assert client.get("/sell/lots/").status_code == 302
    whats = set(audit.of(seller).values_list("what", flat=True))
    assert {"assist.begun", "assist.stopped"} <= whats


@pytest.mark.django_db(transaction=True)
def test_withdrawal_waits_for_the_form_that_is_being_worked_on(seller, helper, owner):
    consent = give(seller, helper, owner, "stock")
    inside, order = Event(), []

    def work() -> None:
        """A form of the helper's that takes a moment."""
        with assisting.acting(consent.pk, helper, writes=True) as held:
            assert held is not None
            inside.set()
            Event().wait(0.4)
            order.append("worked")
        connection.close()

    worker = Thread(target=work)
    worker.start()
    inside.wait(10)
    assisting.withdraw(consent.pk, by=owner)
    order.append("ended")
    worker.join()

    assert order == ["worked", "ended"]
    with assisting.acting(consent.pk, helper, writes=True) as held:
        assert held is None


# What people see


def test_banner_stands_on_every_page_and_says_whose_stall_until_when_and_how_to_stop(
    seller, helper, owner
):
    consent = give(seller, helper, owner, "stock")
    client = acting(helper, consent)

    for address in ("/sell/lots/", "/sell/assist/", "/", "/shop/", "/sell/guides/"):
        shown = client.get(address).content.decode()
        assert "Bạn đang làm thay HTX Nắng" in shown, address
        assert 'action="/sell/assist/stop/"' in shown
    client.post("/sell/assist/stop/")
    assert "Bạn đang làm thay" not in client.get("/").content.decode()


def test_first_page_of_the_stall_leads_to_the_helpers_own(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))

    answer = client.get("/sell/")

    assert (answer.status_code, answer["Location"]) == (302, "/sell/assist/")


def test_helper_without_stall_is_led_to_the_choice(seller, helper, owner):
    give(seller, helper, owner)

    assert browser(helper).get("/sell/")["Location"] == "/sell/assist/"


def test_cooperative_sees_what_was_done_in_its_name(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "stock"))
    balance = factories.balance(factories.pack(seller, units=20))
    client.post(f"/sell/lots/balances/{balance.pk}/", {"units": "3"})

    shown = browser(owner).get("/sell/helpers/done/").content.decode()

    assert "Quàng Tổ" in shown
    assert "<del>20</del>" in shown
    assert "<ins>17</ins>" in shown
    stranger = factories.user()
    factories.cooperative(owner=stranger)
    assert "Quàng Tổ" not in browser(stranger).get("/sell/helpers/done/").content.decode()


@pytest.mark.parametrize(
    ("address", "most"),
    [("/sell/assist/", 12), ("/sell/lots/", 14)],
)
def test_helpers_page_costs_the_same_for_many(
    seller, helper, owner, address, most, django_assert_max_num_queries
):
    client = acting(helper, give(seller, helper, owner))
    for number in range(6):
        boss = factories.user()
        other = factories.cooperative(f"HTX {number}", owner=boss)
        give(other, helper, boss)
    client.get(address)

    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


# Orders for a buyer


def phoned(pack, **facts) -> dict[str, str]:
    """The form of an order by phone."""
    commune = factories.commune()
    return {
        f"pack-{pack.pk}": "2",
        "name": "Bà Khách",
        "phone": "0912345678",
        "email": "",
        "province": commune.province.code,
        "commune": commune.full_name,
        "street": "Bản Mòn",
        "note": "",
        "channel": "cod",
        "key": "khoa-mot-lan",
        **facts,
    }


def total(answer) -> str:
    """The total told to the buyer."""
    return answer.content.decode().partition('name="expected_total" value="')[2].partition('"')[0]


def test_helper_orders_for_a_buyer_and_the_order_says_that_somebody_helped(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    pack = factories.pack(seller, price=89_000)
    told = total(client.post("/sell/orders/new/", phoned(pack)))
    assert int(told) > 178_000
    assert not Placement.objects.exists()

    facts = phoned(pack, expected_total=told, consent="on", place="1")
    assert client.post("/sell/orders/new/", facts).status_code == 302
    assert client.post("/sell/orders/new/", facts).status_code == 302

    placement = Placement.objects.get()
    assert placement.source == "assisted"
    assert {line.source for line in placement.order.seller_orders.get().lines.all()} == {"assisted"}
    assert placement.order.user is None
    assert placement.phone == "+84912345678"
    entry = audit.of(placement.order).get(what="order.placed")
    assert entry.by == helper
    assert entry.on_behalf_of == f"catalog.cooperative:{seller.pk}"
    assert entry.after == {"status": "confirmed", "source": "assisted"}


def test_order_for_a_buyer_needs_the_buyers_yes_and_the_total_that_was_told(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    pack = factories.pack(seller)
    told = total(client.post("/sell/orders/new/", phoned(pack)))

    unasked = client.post("/sell/orders/new/", phoned(pack, expected_total=told, place="1"))
    other = client.post(
        "/sell/orders/new/", phoned(pack, expected_total="1", consent="on", place="1")
    )

    assert (unasked.status_code, other.status_code) == (422, 409)
    assert not Placement.objects.exists()


def test_only_goods_of_the_own_stall_can_be_ordered_for_a_buyer(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    factories.pack(seller)
    foreign = factories.pack()

    answer = client.post("/sell/orders/new/", phoned(foreign))

    assert answer.status_code == 422
    assert not Placement.objects.exists()


def test_more_than_is_left_is_refused_in_words(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    pack = factories.pack(seller, units=1)

    assert client.post("/sell/orders/new/", phoned(pack)).status_code == 409


# The guides


@pytest.mark.parametrize(("start", "language"), [("", "vi"), ("/en", "en")])
@pytest.mark.parametrize("name", ["list", "take", "pack", "paid", "returned", "live"])
def test_guide_is_one_page_with_steps_and_a_drawing(owner, name, start, language):
    shown = browser(owner).get(f"{start}/sell/guides/{name}/").content.decode()

    assert f"art/guides/{name}" in shown
    assert 5 <= shown.count('<li><span class="guide-icon">') <= 6
    assert f'<html lang="{language}">' in shown


def test_guides_are_reached_from_the_stall(seller, owner):
    assert 'href="/sell/guides/"' in browser(owner).get("/sell/cooperative/").content.decode()
    assert browser(owner).get("/sell/guides/").content.decode().count("/sell/guides/") >= 6
    assert browser(owner).get("/sell/guides/none/").status_code == 404
