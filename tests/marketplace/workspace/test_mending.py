"""What came back says what to mend, where and until when, and is sent again from there."""

import pytest
from django.test import Client

from catalog.listings import moderation
from catalog.models import ListingChange, ListingDraft
from catalog.moderation.remarks import Said
from marketplace.design import formats
from tests import factories
from tests.marketplace.desk.test_pages import waiting


@pytest.fixture
def asked(db):
    """A new listing the province asked to mend, at its photos and its description."""
    return moderation.decide(
        waiting().pk,
        state="changes_requested",
        opened_version=0,
        by=factories.user("hanh@example.vn"),
        remarks=[Said("pictures", "photos"), Said("description_vi", "", "Nói rõ vị")],
    )


@pytest.fixture
def phone(asked):
    """The browser of who sent it in."""
    client = Client()
    client.force_login(asked.proposed_by)
    return client


def test_waiting_proposal_shows_state_and_due_date(db):
    change = waiting()
    client = Client()
    client.force_login(change.proposed_by)

    words = client.get(f"/sell/listings/{change.listing_id}/").content.decode()

    assert formats.moment(change.due_at) in words
    assert change.receipt in words


def test_seller_reads_what_to_mend_and_until_when(phone, asked):
    words = phone.get(f"/sell/listings/{asked.listing_id}/").content.decode()

    assert "Nói rõ vị" in words
    assert formats.day(asked.mend_by) in words
    assert asked.receipt in words


def test_mending_begins_at_the_first_field_and_is_sent_again_from_there(phone, asked):
    begun = phone.post(f"/sell/listings/{asked.listing_id}/change/")

    draft = ListingDraft.objects.get()
    first = begun["Location"]
    assert first.startswith(f"/sell/drafts/{draft.token}/")
    assert first != f"/sell/drafts/{draft.token}/"
    steps = [f"/sell/drafts/{draft.token}/{name}/" for name in ("photos", "goods")]
    assert first in steps
    assert "Nói rõ vị" in phone.get(steps[1]).content.decode()

    sent = phone.post(f"/sell/drafts/{draft.token}/")

    assert sent["Location"] == f"/sell/listings/{asked.listing_id}/"
    again = ListingChange.objects.get(state="submitted")
    assert (again.round, again.first, again.receipt) == (2, asked, asked.receipt)


def test_what_came_back_can_be_dropped(phone, asked):
    phone.post(f"/sell/changes/{asked.pk}/withdraw/")

    assert ListingChange.objects.get().state == "withdrawn"


def test_stranger_sees_and_drops_nothing(asked):
    stranger = factories.user()
    factories.cooperative(owner=stranger)
    client = Client()
    client.force_login(stranger)

    assert client.get(f"/sell/listings/{asked.listing_id}/").status_code == 404
    assert client.post(f"/sell/changes/{asked.pk}/withdraw/").status_code == 404
    assert ListingChange.objects.get().state == "changes_requested"
