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


@pytest.fixture(params=PROVIDERS)
def provider(request) -> str:
    """Each provider in turn."""
    return str(request.param)
