"""Collects what the code says in English, and keeps the catalogues of translations true to it.

Done with Babel alone, so that nobody needs the system's gettext. A template is first turned into
calls of ``gettext`` by Django, then read like Python.
"""

import os
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from marketplace import borrowed

CODE = ("marketplace", "catalog", "payments", "cms")
# Our languages besides English, which the message ids are written in.
LANGUAGES = ("vi",)
# Parts of a catalogue's head that say nothing here.
UNSAID = re.compile(
    r'"(?:Project|Report-Msgid|POT-Creation|PO-Revision|Last-|Language-Team|Generated).*\n'
)
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


class Book(NamedTuple):
    """One catalogue of one language, and what must stand in it."""

    language: str
    path: Path
    wanted: Catalog


def collect(root: Path, sources: Iterable[str] = ()) -> str:
    """Bring every catalogue up to the code, filling gaps from ``sources``; says what is missing."""
    said = []
    for book in _books(root):
        catalogue = _read(book.path, book.language)
        catalogue.update(book.wanted, no_fuzzy_matching=True)
        for source in sources:
            _fill(catalogue, _read(Path(source), book.language))
        _write(book.path, catalogue)
        missing = len(list(_untranslated(catalogue)))
        name = book.path.relative_to(root)
        said.append(f"{name}: {len(catalogue)} messages, {missing} without a translation")
    return "\n".join(said)


def compile_all(locale: Path) -> None:
    """Write the binary catalogue beside every text one that is newer, whole or not at all."""
    for source in sorted(locale.rglob("LC_MESSAGES/*.po")):
        if _is_older(source.with_suffix(".mo"), source):
            _write_binary(source.with_suffix(".mo"), _read(source, source.parent.parent.name))
    ours, english = _path(locale, LANGUAGES[0]), _path(locale, "en").with_suffix(".mo")
    if ours.exists() and _is_older(english, ours):
        _write_binary(english, _english(_read(ours, LANGUAGES[0])))


def _english(catalogue: Catalog) -> Catalog:
    """Every message of ours standing for itself.

    Without it a package's English would speak: Oscar says "Add to cart" for "Add to basket".
    """
    itself = Catalog(locale="en", domain="django", fuzzy=False)
    for message in catalogue:
        if message.id:
            itself.add(message.id, message.id, context=message.context)
    return itself


def _is_older(binary: Path, source: Path) -> bool:
    return not binary.exists() or binary.stat().st_mtime <= source.stat().st_mtime


def _write_binary(path: Path, catalogue: Catalog) -> None:
    out = BytesIO()
    write_mo(out, catalogue)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".mo.{os.getpid()}")
    fresh.write_bytes(out.getvalue())
    fresh.replace(path)


def faults(root: Path) -> list[str]:
    """One sentence for every message without a translation, or with a wrong one."""
    found = []
    for book in _books(root):
        catalogue = _read(book.path, book.language)
        for message in book.wanted:
            if not message.id:
                continue
            there = catalogue.get(message.id, message.context)
            place = ", ".join(message.auto_comments) or message.locations[0][0]
            if there is None or there.fuzzy or not all(_forms(there)):
                found.append(f"{book.language}: no translation of {message.id!r} ({place})")
            else:
                found += [f"{book.language}: {place}: {fault}" for fault in _wrong_names(there)]
    return found


def _books(root: Path) -> Iterator[Book]:
    """For each language what our code says, and what we translate for the packages."""
    ours = _ours(root)
    for language in LANGUAGES:
        yield Book(language, _path(root / "locale", language), ours)
        others = Catalog(fuzzy=False)
        for package, message in borrowed.missing(root, language):
            others.add(message.id, auto_comments=[package], context=message.context)
        yield Book(language, _path(root / "locale" / "borrowed", language), others)


def _fill(catalogue: Catalog, source: Catalog) -> None:
    """Take from ``source`` what has no translation yet."""
    for message in _untranslated(catalogue):
        found = source.get(message.id, message.context)
        if found and all(_forms(found)):
            several = isinstance(message.id, tuple | list)
            message.string = _forms(found)[:1] if several else _forms(found)[0]


def _wrong_names(message: Message) -> Iterator[str]:
    """Placeholders that one side has and the other has not."""
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    wanted = set(_placeholders(ids[-1]))
    for form in _forms(message):
        if set(_placeholders(form)) != wanted:
            yield f"{ids[0]!r} and its translation {form!r} name different values"


def _placeholders(text: str) -> list[str]:
    return re.findall(r"%\(\w+\)[^a-zA-Z]*[a-zA-Z]|%[sdr]|\{\w*\}", text)


def _forms(message: Message) -> tuple[str, ...]:
    string = message.string
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


def _ours(root: Path) -> Catalog:
    """Every message of ours, in the order of the files."""
    catalogue = Catalog(fuzzy=False)
    for path in _files(root):
        name = str(path.relative_to(root))
        for line, ids, comments, context in _messages(path):
            catalogue.add(ids, locations=[(name, line)], auto_comments=comments, context=context)
    return catalogue


def _messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = _calls(templatize(text, origin=str(path)))
    yield from extract("python", BytesIO(text.encode()), KEYWORDS, ["Translators:"])


def _calls(text: str) -> str:
    """Keep of a templatized text the calls alone, each on its own line: the rest is no Python."""
    string = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\"{3}(?:.|\n)*?\"{3})"""
    call = rf"\b(n?p?gettext|_)\(\s*({string}(?:\s*,\s*(?:{string}|count))*)\s*\)"
    lines = [""] * (text.count("\n") + 1)
    for match in re.finditer(call, text):
        words = re.sub(r"\s*\n\s*", " ", match.group(0))
        lines[text.count("\n", 0, match.start())] += f"{words};"
    return "\n".join(lines)


def _files(root: Path) -> list[Path]:
    code = [path for package in CODE for path in (root / package).rglob("*.py")]
    code = [path for path in code if "migrations" not in path.parts]
    pages = [path for kind in ("html", "txt") for path in (root / "templates").rglob(f"*.{kind}")]
    return sorted([*code, *pages])


def _untranslated(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id and not all(_forms(message)))


def _path(locale: Path, language: str) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def _read(path: Path, language: str) -> Catalog:
    """The catalogue in ``path``, or a new one."""
    if path.exists():
        with path.open("rb") as file:
            return read_po(file, locale=language, domain="django")
    return Catalog(locale=language, domain="django", fuzzy=False)


def _write(path: Path, catalogue: Catalog) -> None:
    """Write the catalogue without dates and line numbers, which would change every time."""
    catalogue.header_comment = "# Kept by manage.py translations collect: change the words only."
    out = BytesIO()
    write_po(
        out, catalogue, width=100, include_lineno=False, sort_by_file=True, ignore_obsolete=True
    )
    head, _, body = out.getvalue().decode().partition("\n\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(UNSAID.sub("", f"{head}\n") + f"\n{body}", encoding="utf-8")
