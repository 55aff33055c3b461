"""The log of traces at the desk: keys renewed and revoked in two steps, witnesses named."""

import pytest
from bs4 import BeautifulSoup
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

import verify
from catalog.traceability.log import growing, keys, submitting, witnessing
from catalog.traceability.models import AuthorKey, Witness
from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db
STOLEN = {"deed": "revoke", "reason": "Máy tính bị mất"}


@pytest.fixture
def administrator(hanh: User, desk: Client) -> Client:
    """The browser of a moderator who became an administrator."""
    roles.give(hanh, roles.ADMINISTRATOR)
    return desk


@pytest.fixture
def cooperative():
    """A cooperative with one entry in the log."""
    made = factories.cooperative()
    told = submitting.Handed("ni:///sha-256;" + "a" * 64 + "?ver=CBV2.0", made.party, {"a": 1})
    submitting.submit([told])
    growing.grow()
    return made


@pytest.fixture
def key(cooperative) -> AuthorKey:
    """The key it signed with."""
    return keys.active(cooperative.party)


def witness_key(name="witness.example.vn"):
    public = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    return str(verify.Verifier(name, verify.COSIGNATURE, public))


def words(answer) -> str:
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(page.find("main").get_text(" ").split())


def address(key: AuthorKey) -> str:
    return f"/en/desk/log/keys/{key.key_id}/"


def deeds() -> list[str]:
    found = AuditEntry.objects.filter(what__startswith="log_").order_by("pk")
    return list(found.values_list("what", flat=True))


def test_the_page_says_how_the_log_stands(administrator, key):
    said = words(administrator.get("/en/desk/log/"))

    assert "Log of traces on" in said
    assert "Entries in the tree 1 Waiting 0 Last checkpoint" in said
    assert "Time stamped by an authority no authority is set" in said
    assert f"{key.party.name} {key.key_id[:16]}" in said
    assert "Nobody watches yet." in said


def test_without_the_provinces_key_the_log_is_off_and_nothing_is_done(administrator, key, settings):
    settings.TRACE_LOG_KEY = ""

    assert "Log of traces off" in words(administrator.get("/en/desk/log/"))
    answer = administrator.post(address(key), {**STOLEN, "sure": "1"})
    assert answer.status_code == 409
    assert "The log of this market is switched off." in words(answer)
    key.refresh_from_db()
    assert (key.state, deeds()) == ("active", [])


def test_a_key_is_revoked_in_two_steps(administrator, key):
    first = administrator.post(address(key), STOLEN)

    key.refresh_from_db()
    assert (first.status_code, key.state) == (200, "active")
    assert "Revoke this key?" in words(first)
    page = BeautifulSoup(first.content, "html.parser")
    fields = {field["name"]: field["value"] for field in page.select("main input[type=hidden]")}
    second = administrator.post(page.select_one("main form")["action"], fields, follow=True)

    key.refresh_from_db()
    assert (key.state, key.reason, key.revoked_from) == ("revoked", "Máy tính bị mất", 1)
    assert "revoked" in words(second)
    assert "Renew or revoke" not in words(second)
    assert deeds() == ["log_key.revoked"]
    assert AuditEntry.objects.get(what="log_key.revoked").by.email == "hanh@example.vn"


def test_a_key_is_renewed_and_the_earlier_one_is_retired(administrator, key):
    facts = {"deed": "renew", "reason": "Đổi khóa hằng năm", "sure": "1"}

    answer = administrator.post(address(key), facts)

    key.refresh_from_db()
    fresh = keys.active(key.party)
    assert key.state == "retired"
    assert answer["Location"] == address(fresh)
    told = AuditEntry.objects.get(what="log_key.renewed").after
    assert told == {"key": fresh.key_id, "reason": "Đổi khóa hằng năm"}
    again = administrator.post(address(key), facts)
    assert (again.status_code, AuthorKey.objects.count()) == (422, 2)
    shown = BeautifulSoup(administrator.get(address(key)).content, "html.parser")
    assert [one["value"] for one in shown.select("[name=deed]")] == ["revoke"]


def test_a_retired_key_can_still_be_revoked_and_a_revoked_one_not_again(administrator, key):
    keys.renew(key.party_id, by=None)

    assert administrator.post(address(key), {**STOLEN, "sure": "1"}).status_code == 302
    assert administrator.post(address(key), {**STOLEN, "sure": "1"}).status_code == 409
    key.refresh_from_db()
    assert key.state == "revoked"


@pytest.mark.parametrize("facts", [{}, {"deed": "burn", "reason": "x"}, {"deed": "revoke"}])
def test_what_is_missing_is_said(administrator, key, facts):
    answer = administrator.post(address(key), {**facts, "sure": "1"})

    key.refresh_from_db()
    assert (answer.status_code, key.state) == (422, "active")


def test_nobody_decides_about_the_key_of_their_own_cooperative(
    administrator, hanh, cooperative, key
):
    factories.member(cooperative, hanh)

    answer = administrator.post(address(key), {**STOLEN, "sure": "1"})

    key.refresh_from_db()
    assert (answer.status_code, key.state) == (409, "active")
    assert "somebody else decides" in words(answer)


def test_a_witness_is_registered_and_dismissed(administrator):
    told = witness_key()

    answer = administrator.post("/en/desk/log/witnesses/", {"key": told}, follow=True)

    one = Witness.objects.get()
    assert (one.name, one.key, one.is_active) == ("witness.example.vn", told, True)
    assert "witness.example.vn may vouch for the log now." in words(answer)
    assert told in words(answer)
    assert "Vouched for nothing yet" in words(answer)
    ended = administrator.post(f"/en/desk/log/witnesses/{one.pk}/end/", follow=True)
    assert "witness.example.vn dismissed" in words(ended)
    one.refresh_from_db()
    assert not one.is_active
    assert deeds() == ["log_witness.registered", "log_witness.dismissed"]
    witnessing.dismiss(one.pk, by=None)
    assert len(deeds()) == 2


@pytest.mark.parametrize("told", ["", "nonsense", "a+b+c", "x" * 400])
def test_what_is_no_key_of_a_witness_is_refused(administrator, told):
    answer = administrator.post("/en/desk/log/witnesses/", {"key": told})

    assert (answer.status_code, Witness.objects.count()) == (422, 0)


def test_who_may_not_keep_the_log_sees_nothing_of_it(desk, key):
    assert desk.get("/desk/log/").status_code == 403
    assert desk.get(f"/desk/log/keys/{key.key_id}/").status_code == 403
    assert desk.post(address(key), {**STOLEN, "sure": "1"}).status_code == 403
    assert desk.post("/desk/log/witnesses/", {"key": witness_key()}).status_code == 403
    key.refresh_from_db()
    assert (key.state, Witness.objects.count()) == ("active", 0)


def test_an_unknown_key_is_not_found(administrator):
    assert administrator.get(f"/desk/log/keys/{'0' * 64}/").status_code == 404
    assert administrator.post("/desk/log/witnesses/99/end/").status_code == 404


def test_more_keys_and_witnesses_ask_no_more(administrator, key, django_assert_num_queries):
    administrator.get("/en/desk/log/")
    with django_assert_num_queries(11):
        administrator.get("/en/desk/log/")
    for number in range(3):
        keys.active(factories.cooperative().party)
        witnessing.register(witness_key(f"w{number}.example.vn"), by=None)
    with django_assert_num_queries(11):
        administrator.get("/en/desk/log/")
