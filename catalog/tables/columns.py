"""The columns of a table: what they are called in both languages, and how their cells are read."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from catalog.communes.names import fold
from catalog.tables.reading import Sheet
from catalog.tables.refusals import FileRefused

LANGUAGES = ("vi", "en")
Value = str | int
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a short name for programs, a heading for people, and what to write below it."""

    key: str
    heading: Promise
    hint: Promise
    is_needed: bool = False

    def names(self) -> set[str]:
        """Every heading that means this column, folded."""
        found = {fold(self.key)}
        for language in LANGUAGES:
            with translation.override(language):
                found.add(fold(str(self.heading)))
        return found


def places(sheet: Sheet, columns: Sequence[Column]) -> dict[str, str]:
    """The file's heading of each column that it has, by the column's key.

    Raises ``FileRefused`` for a heading nobody knows, naming the nearest one, and when a column is
    missing without which no row can be understood.
    """
    known = {name: column for column in columns for name in column.names()}
    found: dict[str, str] = {}
    for heading in filter(None, sheet.headings):
        column = known.get(fold(heading))
        if column is None:
            raise FileRefused(_unknown(heading, columns))
        if column.key in found:
            raise FileRefused(_("Two columns are for “%(name)s”.") % {"name": str(column.heading)})
        found[column.key] = heading
    for column in columns:
        if column.is_needed and column.key not in found:
            raise FileRefused(
                _("The column “%(name)s” is missing. Begin with a file taken from this page.")
                % {"name": str(column.heading)}
            )
    return found


def _unknown(heading: str, columns: Sequence[Column]) -> str:
    """That a heading is not known, and which one may be meant."""
    names = [str(column.heading) for column in columns]
    folded = {fold(name): name for name in names}
    near = difflib.get_close_matches(fold(heading), folded, n=1, cutoff=0.0)
    return _("Nobody knows the column “%(heading)s”. Is “%(near)s” meant?") % {
        "heading": heading[:60],
        "near": folded[near[0]] if near else names[0],
    }
