"""The batch encoder draws what `qrcode` draws, module by module, and wears the standard's mask."""

import random

import numpy as np
import pytest
import qrcode
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode import constants
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, QRData, lost_point

from catalog.traceability.labels import capacities, encoder, masks, placing
from catalog.traceability.labels.capacities import SIGNS, Level, Mode
from marketplace.design import qrmaking

CORRECTION = {
    Level.LOW: constants.ERROR_CORRECT_L,
    Level.MEDIUM: constants.ERROR_CORRECT_M,
    Level.QUARTILE: constants.ERROR_CORRECT_Q,
    Level.HIGH: constants.ERROR_CORRECT_H,
}
MODES = {Mode.BYTES: MODE_8BIT_BYTE, Mode.SIGNS: MODE_ALPHA_NUM}
# ISO/IEC 18004:2015, table 7: bytes a version holds in byte mode at each level.
HOLDS = {
    1: (17, 14, 11, 7), 4: (78, 62, 46, 34), 6: (134, 106, 74, 58), 9: (230, 180, 130, 98),
    10: (271, 213, 151, 119), 27: (1465, 1125, 805, 625), 40: (2953, 2331, 1663, 1273),
}  # fmt: skip


def drawn(text, version, level, mask, mode=Mode.BYTES):
    """The same code by `qrcode`."""
    code = qrcode.QRCode(
        version=version, error_correction=CORRECTION[level], mask_pattern=mask, border=0
    )
    code.add_data(QRData(text, mode=MODES[mode]), optimize=0)
    code.make(fit=False)
    return np.array(code.modules, np.bool_)


def room(version, level):
    return capacities.blocks(version, level).data - (2 if version < 10 else 3)


def read(modules):
    picture = np.pad(np.where(modules, 0, 255).astype(np.uint8), 4, constant_values=255)
    found = zxingcpp.read_barcodes(np.kron(picture, np.ones((4, 4), np.uint8)))
    return [one.bytes for one in found]


def points(symbols):
    return masks.points(np.ascontiguousarray(symbols.words.transpose(1, 2, 0)), symbols.side)


# Every fifth at once, all of them in the long tests.
@pytest.mark.parametrize(
    "version",
    [
        version if version % 5 == 2 else pytest.param(version, marks=pytest.mark.slow)
        for version in range(1, 41)
    ],
)
def test_every_size_level_and_mask_is_drawn_as_qrcode_draws_it(version):
    """A full code, an empty one and one between, each level under two masks of its own."""
    dice = random.Random(version)
    for number, level in enumerate(Level):
        full = room(version, level)
        texts = [dice.randbytes(full), b"", dice.randbytes(dice.randint(1, full - 1))]
        for mask in ((version + number) % 8, (version + number + 4) % 8):
            one = dice.randrange(3)

            found = encoder.encode(texts, level=level, version=version, mask=mask).modules()

            assert (found[one] == drawn(texts[one], version, level, mask)).all(), (level, mask)


@pytest.mark.parametrize("mask", range(8))
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(
    "version", [1, *(pytest.param(version, marks=pytest.mark.slow) for version in (2, 7, 12))]
)
def test_every_mask_of_every_level_is_drawn_as_qrcode_draws_it(version, level, mask):
    text = random.Random(mask).randbytes(room(version, level))

    found = encoder.encode([text], level=level, version=version, mask=mask).modules()

    assert (found[0] == drawn(text, version, level, mask)).all()


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.binary(max_size=120), min_size=1, max_size=6),
    st.sampled_from(Level),
    st.integers(0, 7),
)
def test_texts_of_any_bytes_and_lengths_share_a_size(texts, level, mask):
    found = encoder.encode(texts, level=level, mask=mask)

    for text, modules in zip(texts, found.modules(), strict=True):
        assert (modules == drawn(text, found.version, level, mask)).all()


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.text(SIGNS.decode(), max_size=90), min_size=1, max_size=6),
    st.sampled_from(Level),
    st.integers(0, 7),
)
def test_capitals_and_digits_take_the_mode_of_45_signs(texts, level, mask):
    written = [text.encode() for text in texts]

    found = encoder.encode(written, level=level, mask=mask, mode=Mode.SIGNS)

    for text, modules in zip(written, found.modules(), strict=True):
        assert (modules == drawn(text, found.version, level, mask, Mode.SIGNS)).all()


@pytest.mark.parametrize("version", [9, 10, 26, 27, 40])
def test_the_mode_of_45_signs_is_right_in_every_class_of_sizes(version):
    dice = random.Random(version)
    texts = [bytes(dice.choices(SIGNS, k=length)) for length in (0, 1, 2, 61, 62)]

    found = encoder.encode(texts, level=Level.HIGH, version=version, mask=5, mode=Mode.SIGNS)

    for text, modules in zip(texts, found.modules(), strict=True):
        assert (modules == drawn(text, version, Level.HIGH, 5, Mode.SIGNS)).all()


def test_capitals_make_a_smaller_code():
    text = b"HTTPS://Q.SONLA.EXAMPLE.VN/T/K7Q2M4XD9PRT"

    assert capacities.smallest(len(text), Level.MEDIUM, Mode.SIGNS) == 3
    assert capacities.smallest(len(text), Level.MEDIUM, Mode.BYTES) == 3
    assert capacities.smallest(len(text) + 2, Level.MEDIUM, Mode.BYTES) == 4
    assert encoder.is_signs(text)
    assert not encoder.is_signs(text.lower())
    with pytest.raises(encoder.NotWritable):
        encoder.encode([text.lower()], mode=Mode.SIGNS)


@pytest.mark.parametrize("version", HOLDS)
def test_each_size_holds_what_the_standard_says(version):
    holds = tuple(room(version, level) for level in Level)

    assert holds == HOLDS[version]
    for level, length in zip(Level, holds, strict=True):
        assert capacities.smallest(length, level) == version
        assert capacities.fits(length, version, level, Mode.BYTES)
        assert not capacities.fits(length + 1, version, level, Mode.BYTES)


def test_what_fits_no_size_or_not_the_size_asked_for_is_refused():
    with pytest.raises(qrmaking.TooLong):
        encoder.encode([b"a" * 2332])
    with pytest.raises(encoder.NotWritable):
        encoder.encode([b"a" * 63], version=4)


def test_no_texts_make_no_codes():
    assert len(encoder.encode([])) == 0


@pytest.mark.parametrize("version", [1, 4, 6, 11, 12, 20, 28, 29, 40])
def test_points_are_those_qrcode_gives_a_finished_code(version):
    """Sizes of one, two and three words a row, random codes and codes full of patterns."""
    dice = random.Random(version)
    texts = [dice.randbytes(room(version, Level.MEDIUM)), b"", b"\x00" * 9, b"\xff\xae\x17" * 4]

    for mask in range(8):
        found = encoder.encode(texts, version=version, mask=mask)

        assert points(found).tolist() == [lost_point(one.tolist()) for one in found.modules()]


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 2**32), st.sampled_from([21, 33, 41, 61, 65]), st.floats(0, 1))
def test_points_are_those_of_any_picture(seed, side, share):
    """Not only codes: runs, corners and a balance that no real code has."""
    modules = np.random.default_rng(seed).random((3, side, side)) < share
    modules[1] = np.repeat(modules[1][:, ::6], 6, axis=1)[:, :side]
    words = -(-side // 64)
    padded = np.zeros((3, side, words * 64), np.bool_)
    padded[:, :, :side] = modules

    found = masks.points(np.ascontiguousarray(placing.packed(padded).transpose(1, 2, 0)), side)

    assert found.tolist() == [lost_point(one.tolist()) for one in modules]


@pytest.mark.parametrize("version", [1, 3, 6, 13, 30])
def test_the_mask_is_the_one_with_the_fewest_points_and_the_lowest_of_equals(version):
    dice = random.Random(version)
    texts = [dice.randbytes(10) for _ in range(12)]

    found = encoder.encode(texts, version=version, level=Level.LOW)

    every = np.array(
        [points(encoder.encode(texts, version=version, level=Level.LOW, mask=m)) for m in range(8)]
    )
    assert found.masks.tolist() == [one.tolist().index(min(one)) for one in every.T]
    assert points(found).tolist() == every.min(axis=0).tolist()


def test_qrcode_judges_a_code_without_its_format_and_so_may_take_another_mask():
    """ISO/IEC 18004, 7.8.3.1: the area judged is the complete symbol.

    `qrcode` leaves the format bits, the version bits and the dark module light while it judges.
    """
    texts = [b"https://cho.example.vn/t/%012d" % number for number in range(40)]
    codes = [qrcode.QRCode(version=4, error_correction=CORRECTION[Level.MEDIUM]) for _ in texts]
    for code, text in zip(codes, texts, strict=True):
        code.add_data(QRData(text, mode=MODE_8BIT_BYTE), optimize=0)
        code.makeImpl(True, 0)
    theirs = [code.best_mask_pattern() for code in codes]

    ours = encoder.encode(texts, version=4)

    other = [at for at in range(len(texts)) if ours.masks[at] != theirs[at]]
    assert 0 < len(other) < len(texts) // 2
    for at in other:
        finished = drawn(texts[at], 4, Level.MEDIUM, theirs[at])
        assert lost_point(ours.modules()[at].tolist()) <= lost_point(finished.tolist())


def test_the_same_text_gets_the_mask_of_codes_made_one_by_one():
    texts = [f"https://cho.example.vn/t/K7Q2M4XD{number:04d}" for number in range(30)]

    found = encoder.encode([text.encode() for text in texts])

    rows = [
        tuple("".join("01"[int(dark)] for dark in row) for row in one) for one in found.modules()
    ]
    assert rows == [qrmaking.matrix(text) for text in texts]


def test_a_batch_cut_in_parts_is_the_same_batch(monkeypatch):
    texts = [b"%d" % number for number in range(700)]
    whole = encoder.encode(texts, version=2)

    monkeypatch.setattr(encoder, "_ROOM", 25 * 64 * 33)
    cut = encoder.encode(texts, version=2)

    assert (cut.words == whole.words).all()
    assert (cut.masks == whole.masks).all()


@pytest.mark.parametrize(
    ("version", "level"), [(4, "M"), (6, "M"), (11, "Q"), (12, "H"), (25, "L")]
)
def test_a_reader_finds_every_text(version, level):
    texts = [f"chợ nông sản Sơn La, số {number}" for number in range(20)]

    found = encoder.encode([text.encode() for text in texts], version=version, level=Level(level))

    assert [read(modules) for modules in found.modules()] == [[text.encode()] for text in texts]


def test_bitmaps_are_rows_of_whole_bytes():
    found = encoder.encode([b"a", b"b"], version=3)

    assert found.bitmaps().shape == (2, 29, 4)
    assert (np.unpackbits(found.bitmaps(), axis=2)[:, :, :29].astype(bool) == found.modules()).all()
