"""Brings a bank's file in: kept as it came, looked at, then taken row by row by the worker."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction

from catalog.tables.refusals import Problem
from marketplace.desk.money import bankrows, providerrows, sources
from marketplace.people.models import User
from marketplace.records import audit, clock
from payments import bankfiles, remitting, settled
from payments.models import BankFile, BankFileFormat

State = BankFile.State


class NotReadable(Exception):
    """Rows of the file cannot be read, or nobody has said what its columns are."""


@dataclass(frozen=True, slots=True)
class Look:
    """What taking a file would do: rows by what becomes of them, and those it cannot read."""

    counts: Counter[str]
    problems: list[Problem]


@transaction.atomic
def bring(account: str, name: str, content: bytes, *, by: User) -> BankFile:
    """Keep a file; the same content once more is the same file. Raises ``FileRefused``."""
    found = bankrows.table(content, names(account))
    digest = hashlib.sha256(content).hexdigest()
    facts = {"name": name[:200], "content": content, "rows": len(found.rows), "brought_by": by}
    made, is_new = BankFile.objects.get_or_create(account=account, sha256=digest, defaults=facts)
    if is_new:
        told = {"name": made.name, "sha256": digest, "rows": made.rows}
        audit.record(by, made, "bank_file.brought", after=told)
    return made


@transaction.atomic
def tell_columns(
    account: str, columns: Mapping[str, str], *, is_month_first: bool, by: User
) -> None:
    """Keep what the columns of an account's files say."""
    facts = {
        "columns": dict(columns),
        "is_month_first": is_month_first,
        "changed_at": clock.now(),
        "changed_by": by,
    }
    row, _new = BankFileFormat.objects.update_or_create(account=account, defaults=facts)
    audit.record(by, row, "bank_file.columns", after={"columns": dict(columns)})


def columns_of(file: BankFile, headings: list[str]) -> tuple[dict[str, str], bool]:
    """What its columns say: as told for the account where the headings still fit, else guessed."""
    known = BankFileFormat.objects.filter(account=file.account).first()
    if known is not None and set(known.columns.values()) <= set(headings):
        return dict(known.columns), known.is_month_first
    return bankrows.guess(headings, names(file.account)), False


def names(account: str) -> bankrows.Names:
    """The headings by which the columns of a source's files are known."""
    return providerrows.KNOWN if sources.is_settling(account) else bankrows.KNOWN


def look(file: BankFile) -> Look:
    """What taking it would do; nothing is written."""
    problems: list[Problem] = []
    if courier := sources.courier(file.account):
        counts = remitting.look(courier, _settled(file, problems))
    elif sources.is_settling(file.account):
        counts = settled.look(file.account, _settled(file, problems))
    else:
        counts = bankfiles.look(_rows(file, problems))
    return Look(counts, problems)


@transaction.atomic
def begin(file_id: int, *, by: User) -> BankFile:
    """Let the worker take a file, once every row can be read. Raises ``NotReadable``."""
    file = BankFile.objects.select_for_update().get(pk=file_id)
    if file.state == State.TAKEN:
        return file
    if look(file).problems:
        raise NotReadable(file.name)
    file.state = State.TAKING
    file.save(update_fields=("state",))
    audit.record(by, file, "bank_file.taken", after={"rows": file.rows})
    return file


def take(file_id: int) -> dict[str, int]:
    """Take a file's rows; after each chunk it is written down how far that is."""
    file = BankFile.objects.get(pk=file_id)
    if file.state != State.TAKING:
        return dict(file.counts)
    counts: Counter[str] = Counter()
    if courier := sources.courier(file.account):
        chunks = iter([remitting.take(file, courier, _settled(file, []))])
    elif sources.is_settling(file.account):
        chunks = iter([settled.take(file, file.account, _settled(file, []))])
    else:
        chunks = bankfiles.take(_rows(file, []))
    for chunk in chunks:
        counts += chunk
        done = min(counts.total(), file.rows)
        BankFile.objects.filter(pk=file.pk).update(done=done, counts=dict(counts))
    BankFile.objects.filter(pk=file.pk, state=State.TAKING).update(
        state=State.TAKEN, taken_at=clock.now(), done=file.rows, counts=dict(counts)
    )
    return dict(counts)


def _settled(file: BankFile, problems: list[Problem]) -> list[settled.Row]:
    """The rows of a provider's or a courier's file that can be read; others are ``problems``."""
    found = bankrows.table(bytes(file.content), names(file.account))
    columns, _is_month_first = columns_of(file, found.headings)
    read = list(providerrows.rows(found, columns))
    problems += [row for row in read if isinstance(row, Problem)]
    return [row for row in read if isinstance(row, settled.Row)]


def _rows(file: BankFile, problems: list[Problem]) -> Iterator[bankfiles.Row]:
    """The rows that can be read; the others are added to ``problems``."""
    found = bankrows.table(bytes(file.content))
    columns, is_month_first = columns_of(file, found.headings)
    for row in bankrows.rows(found, columns, file.account, is_month_first=is_month_first):
        if isinstance(row, Problem):
            problems.append(row)
        else:
            yield row
