"""What may lag is read from the copy; everything else, and whoever has just written, is not.

The copy of these tests is a second database without goods: what comes from it shows none.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections, router, transaction
from django.test import Client

from catalog.shelf import queries
from catalog.shelf.models import ShelfItem
from catalog.shelf.wanted import Wanted
from marketplace.database import replica
from marketplace.records.models import DatedRule
from tests import database, factories

ROOT = Path(__file__).resolve().parents[3]
COPY = "replica"
on_both = pytest.mark.django_db(transaction=True, databases=["default", COPY])


@pytest.fixture(autouse=True, scope="module")
def _named() -> Iterator[None]:
    """The copy is known by its name before Django decides which databases a test may ask."""
    name = f"{settings.DATABASES['default']['NAME']}_copy"
    connections.settings[COPY] = connections.settings["default"] | {"NAME": name}
    yield
    del connections.settings[COPY]


@pytest.fixture
def copy(_named: None, transactional_db: None) -> Iterator[None]:
    """A second database under the name of the copy, and a new request."""
    replica._begin()
    name = connections.settings[COPY]["NAME"]
    with database._server() as server:
        database._drop(server, name)
        database._create(server, name, database.template())
    yield
    connections[COPY].close()
    del connections[COPY]
    with database._server() as server:
        database._drop(server, name)


@pytest.fixture
def listing(copy):
    """Something on the shelf of the database, not of the copy; then a new request."""
    made = factories.listing()
    replica._begin()
    return made


@on_both
def test_lists_of_the_shelf_come_from_the_copy_and_nothing_else(listing):
    answer = queries.page(Wanted())

    assert (answer.cards, answer.counts.total) == ([], 0)
    assert "Nhãn Sông Mã" not in Client().get("/shop/").content.decode()
    assert Client().get("/api/v1/listings").json()["results"] == []
    assert ShelfItem.objects.count() == 1
    page = Client().get(listing.get_absolute_url())
    assert "Nhãn Sông Mã" in page.content.decode()


@on_both
def test_who_has_written_or_is_about_to_reads_what_is_written(listing):
    with transaction.atomic():
        assert len(queries.page(Wanted()).cards) == 1
    assert queries.page(Wanted()).cards == []
    DatedRule.objects.filter(key="nothing").update(source="x")

    answer = queries.page(Wanted())

    assert (len(answer.cards), answer.counts.total) == (1, 1)
    Client().get("/healthz")  # The next request may lag again.
    assert queries.page(Wanted()).cards == []


@on_both
def test_a_row_of_the_copy_is_written_to_the_database_and_read_on_from_there(copy):
    with replica.reads_may_lag():
        rule = DatedRule.objects.earliest("pk")
    assert rule._state.db == "replica"

    rule.source = "changed"
    rule.save()

    assert DatedRule.objects.get(pk=rule.pk).source == "changed"
    assert DatedRule.objects.using("replica").get(pk=rule.pk).source != "changed"


def test_the_copy_is_never_migrated():
    assert not router.allow_migrate("replica", "catalog")
    assert router.allow_migrate("default", "catalog")


@on_both
def test_without_a_copy_everything_comes_from_the_database(listing, monkeypatch):
    monkeypatch.delitem(connections.settings, COPY)

    assert len(queries.page(Wanted()).cards) == 1


@on_both
def test_a_copy_that_is_away_is_left_alone_for_a_while(listing, caplog, monkeypatch):
    monkeypatch.setitem(replica._asked_again, "replica", 0.0)
    connections["replica"].close()
    connections["replica"].settings_dict.update(HOST="127.0.0.1", PORT="1")

    answers = [queries.page(Wanted()) for _ in range(3)]

    assert [len(answer.cards) for answer in answers] == [1, 1, 1]
    assert caplog.text.count("the replica is away") == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://reader@db2.example.vn/market", "reader db2.example.vn market"),
        ("", "nothing"),
        ("mysql://reader@db2.example.vn/market", "DATABASE_REPLICA_URL must start with postgresql"),
    ],
)
def test_the_environment_says_where_the_copy_is(address, said):
    words = (
        "from django.conf import settings; row = settings.DATABASES.get('replica'); "
        "print(row['USER'], row['HOST'], row['NAME']) if row else print('nothing')"
    )
    done = subprocess.run(
        [sys.executable, "-c", words],
        cwd=ROOT,
        env=os.environ | {"DATABASE_REPLICA_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )

    assert said in (done.stdout or done.stderr)
