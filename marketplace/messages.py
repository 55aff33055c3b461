"""Collects what the code says in English, and keeps the catalogues of translations true to it.

Done with Babel alone, so that nobody needs the system's gettext. A template is first turned into
calls of ``gettext`` by Django, then read like Python.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

CODE = ("marketplace", "catalog", "payments", "cms")
# Our languages besides English, which the message ids are written in.
LANGUAGES = ("vi",)
PLURALS = {"vi": "nplurals=1; plural=0;"}
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


def collect(root: Path, sources: Iterable[str] = ()) -> str:
    """Bring every catalogue up to the code, filling gaps from ``sources``; says what is missing."""
    said = []
    template = _template(root)
    for language in LANGUAGES:
        path = _path(root / "locale", language)
        catalogue = _read(path, language)
        given = [_read(Path(source), language) for source in sources]
        catalogue.update(template, no_fuzzy_matching=True)
        for message in _untranslated(catalogue):
            for source in given:
                found = source.get(message.id, message.context)
                if found and found.string and any(found.string):
                    message.string = found.string
                    message.flags.discard("fuzzy")
        catalogue.obsolete.clear()
        _write(path, catalogue)
        missing = len(list(_untranslated(catalogue)))
        said.append(f"{language}: {len(catalogue)} messages, {missing} without a translation")
    return "\n".join(said)


def compile_all(locale: Path) -> None:
    """Write the binary catalogue beside every text one, whole or not at all."""
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        out = BytesIO()
        write_mo(out, _read(source, source.parent.parent.name))
        fresh = source.with_suffix(".mo.new")
        fresh.write_bytes(out.getvalue())
        fresh.replace(source.with_suffix(".mo"))


def faults(root: Path) -> list[str]:
    """One sentence for every message without a translation, or with a wrong one."""
    found = []
    template = _template(root)
    for language in LANGUAGES:
        catalogue = _read(_path(root / "locale", language), language)
        for message in template:
            if not message.id:
                continue
            there = catalogue.get(message.id, message.context)
            place = ":".join(str(part) for part in message.locations[0])
            if there is None or not there.string or there.fuzzy or not all(_forms(there)):
                found.append(f"{language}: no translation of {message.id!r} ({place})")
            else:
                found += [f"{language}: {place}: {fault}" for fault in _wrong_names(there)]
    return found


def _wrong_names(message: Message) -> Iterator[str]:
    """Placeholders that one side has and the other has not."""
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    wanted = set(_placeholders(ids[-1]))
    for form in _forms(message):
        if set(_placeholders(form)) != wanted:
            yield f"{ids[0]!r} and its translation {form!r} name different values"


def _placeholders(text: str) -> list[str]:
    return re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w*\}", text)


def _forms(message: Message) -> tuple[str, ...]:
    string = message.string
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


def _template(root: Path) -> Catalog:
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
    return Catalog(locale=language, domain="django", project="Chợ Sơn La", fuzzy=False)


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_by_file=True, ignore_obsolete=True)
