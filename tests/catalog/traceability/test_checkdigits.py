"""GS1 numbers. Example prefixes 952 and 950600 only: a made-up 893 number belongs to somebody.

Facts: the project's conformance vectors for traceability codes, July 2026; sources named there:
gs1/GS1_DigitalLink_Resolver_CE, gs1/GS1DL-resolver-testsuite, modulo 10 recomputed.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.traceability.codes import checkdigits
from catalog.traceability.models import Party, TradeItem
from catalog.traceability.parties import registering

RIGHT = [
    "09506000134352",
    "09506000164908",
    "9506000134352",
    "614141000036",
    "9521234000013",
    "9521234000020",
    "9521234000037",
    "9521234000044",
    "9521234000051",
    "9521234000068",
    "9521234000075",
    "9521234000082",
    "96385074",
]


@pytest.mark.parametrize("number", RIGHT)
def test_a_gtin_is_kept_with_fourteen_digits(number):
    assert checkdigits.gtin14(number) == number.zfill(14)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("09506000134353", "The check digit of GTIN is incorrect."),
        ("09506000143352", "The check digit of GTIN is incorrect."),
        ("0950600013435", "The check digit of GTIN is incorrect."),
        ("95060001343", "GTIN has 11 digits, not 8 or 12 or 13 or 14."),
        ("", "GTIN is not made of digits."),
        ("９５２１２３４００００１３", "GTIN is not made of digits."),
        ("952123400001³", "GTIN is not made of digits."),
    ],
)
def test_a_wrong_gtin_is_refused_with_the_reason(number, why):
    with pytest.raises(checkdigits.WrongNumber) as refusal:
        checkdigits.gtin14(number)

    assert str(refusal.value) == why


def test_a_location_number_has_thirteen_digits():
    assert checkdigits.gln("9521234000013") == "9521234000013"
    for wrong in ("0950600013437", "09521234000013", "952123400001"):
        with pytest.raises(checkdigits.WrongNumber):
            checkdigits.gln(wrong)


def test_a_shipping_container_code_has_eighteen_digits():
    assert checkdigits.sscc("095212340000000174") == "095212340000000174"
    with pytest.raises(checkdigits.WrongNumber):
        checkdigits.sscc("095212340000000175")


def test_a_gtin_is_shown_with_thirteen_digits_unless_it_needs_more():
    assert checkdigits.shown("09521234000013") == "9521234000013"
    assert checkdigits.shown("19521234000010") == "19521234000010"


@given(st.text("0123456789", min_size=13, max_size=13), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(body, place, by):
    whole = body + checkdigits.check_digit(body)
    wrong = whole[:place] + str((int(whole[place]) + by) % 10) + whole[place + 1 :]

    with pytest.raises(checkdigits.WrongNumber):
        checkdigits.gtin14(wrong)


@pytest.mark.django_db
def test_registering_twice_changes_the_one_row():
    registering.item("pack-1", name_vi="Mận", gtin="9521234000013")
    registering.item("pack-1", name_vi="Mận hậu", gtin="9521234000013", net_weight_g=1000)
    registering.party("cooperative-1", name="HTX A")
    registering.party("cooperative-1", name="HTX B", gln="9521234000020")

    assert [(i.name_vi, i.gtin, i.net_weight_g) for i in TradeItem.objects.all()] == [
        ("Mận hậu", "09521234000013", 1000)
    ]
    assert [(p.name, p.gln) for p in Party.objects.all()] == [("HTX B", "9521234000020")]


@pytest.mark.django_db
def test_a_wrong_number_registers_nothing():
    with pytest.raises(checkdigits.WrongNumber):
        registering.item("pack-1", name_vi="Mận", gtin="9521234000014")
    with pytest.raises(checkdigits.WrongNumber):
        registering.party("cooperative-1", name="HTX A", gln="123")

    assert not TradeItem.objects.exists()
    assert not Party.objects.exists()
