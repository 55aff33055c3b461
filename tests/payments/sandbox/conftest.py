"""The practice providers, next to a market that listens."""

from collections.abc import Iterator

import pytest

from tests.payments import practice


@pytest.fixture
def bank(transactional_db, live_server, settings) -> Iterator[str]:
    """The address of practice providers that know this market."""
    with practice.running(live_server.url, settings) as address:
        yield address
