"""Labels without a database: a longan of Sông Mã, codes drawn by lot."""

import random

import pytest

from catalog.traceability.codes import serials
from catalog.traceability.labels.wording import Label, Words

LONGAN = Words(
    "Nhãn chín muộn Sông Mã",
    ("Khối lượng tịnh 2 kg", "Ngày hái 12/08/2026", "HTX Nắng Sông Mã", "Xã Sông Mã, Sơn La"),
    "NHAN-260812-7K2",
    "Lô NHAN-260812-7K2",
    "",
)


@pytest.fixture
def make_labels():
    """So many labels, with the web address or the Digital Link of their codes."""
    dice = random.Random(20260812)

    def made(count, *, words=LONGAN, address="https://txng.example.vn/t/{}"):
        codes = ["K" + "".join(dice.choices(serials.ALPHABET, k=11)) for _ in range(count)]
        return [Label(address.format(code), code, words) for code in codes]

    return made
