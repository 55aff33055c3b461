"""An owner lets somebody of the commune's team help: whom, for what, until when."""

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from catalog.members import assisting, consents, refusals
from catalog.members.models import Consent
from catalog.models import Membership
from marketplace.records import audit, clock
from tests import factories
from tests.marketplace.workspace.assist.hands import MONTH, browser, give

pytestmark = pytest.mark.django_db


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
