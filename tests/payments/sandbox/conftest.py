"""The practice providers, next to a market that listens."""

from collections.abc import Iterator

import pytest

from tests.payments import practice
from tests.payments.telling import PROVIDERS


@pytest.fixture
def bank(transactional_db, live_server, settings) -> Iterator[str]:
    """The address of practice providers that know this market."""
    with practice.shared(live_server.url, settings) as address:
        yield address


# What each of them says is proved by the messages' own tests and by the journeys.
FIRST, *OTHERS = PROVIDERS


@pytest.fixture(params=[FIRST, *(pytest.param(name, marks=pytest.mark.slow) for name in OTHERS)])
def provider(request) -> str:
    """Each provider in turn, the others among the long tests."""
    return str(request.param)
