"""Boxes whose silver fields a print shop has made."""

import csv
import io

import pytest

from catalog.traceability.codes import serials
from catalog.traceability.lots import packing
from catalog.traceability.scratching import making
from marketplace.records import invariants


def digits_in(table):
    """The digits of each box, by its code, out of the file for the print shop."""
    rows = csv.DictReader(io.StringIO(table.decode("utf-8-sig")))
    return {serials.tidy(row["code"]): row["scratch"].replace(" ", "") for row in rows}


def broken():
    """The invariants of scratch codes that are not true any more."""
    found = [one for one in invariants.check() if one.name.startswith("scratch_")]
    assert len(found) == 2
    return [one.name for one in found if one.count]


def made(sheet):
    """A sheet whose digits are all made."""
    while sheet.state == making.State.MAKING:
        sheet = making.go_on(sheet.pk)
    return sheet


@pytest.fixture
def boxes(lot, item):
    return packing.pack(lot.pk, item.key, units=2, by=None)


@pytest.fixture
def given(lot, boxes):
    """The digits of both boxes, handed out."""
    sheet = made(making.ask(lot.pk, by=None))
    return digits_in(making.fetch(sheet.pk, by=None))


@pytest.fixture
def box(boxes):
    return boxes[0]


@pytest.fixture
def right(given, box):
    return given[box.code]


@pytest.fixture
def wrong(right):
    return f"{(int(right) + 1) % 10**8:08}"
