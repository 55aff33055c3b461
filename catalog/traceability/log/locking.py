"""One at a time adds to the tree."""

from __future__ import annotations

from django.db import connection

_LOCK = 0x74726C67  # "trlg": any number no other advisory lock uses


def alone() -> None:
    """Wait until nobody else adds to the tree; held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
