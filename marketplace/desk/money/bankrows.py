"""Reads a bank's statement, CSV or XLSX: finds its headings, and what each column says.

Banks write what they like above the headings and below the rows; a row without a day is no
movement. Sums are đồng in any grouping; days are Vietnamese, unless the format says otherwise.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.communes.names import fold
from catalog.tables import reading
from catalog.tables.refusals import FileRefused, Problem
from marketplace.records import clock
from payments.bankfiles import Row

LARGEST = 10 * 1024 * 1024  # bytes
MOST_ROWS = 100_000
LEAST = 2  # headings by which their row is known
_HEAD = 40  # rows within which the headings are found
#: What a column can say, and its words for people.
WORDS = {
    "day": gettext_lazy("Day or moment"),
    "text": gettext_lazy("Text of the transfer"),
    "credit": gettext_lazy("Money that came in"),
    "debit": gettext_lazy("Money that went out"),
    "amount": gettext_lazy("Amount with its sign, in place of the two"),
    "reference": gettext_lazy("The bank's number of the transfer"),
    "payer": gettext_lazy("Who paid"),
    "balance": gettext_lazy("Balance afterwards"),
}
Names = Mapping[str, tuple[str, ...]]
KNOWN: Names = {
    "day": ("ngay giao dich", "transaction date", "ngay gd", "thoi gian", "ngay", "date"),
    "text": ("noi dung", "dien giai", "description", "mo ta", "remark", "details"),
    "credit": ("ghi co", "so tien ghi co", "phat sinh co", "credit", "tien vao", "co"),
    "debit": ("ghi no", "so tien ghi no", "phat sinh no", "debit", "tien ra", "no"),
    "amount": ("so tien", "amount", "gia tri"),
    "reference": (
        *("so tham chieu", "so but toan", "so ct", "ma giao dich", "so giao dich"),
        *("reference", "transaction number", "transaction no", "doc no"),
    ),
    "payer": ("ten nguoi chuyen", "nguoi chuyen", "doi tac", "remitter", "counterparty"),
    "balance": ("so du", "balance"),
}
_GROUPED = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)(?:[.,]0{1,2})?")
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(r"\b([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")


class Unread(ValueError):
    """A cell does not say what its column should; the message is for staff."""


@dataclass(frozen=True, slots=True)
class Table:
    """A statement's headings, the number of their row, and the rows below."""

    headings: list[str]
    number: int
    rows: list[list[str]]


def table(content: bytes, known: Names = KNOWN) -> Table:
    """The table in a file; ``FileRefused`` when there is none, or its headings are not found."""
    found = islice(reading.rows(content, head=_HEAD), MOST_ROWS + _HEAD)
    rows = [[_shown(cell) for cell in row] for row in found]
    if len(rows) == MOST_ROWS + _HEAD:
        raise FileRefused(_("The table has more than %(n)d rows. Split it.") % {"n": MOST_ROWS})
    scores = [len(guess(row, known)) for row in rows[:_HEAD]]
    best = max(scores, default=0)
    if best < LEAST:
        raise FileRefused(_("No row of headings such as “Ngày giao dịch, Nội dung” was found."))
    place = scores.index(best)
    return Table(rows[place], place + 1, rows[place + 1 :])


def guess(headings: Sequence[str], known: Names = KNOWN) -> dict[str, str]:
    """Which heading says what, as far as the words of the usual banks tell."""
    found: dict[str, str] = {}
    for what, names in known.items():
        for name in names:
            match = next((one for one in headings if one and name in _parts(one)), None)
            if match is not None and match not in found.values():
                found[what] = match
                break
    if {"credit", "debit"} & set(found):
        found.pop("amount", None)
    return found


def rows(
    of: Table, columns: Mapping[str, str], account: str, *, is_month_first: bool
) -> Iterator[Row | Problem]:
    """The movements, and the rows that cannot be read; rows without a day are none."""
    places = {what: of.headings.index(name) for what, name in columns.items()}
    for number, cells in enumerate(of.rows, of.number + 1):
        told = {what: cells[at].strip() for what, at in places.items() if at < len(cells)}
        if not told.get("day") or not _digits(told):
            continue
        try:
            yield _row(told, account, is_month_first=is_month_first)
        except Unread as wrong:
            yield Problem(number, "", str(wrong))


def _digits(told: Mapping[str, str]) -> bool:
    """Whether any of its sums holds a digit other than nought: else nothing moved."""
    return any(re.search("[1-9]", told.get(what, "")) for what in ("credit", "debit", "amount"))


def _row(told: Mapping[str, str], account: str, *, is_month_first: bool) -> Row:
    amount = _moved(told)
    return Row(
        account=account,
        occurred_at=_moment(told["day"], is_month_first=is_month_first),
        amount=abs(amount),
        is_outgoing=amount < 0,
        text=told.get("text", ""),
        reference=told.get("reference", "")[:100],
        payer=told.get("payer", "")[:200],
        balance=told.get("balance", ""),
    )


def _moved(told: Mapping[str, str]) -> int:
    """The movement in đồng, below zero when it went out."""
    came, went = sum_of(told.get("credit", "")), sum_of(told.get("debit", ""))
    if came and went:
        raise Unread(_("It says money came and went at once."))
    moved = abs(came) - abs(went) or sum_of(told.get("amount", ""))
    if not moved:
        raise Unread(_("It says no sum."))
    return moved


def sum_of(text: str) -> int:
    """A sum in đồng as files write it, 0 for none; ``Unread`` for what is no sum."""
    bare = re.sub(r"(?i)vnd|vnđ|đ|₫|\s|\u00a0|\u202f", "", text)
    sign = -1 if bare.startswith(("-", "−", "(")) else 1
    digits = bare.strip("+-−()")
    if not digits:
        return 0
    found = _GROUPED.fullmatch(digits)
    if found is None:
        raise Unread(_("“%(text)s” is no sum of đồng.") % {"text": text[:40]})
    return sign * int(re.sub("[.,]", "", found[1]))


def _moment(text: str, *, is_month_first: bool) -> dt.datetime:
    """The moment it says, on the clock of Vietnam; noon where it says only the day."""
    time = _TIME.search(text)
    hour, minute, second = (int(one or 0) for one in time.groups()) if time else (12, 0, 0)
    try:
        if iso := _ISO.search(text):
            year, month, day = map(int, iso.groups())
        elif found := _DAY.search(text):
            day, month, year = map(int, found.groups())
            if is_month_first:
                day, month = month, day
        else:
            raise Unread(_("“%(text)s” is no day.") % {"text": text[:40]})
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=clock.LOCAL)
    except Unread:
        raise
    except ValueError as error:
        raise Unread(_("“%(text)s” is no day.") % {"text": text[:40]}) from error


def _parts(heading: str) -> set[str]:
    """A heading's words in each of its languages, folded: ``Ngày GD / Date`` is two."""
    plain = re.split(r"[/\n(|]", heading)
    found = {re.sub(r"[^a-z0-9 ]", "", fold(part)).strip() for part in plain}
    return {*found, re.sub(r"[^a-z0-9 ]", " ", fold(heading)).strip()}


def _shown(cell: Any) -> str:
    """A cell as text; moments keep their time."""
    if isinstance(cell, dt.datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
