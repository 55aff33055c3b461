"""Assigned, asked to mend, decided together whole or not at all, and every step kept."""

import pytest
from django.db import transaction

from catalog.listings import pictures, proposals, proposing, refusals
from catalog.listings.models import ListingChange
from catalog.listings.proposals import Shot, Words
from catalog.models import Remark, ShelfItem
from catalog.moderation import assigning, bulk, history, remarks
from catalog.moderation.remarks import Said
from marketplace.records import audit, rules, workdays
from marketplace.records.models import AuditEntry, OutboxMessage
from tests import factories
from tests.catalog.listings.uploads import photo
from tests.catalog.moderation.conftest import decide, priced, propose_again, state_of


def opened(*changes):
    """What a page opened now knows of these changes."""
    found = ListingChange.objects.filter(pk__in=[one.pk for one in changes])
    return {one.pk: one.listing.version for one in found.select_related("listing")}


@pytest.fixture
def another(db):
    """A change of another cooperative's words that waits."""
    owner = factories.user()
    listing = factories.listing(factories.cooperative(owner=owner))
    texts = {"vi": Words("Nhãn muộn", "Chín muộn."), "en": Words("Late longan", "Late.")}
    picture = pictures.take(photo(seed=3), cooperative_id=listing.cooperative_id, by=owner)
    shots = (Shot(picture.token, ""),)
    return propose_again(
        listing, proposals.as_it_stands(listing), owner, texts=texts, pictures=shots
    )


def test_taken_proposal_is_decided_by_nobody_else_until_taken_over(submitted, hanh, mai):
    assigning.assign(submitted.pk, to=mai, by=mai)

    with pytest.raises(refusals.AssignedElsewhere):
        decide(submitted, hanh)
    with pytest.raises(refusals.AssignedElsewhere):
        assigning.assign(submitted.pk, to=hanh, by=hanh)
    assigning.assign(submitted.pk, to=hanh, by=hanh, taken_from=mai.pk)

    assert decide(submitted, hanh).assigned_to is None
    steps = [
        (one.by, one.after["person"])
        for one in audit.of(submitted.listing)
        if one.what == "listing.assigned"
    ]
    assert steps == [(hanh, hanh.pk), (mai, mai.pk)]


def test_nobody_is_given_what_they_may_not_decide(submitted, hanh, seller):
    with pytest.raises(refusals.NotAModerator):
        assigning.assign(submitted.pk, to=factories.user(), by=hanh)
    factories.member(seller, hanh)

    with pytest.raises(refusals.OwnCooperative):
        assigning.assign(submitted.pk, to=hanh, by=hanh)

    assert ListingChange.objects.get().assigned_to is None


def test_only_who_has_it_gives_it_back(submitted, hanh, mai):
    assigning.assign(submitted.pk, to=mai, by=mai)

    with pytest.raises(refusals.AssignedElsewhere):
        assigning.give_back(submitted.pk, by=hanh)
    assigning.give_back(submitted.pk, by=mai)

    assert ListingChange.objects.get().assigned_to is None


def test_asked_to_mend_keeps_reason_and_words_at_the_field_and_the_day(submitted, hanh):
    said = [Said("description_vi", "claims", "Bỏ chữ hữu cơ"), Said(reason="photos")]

    asked = decide(submitted, hanh, "changes_requested", remarks=said, reason="Nhanh nhé.")

    kept = Remark.objects.values_list("field", "reason__key", "words")
    assert set(kept) == {
        ("description_vi", "claims", "Bỏ chữ hữu cơ"),
        ("pictures", "photos", ""),
    }
    days = rules.number("listing.mend_days")
    assert asked.mend_by == workdays.after(asked.decided_at, days)
    assert [(one.label, one.step) for one in remarks.told(asked)] == [
        ("Mô tả", "goods"),
        ("Ảnh", "photos"),
    ]
    assert "Bỏ chữ hữu cơ" in asked.reason
    assert asked.reason.endswith("Nhanh nhé.")
    assert OutboxMessage.objects.filter(topic="listing.decided").count() == 1
    assert ShelfItem.objects.count() == 0


def test_mended_in_time_comes_back_sooner_under_the_same_number(submitted, proposal, farmer, hanh):
    asked = decide(submitted, hanh, "changes_requested", reason="Ảnh mờ.")

    again = proposing.propose(
        asked.listing.cooperative_id, proposal, by=farmer, listing_id=asked.listing_id
    )

    assert (again.round, again.first, again.receipt) == (2, asked, asked.receipt)
    soon = rules.number("listing.review_again_days")
    assert again.due_at == workdays.after(again.proposed_at, soon)
    assert decide(again, hanh).state == "approved"


def test_reason_not_on_the_list_is_refused(submitted, hanh):
    with pytest.raises(refusals.UnknownReason):
        decide(submitted, hanh, "returned", remarks=[Said(reason="no-such")])

    assert state_of(submitted) == "submitted"


def test_decided_together_is_decided_each(submitted, another, hanh):
    bulk.decide(opened(submitted, another), state="approved", by=hanh)

    assert (state_of(submitted), state_of(another)) == ("approved", "approved")
    assert AuditEntry.objects.filter(what="listing.approved", by=hanh).count() == 2
    assert ShelfItem.objects.count() == 2


@pytest.mark.parametrize("stands", ["stale", "own", "elsewhere", "decided", "unknown"])
def test_one_that_stands_in_the_way_keeps_all_from_being_decided(
    submitted, another, hanh, mai, stands
):
    found = opened(submitted, another)
    named = another.pk
    if stands == "stale":
        found[another.pk] = 7
    elif stands == "own":
        factories.member(another.listing.cooperative, hanh)
    elif stands == "elsewhere":
        assigning.assign(another.pk, to=mai, by=mai)
    elif stands == "decided":
        decide(another, mai, "returned", reason="Không.")
    else:
        named = another.pk + 1_000
        found = {submitted.pk: 0, named: 0}
    letters = OutboxMessage.objects.count()

    with pytest.raises(refusals.BulkRefused) as refused, transaction.atomic():
        bulk.decide(found, state="approved", by=hanh)

    assert set(refused.value.standing) == {named}
    assert state_of(submitted) == "submitted"
    assert OutboxMessage.objects.count() == letters


def test_sent_back_together_each_keeps_its_own_remark(submitted, another, hanh):
    bulk.decide(
        opened(submitted, another), state="returned", by=hanh, remarks=[Said(reason="twice")]
    )

    assert set(Remark.objects.values_list("change", "reason__key")) == {
        (submitted.pk, "twice"),
        (another.pk, "twice"),
    }


def test_history_tells_every_step_and_compares_any_two_versions(on_sale, proposal, farmer, hanh):
    propose_again(on_sale, proposal, farmer, packs=priced(proposal, 90_000))
    sent = propose_again(on_sale, proposal, farmer, packs=priced(proposal, 150_000))
    assigning.assign(sent.pk, to=hanh, by=hanh)
    decide(sent, hanh)

    steps = [entry.words for entry in history.entries(on_sale)]
    versions = history.versions(on_sale)

    assert len(steps) == 7
    assert hanh.display_name in steps[1]
    assert [version.number for version in versions] == [3, 2, 1]
    assert [field.key for field in history.between(versions, 1, 3).changed] == ["pack_box"]
    assert history.between(versions, 1, 9) is None
