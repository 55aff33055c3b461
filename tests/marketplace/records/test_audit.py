"""The audit trail can only grow."""

import pytest
from django.db import DatabaseError, connection, transaction

from marketplace.people import joining
from marketplace.records import audit
from marketplace.records.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return joining.join(email="lan@example.vn", name="Lò Thị Lan")


def test_entry_says_who_what_and_from_what_to_what(user):
    audit.record(user, user, "listing.approved", before={"price": 1}, after={"price": 2})

    entry = audit.of(user).first()
    assert (entry.by, entry.what, entry.before, entry.after) == (
        user,
        "listing.approved",
        {"price": 1},
        {"price": 2},
    )
    assert (entry.subject_type, entry.subject_id) == ("people.user", str(user.pk))


def test_deed_for_somebody_else_names_both(user):
    other = joining.join(phone="0912345678")

    audit.record(user, user, "order.placed", on_behalf_of=other)

    assert audit.of(user).first().on_behalf_of == f"people.user:{other.pk}"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records_auditentry SET what = 'nothing'",
        "DELETE FROM records_auditentry",
        "TRUNCATE records_auditentry",
    ],
)
def test_database_refuses_to_change_what_was_written(user, statement):
    audit.record(user, user, "x")
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert list(AuditEntry.objects.values_list("what", flat=True)) == ["x"]
