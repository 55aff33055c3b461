"""The desk shows what waits, the oldest promise first, and refuses what came too late."""

import datetime as dt

import pytest

from catalog.cooperatives import applying
from catalog.listings import pictures, proposing
from catalog.listings.models import ListingChange
from catalog.listings.proposals import LotDraft, PackDraft, Proposal, Shot, Words
from catalog.models import ShelfItem
from marketplace.records import audit, clock
from tests import factories
from tests.catalog.listings.uploads import paper, photo


def waiting(title: str = "Nhãn Sông Mã", words: str = "Cùi dày.") -> ListingChange:
    """A new listing that waits for a decision."""
    owner = factories.user()
    seller = factories.cooperative(owner=owner)
    picture = pictures.take(photo(), cooperative_id=seller.pk, by=owner)
    proposal = Proposal(
        category="fresh-fruit/longan",
        commune=seller.commune.code,
        season_months=(7, 8, 9),
        texts={"vi": Words(title, words)},
        pictures=(Shot(picture.token, ""),),
        packs=(PackDraft("box", "Hộp 2 kg", "", "", 2_000, 89_000),),
        first_lot=LotDraft(clock.local_day(), None, {"box": 5}),
    )
    return proposing.propose(seller.pk, proposal, by=owner)


def test_queue_shows_the_earliest_deadline_first_and_marks_what_is_overdue(desk):
    with clock.moved_to(clock.now() - dt.timedelta(days=40)):
        waiting("Mận hậu")
    waiting("Xoài tròn")

    page = desk.get("/desk/listings/").content.decode()

    assert page.index("Mận hậu") < page.index("Xoài tròn")
    assert page.count("badge bad") == 1


@pytest.mark.parametrize(
    ("address", "most"),
    [("/desk/", 33), ("/desk/listings/", 24), ("/desk/cooperatives/?state=", 18)],
)
def test_page_costs_the_same_for_many(desk, address, most, django_assert_max_num_queries):
    for number in range(5):
        waiting(f"Nhãn {number}")

    with django_assert_max_num_queries(most):
        answer = desk.get(address)

    assert answer.status_code == 200


def test_claim_without_a_certificate_is_noticed(desk):
    change = waiting(words="Nhãn hữu cơ, chữa bệnh mất ngủ.")

    page = desk.get(f"/desk/changes/{change.pk}/").content.decode()

    assert "hữu cơ" in page
    assert page.count('<span class="badge warn">“') == 2


def test_what_people_write_is_shown_as_text(desk):
    change = waiting(title='Nhãn "><script>alert(1)</script> {{7*7}}')

    page = desk.get(f"/desk/changes/{change.pk}/").content.decode()

    assert "<script>alert" not in page
    assert "{{7*7}}" in page


def test_late_decision_is_a_conflict(desk):
    change = waiting()
    answer = {"decision": "approved", "opened_version": "0"}
    desk.post(f"/desk/changes/{change.pk}/", answer)

    again = desk.post(f"/desk/changes/{change.pk}/", answer)

    assert again.status_code == 409
    assert ShelfItem.objects.count() == 1


def test_stale_page_is_a_conflict(desk):
    change = waiting()

    answer = desk.post(
        f"/desk/changes/{change.pk}/", {"decision": "approved", "opened_version": "7"}
    )

    assert answer.status_code == 409
    assert ListingChange.objects.get().state == "submitted"


@pytest.mark.parametrize(
    "fields",
    [
        {"decision": "returned", "opened_version": "0"},
        {"decision": "withdrawn", "opened_version": "0"},
        {"decision": "approved"},
        {"decision": "approved", "opened_version": "-1"},
        {"decision": "returned", "opened_version": "0", "reasons": ["nothing"]},
        {"decision": "returned", "opened_version": "0", "message": "x" * 1_501},
    ],
)
def test_wrong_decision_is_refused(desk, fields):
    change = waiting()

    answer = desk.post(f"/desk/changes/{change.pk}/", fields)

    assert answer.status_code == 422
    assert ListingChange.objects.get().state == "submitted"


def test_moderator_is_not_offered_own_goods(desk, hanh):
    change = waiting()
    factories.member(change.listing.cooperative, hanh)

    page = desk.get(f"/desk/changes/{change.pk}/")
    answer = desk.post(
        f"/desk/changes/{change.pk}/", {"decision": "approved", "opened_version": "0"}
    )

    assert 'name="decision"' not in page.content.decode()
    assert answer.status_code == 409
    assert ListingChange.objects.get().state == "submitted"


def test_certificate_is_written_down_and_shown_to_buyers(desk):
    listing = factories.listing()
    seller = listing.cooperative
    facts = {
        "scheme": "ocop",
        "stars": "4",
        "number": "QĐ 12",
        "issuer": "UBND tỉnh",
        "valid_from": "2026-01-01",
        "valid_to": "2028-01-01",
    }

    answer = desk.post(f"/desk/cooperatives/{seller.pk}/certificates/", facts)

    assert answer.status_code == 302
    assert "4" in desk.get(f"/htx/{seller.slug}").content.decode()
    wrong = desk.post(f"/desk/cooperatives/{seller.pk}/certificates/", {**facts, "stars": ""})
    assert wrong.status_code == 422


def test_opened_paper_is_written_down(desk, hanh):
    seller = factories.cooperative(owner=factories.user())
    piece = applying.Evidence("registration", paper())
    kept = applying.hand_in(seller.pk, piece, by=factories.user()).paper

    answer = desk.get(f"/desk/papers/{kept.token}/")

    assert answer["Content-Disposition"].startswith("attachment")
    assert audit.of(kept).first().by == hanh


def test_unverified_cooperative_has_no_public_page_and_a_verified_one_a_poster(desk, client):
    seller = factories.cooperative()

    poster = client.get(f"/htx/{seller.slug}/poster")

    assert (poster.status_code, poster.content[:5]) == (200, b"%PDF-")
    seller.state = "applied"
    seller.save()
    assert client.get(f"/htx/{seller.slug}").status_code == 404
    assert client.get(f"/htx/{seller.slug}/poster").status_code == 404
