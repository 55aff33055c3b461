"""Every application identifier of GS1, by the rules of its dictionary as of July 2026.

Rules: gs1/gs1-syntax-dictionary. Behaviour of addresses: the own tests of GS1's Barcode Syntax
Engine, September 2025, told again with numbers of the prefix for examples.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.traceability.codes import checkdigits, digitallink
from catalog.traceability.codes.digitallink import WrongLink
from catalog.traceability.codes.identifiers import CSET_82, KNOWN, QUALIFIERS

GTIN, GLN, SSCC = "09521234000013", "9521234000013", "095212340000000174"
RIGHT = [
    f"https://192.0.2.1/01/{GTIN}",
    f"https://[2001:db8::1]/01/{GTIN}",
    f"https://a.:65535/more/stem/01/{GTIN}",
    f"https://a/00/faux/00/{SSCC}",
    f"https://a/01/{GTIN}/22/ABC%2d123?98=XYZ%2f987",
    f"https://a/01/{GTIN}/22/ABC+123",
    f"https://a/01/{GTIN}/235/TEST?10=ABC",
    f"https://a/01/{GTIN}?",
    f"https://a/01/{GTIN}?&&&99=ABC&&one&98=XYZ&&&",
    f"https://a/01/{GTIN}?3103=000195&3922=0299&17=201225",
    f"https://a/01/{GTIN}#",
    f"https://a/01/{GTIN}?15=261200#part",
    f"https://a/00/{SSCC}?02={GTIN}&37=25&10=ABC123",
    f"https://a/414/{GLN}/254/32a%2Fb",
    f"https://a/414/{GLN}/7040/1ABC",
    f"https://a/415/{GLN}/8020/REF1",
    f"https://a/8004/952123412345?01={GLN}",
    "https://a/8004/952123412345?7230=EU1",
    f"https://a/253/{GLN}TEST5678901234567",
    f"https://a/8003/0{GLN}A",
    "https://a/8013/1987654Ad4X4bL5ttr2310c2K",
    f"https://a/8017/{SSCC}/8019/123",
    f"https://a/01/{GTIN}?7003=2607151230&7011=260715",
    f"https://a/01/{GTIN}?423=704156&7030=999AB&240=x",
    f"https://a/01/{GTIN}/21/A?8030=abc_-",
    f"https://a/00/{SSCC}?4309=02790858483015297971&4330=001200-",
]
WRONG = [
    (f"https:///01/{GTIN}", ""),
    (f"HtTps://a/01/{GTIN}", ""),
    (f"https://me@a/01/{GTIN}", ""),
    (f"https://a$/01/{GTIN}", ""),
    (f"https://[fe80::1%25lo]/01/{GTIN}", ""),
    (f"https://a?/01/{GTIN}", ""),
    (f"https://a/01/{GTIN}/10/Nú", ""),
    (f'https://a/01/{GTIN}/10/A"B', ""),
    (f"https://a/01/{GTIN} ", ""),
    (f"https://a/01/{GTIN}//10/A", ""),
    (f"https://a/01/{GTIN}/89/ABC", ""),
    (f"https://a/01/{GTIN}?89=ABC", "89"),
    (f"https://a/01/{GTIN}?10=ABC", "10"),
    (f"https://a/01/{GTIN}?22=ABC", "22"),
    (f"https://a/01/{GTIN}?99=", "99"),
    (f"https://a/01/{GTIN}?98=XYZ+987", "98"),
    (f"https://a/01/{GTIN}?99=A&99=A", "99"),
    (f"https://a/01/{GTIN}/10/%00", "10"),
    (f"https://a/01/{GTIN}?422=001", "422"),
    (f"https://a/01/{GTIN}?422=704&426=704", "422"),
    (f"https://a/01/{GTIN}?7030=000A", "7030"),
    (f"https://a/01/{GTIN}?7030=704", "7030"),
    (f"https://a/01/{GTIN}?3100=000100&3101=001000", "3100"),
    (f"https://a/01/{GTIN}?3300=00010", "3300"),
    (f"https://a/01/{GTIN}?37=3", "01"),
    (f"https://a/01/{GTIN}?7004=12", "7004"),
    (f"https://a/01/{GTIN}?7007=260700", "7007"),
    (f"https://a/01/{GTIN}?7003=2607152460", "7003"),
    (f"https://a/01/{GTIN}?7230=EU", "7230"),
    (f"https://a/01/{GTIN}/22/A/235/B", "01"),
    (f"https://a/01/{GTIN}?8030=a.b", "8030"),
    (f"https://a/00/{SSCC}?15=261231", "15"),
    (f"https://a/00/{SSCC}/10/A", "00"),
    (f"https://a/414/{GLN}?15=261231", "15"),
    (f"https://a/414/{GLN}/254/A/7040/1ABC", "414"),
    (f"https://a/414/{GLN}/7040/1AB*", "7040"),
    (f"https://a/414/{GLN}/7040/XABC", "7040"),
    (f"https://a/417/{GLN}/254/A", "417"),
    (f"https://a/417/{GLN[:-1]}4", "417"),
    (f"https://a/415/{GLN}", "415"),
    ("https://a/8004/95", "8004"),
    ("https://a/8004/A952123", "8004"),
    (f"https://a/253/{GLN}TEST56789012345678", "253"),
    (f"https://a/8003/1{GLN}A", "8003"),
    ("https://a/8013/1987654Ad4X4bL5ttr2310c2L", "8013"),
    (f"https://a/8006/{GTIN}0302", "8006"),
    (f"https://a/00/{SSCC}?4321=2", "4321"),
    (f"https://a/00/{SSCC}?4309=19000000003600000000", "4309"),
]


@pytest.mark.parametrize("uri", RIGHT)
def test_an_address_by_the_rules_is_understood(uri):
    link = digitallink.parse(uri)

    assert digitallink.parse(link.canonical()).canonical() == link.canonical()


@pytest.mark.parametrize(("uri", "where"), WRONG)
def test_an_address_against_the_rules_is_refused_and_the_place_named(uri, where):
    with pytest.raises(WrongLink) as refusal:
        digitallink.parse(uri)

    assert refusal.value.where == where


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        (f"https://a/01/{GTIN[:-1]}4", "AI (01): the check digit is incorrect."),
        (f"https://a/01/{GLN}", "AI (01): the value is too short."),
        (f"https://a/01/{GTIN}/10/", "AI (10): the value is empty."),
        (f"https://a/01/{GTIN}/10/A%20B", "AI (10): ' ' is not allowed here."),
        (f"https://a/01/{GTIN}?427=05", "AI (427): it needs (01)(422) or (02)(422) or (03)(422) "),
        (f"https://a/01/{GTIN}?3100=000100&3101=001000", "AI (3100): it may not stand beside (31"),
        (f"https://a/01/{GTIN}?10=A", "AI (10): it belongs into the path."),
        (f"https://a/01/{GTIN}?7006=260231", "AI (7006): 260231 is no day of the calendar."),
        (f"https://a/01/{GTIN}/10/Nú", "'ú' may not stand in a web address, only its percent-e"),
    ],
)
def test_an_error_says_what_is_wrong_and_where(uri, words):
    with pytest.raises(WrongLink) as refusal:
        digitallink.parse(uri)

    assert str(refusal.value).startswith(words)


def test_a_gtin_beside_another_key_gets_its_fourteen_digits():
    link = digitallink.parse(f"https://a/8004/952123412345?01={GLN}")

    assert link.value("01") == GTIN


def test_the_table_knows_every_primary_key_and_no_qualifier_outside_it():
    assert " ".join(sorted(QUALIFIERS)) == (
        "00 01 253 255 401 402 414 415 417 8003 8004 8006 8010 8013 8017 8018"
    )
    named = {ai for ways in QUALIFIERS.values() for way in ways for ai in way}
    assert named <= set(KNOWN)
    assert len(KNOWN) == 541


def checked(length):
    """A number with its check digit, below the prefix for examples."""
    bodies = st.text("0123456789", min_size=length - 4, max_size=length - 4)
    return bodies.map(lambda tail: f"952{tail}").map(
        lambda body: body + checkdigits.check_digit(body)
    )


def text(longest):
    return st.text(CSET_82, min_size=1, max_size=longest)


KEYS = {
    "00": checked(18),
    "01": checked(14),
    "414": checked(13),
    "417": checked(13),
    "8004": text(26).map(lambda tail: f"9521{tail}"),
}
VALUES = {
    **{ai: text(20) for ai in ("10", "21", "22", "254")},
    "235": text(28),
    "7040": st.from_regex(r"[0-9][A-Za-z0-9]{3}", fullmatch=True),
}
OF_AN_ITEM = {
    **{ai: st.sampled_from(["260815", "281200", "000229"]) for ai in ("11", "13", "15", "17")},
    "7007": st.sampled_from(["260715", "260715260720"]),
    "422": st.sampled_from(["704", "156"]),
    "3103": st.from_regex(r"[0-9]{6}", fullmatch=True),
    "7030": text(27).map(lambda tail: f"704{tail}"),
    "7239": text(28).map(lambda tail: f"VG{tail}"),
    "240": text(30),
}


@st.composite
def links(draw):
    key = draw(st.sampled_from(sorted(KEYS)))
    way = draw(st.sampled_from(QUALIFIERS[key]))
    chosen = [ai for ai in way if draw(st.booleans())]
    path = [(key, draw(KEYS[key])), *((ai, draw(VALUES[ai])) for ai in chosen)]
    beside = OF_AN_ITEM if key == "01" else {"99": text(90), "400": text(30)}
    named = draw(st.lists(st.sampled_from(sorted(beside)), unique=True))
    return digitallink.of(path, [(ai, draw(beside[ai])) for ai in named])


@given(links())
def test_every_link_that_is_built_is_read_back(link):
    assert digitallink.parse(link.uri("https://txng.example.vn/stem")) == link
    again = digitallink.parse(link.canonical())
    assert again.canonical() == link.canonical()
    assert again.path == link.path
    assert sorted(again.attributes) == sorted(link.attributes)


@given(st.sampled_from(["00", "01", "414", "417"]), st.data())
def test_one_other_digit_in_a_checked_number_is_caught(key, data):
    number = data.draw(KEYS[key])
    place = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != number[place]]))

    with pytest.raises(WrongLink) as refusal:
        digitallink.of([(key, number[:place] + other + number[place + 1 :])])

    assert (refusal.value.where, str(refusal.value)) == (
        key,
        f"AI ({key}): the check digit is incorrect.",
    )
