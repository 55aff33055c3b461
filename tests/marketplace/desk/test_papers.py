"""The desk looks at papers that came after the verification, the oldest promise first."""

import datetime as dt

import pytest

from catalog.cooperatives import applying
from catalog.models import CooperativePaper
from catalog.requirements import looking
from marketplace.records import clock
from tests import factories
from tests.catalog.listings.uploads import paper


def handed_in(kind: str = "food_safety", last: dt.date | None = None) -> CooperativePaper:
    """A paper of a verified cooperative."""
    owner = factories.user()
    seller = factories.cooperative(owner=owner)
    return applying.hand_in(seller.pk, applying.Evidence(kind, paper(), last), by=owner)


def test_queue_shows_the_earliest_deadline_first(desk):
    with clock.moved_to(clock.now() - dt.timedelta(days=4)):
        late = handed_in()
    new = handed_in("certificate")

    page = desk.get("/desk/papers/").content.decode()

    assert page.index(f"/desk/papers/look/{late.pk}/") < page.index(f"/desk/papers/look/{new.pk}/")
    assert page.count("badge bad") == 1


def test_paper_is_accepted_once(desk, hanh):
    kept = handed_in()
    address = f"/desk/papers/look/{kept.pk}/"

    first = desk.post(address, {"decision": "accepted", "remark": ""})
    second = desk.post(address, {"decision": "returned", "remark": "Mờ."})

    assert (first.status_code, second.status_code) == (302, 409)
    kept.refresh_from_db()
    assert (kept.state, kept.looked_by) == ("accepted", hanh)


@pytest.mark.parametrize("facts", [{}, {"decision": "returned"}, {"decision": "lost"}])
def test_wrong_decision_is_refused(desk, facts):
    kept = handed_in()

    assert desk.post(f"/desk/papers/look/{kept.pk}/", facts).status_code == 422
    kept.refresh_from_db()
    assert kept.state == "waiting"


def test_first_page_shows_papers_to_look_at_and_papers_that_end(desk, hanh):
    kept = handed_in()
    soon = handed_in("certificate", clock.local_day() + dt.timedelta(days=20))
    looking.look(soon.pk, accepted=True, by=hanh)

    page = desk.get("/desk/").content.decode()

    assert f"/desk/papers/look/{kept.pk}/" in page
    assert f"/desk/papers/look/{soon.pk}/" not in page
    assert f"/desk/cooperatives/{soon.cooperative_id}/" in page
    assert f"{soon.valid_to:%d/%m/%Y}" in page


def test_application_is_taken_and_shown_to_colleagues(desk, hanh, applied):
    answer = desk.post(f"/desk/cooperatives/{applied.pk}/assign/", {"to": "me"})

    assert answer.status_code == 302
    assert hanh.display_name in desk.get("/desk/cooperatives/").content.decode()


def test_pages_cost_the_same_for_many(desk, django_assert_max_num_queries):
    for _ in range(4):
        kept = handed_in()

    with django_assert_max_num_queries(12):
        assert desk.get("/desk/papers/").status_code == 200
    with django_assert_max_num_queries(16):
        assert desk.get(f"/desk/papers/look/{kept.pk}/").status_code == 200
