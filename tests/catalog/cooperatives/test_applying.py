"""One application makes one cooperative with everything that belongs to it."""

import dataclasses
import datetime as dt

import pytest

from catalog.cooperatives import applying, refusals, verifying
from catalog.cooperatives.applying import Account, Evidence
from catalog.cooperatives.models import Cooperative, CooperativePaper, Membership
from catalog.traceability.models import Party
from marketplace.records import audit, clock
from marketplace.records.models import OutboxMessage
from tests import factories
from tests.catalog.cooperatives.conftest import ACCOUNT, PARTICULARS
from tests.catalog.listings.uploads import paper


def test_application_makes_partner_party_owner_and_account(applied, farmer):
    assert applied.partner.name == "HTX Nắng Sông Mã"
    assert applied.party.key == f"cooperative-{applied.pk}"
    assert list(applied.memberships.values_list("user", "role")) == [(farmer.pk, "owner")]
    assert list(applied.bank_accounts.values_list("number", "valid_to")) == [("0123456789", None)]
    assert applied.due_at - applied.applied_at == dt.timedelta(days=5)
    assert OutboxMessage.objects.filter(topic="cooperative.applied").count() == 1


def test_same_form_sent_twice_makes_one(applied, farmer):
    again = applying.apply(PARTICULARS, ACCOUNT, [Evidence("registration", paper())], by=farmer)

    assert again == applied
    assert Cooperative.objects.count() == 1
    assert CooperativePaper.objects.count() == 1
    assert Party.objects.filter(key__startswith="new-").count() == 0


def test_tax_code_of_somebody_else_is_refused(applied):
    with pytest.raises(refusals.TaxCodeTaken):
        applying.apply(
            PARTICULARS, ACCOUNT, [Evidence("registration", paper())], by=factories.user()
        )

    assert Membership.objects.count() == 1


def test_application_without_registration_is_refused(farmer):
    with pytest.raises(refusals.PaperMissing):
        applying.apply(PARTICULARS, ACCOUNT, [Evidence("identity", paper())], by=farmer)

    assert Cooperative.objects.count() == 0


def test_commune_of_another_province_is_refused(farmer):
    elsewhere = dataclasses.replace(PARTICULARS, commune_code="00004")

    with pytest.raises(refusals.UnknownCommune):
        applying.apply(elsewhere, ACCOUNT, [Evidence("registration", paper())], by=farmer)


def test_second_cooperative_of_a_name_gets_another_slug(applied, farmer):
    other = dataclasses.replace(PARTICULARS, tax_code="0100233488")

    second = applying.apply(other, ACCOUNT, [Evidence("registration", paper())], by=farmer)

    assert (applied.slug, second.slug) == ("nang-song-ma", "nang-song-ma-2")


def test_returned_application_is_sent_again(applied, farmer):
    verifying.decide(applied.pk, state="returned", by=factories.user(), reason="Sai tên.")
    mended = dataclasses.replace(PARTICULARS, name="HTX Nắng Mới")

    with clock.moved_to(clock.now() + dt.timedelta(days=2)):
        again = applying.resubmit(applied.pk, mended, ACCOUNT, by=farmer)

    assert (again.state, again.name, again.slug) == ("applied", "HTX Nắng Mới", "nang-song-ma")
    assert again.due_at > applied.due_at
    again.refresh_from_db()
    assert (again.partner.name, again.party.name) == ("HTX Nắng Mới", "HTX Nắng Mới")


def test_application_that_was_not_returned_is_not_changed(applied, farmer):
    with pytest.raises(refusals.MoveRefused):
        applying.resubmit(applied.pk, PARTICULARS, ACCOUNT, by=farmer)


def test_new_account_ends_the_old_one_and_both_are_in_the_trail(applied, farmer):
    applying.open_account(applied, Account("970415", "999888777", "HTX"), by=farmer)

    assert applied.bank_accounts.filter(valid_to__isnull=True).get().number == "999888777"
    assert applied.bank_accounts.count() == 2
    entry = audit.of(applied).filter(what="cooperative.account").first()
    assert (entry.before["number"], entry.after["number"]) == ("0123456789", "999888777")
