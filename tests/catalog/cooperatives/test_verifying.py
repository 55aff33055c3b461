"""The province decides once, with reasons, and never about its own."""

import pytest

from catalog.cooperatives import refusals, verifying
from catalog.cooperatives.models import Membership
from catalog.models import ShelfItem
from catalog.takedowns import ordering
from tests import factories


@pytest.fixture
def hanh(db):
    """Somebody of the province."""
    return factories.user("hanh@example.vn")


def test_cooperative_is_verified_after_a_check(applied, hanh):
    token = applied.papers.get().paper.token
    check = verifying.record_check(applied.pk, method="papers", level=2, paper_token=token, by=hanh)

    verifying.decide(applied.pk, state="verified", by=hanh)

    applied.refresh_from_db()
    assert applied.state == "verified"
    assert applied.verified_at is not None
    assert check.evidence_sha256 == applied.papers.get().paper.sha256


def test_nobody_is_verified_without_a_check(applied, hanh):
    with pytest.raises(refusals.NotYetChecked):
        verifying.decide(applied.pk, state="verified", by=hanh)

    applied.refresh_from_db()
    assert (applied.state, applied.decisions.count()) == ("applied", 0)


def test_second_decision_is_refused(applied, hanh):
    verifying.decide(applied.pk, state="returned", by=hanh, reason="Thiếu giấy.")

    with pytest.raises(refusals.MoveRefused):
        verifying.decide(applied.pk, state="returned", by=hanh, reason="Thiếu giấy.")

    assert applied.decisions.count() == 1


def test_desk_does_not_apply_for_a_cooperative(applied, hanh):
    verifying.decide(applied.pk, state="returned", by=hanh, reason="Thiếu giấy.")

    with pytest.raises(refusals.MoveRefused):
        verifying.decide(applied.pk, state="applied", by=hanh)


def test_return_without_a_reason_is_refused(applied, hanh):
    with pytest.raises(refusals.ReasonMissing):
        verifying.decide(applied.pk, state="returned", by=hanh, reason="  ")


@pytest.mark.parametrize("role", Membership.Role.values)
def test_member_does_not_decide_about_the_own_cooperative(applied, hanh, role):
    factories.member(applied, hanh, role)

    with pytest.raises(refusals.OwnCooperative):
        verifying.decide(applied.pk, state="returned", by=hanh, reason="Thiếu giấy.")
    with pytest.raises(refusals.OwnCooperative):
        verifying.record_check(applied.pk, method="visit", level=3, by=hanh)


def test_suspension_takes_goods_off_the_shelf_and_its_end_brings_them_back(hanh):
    listing = factories.listing()
    seller = listing.cooperative
    verifying.record_check(seller.pk, method="visit", level=3, by=hanh)

    order = ordering.suspend(seller.pk, factories.document(), by=hanh)

    assert ShelfItem.objects.count() == 0
    listing.product.refresh_from_db()
    assert listing.product.is_public is False
    ordering.lift(order.pk, reason="Đã sửa.", by=hanh)
    assert ShelfItem.objects.get().listing_id == listing.pk
