"""A cache server that a test may stop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from marketplace.embedded.home import Home
from marketplace.embedded.valkey import Valkey
from marketplace.records import forgiving


@pytest.fixture
def server(tmp_path: Path, settings, monkeypatch) -> Iterator[Valkey]:
    """A Valkey of this test alone, which the cache uses and asks again at once after a failure."""
    monkeypatch.setattr(forgiving, "PAUSE", 0.0)
    own = Valkey(Home.below(tmp_path), fast=True)
    own.join()
    default = settings.CACHES["default"] | {"LOCATION": own.url() + "?db=0"}
    settings.CACHES = {"default": default}
    yield own
    own.leave()
    own.stop()
