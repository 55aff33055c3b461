"""Names are found without marks and stand in Vietnamese order."""

import pytest

from catalog.communes.names import bare, fold, sort_key


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Nhãn  Sông Mã", "nhan song ma"),
        ("ĐẶC SẢN đồi", "dac san doi"),
        ("Cu\u031b\u0301 M’gar", "cu mgar"),
        ("Văn Miếu - Quốc Tử Giám", "van mieu quoc tu giam"),
        ("ＡＢ 12", "ab 12"),
        ("\0%_\n", ""),
    ],
)
def test_marks_case_and_signs_do_not_matter(written, folded):
    assert fold(written) == folded


def test_folding_twice_changes_nothing():
    once = fold("Thịt trâu gác bếp “Ngọc Chiến” – 500g, 100%")

    assert fold(once) == once


@pytest.mark.parametrize(
    "written", ["Phường Chiềng Lề", "phuong chieng le", "chieng le", "xã Chiềng Lề"]
)
def test_the_kind_of_a_place_is_left_out(written):
    assert bare(written) == "chieng le"


def test_a_name_that_is_a_kind_only_keeps_its_word():
    assert bare("Xã") == "xa"


def test_names_stand_in_the_order_of_a_vietnamese_dictionary():
    in_order = [
        *("an", "ăn", "ân", "bơ", "dâu", "đào", "em", "êm"),
        *("ma", "mà", "mả", "mã", "má", "má nuôi", "mạ", "mạ non", "mai"),
        *("oi", "ôi", "ơi", "Phú Hòa 2", "Phú Hòa 10", "ùm", "ưu", "vải", "xoài"),
    ]

    shuffled = in_order[::-1]

    assert sorted(shuffled, key=sort_key) == in_order


def test_old_and_new_placing_of_a_tone_stand_at_the_same_place():
    assert sort_key("Hòa") == sort_key("Hoà")
