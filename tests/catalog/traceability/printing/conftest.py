"""Papers of a test alone, twenty packed boxes, and long jobs of few labels."""

import pytest

from catalog.traceability.lots import packing
from catalog.traceability.printing import jobs, making


@pytest.fixture(autouse=True)
def papers(settings, tmp_path):
    """Papers of this test alone."""
    settings.STORAGES = settings.STORAGES | {
        "papers": settings.STORAGES["papers"] | {"OPTIONS": {"location": tmp_path}}
    }
    return tmp_path


@pytest.fixture
def few(monkeypatch):
    """Parts of eight labels, and none made at once: a long job of few labels."""
    monkeypatch.setattr(making, "PART", 8)
    monkeypatch.setattr(jobs, "AT_ONCE", 0)


@pytest.fixture
def boxes(lot, item):
    return packing.pack(lot.pk, item.key, units=20, by=None)
