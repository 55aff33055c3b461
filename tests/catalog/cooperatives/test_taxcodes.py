"""Tax codes are known by their own digits."""

import pytest

from catalog.cooperatives import taxcodes


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5500000007", "5500000007"),
        (" 5500 000 007 ", "5500000007"),
        ("0100233488", "0100233488"),
        ("5500000007-001", "5500000007-001"),
        ("5500000007001", "5500000007-001"),
        ("014090001234", "014090001234"),
    ],
)
def test_code_is_kept_in_one_spelling(typed, kept):
    assert taxcodes.checked(typed) == kept


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("5500000008", "check digit"),
        ("5500000007-000", "branch"),
        ("550000000", "shape"),
        ("٥٥٠٠٠٠٠٠٠٧", "shape"),
        ("5500000007\x00", "shape"),
        ("114090001234", "shape"),
        ("", "shape"),
    ],
)
def test_wrong_code_is_refused_with_what_is_wrong(typed, why):
    with pytest.raises(taxcodes.WrongTaxCode, match=why):
        taxcodes.checked(typed)
