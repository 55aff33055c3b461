"""A statement as a table: on a page, in a spreadsheet, on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from catalog.settling import printing
from marketplace.design import formats, spreadsheets
from payments.models import Payout, Statement
from payments.settlement import reading

FORMATS = ("csv", "xlsx", "pdf")
#: The columns of a statement and their words, as everywhere.
WORDS: dict[str, str | Promise] = {
    "sales": pgettext_lazy("statement", "Sold"),
    "vouchers": gettext_lazy("Vouchers others pay"),
    "returns": gettext_lazy("Taken back"),
    "commission": gettext_lazy("Commission"),
    "tax": gettext_lazy("Tax withheld"),
    "kept": gettext_lazy("Received by yourselves"),
    "awaited": gettext_lazy("Cash with the courier"),
    "fees": gettext_lazy("The courier's fees"),
}
PAYOUTS: dict[str, tuple[str | Promise, str]] = {
    Payout.State.DUE: (gettext_lazy("To be paid"), "warn"),
    Payout.State.ORDERED: (gettext_lazy("Being paid"), "warn"),
    Payout.State.SENT: (gettext_lazy("Paid out"), "ok"),
    Payout.State.RETURNED: (gettext_lazy("Sent back by the bank"), "bad"),
}


def standing(told: Statement) -> tuple[str, str]:
    """What became of a statement, in words, and how good that is."""
    found = reading.payout(told)
    if found is not None:
        words, level = PAYOUTS[Payout.State(found.state)]
        return str(words), level
    if told.payable < 0:
        return _("Owed to the market, taken off the next one"), "bad"
    return _("Carried to the next one") if told.payable else _("Nothing to pay"), ""


def sums(told: Statement) -> list[tuple[str, int]]:
    """The statement's sums in đồng that are not zero, with their words, in order."""
    found = [(str(WORDS[name]), int(getattr(told, name))) for name in WORDS]
    found.insert(0, (_("Left from the statement before"), told.carried))
    return [(words, amount) for words, amount in found if amount]


def days(told: Statement) -> str:
    """The days it covers."""
    return f"{formats.day(told.first_day)} – {formats.day(told.last_day)}"


def table(told: Statement, url: Callable[[str], str]) -> dict[str, Any]:
    """The context of templates/parts/_statement.html; ``url`` leads from an order to its page."""
    orders = reading.orders(told)
    columns = {name: WORDS[name] for name in WORDS if any(getattr(one, name) for one in orders)}
    return {
        "told": told,
        "sums": sums(told),
        "columns": columns,
        "orders": [
            {
                "row": row,
                "url": url(row.reference),
                "cells": [(words, getattr(row, name)) for name, words in columns.items()],
            }
            for row in orders
        ],
    }


def file(told: Statement, kind: str) -> HttpResponseBase:
    """The statement as a file of one of ``FORMATS``."""
    if kind == "pdf":
        answer = HttpResponse(
            printing.pdf(
                heading=_("Statement %(number)s") % {"number": told.number},
                facts=[told.payee.name, days(told)],
                sums=[*sums(told), (_("To pay out"), told.payable)],
                table=list(rows(told)),
            ),
            content_type="application/pdf",
        )
        answer["Content-Disposition"] = f'attachment; filename="{told.number}.pdf"'
        return answer
    make = spreadsheets.xlsx_file if kind == "xlsx" else spreadsheets.csv_file
    return make(told.number, rows(told))


def rows(told: Statement) -> Iterator[list[spreadsheets.Cell]]:
    """Heading, a row for each order, and the sums; đồng."""
    yield [_("Order"), _("Delivered"), *map(str, WORDS.values()), pgettext("sum", "Left")]
    for one in reading.orders(told):
        amounts = [getattr(one, name) for name in WORDS]
        yield [one.reference, formats.day(one.at), *amounts, one.left]
    amounts = [getattr(told, name) for name in WORDS]
    yield [_("Together"), "", *amounts, told.payable - told.carried]
    if told.carried:
        yield [_("Left from the statement before"), *[""] * (len(WORDS) + 1), told.carried]
    yield [_("To pay out"), *[""] * (len(WORDS) + 1), told.payable]
