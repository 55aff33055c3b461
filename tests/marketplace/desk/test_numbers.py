"""The administrator writes down the prefixes of the province, and sees how much is used."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from catalog.traceability.identities import numbering
from catalog.traceability.models import NumberPool
from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(hanh: User, desk: Client) -> Client:
    """The browser of a moderator who became an administrator."""
    roles.give(hanh, roles.ADMINISTRATOR)
    return desk


def rows(client: Client) -> list[str]:
    page = BeautifulSoup(client.get("/en/desk/numbers/").content, "html.parser")
    return [" ".join(row.get_text(" ").split()) for row in page.select("tbody tr")]


def test_a_prefix_is_written_down_and_counted(administrator: Client) -> None:
    answer = administrator.post("/en/desk/numbers/", {"company_prefix": "952 1234", "kind": "gtin"})

    assert (answer.status_code, answer["Location"]) == (302, "/en/desk/numbers/")
    pool = NumberPool.objects.get()
    assert (pool.prefix, pool.kind, pool.state, pool.next_reference) == (
        "9521234",
        "gtin",
        "open",
        0,
    )
    assert AuditEntry.objects.get(what="numbers.registered").by.email == "hanh@example.vn"
    (row,) = rows(administrator)
    assert row.startswith("9521234 open Goods (GTIN) 0 of 100")


@pytest.mark.parametrize(
    ("company_prefix", "kind"),
    [("", "gtin"), ("2001234", "gtin"), ("nhãn", "gtin"), ("9521234", "x"), ("9" * 40, "sscc")],
)
def test_what_cannot_be_a_prefix_is_told_in_the_form(
    administrator: Client, company_prefix: str, kind: str
) -> None:
    facts = {"company_prefix": company_prefix, "kind": kind}

    answer = administrator.post("/desk/numbers/", facts)

    assert answer.status_code == 422
    assert BeautifulSoup(answer.content, "html.parser").select_one(".errsum") is not None
    assert not NumberPool.objects.exists()


def test_the_same_prefix_is_not_counted_twice(administrator: Client) -> None:
    numbering.register("9521234", "gtin", by=None)

    answer = administrator.post("/desk/numbers/", {"company_prefix": "9521234", "kind": "gtin"})

    assert answer.status_code == 422
    assert NumberPool.objects.count() == 1


def test_a_prefix_is_closed_and_opened_again(administrator: Client) -> None:
    pool = numbering.register("9521234", "sscc", by=None)
    address = f"/desk/numbers/{pool.pk}/state/"

    assert administrator.post(address, {"close": "1"}).status_code == 302
    assert NumberPool.objects.get().state == "closed"
    assert administrator.post(address, {"open": "1"}).status_code == 302
    assert NumberPool.objects.get().state == "open"
    assert administrator.get(address).status_code == 405
    assert administrator.post("/desk/numbers/99/state/").status_code == 404
    told = AuditEntry.objects.filter(what__startswith="numbers.").order_by("pk")
    assert [one.what for one in told] == ["numbers.registered", "numbers.closed", "numbers.open"]


def test_a_moderator_may_not(desk: Client) -> None:
    facts = {"company_prefix": "9521234", "kind": "gtin"}

    assert desk.get("/desk/numbers/").status_code == 403
    assert desk.post("/desk/numbers/", facts).status_code == 403
    assert not NumberPool.objects.exists()


def test_the_page_takes_the_same_queries_however_many_prefixes(
    administrator: Client, django_assert_max_num_queries
) -> None:
    for number in range(9):
        numbering.register(f"952000{number}", "gtin", by=None)
    administrator.get("/desk/numbers/")

    with django_assert_max_num_queries(14):
        administrator.get("/desk/numbers/")
