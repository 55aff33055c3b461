"""The desk's work on listings in a browser: narrowed, taken, asked to mend, decided together."""

import pytest

from catalog.listings.models import ListingChange
from catalog.models import Remark, ShelfItem
from marketplace.people import roles
from marketplace.records import audit
from tests import factories
from tests.marketplace.desk.test_pages import waiting


@pytest.fixture
def mai(db):
    """A colleague."""
    user = factories.user("mai@example.vn")
    roles.give(user, roles.MODERATOR)
    return user


def page(browser, address):
    """The words of a page that is there."""
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_proposal_is_taken_handed_over_and_found_under_whose_it_is(desk, hanh, mai):
    change = waiting("Mận hậu")
    waiting("Xoài tròn")
    here = f"/desk/changes/{change.pk}/"

    desk.post(f"{here}take/")

    mine = page(desk, "/desk/listings/?whose=mine")
    assert ("Mận hậu" in mine, "Xoài tròn" in mine) == (True, False)
    desk.post(f"{here}to/", {"to": mai.pk, "had": hanh.pk})
    assert ListingChange.objects.get(pk=change.pk).assigned_to == mai
    assert "Mận hậu" in page(desk, "/desk/listings/?whose=others")
    assert 'name="decision"' not in page(desk, here)
    assert desk.post(here, {"decision": "approved", "opened_version": "0"}).status_code == 409
    desk.post(f"{here}take/", {"had": mai.pk})
    desk.post(f"{here}back/")
    assert ListingChange.objects.get(pk=change.pk).assigned_to is None
    assert [one.what for one in audit.of(change.listing)].count("listing.assigned") == 3


def test_queue_narrows_by_kind_cooperative_and_goods(desk):
    change, other = waiting("Mận hậu"), waiting("Xoài tròn")
    seller = change.listing.cooperative_id

    narrowed = page(desk, f"/desk/listings/?kind=new&cooperative={seller}")

    assert ("Mận hậu" in narrowed, "Xoài tròn" in narrowed) == (True, False)
    assert other.receipt not in narrowed
    assert "Mận hậu" not in page(desk, "/desk/listings/?kind=again")
    assert "Mận hậu" in page(desk, "/desk/listings/?category=fresh-fruit")
    assert "Mận hậu" in page(desk, "/desk/listings/?whose=nonsense&after=never")


def test_asked_to_mend_beside_a_field(desk):
    change = waiting()

    answer = desk.post(
        f"/desk/changes/{change.pk}/",
        {
            "decision": "changes_requested",
            "opened_version": "0",
            "why_description_vi": ["claims"],
            "say_description_vi": "Bỏ chữ ngọt nhất",
            "say_pack_box": "Ghi rõ khối lượng",
        },
    )

    assert answer.status_code == 302
    assert set(Remark.objects.values_list("field", "reason__key", "words")) == {
        ("description_vi", "claims", "Bỏ chữ ngọt nhất"),
        ("pack_box", None, "Ghi rõ khối lượng"),
    }
    assert "Bỏ chữ ngọt nhất" in page(desk, f"/desk/changes/{change.pk}/")


def test_ticked_ones_are_decided_together(desk):
    changes = [waiting("Mận hậu"), waiting("Xoài tròn")]
    ticked = [f"{one.pk}:0" for one in changes]

    shown = page(desk, f"/desk/listings/together/?change={ticked[0]}&change={ticked[1]}")
    answer = desk.post(
        "/desk/listings/together/", {"change": ticked, "decision": "approved", "message": ""}
    )

    assert ("Mận hậu" in shown, "Xoài tròn" in shown) == (True, True)
    assert answer.status_code == 302
    assert ShelfItem.objects.count() == 2


def test_one_stale_page_keeps_all_from_being_decided_and_says_which(desk):
    changes = [waiting("Mận hậu"), waiting("Xoài tròn")]
    ticked = [f"{changes[0].pk}:0", f"{changes[1].pk}:3"]

    answer = desk.post(
        "/desk/listings/together/", {"change": ticked, "decision": "approved", "message": ""}
    )

    words = answer.content.decode()
    assert answer.status_code == 409
    assert f'<a href="/desk/changes/{changes[1].pk}/">Xoài tròn</a>: ' in words
    assert f'<a href="/desk/changes/{changes[0].pk}/">Mận hậu</a>: ' not in words
    assert ListingChange.objects.filter(state="submitted").count() == 2


@pytest.mark.parametrize("ticked", [[], ["x:1"], ["1:2:3"], [f"{n}:0" for n in range(1, 52)]])
def test_nothing_or_nonsense_or_too_many_ticked(desk, ticked):
    change = waiting()

    sent = {"change": ticked, "decision": "approved"}
    assert desk.post("/desk/listings/together/", sent).status_code == 422

    change.refresh_from_db()
    assert change.state == "submitted"


def test_diff_page_costs_the_same_for_many_fields(desk, django_assert_max_num_queries):
    change = waiting()

    with django_assert_max_num_queries(32):
        page(desk, f"/desk/changes/{change.pk}/")


def test_rules_and_history_are_shown(desk):
    change = waiting("Mận hậu")
    desk.post(f"/desk/changes/{change.pk}/", {"decision": "approved", "opened_version": "0"})

    assert "10" in page(desk, "/desk/listings/rules/")
    shown = page(desk, f"/desk/listings/{change.listing_id}/")
    assert ("Mận hậu" in shown, change.receipt in shown) == (True, True)
    assert desk.get("/desk/listings/999999/").status_code == 404
    assert desk.get("/desk/changes/999999/").status_code == 404
