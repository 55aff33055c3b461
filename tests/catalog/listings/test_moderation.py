"""Who decides decides once, on what is there, and never about the own cooperative."""

import dataclasses

import pytest

from catalog.cooperatives.models import Cooperative
from catalog.listings import comparing, moderation, proposals, proposing, refusals, visibility
from catalog.listings.models import Listing, ListingChange
from catalog.listings.proposals import Words
from catalog.models import LotBalance, ShelfItem, StockMovement
from marketplace.records import audit
from marketplace.records.models import OutboxMessage
from tests import factories


def approve(change, by):
    """Approve as the page does."""
    version = Listing.objects.get(pk=change.listing_id).version
    return moderation.decide(change.pk, state="approved", opened_version=version, by=by)


def test_approved_proposal_is_the_listing(submitted, proposal, hanh):
    approve(submitted, hanh)

    listing = Listing.objects.get()
    assert (listing.state, listing.version, listing.slug) == ("published", 1, "nhan-song-ma")
    assert proposals.as_it_stands(listing) == dataclasses.replace(proposal, first_lot=None)
    assert (listing.product.structure, listing.product.is_public) == ("parent", True)
    assert listing.product.product_class.track_stock is False
    box, crate = listing.packs.all()
    assert (box.product.parent, box.product.structure) == (listing.product, "child")
    assert [int(p.product.stockrecords.get().price) for p in (box, crate)] == [89_000, 210_000]
    assert box.product.stockrecords.get().partner == listing.cooperative.partner
    assert dict(LotBalance.objects.values_list("pack", "received")) == {box.pk: 30, crate.pk: 10}
    assert LotBalance.objects.first().lot.quantity_g == 110_000
    assert set(StockMovement.objects.values_list("kind", "quantity")) == {
        ("received", 30),
        ("received", 10),
    }
    item = ShelfItem.objects.get()
    assert (item.price, item.available, item.image["alt"]) == (89_000, 40, "Hộp nhãn mở nắp")
    assert audit.of(box).get(what="pack.price").after == {"price": 89_000}
    assert OutboxMessage.objects.filter(topic="listing.decided").count() == 1


def test_second_moderator_is_refused(submitted, hanh):
    approve(submitted, hanh)

    with pytest.raises(refusals.MoveRefused):
        moderation.decide(
            submitted.pk, state="returned", opened_version=1, by=hanh, reason="Ảnh mờ."
        )

    assert ListingChange.objects.get().state == "approved"


def test_return_needs_a_reason_and_changes_nothing_on_the_shelf(submitted, hanh):
    with pytest.raises(refusals.ReasonMissing):
        moderation.decide(submitted.pk, state="returned", opened_version=0, by=hanh)

    moderation.decide(submitted.pk, state="returned", opened_version=0, by=hanh, reason="Ảnh mờ.")

    assert (ListingChange.objects.get().reason, ShelfItem.objects.count()) == ("Ảnh mờ.", 0)


def test_member_does_not_decide_about_own_goods(submitted, farmer):
    with pytest.raises(refusals.OwnCooperative):
        approve(submitted, farmer)

    assert ListingChange.objects.get().state == "submitted"


def test_decision_on_an_older_page_is_refused(submitted, proposal, seller, farmer, hanh):
    approve(submitted, hanh)
    cheaper = _with_price(proposal, 80_000)
    change = proposing.propose(
        seller.pk, cheaper, by=farmer, listing_id=submitted.listing_id, base_version=1
    )

    with pytest.raises(refusals.Outdated):
        moderation.decide(change.pk, state="approved", opened_version=0, by=hanh)

    assert ShelfItem.objects.get().price == 89_000


def test_suspended_cooperative_gets_nothing_approved(submitted, seller, hanh):
    Cooperative.objects.filter(pk=seller.pk).update(state="suspended")

    with pytest.raises(refusals.NotVerified):
        approve(submitted, hanh)

    assert ListingChange.objects.get().state == "submitted"


def test_later_change_mends_prices_and_takes_a_pack_off(submitted, proposal, seller, farmer, hanh):
    approve(submitted, hanh)
    later = _with_price(dataclasses.replace(proposal, packs=proposal.packs[:1]), 110_000)
    change = proposing.propose(
        seller.pk, later, by=farmer, listing_id=submitted.listing_id, base_version=1
    )

    approve(change, hanh)

    listing = Listing.objects.get()
    assert (listing.version, listing.slug) == (2, "nhan-song-ma")
    box, crate = listing.packs.order_by("pk")
    assert (box.price, box.is_sold, crate.is_sold) == (110_000, True, False)
    assert crate.product.is_public is False
    assert ShelfItem.objects.get().available == 30
    entry = audit.of(box).filter(what="pack.price").first()
    assert (entry.before, entry.after) == ({"price": 89_000}, {"price": 110_000})


def test_comparison_names_what_changes_and_folds_the_rest(
    submitted, proposal, seller, farmer, hanh
):
    approve(submitted, hanh)
    changed = dataclasses.replace(
        _with_price(proposal, 95_000), texts={"vi": Words("Nhãn Sông Mã", "Cùi rất dày.")}
    )
    change = proposing.propose(
        seller.pk, changed, by=farmer, listing_id=submitted.listing_id, base_version=1
    )

    found = comparing.compare(change)

    assert [row.key for row in found.changed] == ["description_vi", "pack_box"]
    assert [piece.words for piece in found.changed[0].new_pieces if piece.what == "ins"] == ["rất "]
    assert "title_vi" in [row.key for row in found.unchanged]
    assert found.is_new is False


def test_hidden_listing_leaves_the_shelf_at_once_and_comes_back(submitted, farmer, hanh):
    approve(submitted, hanh)

    visibility.hide(submitted.listing_id, by=farmer)

    assert ShelfItem.objects.count() == 0
    with pytest.raises(refusals.MoveRefused):
        visibility.hide(submitted.listing_id, by=farmer)
    visibility.show(submitted.listing_id, by=farmer)
    assert ShelfItem.objects.count() == 1


def test_withdrawn_proposal_cannot_be_approved(submitted, farmer, hanh):
    proposing.withdraw(submitted.pk, by=farmer)

    with pytest.raises(refusals.MoveRefused):
        approve(submitted, hanh)


def test_one_change_waits_at_a_time(submitted, proposal, seller, farmer):
    with pytest.raises(refusals.AlreadyWaiting):
        proposing.propose(seller.pk, proposal, by=farmer, listing_id=submitted.listing_id)


def test_nothing_is_proposed_for_a_foreign_listing(submitted, proposal):
    other = factories.cooperative(owner=factories.user())

    with pytest.raises(Listing.DoesNotExist):
        proposing.propose(other.pk, proposal, by=factories.user(), listing_id=submitted.listing_id)


def _with_price(proposal, price):
    """The proposal with another price of the first pack, and no first lot."""
    first, *others = proposal.packs
    packs = (dataclasses.replace(first, price=price), *others)
    return dataclasses.replace(proposal, packs=packs, first_lot=None)
