"""Takes a bank's own statement of an account: every row once, whoever told of it before.

A row that a webhook told already is kept as its copy; the rest is placed like any other transfer.
Files are taken in chunks, each in its own transaction, and may be taken again from the start: a row
is known by its number at the bank, or by everything it says and its place among its likes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db import transaction

from payments import bank, memos
from payments.channels.base import Kind, Notice
from payments.models import BankTransaction

SOURCE = "statement"
CHUNK = 1_000
State = BankTransaction.State


@dataclass(frozen=True, slots=True)
class Row:
    """One movement as the bank's file says it; ``amount`` in đồng above zero, either way."""

    account: str
    occurred_at: dt.datetime
    amount: int
    is_outgoing: bool
    text: str
    reference: str = ""
    payer: str = ""
    balance: str = ""

    @property
    def facts(self) -> str:
        """Everything that makes it this row."""
        way = "out" if self.is_outgoing else "in"
        said = (self.account, self.occurred_at.isoformat(), str(self.amount), way)
        return "|".join((*said, self.reference, self.text, self.balance))


@dataclass(frozen=True, slots=True)
class _Told:
    """A row with the number we know it by."""

    row: Row
    external_id: str

    @property
    def notice(self) -> Notice:
        """The same as a bank's message would say it."""
        row = self.row
        return Notice(
            provider=SOURCE,
            external_id=self.external_id,
            kind=Kind.BANK_OUT if row.is_outgoing else Kind.BANK_IN,
            amount=row.amount,
            occurred_at=row.occurred_at,
            account=row.account,
            bank_reference=row.reference,
            memos=(row.text,),
            payer=row.payer,
        )


def take(rows: Iterable[Row]) -> Iterator[Counter[str]]:
    """Take rows chunk by chunk; after each, how many ended as what (a state, or ``known``)."""
    told = _numbered(rows)
    while chunk := list(islice(told, CHUNK)):
        yield _chunk(chunk)


def look(rows: Iterable[Row]) -> Counter[str]:
    """How many rows taking would end as what, without doing it; ``code`` carries one of ours."""
    counted: Counter[str] = Counter()
    told = _numbered(rows)
    while chunk := list(islice(told, CHUNK)):
        known, originals = _known(chunk), _originals(chunk)
        for one in chunk:
            if one.external_id in known:
                counted["known"] += 1
            elif one.row.is_outgoing:
                counted[State.APART] += 1
            elif _fingerprint(one) in originals:
                counted[State.COPY] += 1
            else:
                counted["code" if memos.codes(one.row.text) else State.UNMATCHED] += 1
    return counted


def _numbered(rows: Iterable[Row]) -> Iterator[_Told]:
    """Rows with a number each: two that say the same all over are two, wherever the file begins."""
    seen: Counter[str] = Counter()
    for row in rows:
        seen[row.facts] += 1
        facts = f"{row.facts}|{seen[row.facts]}"
        yield _Told(row, hashlib.sha256(facts.encode()).hexdigest()[:40])


@transaction.atomic
def _chunk(chunk: Sequence[_Told]) -> Counter[str]:
    counted: Counter[str] = Counter()
    known = _known(chunk)
    fresh = [one for one in chunk if one.external_id not in known]
    counted["known"] = len(chunk) - len(fresh)
    originals = _originals(fresh)
    plain: list[BankTransaction] = []
    for one in fresh:
        original = originals.get(_fingerprint(one))
        if one.row.is_outgoing:
            plain.append(_written(one, State.APART))
        elif original is not None:
            plain.append(_written(one, State.COPY, original))
        else:
            bank.take(one.notice)
            counted[_state(one)] += 1
    # Two workers may hold the same file, after a crash: a row that is there already is that row.
    BankTransaction.objects.bulk_create(plain, ignore_conflicts=True)
    counted.update(Counter(str(row.state) for row in plain))
    return counted


def _known(chunk: Sequence[_Told]) -> set[str]:
    ids = [one.external_id for one in chunk]
    rows = BankTransaction.objects.filter(source=SOURCE, external_id__in=ids)
    return set(rows.values_list("external_id", flat=True))


def _originals(chunk: Sequence[_Told]) -> dict[str, BankTransaction]:
    """The transfers other sources told of already, by what both say of them."""
    prints = [found for one in chunk if (found := _fingerprint(one))]
    rows = BankTransaction.objects.filter(fingerprint__in=prints, same_as__isnull=True)
    return {row.fingerprint: row for row in rows.exclude(source=SOURCE)}


def _fingerprint(one: _Told) -> str:
    row = one.row
    return bank.fingerprint(row.account, row.reference, row.amount, row.occurred_at)


def _written(one: _Told, state: str, original: BankTransaction | None = None) -> BankTransaction:
    row = one.row
    return BankTransaction(
        source=SOURCE,
        external_id=one.external_id,
        state=state,
        is_outgoing=row.is_outgoing,
        account=row.account,
        reference=row.reference,
        amount=row.amount,
        memo=row.text,
        memo_normal=memos.normal(row.text),
        payer=row.payer,
        occurred_at=row.occurred_at,
        fingerprint=_fingerprint(one) if original else "",
        same_as=original,
    )


def _state(one: _Told) -> str:
    row = BankTransaction.objects.get(source=SOURCE, external_id=one.external_id)
    return str(row.state)
