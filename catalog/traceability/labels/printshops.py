"""Codes as rows of a table, for print shops that draw the labels themselves."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from catalog.traceability.labels.layouts import Layout
from catalog.traceability.labels.wording import Label
from marketplace.design import spreadsheets

_HEADS = ("code", "url", "name", "lot", "gtin", "line1", "line2", "line3", "line4", "line5")
_FACTS = 5


def pieces(labels: Sequence[Label]) -> Iterator[bytes]:
    """The rows of some labels.

    Codes are written in groups of four: spreadsheets would take ``12E456789012`` for a number.
    """
    written = io.StringIO()
    writer = csv.writer(written)
    for label in labels:
        words = label.words
        facts = [*words.facts, *[""] * _FACTS][:_FACTS]
        row = [label.grouped, label.address, words.name, words.lot, words.gtin, *facts]
        writer.writerow([spreadsheets.harmless(cell) for cell in row])
    yield written.getvalue().encode()


def join(found: Iterable[bytes], plan: Layout, out: BinaryIO, *, title: str) -> None:
    """The table with its heads, and the mark Excel knows UTF-8 by."""
    out.write(b"\xef\xbb\xbf" + ",".join(_HEADS).encode() + b"\r\n")
    out.writelines(found)
