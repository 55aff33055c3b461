"""The text inside the QR code: as peers build it, and read back by the letter."""

from __future__ import annotations

import binascii
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from payments import banks, memos, pictures
from payments.channels import emv
from payments.sandbox import codes

NOTICES = Path(__file__).parent / "notices"
PEERS = json.loads((NOTICES / "vietqr_built_by_peers.json").read_text())["items"]
PUBLIC = json.loads((NOTICES / "emv_public_payloads.json").read_text())["items"]
# Odd on purpose, though their check sums are right: a wrong format number, an account one digit
# longer than it says, an empty field, the service inside the beneficiary.
BROKEN = ("000200", "1200110123456780208", "62006304", "0113012345678902002")

digits = st.text("0123456789", min_size=6, max_size=6)
accounts = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=19)
amounts = st.none() | st.integers(1, 10**13 - 1)
memo_texts = st.text("ABCDEFGHJKMNPQRSTVWXYZ0123456789 ._-", max_size=25)


@pytest.mark.parametrize("row", PEERS, ids=lambda row: row["payload"][-8:])
def test_code_is_what_peers_build(row):
    asked = row["input"]

    built = emv.build(
        bank_bin=asked["bin"],
        account=asked["account"],
        amount=asked["amount"],
        memo=asked["purpose"] or "",
    )

    assert built == row["payload"]


def is_whole_vietqr(row) -> bool:
    return (
        row["kind"] == "vietqr"
        and row["crc_valid"]
        and not any(part in row["payload"] for part in BROKEN)
    )


@pytest.mark.parametrize("row", PUBLIC, ids=lambda row: row["payload"][-8:])
def test_public_codes_are_read_or_refused(row):
    if is_whole_vietqr(row):
        assert emv.read(row["payload"]).bank_bin in row["payload"]
    else:
        with pytest.raises(emv.BadPayload):
            emv.read(row["payload"])


def test_enough_public_codes_are_read():
    assert sum(is_whole_vietqr(row) for row in PUBLIC) >= 10


@given(digits, accounts, amounts, memo_texts)
def test_what_is_built_is_read_back(bank_bin, account, amount, memo):
    text = emv.build(bank_bin=bank_bin, account=account, amount=amount, memo=memo)

    read = emv.read(text)

    assert (read.bank_bin, read.account, read.amount, read.memo) == (
        bank_bin,
        account,
        amount,
        memo,
    )
    assert read.once == (amount is not None)
    assert emv.read(text[:-4] + text[-4:].lower()) == read


@given(digits, accounts, st.integers(1, 10**13 - 1), memo_texts)
def test_the_practice_bank_reads_the_same(bank_bin, account, amount, memo):
    text = emv.build(bank_bin=bank_bin, account=account, amount=amount, memo=memo)

    assert codes.scan(text) == codes.Scanned(bank_bin, account, amount, memo)


@given(st.binary(max_size=200).map(lambda raw: raw.decode("latin-1")))
def test_check_sum_is_the_published_one(text):
    assert emv.crc(text) == f"{binascii.crc_hqx(text.encode(), 0xFFFF):04X}"


def test_check_sum_keeps_its_leading_zeros():
    sums = [
        emv.build(bank_bin="970405", account="2800205123456", amount=150_000, memo=f"SL{number}")
        for number in range(100_000, 100_600)
    ]

    assert all(text[-8:-4] == "6304" and len(text[-4:]) == 4 for text in sums)
    assert any(text[-4:].startswith("00") for text in sums)


@given(st.data(), digits, accounts, st.integers(1, 10**12))
def test_one_changed_sign_is_noticed(data, bank_bin, account, amount):
    text = emv.build(bank_bin=bank_bin, account=account, amount=amount, memo="SL7K3M9QX1")
    at = data.draw(st.integers(0, len(text) - 5))
    sign = data.draw(st.sampled_from("0123456789").filter(lambda new: new != text[at]))

    with pytest.raises(emv.BadPayload):
        emv.read(text[:at] + sign + text[at + 1 :])


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text):
    with pytest.raises(emv.BadPayload):
        emv.read(text)


@pytest.mark.parametrize(
    "wrong",
    [
        {"memo": "nhãn Sông Mã"},
        {"memo": "x" * 26},
        {"amount": 0},
        {"amount": -1},
        {"amount": 10**13},
        {"account": ""},
        {"account": "1" * 20},
        {"account": "12 34"},
        {"account": "１２３４"},
        {"bank_bin": "97043"},
        {"bank_bin": "９７０４３６"},
    ],
)
def test_what_a_bank_could_misread_is_not_built(wrong):
    right = {"bank_bin": "970436", "account": "0123499999", "amount": 1000, "memo": "SL1"}

    with pytest.raises(emv.BadPayload):
        emv.build(**(right | wrong))


@given(st.text(memos.ALPHABET, min_size=7, max_size=7), st.data())
def test_one_wrong_sign_in_a_memo_is_noticed(signs, data):
    code = signs + memos.check_sign(signs)
    at = data.draw(st.integers(0, 7))
    other = data.draw(st.sampled_from(memos.ALPHABET).filter(lambda sign: sign != code[at]))

    assert memos.codes(f"SL{code}") == [f"SL{code}"]
    assert memos.codes(f"SL{code[:at]}{other}{code[at + 1 :]}") == []


@given(
    st.text(memos.ALPHABET, min_size=7, max_size=7),
    st.text("ABCDEFGHIJKMNOPQRTUVWXYZ0123456789 .-/_đặệ", max_size=20),
    st.sampled_from(["{0}", "{1} {0}", "{0}.{1}", "{1}{0}{1}"]),
    st.sampled_from([str.lower, str.upper, lambda code: f"{code[:2]} {code[2:6]}-{code[6:]}"]),
)
def test_code_is_found_in_whatever_a_bank_adds(signs, added, shape, written):
    code = f"SL{signs}{memos.check_sign(signs)}"

    assert memos.codes(shape.format(written(code), added)) == [code]


def test_accents_and_signs_are_dropped_as_banks_do():
    assert memos.normal("Chuyển tiền đơn SL 7k3m-9qx1") == "CHUYENTIENDONSL7K3M9QX1"


def test_fresh_codes_differ_and_check(settings):
    made = {memos.fresh() for _ in range(500)}

    assert len(made) == 500
    assert all(memos.codes(code) == [code] and len(code) == 10 for code in made)


def test_pictures_are_read_by_a_phone():
    zxing = pytest.importorskip("zxingcpp")
    text = emv.build(bank_bin="970436", account="0123499999", amount=753_000, memo="SL7K3M9QX1")

    png = Image.open(io.BytesIO(pictures.png(text)))
    drawn = _draw(pictures.svg(text))

    assert [code.text for code in zxing.read_barcodes(png)] == [text]
    assert [code.text for code in zxing.read_barcodes(drawn)] == [text]


def test_svg_carries_no_style_and_no_script_and_is_small():
    text = emv.build(bank_bin="970436", account="0123499999", amount=753_000, memo="SL7K3M9QX1")

    svg = pictures.svg(text)

    assert "style" not in svg
    assert "script" not in svg
    assert len(svg) < 12_000


def test_banks_are_known_by_name():
    assert banks.name("970436") == "Vietcombank"
    assert banks.name("970406") != "DongA Bank"
    assert banks.name("000000") == "000000"


def _draw(svg: str) -> Image.Image:
    """The picture a browser would show, ten dots a module."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    picture = Image.new("L", (size * 10, size * 10), 255)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg):
        box = (int(x) * 10, int(y) * 10, (int(x) + int(length)) * 10, int(y) * 10 + 10)
        picture.paste(0, box)
    return picture
