"""GS1 Digital Link, URI Syntax 1.6.

Cases and canonical forms: the project's conformance vectors for traceability codes, July 2026,
made with the GS1 Barcode Syntax Engine. Their wording of errors is the engine's; ours differs.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.traceability.codes import checkdigits, digitallink
from catalog.traceability.codes.digitallink import WrongLink
from catalog.traceability.codes.identifiers import CSET_82

HOST = "https://txng.example.vn"
GTIN = "09521234000013"
RIGHT = [
    (f"{HOST}/01/{GTIN}", f"(01){GTIN}", f"/01/{GTIN}"),
    (
        f"{HOST}/01/{GTIN}/21/K7Q2M9X4T8BD",
        f"(01){GTIN}(21)K7Q2M9X4T8BD",
        f"/01/{GTIN}/21/K7Q2M9X4T8BD",
    ),
    (
        f"{HOST}/01/{GTIN}/22/2A/10/L1/21/9",
        f"(01){GTIN}(22)2A(10)L1(21)9",
        f"/01/{GTIN}/22/2A/10/L1/21/9",
    ),
    (
        f"{HOST}/01/{GTIN}/10/L1?15=261231&3103=001500",
        f"(01){GTIN}(10)L1(15)261231(3103)001500",
        f"/01/{GTIN}/10/L1?15=261231&3103=001500",
    ),
    (
        f"{HOST}/01/{GTIN}/10/L1?linkType=gs1:traceability",
        f"(01){GTIN}(10)L1",
        f"/01/{GTIN}/10/L1",
    ),
    ("https://id.gs1.org/414/9521234000013", "(414)9521234000013", "/414/9521234000013"),
    (
        "https://id.gs1.org/00/095212340000000174",
        "(00)095212340000000174",
        "/00/095212340000000174",
    ),
    (
        f"{HOST}/01/{GTIN}/10/L1?7007=260715",
        f"(01){GTIN}(10)L1(7007)260715",
        f"/01/{GTIN}/10/L1?7007=260715",
    ),
    (
        f"{HOST}/01/{GTIN}?422=704&427=05",
        f"(01){GTIN}(422)704(427)05",
        f"/01/{GTIN}?422=704&427=05",
    ),
    (f"{HOST}:8443/01/{GTIN}/10/L1", f"(01){GTIN}(10)L1", f"/01/{GTIN}/10/L1"),
    (f"{HOST}/01/{GTIN}/10/L1#anchor", f"(01){GTIN}(10)L1", f"/01/{GTIN}/10/L1"),
    (f"{HOST}/01/{GTIN}/10/L%1", f"(01){GTIN}(10)L%1", f"/01/{GTIN}/10/L%251"),
    (f"HTTPS://TXNG.EXAMPLE.VN/01/{GTIN}/10/L1", f"(01){GTIN}(10)L1", f"/01/{GTIN}/10/L1"),
]
WRONG = [
    (f"{HOST}/01/{GTIN}/10/L1/", ""),
    (f"{HOST}/01/{GTIN}/10/N%C3%BA", "10"),
    (f"{HOST}/01/09521234000014/10/L1", "01"),
    (f"{HOST}/01/{GTIN}/21/S1/10/L1", "01"),
    (f"{HOST}/01/{GTIN}/10/", "10"),
    (f"{HOST}/01/{GTIN}/10/123456789012345678901", "10"),
    (f"{HOST}/01/{GTIN}/10/L1?17=261331", "17"),
    (f"{HOST}/gtin/{GTIN}/lot/L1", ""),
    (f"{HOST}/01/{GTIN}/15/261231", "01"),
    (f"{HOST}/01/{GTIN}/10/L1?01={GTIN}", "01"),
    (f"{HOST}/", ""),
    (f"/01/{GTIN}/10/L1", ""),
    (f"{HOST}/01/{GTIN}?3103=1500", "3103"),
    (f"{HOST}/01/{GTIN}?7040=1ABC", "7040"),
    (f"{HOST}/8010/ABC", "8010"),
    (f"{HOST}/01/{GTIN}/10/L1?9999=x", "9999"),
    # Of our own, from the same rules.
    (f"{HOST}/01/9521234000013", "01"),
    (f"{HOST}/01/{GTIN}/10/A%20B", "10"),
    (f"{HOST}/01/{GTIN}/10/L1/10/L2", "01"),
    (f"{HOST}/01/{GTIN}?427=05", "427"),
    (f"{HOST}/01/{GTIN}/10/L1?8030=abc", "8030"),
    (f"{HOST}/01/{GTIN}?15=261231&15=261231", "15"),
    (f"{HOST}/01/{GTIN}?15", "15"),
    (f"{HOST}/01/{GTIN}?7007=260715260714", "7007"),
    (f"{HOST}/01/{GTIN}?7007=26071526", "7007"),
    (f"{HOST}/01/{GTIN}?7030=VN1", "7030"),
    (f"ftp://txng.example.vn/01/{GTIN}", ""),
    ("https://[", ""),
]


@pytest.mark.parametrize(("uri", "elements", "canonical"), RIGHT)
def test_a_right_link_is_understood(uri, elements, canonical):
    link = digitallink.parse(uri)

    assert link.element_string() == elements
    assert link.canonical() == f"https://id.gs1.org{canonical}"


@pytest.mark.parametrize(("uri", "where"), WRONG)
def test_a_wrong_link_is_refused_and_the_place_named(uri, where):
    with pytest.raises(WrongLink) as refusal:
        digitallink.parse(uri)

    assert refusal.value.where == where
    assert str(refusal.value).endswith(".")


def test_a_link_knows_its_values():
    link = digitallink.parse(f"{HOST}/stem/01/{GTIN}/10/L1?15=261231")

    assert (link.key, link.value("01"), link.value("10")) == ("01", GTIN, "L1")
    assert (link.value("15"), link.value("21")) == ("261231", "")


def test_a_lot_called_like_an_identifier_is_a_lot():
    assert digitallink.parse(f"{HOST}/01/{GTIN}/10/414/21/A").value("10") == "414"


def test_equal_links_share_one_canonical_form():
    one = digitallink.parse(f"{HOST}/01/{GTIN}?3103=001500&15=261231")
    other = digitallink.parse(f"{HOST}/01/{GTIN}?15=261231&utm_source=x&3103=001500")

    assert one.canonical() == other.canonical()


def test_a_link_is_not_built_from_what_does_not_fit():
    for facts in ({"lot": "Nú"}, {"serial": "x" * 21}, {"attributes": {"17": "261331"}}):
        with pytest.raises(WrongLink):
            digitallink.build(GTIN, **facts)
    with pytest.raises(WrongLink):
        digitallink.build("08931234567890")


def gtins():
    bodies = st.text("0123456789", min_size=10, max_size=10).map(lambda tail: f"952{tail}")
    return bodies.map(lambda body: body + checkdigits.check_digit(body))


values = st.text(sorted(CSET_82), min_size=1, max_size=20)
attributes = st.dictionaries(
    st.sampled_from(["11", "13", "15", "16", "17"]), st.sampled_from(["260815", "281200", "000229"])
)


@given(gtins(), values | st.just(""), values | st.just(""), attributes)
def test_what_was_built_is_read_back(gtin, lot, serial, attributes):
    link = digitallink.build(gtin, lot=lot, serial=serial, attributes=attributes)

    assert digitallink.parse(link.uri(HOST)) == link
    assert digitallink.parse(link.canonical()).canonical() == link.canonical()


@given(st.text())
def test_any_text_is_a_link_or_refused(text):
    try:
        digitallink.parse(f"{HOST}/{text}")
    except WrongLink:
        return
