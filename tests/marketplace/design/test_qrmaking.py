"""QR codes made here are read by others, are as small as can be and wear the best mask."""

from collections.abc import Sequence
from itertools import groupby, pairwise

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from marketplace.design import qrgrid, qrmaking

RING = ("10111010000", "00001011101")
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300)


def _read(rows: Sequence[str]) -> list[str]:
    """What a reader finds in a code drawn four dots a module."""
    side = len(rows) + 8
    small = Image.new("L", (side, side), 255)
    for row, column, length in qrmaking.runs(rows):
        small.paste(0, (column + 4, row + 4, column + 4 + length, row + 5))
    picture = small.resize((side * 4, side * 4), Image.Resampling.NEAREST)
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@settings(deadline=None, max_examples=60)
@given(texts)
def test_a_reader_finds_the_text(text: str) -> None:
    assert _read(qrmaking.matrix(text)) == [text]


@pytest.mark.parametrize("version", range(1, 41))
def test_every_size_is_read(version: int) -> None:
    bytes_of_text = qrmaking._data_bytes(version) - (2 if version < 10 else 3)
    text = ("chợ nông sản Sơn La, 1 kg; " * 200).encode()[:bytes_of_text].decode(errors="ignore")
    text += "." * (bytes_of_text - len(text.encode()))

    rows = qrmaking.matrix(text)

    assert len(rows) == 17 + 4 * version
    assert _read(rows) == [text]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("1" * 34, 21),
        ("1" * 35, 25),
        ("A" * 20, 21),
        ("A" * 21, 25),
        ("a" * 14, 21),
        ("a" * 15, 25),
        ("a" + "7" * 150, 37),
    ],
)
def test_digits_and_capitals_take_less_room(text: str, side: int) -> None:
    rows = qrmaking.matrix(text)

    assert len(rows) == side
    assert _read(rows) == [text]


@pytest.mark.parametrize("text", ["x", "SL7K3M9QX1", "https://cho.example.vn/01/09521234" * 3])
def test_the_mask_is_the_one_the_standard_would_choose(text: str) -> None:
    rows = qrmaking.matrix(text)
    grid = qrgrid.grid((len(rows) - 17) // 4)
    codes = _all_masks(text, grid)

    faults = [_faults(_rows(code, grid.side)) for code in codes]

    assert faults == [qrmaking._faults(code, grid) for code in codes]
    assert _faults(rows) == min(faults)


def _all_masks(text: str, grid: qrgrid.Grid) -> list[int]:
    """The same code under each of the eight masks."""
    worn = _number(qrmaking.matrix(text))
    for mask in grid.masks:
        family = [worn ^ mask ^ other for other in grid.masks]
        if all(_read(_rows(code, grid.side)) == [text] for code in family):
            return family
    raise AssertionError("no mask was found on the code")


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(qrmaking.TooLong):
        qrmaking.matrix("a" * 2332)


def test_the_path_draws_what_is_dark() -> None:
    assert qrmaking.path(["110", "001"], 4) == "M4 4h2v1h-2zM6 5h1v1h-1z"


def _number(rows: Sequence[str]) -> int:
    return int("".join(rows), 2)


def _rows(code: int, side: int) -> list[str]:
    text = f"{code:0{side * side}b}"
    return [text[at : at + side] for at in range(0, len(text), side)]


def _faults(rows: Sequence[str]) -> int:
    """The four rules of the standard, module by module."""
    columns = ["".join(signs) for signs in zip(*rows, strict=True)]
    points = 0
    for line in (*rows, *columns):
        lengths = [len(list(same)) for _sign, same in groupby(line)]
        points += sum(length - 2 for length in lengths if length >= 5)
        points += 40 * sum(line[at : at + 11] in RING for at in range(len(line)))
    for above, below in pairwise(rows):
        for at in range(len(above) - 1):
            points += 3 * (len({*above[at : at + 2], *below[at : at + 2]}) == 1)
    dark = sum(row.count("1") for row in rows)
    return points + abs(dark * 100 - 50 * len(rows) ** 2) // (5 * len(rows) ** 2) * 10
