"""Questions of one shape, turned into SQL once per process and then only asked.

Django writes the SQL of a query anew each time: for a dozen joined tables that takes longer than
PostgreSQL needs for the answer. A ``Statement`` writes it once and answers the same rows, with
the same related rows in place. It is for questions that are always the same but for their values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Field, Lookup, Model, QuerySet
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators
from django.db.transaction import TransactionManagementError

Row = TypeVar("Row")


class Unfit(Exception):
    """The question cannot be a statement; the message says why."""


@Field.register_lookup
class AnyOf(Lookup):
    """``pk__any_of=[…]``: one value that is a list, where ``in`` writes as many as there are."""

    lookup_name = "any_of"

    def get_prep_lookup(self) -> list[Any]:
        """The keys as they are: whole numbers or text."""
        return list(self.rhs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # Django's stub is narrower than its use
        """``column = ANY(list)``."""
        left, values = self.process_lhs(compiler, connection)
        kind = self.lhs.output_field.db_type(connection)
        kind = {"bigserial": "bigint", "serial": "integer"}.get(kind, kind)
        return f"{left} = ANY(%s::{kind}[])", [*values, self.rhs]


@dataclass(frozen=True, slots=True)
class _Written:
    """The SQL, and how its rows become what is asked for."""

    sql: str
    values: tuple[int | None, ...]  # which of the caller's values stands there, if any does
    fixed: tuple[Any, ...]
    row: Callable[[Any], Any]
    converters: tuple[tuple[int, list[Any], Any], ...]
    locks: bool


class Statement(Generic[Row]):
    """``Statement(question, *examples)``: ``question`` makes the ``QuerySet`` of some values.

    The examples are values of the right kinds, each unlike anything else in the question: they
    show where the values stand in its SQL. Nothing is asked of the database with them.
    """

    def __init__(self, question: Callable[..., QuerySet[Any, Row]], *examples: Any) -> None:
        """Remember the question; it is written when it is asked for the first time."""
        self._question = question
        self._examples = examples
        self._written: _Written | None = None

    def rows(self, *values: Any) -> list[Row]:
        """The answer for these values."""
        written = self._written
        if written is None:
            written = self._written = _write(self._question(*self._examples), self._examples)
        if written.locks and not connection.in_atomic_block:
            raise TransactionManagementError("a lock ends with its transaction: open one")
        wanted = [
            fixed if place is None else values[place]
            for place, fixed in zip(written.values, written.fixed, strict=True)
        ]
        with connection.cursor() as cursor:
            cursor.execute(written.sql, wanted)
            found: Sequence[Any] = cursor.fetchall()
        if written.converters:
            found = [_converted(row, written.converters) for row in found]
        return [written.row(row) for row in found]

    def first(self, *values: Any) -> Row | None:
        """The first row of the answer, if there is one."""
        return next(iter(self.rows(*values)), None)


def _write(question: QuerySet[Any, Any], examples: Sequence[Any]) -> _Written:
    """Let Django write the SQL, and find each example in it."""
    known: Any = question
    query = known.query
    if known._prefetch_related_lookups:  # noqa: SLF001 -- nothing public says it
        raise Unfit("rows that need further questions are left to Django")
    compiler: Any = query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    places = tuple(
        next((at for at, example in enumerate(examples) if _same(example, param)), None)
        for param in params
    )
    if set(range(len(examples))) - set(places):
        raise Unfit(f"not every value is found in: {sql}")
    converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
    return _Written(
        sql,
        places,
        tuple(params),
        _maker(question, compiler),
        tuple((at, functions, column) for at, (functions, column) in converters.items()),
        query.select_for_update,
    )


def _same(example: Any, param: Any) -> bool:
    """Whether a value of the SQL is the example, in the form Django gave it."""
    return type(example) is type(param) and bool(example == param)


def _maker(question: Any, compiler: Any) -> Callable[[Any], Any]:
    """What turns a row of columns into what the question answers."""
    kind = question._iterable_class  # noqa: SLF001 -- nothing public says it
    if issubclass(kind, ValuesListIterable):
        return tuple
    if not issubclass(kind, ModelIterable):
        raise Unfit("only models and lists of values are answered")
    info = compiler.klass_info
    first, end = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column.target.attname for column, _sql, _alias in compiler.select[first:end]]
    make: Any = get_related_populators  # its stub is of the next Django
    populators = make(info, compiler.select, connection.alias)
    annotations = tuple((compiler.annotation_col_map or {}).items())
    model: type[Model] = info["model"]

    def made(row: Any) -> Model:
        """A model with its related ones and what was counted beside it."""
        one = model.from_db(connection.alias, names, row[first:end])
        for populator in populators:
            populator.populate(row, one)
        for name, at in annotations:
            setattr(one, name, row[at])
        return one

    return made


def _converted(row: Any, converters: Sequence[tuple[int, list[Any], Any]]) -> list[Any]:
    """The row with Django's own forms of its values."""
    values = list(row)
    for at, functions, column in converters:
        for function in functions:
            values[at] = function(values[at], column, connection)
    return values
