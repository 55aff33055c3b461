"""A cooperative applies, is verified, proposes a crop, and the crop stands on the shelf."""

import datetime as dt
import time

import pytest
from allauth.mfa.totp.internal import auth as totp
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
from marketplace.people import joining, roles
from marketplace.records import audit, clock, outbox
from marketplace.records.models import SentLetter
from tests.catalog.listings.uploads import paper, photo

PASSWORD = "một mật khẩu dài 14"


@pytest.fixture
def boss(db):
    """A moderator of the province with an authenticator app."""
    user = joining.join(email="hanh@example.vn", password=PASSWORD, verified=True)
    roles.give(user, roles.MODERATOR)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return signed_in("hanh@example.vn", secret)


@pytest.fixture
def farmer(db):
    """Somebody with a phone full of longans."""
    joining.join(email="in@example.vn", password=PASSWORD, verified=True)
    return signed_in("in@example.vn")


def signed_in(login: str, secret: str = "") -> Client:
    """A browser in which this person is signed in, with the second factor where there is one."""
    client = Client()
    client.post("/account/login/", {"login": login, "password": PASSWORD})
    if secret:
        code = totp.format_hotp_value(totp.hotp_value(secret, int(time.time() // 30)))
        client.post("/account/2fa/authenticate/", {"code": code})
    return client


def particulars(**other: object) -> dict[str, object]:
    """What the cooperative writes on the form."""
    return {
        "name": "HTX Nắng Sông Mã",
        "legal_form": "cooperative",
        "legal_name": "Hợp tác xã Nắng Sông Mã",
        "tax_code": "5500 000 007",
        "commune": "Xã Sông Mã",
        "street": "Bản Hưng Mai",
        "representative": "Cầm Thị Ín",
        "phone": "0912 345 678",
        "email": "in@example.vn",
        "story": "46 hộ trồng nhãn dọc sông Mã từ năm 1998.",
        "bank_bin": "970436",
        "account_number": "0123 456 789",
        "account_holder": "HTX NANG SONG MA",
        "registration": paper("đăng ký.pdf"),
        **other,
    }


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
    assert farmer.get(f"/p/nhan-song-ma-ca-chum-{listing.pk}").status_code == 200
    assert "listing.approved" in [entry.what for entry in audit.of(listing)]
    outbox.drain()
    assert set(SentLetter.objects.values_list("template", flat=True)) == {
        "cooperative_applied",
        "cooperative_decided",
        "listing_decided",
    }


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


def verify(boss: Client, cooperative: Cooperative) -> None:
    """The province looks at the papers and verifies."""
    token = cooperative.papers.get().paper.token
    assert boss.get(f"/desk/papers/{token}/").status_code == 200
    address = f"/desk/cooperatives/{cooperative.pk}/"
    boss.post(f"{address}checks/", {"method": "papers", "level": "2", "paper": token})
    decided = boss.post(address, {"decision": "verified"})
    assert decided.status_code == 302


def propose(farmer: Client) -> ListingChange:
    """Step by step as a phone sends it."""
    begun = farmer.post("/sell/listings/new/", {"photos": photo()})
    draft = ListingDraft.objects.get()
    assert begun["Location"] == f"/sell/drafts/{draft.token}/photos/"
    today = clock.local_day()
    steps = {
        "goods": {
            "category": "fresh-fruit/longan",
            "title_vi": "Nhãn Sông Mã cả chùm",
            "description_vi": "Nhãn lồng cùi dày, hái trong ngày.",
        },
        "origin": {"commune": "song ma"},
        "season": {"season_months": ["7", "8", "9"]},
        "packs": {
            "pack-TOTAL_FORMS": "1",
            "pack-INITIAL_FORMS": "0",
            "pack-0-name_vi": "Hộp 2 kg",
            "pack-0-net_weight_g": "2",
            "pack-0-price": "89.000",
        },
    }
    for name, fields in steps.items():
        answer = farmer.post(f"/sell/drafts/{draft.token}/{name}/", fields)
        assert answer.status_code == 302, answer.content.decode()
    draft.refresh_from_db()
    key = draft.content["packs"][0]["key"]
    lot = {
        "harvested_on": today.isoformat(),
        "best_before": (today + dt.timedelta(days=7)).isoformat(),
        f"units_{key}": "30",
    }
    assert farmer.post(f"/sell/drafts/{draft.token}/lot/", lot).status_code == 302
    assert farmer.get(f"/sell/drafts/{draft.token}/").status_code == 200
    sent = farmer.post(f"/sell/drafts/{draft.token}/")
    change = ListingChange.objects.get()
    assert sent["Location"] == f"/sell/listings/{change.listing_id}/"
    return change
