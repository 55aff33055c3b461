"""What is written in the back offices bears the name of who wrote it, and happens whole."""

import pytest
from django.contrib.auth.models import Group

from marketplace.people import roles
from marketplace.records.models import AuditEntry, DatedRule
from tests import factories
from tests.rules import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    """One person of every kind."""
    return people.world()


@pytest.fixture
def boss(world):
    """The superuser's browser."""
    return world.client("superuser")


def last(what: str) -> AuditEntry:
    """The newest entry of a deed."""
    found = AuditEntry.objects.filter(what=what).first()
    assert found is not None
    return found


def test_staff_mark_given_in_djangos_admin_bears_the_giver_and_the_request(world, boss):
    somebody = factories.user("ai@example.vn")
    facts = {"first_name": "Ai", "language": "vi", "is_active": "on", "is_staff": "on"}

    answer = boss.post(f"/admin/people/user/{somebody.pk}/change/", facts)

    assert answer.status_code == 302
    entry = last("database.update")
    assert entry.by == world.people["superuser"]
    assert entry.subject_id == str(somebody.pk)
    assert (entry.before["is_staff"], entry.after["is_staff"]) == (False, True)
    assert entry.request_id == answer["X-Request-ID"]


def test_role_given_in_djangos_admin_is_written_down_once_with_its_giver(world, boss):
    somebody = factories.user("ai@example.vn")
    editor = Group.objects.get(name=roles.EDITOR)
    facts = {"first_name": "Ai", "language": "vi", "is_active": "on", "groups": [editor.pk]}

    boss.post(f"/admin/people/user/{somebody.pk}/change/", facts)

    entry = last("role.given")
    assert (entry.by, entry.after) == (world.people["superuser"], {"roles": [roles.EDITOR]})
    told = AuditEntry.objects.filter(subject_type="people.user", subject_id=str(somebody.pk))
    assert [one.what for one in told] == ["role.given"]


def test_rule_changed_in_djangos_admin_says_what_it_was(world, boss):
    rule = DatedRule.objects.get(key="cod.cap")

    boss.post(
        f"/admin/records/datedrule/{rule.pk}/change/",
        {"key": rule.key, "value": "7000000", "valid_from": "2025-07-01", "source": "Thử"},
    )

    entry = last("rule.changed")
    assert entry.by == world.people["superuser"]
    assert (entry.before["value"], entry.after["value"]) == (5_000_000, 7_000_000)
