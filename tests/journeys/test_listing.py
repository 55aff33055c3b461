"""A cooperative applies, is verified, proposes a crop, and the crop stands on the shelf."""

import pytest
from django.test import Client

from catalog.models import (
    Cooperative,
    Invitation,
    Listing,
    ListingChange,
    ListingDraft,
    LotBalance,
    Membership,
    ShelfItem,
)
from marketplace.people import joining
from marketplace.records import audit, outbox
from marketplace.records.models import SentLetter
from tests.catalog.listings.uploads import photo
from tests.journeys import selling
from tests.journeys.selling import PASSWORD, particulars, propose, signed_in, verify


@pytest.fixture
def boss(db) -> Client:
    """A moderator of the province with an authenticator app."""
    return signed_in(*selling.moderator())


@pytest.fixture
def farmer(db) -> Client:
    """Somebody with a phone full of longans."""
    return signed_in(selling.farmer())


def test_crop_comes_to_the_shelf(farmer, boss):
    applied = farmer.post("/sell/apply/", particulars())

    assert (applied.status_code, applied["Location"]) == (302, "/sell/")
    cooperative = Cooperative.objects.get()
    assert cooperative.state == "applied"
    assert cooperative.slug == "nang-song-ma"
    assert cooperative.party.key == f"cooperative-{cooperative.pk}"
    assert farmer.get("/htx/nang-song-ma").status_code == 404

    verify(boss, cooperative)

    page = farmer.get("/htx/nang-song-ma")
    assert page.status_code == 200
    assert "HTX Nắng Sông Mã" in page.content.decode()

    change = propose(farmer)
    assert change.state == "submitted"
    assert ShelfItem.objects.count() == 0

    shown = boss.get(f"/desk/changes/{change.pk}/")
    assert "Nhãn Sông Mã cả chùm" in shown.content.decode()
    approved = boss.post(
        f"/desk/changes/{change.pk}/", {"decision": "approved", "opened_version": "0"}
    )

    assert (approved.status_code, approved["Location"]) == (302, "/desk/listings/")
    assert farmer.get(f"/p/nhan-song-ma-ca-chum-{change.listing_id}").status_code == 200
    expect_published_as_proposed()
    outbox.drain()
    assert set(SentLetter.objects.values_list("template", flat=True)) == {
        "cooperative_applied",
        "cooperative_decided",
        "listing_decided",
    }


def expect_published_as_proposed():
    item = ShelfItem.objects.get()
    assert (item.title_vi, item.price, item.price_per_kg, item.available) == (
        "Nhãn Sông Mã cả chùm",
        89_000,
        44_500,
        30,
    )
    listing = Listing.objects.get()
    assert (listing.state, listing.version) == ("published", 1)
    pack = listing.packs.get()
    assert pack.item.key == f"pack-{pack.pk}"
    assert pack.product.stockrecords.get().price == 89_000
    assert LotBalance.objects.get().lot.quantity_g == 60_000
    assert "listing.approved" in [entry.what for entry in audit.of(listing)]


def test_returned_proposal_is_mended_and_sent_again(farmer, boss):
    farmer.post("/sell/apply/", particulars())
    verify(boss, Cooperative.objects.get())
    change = propose(farmer)

    boss.post(
        f"/desk/changes/{change.pk}/",
        {
            "decision": "returned",
            "opened_version": "0",
            "reasons": ["photos"],
            "message": "Chụp thêm nhãn hộp.",
        },
    )

    assert "Chụp thêm nhãn hộp." in farmer.get("/sell/").content.decode()
    begun = farmer.post(f"/sell/listings/{change.listing_id}/change/")
    draft = ListingDraft.objects.get()
    assert begun["Location"] == f"/sell/drafts/{draft.token}/"
    farmer.post(f"/sell/drafts/{draft.token}/photos/", {"photos": photo(seed=2)})
    sent = farmer.post(f"/sell/drafts/{draft.token}/")

    assert sent["Location"] == f"/sell/listings/{change.listing_id}/"
    again = ListingChange.objects.get(state="submitted")
    assert again.listing_id == change.listing_id
    assert len(again.proposed["pictures"]) == 2


def test_member_joins_by_invitation_and_packs_only(farmer, boss, db):
    farmer.post("/sell/apply/", particulars())
    joining.join(email="pang@example.vn", password=PASSWORD, verified=True)
    farmer.post("/sell/members/", {"login": "Pang@example.vn", "role": "packer"})
    pang = signed_in("pang@example.vn")

    pang.post(f"/sell/invitations/{Invitation.objects.get().token}/", {"accept": "1"})

    assert Membership.objects.get(user__email="pang@example.vn").role == "packer"
    assert pang.get("/sell/").status_code == 200
    assert pang.get("/sell/listings/new/").status_code == 403
    assert pang.get("/sell/members/").status_code == 403
