"""What people write is kept as plain text."""

import pytest

from catalog.listings import wording


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nhãn  Sông Mã ", "Nhãn Sông Mã"),
        ("<b>Nhãn</b> ngon", "Nhãn ngon"),
        ("Nhãn<script>alert(1)</script>", "Nhãn"),
        ("<img src=x onerror=alert(1)>Nhãn", "Nhãn"),
        ("Ngọt & thơm, < 5 kg", "Ngọt & thơm, < 5 kg"),
        ("{{7*7}} {% include %}", "{{7*7}} {% include %}"),
        ("Nhãn\u202ednas\u200b", "Nhãndnas"),
        ("Nha\u0303n", "Nhãn"),
        ("Nhãn\x07\x1b", "Nhãn"),
    ],
)
def test_line_is_plain(typed, kept):
    assert wording.line(typed) == kept


def test_paragraphs_keep_their_breaks_but_no_more_than_one_empty_line():
    assert wording.paragraphs("Một\r\n\r\n\r\n\r\n  Hai  \nBa\n") == "Một\n\nHai\nBa"
