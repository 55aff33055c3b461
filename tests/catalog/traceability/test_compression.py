"""Compressed Digital Links are read. The encoder below exists for these tests alone.

The two words of 1 and 2 were made with GS1's own toolkit (gs1/GS1DigitalLinkToolkit.js, May 2025).
"""

import math
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.traceability.codes import compression, digitallink
from catalog.traceability.codes.digitallink import WrongLink
from catalog.traceability.codes.identifiers import KNOWN
from tests.catalog.traceability.test_identifiers import links

GTIN = "09521234000013"


def bits_of_text(text, *, longest=None):
    """Signs of one kind: which kind, how many unless that is fixed, and themselves."""
    hexadecimal = set(text) <= set("0123456789abcdef")
    if text.isdigit():
        kind = 0
    elif text and (hexadecimal or set(text) <= set("0123456789ABCDEF")):
        kind = 1 if hexadecimal else 2
    else:
        kind = 3 if text and set(text) <= set(compression.BASE_64) else 4
    length = f"{len(text):0{compression.length_bits(longest)}b}" if longest else ""
    if kind == 0:
        body = f"{int(text):0{compression.number_bits(len(text))}b}"
    elif kind < 3:
        body = "".join(f"{int(sign, 16):04b}" for sign in text)
    elif kind == 3:
        body = "".join(f"{compression.BASE_64.index(sign):06b}" for sign in text)
    else:
        body = "".join(f"{ord(sign):07b}" for sign in text)
    return f"{kind:03b}{length}{body}"


def bits_of_value(ai, value):
    row, rest = "", value
    for one in compression.fields(ai):
        text, rest = rest[: one.longest], rest[one.longest :]
        if not one.is_number:
            row += bits_of_text(text, longest=None if one.is_fixed else one.longest)
            continue
        if not one.is_fixed:
            row += f"{len(text):0{compression.length_bits(one.longest)}b}"
        row += f"{int(text):0{compression.number_bits(len(text))}b}" if text else ""
    return row


def bits_of_code(code):
    return "".join(f"{int(digit, 16):04b}" for digit in code)


def word(row):
    row += "0" * (-len(row) % 6)
    return "".join(
        compression.BASE_64[int(row[place : place + 6], 2)] for place in range(0, len(row), 6)
    )


def compressed(pairs, extra=""):
    return word("".join(bits_of_code(ai) + bits_of_value(ai, value) for ai, value in pairs) + extra)


@pytest.mark.parametrize(
    ("uri", "canonical"),
    [
        (
            "https://id.gs1.org/ARFRq4pxGiDSaPt1p3ryAQthXaGxnq_CfgIY",
            f"https://id.gs1.org/01/{GTIN}/10/NH260715A/21/K7Q2M9X4T8BD",
        ),
        (
            "https://id.gs1.org/ARFRq4pxGiAMf01kIMAA9g",
            f"https://id.gs1.org/01/{GTIN}/10/260715/21/000123",  # the toolkit says 123
        ),
        (
            "https://id.gs1.org/ARFRq4pxGiAMf01kIMAA9g?15=261231&linkType=gs1:pip",
            f"https://id.gs1.org/01/{GTIN}/10/260715/21/000123?15=261231",
        ),
        (
            f"https://id.gs1.org/01/{GTIN}/{compressed([('10', 'L1'), ('15', '261231')])}",
            f"https://id.gs1.org/01/{GTIN}/10/L1?15=261231",
        ),
        (
            f"https://id.gs1.org/stem/414/9521234000013/{compressed([('254', 'A/b')])}",
            "https://id.gs1.org/414/9521234000013/254/A%2Fb",
        ),
        (f"https://id.gs1.org/01/{GTIN}/10/L1", f"https://id.gs1.org/01/{GTIN}/10/L1"),
    ],
)
def test_a_compressed_address_says_the_same_as_the_long_one(uri, canonical):
    assert compression.parse(uri).canonical() == canonical


@given(links())
def test_what_was_compressed_is_read_back(link):
    pairs = link.path + link.attributes
    whole = compression.parse(f"https://txng.example.vn/{compressed(pairs)}")
    key, *others = pairs

    assert whole.path == link.path
    assert whole.canonical() == link.canonical()
    if others:
        part = f"https://txng.example.vn/{key[0]}/{quote(key[1], safe='')}/{compressed(others)}"
        assert compression.parse(part).canonical() == link.canonical()


VALUES = {
    "22": "2A",
    "10": "L-1",
    "21": "S_9",
    "17": "261231",
    "7003": "2612312359",
    "30": "12",
    "15": "261200",
    "11": "261231",
    "16": "261231",
    "91": "x?y",
    "254": "A",
    "8019": "007",
    **{f"{stem}{place}": "000150" for stem in ("310", "320") for place in range(6)},
    "8010": "9521AB",
    "8011": "12",
    "8017": "095212340000000174",
    "8018": "095212340000000174",
    "01": GTIN,
    "414": "9521234000013",
    "255": "9521234000013",
    **{f"{stem}{place}": "0123" for stem in ("390", "392", "394") for place in range(10)},
}


@pytest.mark.parametrize("order", [list, sorted])
@pytest.mark.parametrize("code", sorted(compression.TOGETHER))
def test_identifiers_that_share_a_code_are_read_in_either_order(code, order):
    ais = compression.TOGETHER[code]
    row = bits_of_code(code) + "".join(bits_of_value(ai, VALUES[ai]) for ai in order(ais))
    # A price stands only beside a measure.
    row += bits_of_code("30") + bits_of_value("30", "3") if code[0] == "A" else ""

    link = compression.parse(f"https://txng.example.vn/{word(row)}")

    assert {ai: link.value(ai) for ai in ais} == {ai: VALUES[ai] for ai in ais}


def test_a_pair_of_somebody_else_is_passed_over():
    foreign = f"1111{len('utm'):07b}" + "".join(
        f"{compression.BASE_64.index(sign):06b}" for sign in "utm"
    )
    said = bits_of_text("Chợ".encode().decode("latin-1")[:2], longest=127)

    row = compressed([("01", GTIN)], foreign + said)

    assert compression.parse(f"https://txng.example.vn/{row}").path == (("01", GTIN),)


@pytest.mark.parametrize(
    "path",
    [
        "ARFRq4pxGiDSaPt1p3ryAQthXaGxnq_Cf",  # cut off
        "ARFRq4pxGiDSaPt1p3ryAQthXaGxnq_CfgIZ",  # one sign more at its end
        "ARFRq4pxGiAMf01kIMAA9gAA",  # a second number without a value
        "ARFRq4pxGjAMf01kIMAA9g",  # another check digit
        f"01/{GTIN}/foo",
        f"01/{GTIN}/{compressed([('01', GTIN)])}",  # two keys
        f"01/{GTIN}/{compressed([('10', 'L1'), ('10', 'L2')])}",
        f"01/{GTIN}/{compressed([('414', '9521234000013')])}",
        f"01/{GTIN}/{word(bits_of_code('10') + '101' + '00001' + '0' * 9)}",  # signs of kind 5
        f"01/{GTIN}/{word(bits_of_code('04'))}",
        f"01/{GTIN}/{word(bits_of_code('BB'))}",
    ],
)
def test_a_damaged_word_is_refused(path):
    with pytest.raises(WrongLink):
        compression.parse(f"https://txng.example.vn/{path}")


@given(st.text(compression.BASE_64, max_size=60))
def test_any_word_is_a_link_or_refused(text):
    for path in (text, f"01/{GTIN}/{text}"):
        try:
            compression.parse(f"https://txng.example.vn/{path}")
        except WrongLink:
            continue


@given(st.text(compression.BASE_64[26:], max_size=30))
def test_no_name_of_a_page_looks_compressed(text):
    assert not compression.looks_compressed(text)


def test_lengths_take_as_many_bits_as_the_standard_says():
    for count in range(1, 91):
        assert compression.length_bits(count) == math.ceil(math.log2(count) + 0.01)
        assert 10**count <= 2 ** compression.number_bits(count)


def test_every_identifier_has_fields_that_hold_its_longest_value():
    for ai, one in KNOWN.items():
        assert sum(each.longest for each in compression.fields(ai)) == one.longest


def test_a_long_address_is_not_taken_for_a_compressed_one():
    assert compression.expanded(f"/01/{GTIN}/10/L1") is None
    assert compression.expanded("/shop/nhan-song-ma") is None
    assert digitallink.parse_path(f"/01/{GTIN}").key == "01"
