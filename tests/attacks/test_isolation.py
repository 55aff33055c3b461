"""Nobody reads or writes what is another's: cooperatives, buyers, guests, staff of their own."""

import logging

import pytest
from django.test import Client
from django.urls import reverse
from oscar.apps.order.models import Order

from catalog.cooperatives import applying
from catalog.cooperatives.models import Cooperative, Membership
from catalog.drafts import writing
from catalog.listings.models import Listing
from catalog.models import ListingDraft
from marketplace.people import roles
from tests import factories
from tests.attacks import standing
from tests.attacks.tempting import TEMPTING
from tests.catalog.listings.uploads import paper
from tests.marketplace.workspace import hands
from tests.rules.objects import OBJECTS

pytestmark = pytest.mark.django_db
ORDER_PAGES = ("detail", "receipt", "pay", "status", "picture", "ways", "cancel")


@pytest.fixture
def world(everybody, db):
    """Everybody, the members in ``ours``; what is refused is not logged."""
    logging.disable(logging.WARNING)
    yield everybody
    logging.disable(logging.NOTSET)


def test_a_foreign_draft_is_not_sent_in(world):
    theirs = writing.begin(world.theirs.pk, by=factories.user())

    answer = world.client("owner").post(f"/sell/drafts/{theirs.token}/")

    assert answer.status_code == 404
    assert (ListingDraft.objects.count(), Listing.objects.count()) == (1, 0)


def test_a_seller_has_no_hand_in_people_or_money(world):
    client, wrong = world.client("seller"), []
    member = reverse("sell-member", kwargs=OBJECTS["sell-member"](world.ours))
    invitation = reverse("sell-uninvite", kwargs=OBJECTS["sell-uninvite"](world.ours))
    others = [reverse(f"sell-{name}") for name in ("profile", "account", "members", "apply-again")]
    before = standing.all_rows()

    for address in (member, invitation, *others):
        answer = client.post(address, TEMPTING)
        if answer.status_code != 403:
            wrong.append(f"{address}: {answer.status_code}")

    assert wrong == []
    assert standing.changed(before, standing.all_rows()) == []


@pytest.mark.parametrize("who", ["guest", "buyer", "another guest", "its seller"])
def test_an_order_opens_to_its_token_and_its_owner_alone(who):
    pack = factories.pack()
    order, others = hands.ordered(pack), hands.ordered(pack)
    client = Client()
    if who == "buyer":
        client.force_login(factories.user())
    elif who == "another guest":
        hands.buying.fill(client, pack)
    elif who == "its seller":
        client = hands.member(pack.listing.cooperative)
    before = standing.all_rows()

    for token in (None, "", "x", "None", "0", others.placement.token):
        query = {} if token is None else {"token": token}
        for page in ORDER_PAGES:
            address = reverse(f"orders:{page}", kwargs={"number": order.number})
            for answer in (client.get(address, query), client.post(address, TEMPTING)):
                assert answer.status_code in (404, 405), (page, token, answer.status_code)
    assert client.get(f"/api/v1/orders/{order.number}").status_code == 404

    assert standing.changed(before, standing.all_rows()) == []


def test_orders_without_an_owner_are_nobodys(client):
    hands.ordered(factories.pack())
    assert Order.objects.get().user_id is None
    client.force_login(factories.user())

    page = client.get("/account/orders/").content.decode()

    assert Order.objects.get().number not in page
    assert Client().get("/account/orders/").status_code == 302


@pytest.mark.parametrize(
    "name", ["cooperative", "certificates", "checks"], ids=["decides", "certifies", "checks"]
)
def test_staff_do_not_act_on_their_own_cooperative(world, name):
    moderator = world.people["moderator"]
    factories.member(world.ours, moderator, Membership.Role.OWNER)
    applying.hand_in(world.ours.pk, applying.Evidence("registration", paper()), by=factories.user())
    tail = "" if name == "cooperative" else f"{name}/"
    fields = {
        "decision": "suspended",
        "reasons": "papers",
        "message": "x",
        "method": "visit",
        "level": "3",
        "scheme": "organic",
        "number": "1",
        "issuer": "x",
        "paper": "",
        "valid_from": "2026-01-01",
        "valid_to": "2030-01-01",
        "stars": "",
    }
    client = world.client("moderator")
    before = standing.all_rows()

    answer = client.post(f"/desk/cooperatives/{world.ours.pk}/{tail}", fields)

    assert answer.status_code in (403, 409, 422)
    assert standing.changed(before, standing.all_rows()) == []


@pytest.mark.parametrize("kind", [*roles.PERMISSIONS])
def test_staff_without_the_trade_enter_no_workspace(world, kind):
    client = world.client(kind)

    for page in ("listings", "orders", "members", "cooperative", "account"):
        assert client.get(reverse(f"sell-{page}")).status_code == 403


def test_a_profile_takes_only_what_it_asks_for(world):
    before = Cooperative.objects.values().get(pk=world.ours.pk)
    asked = {"street": "Bản Mòn", "phone": "0912 345 678", "email": "", "story": "Chúng tôi."}

    answer = world.client("owner").post(
        "/sell/cooperative/profile/",
        {
            **asked,
            "state": "suspended",
            "tax_code": "0100109106",
            "slug": "x",
            "name": "VIP",
            "legal_name": "VIP",
            "id": world.theirs.pk,
            "verified_at": "2020-01-01",
        },
    )

    assert answer.status_code == 302
    after = Cooperative.objects.values().get(pk=world.ours.pk)
    assert {name for name in after if after[name] != before[name]} <= set(asked)
    assert Cooperative.objects.values().get(pk=world.theirs.pk)["name"] == "HTX B"


@pytest.mark.parametrize("role", ["superuser", "administrator", "", "OWNER", "owner\x00"])
def test_no_role_is_made_up(world, role):
    member = OBJECTS["sell-member"](world.ours)["member_id"]
    client = world.client("owner")

    invited = client.post("/sell/members/", {"login": "a@example.vn", "role": role})
    changed = client.post(f"/sell/members/{member}/", {"role": role})

    assert invited.status_code in (400, 422)
    assert changed.status_code in (400, 404, 422)
    assert Membership.objects.get(pk=member).role == "seller"


def test_a_draft_stays_its_cooperatives_and_takes_no_decision(world):
    draft = writing.begin(world.ours.pk, by=factories.user())
    foreign = factories.listing(world.theirs)

    world.client("owner").post(
        f"/sell/drafts/{draft.token}/season/",
        {
            "season_months": ["7"],
            "cooperative": world.theirs.pk,
            "listing": foreign.pk,
            "state": "published",
            "version": "9",
            "token": "x",
        },
    )

    kept = ListingDraft.objects.get()
    assert (kept.cooperative_id, kept.listing_id) == (world.ours.pk, None)
    assert set(kept.content) <= {"season_months", "always"}
    assert Listing.objects.get().state == "published"
