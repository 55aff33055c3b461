"""Tells a compressed Digital Link from the name of a page."""

from __future__ import annotations

from catalog.traceability.codes import compression


class CompressedConverter:
    """One word of ten signs or more that begins with a GS1 key."""

    regex = "[A-Za-z0-9_-]{10,}"

    def to_python(self, value: str) -> str:
        """The word; ``ValueError`` lets the other addresses have their turn."""
        if not compression.looks_compressed(value):
            raise ValueError(value)
        return value

    def to_url(self, value: str) -> str:
        """The word as it is."""
        return value
