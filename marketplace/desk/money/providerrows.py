"""Reads a provider's or a courier's file: which columns have its reference, sum and fee."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext_lazy

from catalog.tables.refusals import Problem
from marketplace.desk.money import bankrows
from payments.settled import Row

#: What a column can say, and its words for people.
WORDS = {
    "reference": gettext_lazy("Our code, or its own number"),
    "amount": gettext_lazy("Amount; below zero for a refund"),
    "fee": gettext_lazy("Its fee"),
}
KNOWN: dict[str, tuple[str, ...]] = {
    "reference": (
        *("vnptxnref", "ma don hang", "ma tham chieu", "orderid", "order id", "apptransid"),
        *("app trans id", "merchant reference", "payment intent", "paymentintentid", "reference"),
        *("ma giao dich", "transaction id"),
        *("ma van don", "so van don", "van don", "tracking number", "tracking", "waybill"),
    ),
    "amount": (
        *("so tien", "so tien giao dich", "amount", "gross", "gia tri"),
        *("tien thu ho", "so tien thu ho", "thu ho", "cod", "cod amount"),
    ),
    "fee": (
        *("phi", "phi giao dich", "fee", "fees", "phi dich vu"),
        *("phi thu ho", "cuoc thu ho", "cod fee"),
    ),
}


def rows(of: bankrows.Table, columns: Mapping[str, str]) -> Iterator[Row | Problem]:
    """The rows with a reference; those whose sums cannot be read are problems."""
    places = {what: of.headings.index(name) for what, name in columns.items()}
    for number, cells in enumerate(of.rows, of.number + 1):
        told = {what: cells[at].strip() for what, at in places.items() if at < len(cells)}
        if not told.get("reference"):
            continue
        try:
            amount = bankrows.sum_of(told.get("amount", ""))
            fee = abs(bankrows.sum_of(told.get("fee", "")))
        except bankrows.Unread as wrong:
            yield Problem(number, "", str(wrong))
            continue
        if amount:
            yield Row(number, told["reference"][:100], amount, fee)
