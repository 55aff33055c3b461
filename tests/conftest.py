"""What every test shares: a database copied from the migrated template, an empty Valkey."""

import gc
import os
from collections.abc import Iterator

import pytest

from tests import workplace

workplace.enter()

import django  # noqa: E402 -- the environment decides the settings

# Now, not in pytest_configure: the conftest files of the rooms below import models.
django.setup()

from django.conf import settings  # noqa: E402 -- the environment decides the settings
from django.core.cache import cache  # noqa: E402 -- see above
from django.db import connections  # noqa: E402 -- see above
from django.test import TransactionTestCase  # noqa: E402 -- see above
from django.utils import translation  # noqa: E402 -- see above

from marketplace.design import fragments  # noqa: E402 -- see above


def pytest_configure(config: pytest.Config) -> None:
    """Read the settings: pytest-django starts Django when somebody has.

    A process that only hands tests to workers leaves that, and the name of the settings, to them:
    a worker that inherits the name would read the settings before it has its own database.
    """
    if config.getoption("dist", "no") != "no" and not hasattr(config, "workerinput"):
        del os.environ["DJANGO_SETTINGS_MODULE"]
    else:
        settings.DATABASES  # noqa: B018 -- reading is the point


def pytest_collection_finish() -> None:
    """Leave what was imported and collected out of garbage collection: it stays to the end."""
    gc.collect()
    gc.freeze()
    # The default looks through everything young after every 700 objects; a page makes thousands.
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: object) -> Iterator[None]:
    """Copy the template for this worker; pytest-django's own way would migrate every time."""
    from tests import database

    def start_over(self: TransactionTestCase) -> None:
        """After a test that committed: a new copy, where Django would empty every table.

        Emptied tables would lack what migrations wrote: Wagtail's root page, locale and site.
        """
        connections.close_all()
        database.fresh_copy()

    with django_db_blocker.unblock():  # type: ignore[attr-defined] -- not a public class
        database.fresh_copy()
    TransactionTestCase._fixture_teardown = start_over  # type: ignore[attr-defined] -- see there
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined] -- not a public class
        connections.close_all()
    database.drop()


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: object) -> Iterator[object]:
    """One person of every kind for a whole file: making them takes longer than most tests."""
    from tests import database
    from tests.rules import people

    yield from database.lasting(django_db_blocker, people.world)


@pytest.fixture(autouse=True)
def _nothing_left_over() -> Iterator[None]:
    """No test finds what another one cached, counted or spoke: a request leaves its language on."""
    translation.deactivate()
    yield
    cache.clear()
    fragments.forget()
