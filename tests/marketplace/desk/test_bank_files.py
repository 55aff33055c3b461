"""A bank's own statement is taken in: every movement once, whoever told of it before."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from marketplace.desk.money import bankrows, taking
from marketplace.people import roles
from marketplace.records import clock
from payments import bankfiles, ledger
from payments.models import Attempt, BankFile, BankTransaction, GatewayTransaction, Incident
from tests.payments import sending
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.rules import people

pytestmark = pytest.mark.django_db
TODAY = f"{clock.local_day():%d/%m/%Y}"
ACCOUNT = "0952000000014"
HEAD = """NGÂN HÀNG MẪU
Sao kê tài khoản
Ngày giao dịch/Date,Số tham chiếu,Ghi nợ/Debit,Ghi có/Credit,Số dư,Nội dung
"""
FOOT = ",,1.000,2.000,,Tổng cộng\n"


@pytest.fixture
def boss() -> Client:
    """The browser of somebody who handles money."""
    return people.world().client(roles.ADMINISTRATOR)


@pytest.fixture
def attempt(db) -> Attempt:
    """An invoice asked for by transfer."""
    return ask(make_invoice().reference)


def movement(text: str, amount: str, reference: str = "FT001", out: str = "") -> str:
    """One row of the file."""
    return f'{TODAY} 10:22:33,{reference},"{out}","{amount}","9,999,999",{text}\n'


def bring(boss: Client, *rows: str, name: str = "saoke.csv") -> BankFile:
    """Upload a file of these rows."""
    content = (HEAD + "".join(rows) + FOOT).encode("utf-8-sig")
    answer = boss.post(
        "/desk/money/bank-files/", {"file": SimpleUploadedFile(name, content), "source": ACCOUNT}
    )
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return BankFile.objects.get(pk=int(answer["Location"].rstrip("/").rpartition("/")[2]))


def take(boss: Client, file: BankFile) -> BankFile:
    """Have it taken, and let the worker work."""
    assert boss.post(f"/desk/money/bank-files/{file.pk}/take/").status_code == 302
    taking.take(file.pk)
    file.refresh_from_db()
    return file


def test_a_transfer_only_the_bank_s_file_tells_of_pays_its_order(boss, attempt):
    file = bring(boss, movement(f"CK {attempt.memo} tien nhan", "753,000"))
    page = boss.get(f"/desk/money/bank-files/{file.pk}/").content.decode()
    assert not BankTransaction.objects.exists()
    assert "<strong" in page

    file = take(boss, file)

    attempt.refresh_from_db()
    assert attempt.state == "captured"
    assert file.counts == {"matched": 1}
    assert BankTransaction.objects.get().occurred_at.astimezone(clock.LOCAL).hour == 10
    assert broken() == []


@pytest.mark.parametrize("first", ["message", "file"])
def test_a_transfer_told_by_message_and_by_file_is_booked_once(boss, attempt, settings, first):
    body = sending.transfer(attempt.memo, TOTAL, referenceCode="FT001", transactionDate=_now())
    row = movement(attempt.memo, "753.000")
    if first == "message":
        sending.post(body)
        take(boss, bring(boss, row))
    else:
        take(boss, bring(boss, row))
        sending.post(body)

    assert GatewayTransaction.objects.count() == 1
    assert sorted(BankTransaction.objects.values_list("state", flat=True)) == ["copy", "matched"]
    assert ledger.balance(f"bank:{settings.VIETQR_ACCOUNT}") == TOTAL
    assert not Incident.objects.exists()
    assert broken() == []


def test_the_same_rows_in_a_later_file_are_known(boss, attempt):
    take(boss, bring(boss, movement(attempt.memo, "753000")))
    again = take(boss, bring(boss, movement(attempt.memo, "753000"), movement("x", "5000", "F2")))

    assert again.counts == {"known": 1, "unmatched": 1}
    assert BankTransaction.objects.count() == 2
    assert broken() == []


def test_two_movements_that_say_the_same_are_two(boss):
    row = movement("tien chanh leo", "50.000", "")
    file = take(boss, bring(boss, row, row))

    assert file.counts["unmatched"] == 2
    assert Incident.objects.filter(kind="unmatched").count() == 2
    assert take(boss, bring(boss, row, row, movement("y", "1.000"))).counts["known"] == 2
    assert broken() == []


def test_a_file_brought_twice_is_one_file_and_taken_once(boss, attempt):
    row = movement(attempt.memo, "753000")
    first, second = bring(boss, row), bring(boss, row)
    assert first.pk == second.pk
    take(boss, first)
    take(boss, first)

    assert GatewayTransaction.objects.count() == 1


def test_money_that_went_out_is_put_aside(boss):
    file = take(boss, bring(boss, movement("phi chuyen tien", "", "F9", out="11,000")))

    assert file.counts == {"apart": 1}
    assert BankTransaction.objects.get().is_outgoing
    assert not Incident.objects.exists()


def test_a_row_that_cannot_be_read_stops_the_whole_file(boss, attempt):
    file = bring(boss, movement(attempt.memo, "753000"), movement("x", "12.5.7"))
    page = boss.get(f"/desk/money/bank-files/{file.pk}/").content.decode()

    assert "12.5.7" in page
    boss.post(f"/desk/money/bank-files/{file.pk}/take/")
    file.refresh_from_db()
    assert file.state == "read"
    assert not BankTransaction.objects.exists()


def test_columns_nobody_can_guess_are_told_once_and_kept(boss, attempt):
    def odd(memo: str, day: str) -> bytes:
        return f"Ngày,Số A,Nội dung,Số B\n{day},,{memo},753000\n".encode()

    today = clock.local_day()
    upload = SimpleUploadedFile("a.csv", odd(attempt.memo, f"{today:%m/%d/%Y}"))
    address = boss.post("/desk/money/bank-files/", {"file": upload, "source": ACCOUNT})["Location"]
    told = {"day": "Ngày", "text": "Nội dung", "credit": "Số B", "is_month_first": "on"}
    assert boss.post(address, told | {"credit": ""}).status_code == 422
    assert boss.post(address, told | {"debit": "Số B"}).status_code == 422
    assert boss.post(address, told).status_code == 302
    take(boss, BankFile.objects.get())

    assert clock.local_day(BankTransaction.objects.get().occurred_at) == today
    later = SimpleUploadedFile("b.csv", odd("khac", f"{today:%m/%d/%Y}"))
    address = boss.post("/desk/money/bank-files/", {"file": later, "source": ACCOUNT})["Location"]
    assert 'value="Số B" selected' in boss.get(address).content.decode()


def test_a_workbook_is_read_with_its_moments(boss, attempt):
    book = Workbook()
    sheet = book.active
    sheet.append(["Ngân hàng mẫu"])
    sheet.append(["Ngày GD", "Nội dung", "Số tiền", "Mã giao dịch"])
    sheet.append([_cell("2026-03-04 23:30"), attempt.memo, 753_000, "FT1"])
    sheet.append([_cell("2026-03-04 08:00"), "phi", -1_100, "FT2"])
    written = io.BytesIO()
    book.save(written)
    upload = SimpleUploadedFile("a.xlsx", written.getvalue())
    boss.post("/desk/money/bank-files/", {"file": upload, "source": ACCOUNT})
    take(boss, BankFile.objects.get())

    told = BankTransaction.objects.get(state="matched")
    assert told.occurred_at.astimezone(clock.LOCAL).strftime("%d %H:%M") == "04 23:30"
    assert BankTransaction.objects.get(is_outgoing=True).amount == 1_100


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0", b"a,b\n1,2\n", b"PK\x03\x04rubbish"])
def test_what_is_no_statement_is_refused_in_words(boss, content):
    upload = SimpleUploadedFile("a.csv", content or b" ")
    answer = boss.post("/desk/money/bank-files/", {"file": upload, "source": ACCOUNT})

    assert answer.status_code == 422
    assert not BankFile.objects.exists()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("1.234.567", 1_234_567), ("1,234,567.00", 1_234_567), ("1234567", 1_234_567)),
        *(("+50,000 VND", 50_000), ("-50.000", -50_000), ("(50,000)", -50_000)),
        *(("1 000 000đ", 1_000_000), ("1.000", 1_000)),
    ],
)
def test_sums_are_read_in_every_grouping(text, amount):
    row = next(bankrows.rows(_table(text), COLUMNS, "1", is_month_first=False))

    assert isinstance(row, bankfiles.Row)
    assert (row.amount, row.is_outgoing) == (abs(amount), amount < 0)


@pytest.mark.parametrize("text", ["12.50", "1,2,3", "x1", "1.23.456"])
def test_what_is_no_sum_is_not_guessed(text):
    row = next(bankrows.rows(_table(text), COLUMNS, "1", is_month_first=False))

    assert not isinstance(row, bankfiles.Row)


COLUMNS = {"day": "D", "amount": "A", "text": "T"}


def _cell(moment: str) -> dt.datetime:
    """A workbook's moments know no time zone."""
    return dt.datetime.fromisoformat(moment)


def _table(amount: str) -> bankrows.Table:
    return bankrows.Table(["D", "A", "T"], 1, [["01/11/2026", amount, "x"]])


def _now() -> str:
    return f"{clock.now().astimezone(clock.LOCAL):%Y-%m-%d %H:%M:%S}"
