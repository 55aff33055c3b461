"""Codes we make: unguessable, readable, forgiving to type."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.traceability import codes
from catalog.traceability.codes import serials

BOX = re.compile(r"(?=.*[A-Z])[0-9A-HJKMNP-TV-Z]{12}")
boxes = st.text(serials.ALPHABET, min_size=12, max_size=12).filter(lambda code: not code.isdigit())


def test_box_codes_are_twelve_signs_with_a_letter_and_all_different():
    made = [serials.fresh_box() for _ in range(20_000)]

    assert all(BOX.fullmatch(code) for code in made)
    assert len(set(made)) == len(made)


def test_every_sign_comes_up_in_every_place():
    made = [serials.fresh_box() for _ in range(5_000)]

    assert all({code[place] for code in made} == set(serials.ALPHABET) for place in range(12))


def test_a_code_of_digits_alone_is_drawn_again(monkeypatch):
    drawn = iter("123456789012" + "K23456789012")
    monkeypatch.setattr(serials.secrets, "choice", lambda _alphabet: next(drawn))

    assert serials.fresh_box() == "K23456789012"


@pytest.mark.parametrize(
    ("crop", "start"),
    [("Nhãn", "NHAN"), ("Đào", "DAO"), ("Mận hậu", "MANH"), ("Ô long", "OLON"), ("梅", "LOT")],
)
def test_lot_codes_tell_crop_and_day(crop, start):
    code = serials.fresh_lot(crop, dt.date(2026, 8, 12))

    assert re.fullmatch(rf"{start}-260812-[{serials.ALPHABET}]{{3}}", code)


@given(boxes)
def test_a_box_code_may_be_typed_as_people_type(code):
    assert serials.tidy(serials.grouped(code)) == code
    assert serials.tidy(f"  {code.lower()} ") == code
    assert serials.tidy("-".join((code[:4], code[4:8], code[8:]))) == code
    assert serials.tidy(code.replace("0", "O").replace("1", "l")) == code


@given(st.text())
def test_tidying_twice_changes_nothing_more(typed):
    once = serials.tidy(typed)

    assert serials.tidy(once) == once


def test_a_lot_code_keeps_its_hyphens():
    assert serials.tidy(" nhan-260812-7k2 ") == "NHAN-260812-7K2"


def test_the_printed_address_is_that_of_the_trace_host(settings):
    settings.TRACE_URL = "https://q.example.vn"

    assert codes.url("K7Q2M9X4T8BD") == "https://q.example.vn/t/K7Q2M9X4T8BD"


def test_a_lot_of_a_crop_of_three_letters_is_no_box():
    assert serials.tidy("MAN-260501-42W") == "MAN-260501-42W"
    assert serials.tidy(" man-260501-42w ") == "MAN-260501-42W"
    assert serials.tidy("MAN2-6050-142W") == "MAN26050142W"
