"""Cells of a table as people write them, and as they are kept out of a spreadsheet's reach.

Text that a spreadsheet would take for a formula is written behind an apostrophe (OWASP, CSV
injection); what is read again loses that apostrophe, so that nothing has changed on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from catalog.communes.names import fold

# What spreadsheets take for the beginning of a formula, also behind blanks.
_FORMULA = re.compile(r"^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_PLAIN = re.compile(r"[0-9]{1,12}")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+")
_WITH_COMMA = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_MONTHS = re.compile(r"[0-9]{1,2}(?:\s*[,; ]\s*[0-9]{1,2})*")


class Unfit(ValueError):
    """A cell does not hold what its column asks for; the message says how to mend it."""


def guarded(text: str) -> str:
    """The text as a cell may hold it."""
    return f"'{text}" if _FORMULA.match(text) or text.startswith("'") else text


def unguarded(text: str) -> str:
    """The text that was guarded; any other text as it is."""
    rest = text[1:]
    is_guard = text.startswith("'") and (_FORMULA.match(rest) or rest.startswith("'"))
    return rest if is_guard else text


def is_formula(text: str) -> bool:
    """Whether an unguarded cell of a text file begins like a formula."""
    return text.lstrip().startswith(("=", "\uff1d"))


def whole(text: str) -> int:
    """A whole number written as 25000, 25.000 or 25 000; ``Unfit`` for anything else."""
    typed = text.strip().removesuffix("đ").removesuffix("₫").strip()
    if _PLAIN.fullmatch(typed):
        return int(typed)
    if _GROUPED.fullmatch(typed):
        return int(re.sub(r"[^0-9]", "", typed))
    if _WITH_COMMA.fullmatch(typed):
        mended = typed.replace(",", "")
        raise Unfit(
            _("“%(text)s” can be read in two ways. Write %(number)s.")
            % {"text": text, "number": mended}
        )
    raise Unfit(_("“%(text)s” is no whole number. Write digits alone.") % {"text": text[:60]})


def months(text: str) -> tuple[int, ...]:
    """Months written as 7, 8, 9; ``Unfit`` for anything else."""
    if not text.strip():
        return ()
    if not _MONTHS.fullmatch(text.strip()):
        raise Unfit(_("Write the months as numbers with commas between, for example 7, 8, 9."))
    found = tuple(sorted({int(part) for part in re.findall("[0-9]+", text)}))
    if not all(1 <= month <= 12 for month in found):
        raise Unfit(_("Months go from 1 to 12."))
    return found


def one_of(text: str, names: Iterable[tuple[str, str]]) -> str:
    """The key of what a cell names, by key or by name, with or without accents.

    ``Unfit`` when nothing or more than one thing bears the name.
    """
    meant = fold(text)
    known = list(names)
    if text in {key for key, _name in known}:
        return text
    found = {key for key, name in known if fold(name) == meant}
    if len(found) == 1:
        return found.pop()
    if found:
        raise Unfit(
            _("Several things are called “%(text)s”. Write the short name: %(keys)s.")
            % {"text": text[:60], "keys": ", ".join(sorted(found))}
        )
    raise Unfit(
        _("“%(text)s” is not known. Take a name from the second sheet.") % {"text": text[:60]}
    )
