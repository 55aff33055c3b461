"""Rows of a table of listings, put together again: which listing, which pack, what is different."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from catalog.listings import wording
from catalog.listings.proposals import PackDraft, Proposal, Words
from catalog.tables import cells
from catalog.tables.columns import Row
from catalog.tables.reading import Line, Sheet
from catalog.tables.refusals import Problem

Names = Mapping[str, Sequence[tuple[str, str]]]
OF_LISTING = (
    *("title_vi", "description_vi", "title_en", "description_en"),
    *("category", "variety", "commune", "season"),
)
OF_PACK = ("name_vi", "name_en", "grade", "net_weight_g", "price")
LENGTHS = {
    "title_vi": 120,
    "title_en": 120,
    "description_vi": 8_000,
    "description_en": 8_000,
    "name_vi": 80,
    "name_en": 80,
    "grade": 60,
}
_NUMBERS = {"net_weight_g", "price"}
_CHOSEN = {"category", "variety", "commune"}
MUST = {"title_vi", "description_vi", "category", "commune", "name_vi", "net_weight_g", "price"}


@dataclass(frozen=True, slots=True)
class Changed:
    """A cell that says something else than what is sold; ``pack`` names whose it is, if any's."""

    key: str
    old: str
    new: str
    pack: str = ""


@dataclass(slots=True)
class Group:
    """The rows of one listing: what they would have it be."""

    row: int
    listing_no: int | None
    title: str
    facts: dict[str, Any] = field(default_factory=dict)
    packs: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)

    def applied(self, old: Proposal) -> Proposal:
        """The proposal with what the rows say; packs that no row names stay."""
        facts = self.facts
        said: dict[str, Any] = {
            name: facts[name] for name in ("category", "variety", "commune") if name in facts
        }
        if "season" in facts:
            said["season_months"] = facts["season"]
        return replace(old, **said, texts=self._texts(old), packs=self._packs(old))

    def _texts(self, old: Proposal) -> dict[str, Words]:
        """Names and descriptions in each language; a language without both is none."""
        found = {}
        for language in ("vi", "en"):
            words = old.texts.get(language, Words("", ""))
            title = self.facts.get(f"title_{language}", words.title)
            description = self.facts.get(f"description_{language}", words.description)
            if title or description:
                found[language] = Words(title, description)
        return found

    def _packs(self, old: Proposal) -> tuple[PackDraft, ...]:
        """The old packs as the rows would have them, the new ones behind."""
        wanted = dict(self.packs)
        kept = [replace(pack, **wanted.pop(pack.key, {})) for pack in old.packs]
        blank = {"name_vi": "", "name_en": "", "grade": "", "net_weight_g": 0, "price": 0}
        return (*kept, *(PackDraft(key, **{**blank, **facts}) for key, facts in wanted.items()))


@dataclass(slots=True)
class Found:
    """What a table holds: the listings that change, what is wrong, how many rows change nothing."""

    groups: list[Group] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0


def grouped(
    sheet: Sheet, where: Mapping[str, str], stands: Mapping[int, Mapping[Any, Row]], names: Names
) -> Found:
    """The rows of a sheet by listing, each cell read and compared with what is sold."""
    found = Found()
    groups: dict[object, Group] = {}
    seen: set[int] = set()
    rows: dict[object, int] = {}
    for line in sheet.lines:
        reader = _Reader(line, where, names, found.problems)
        old = reader.place(stands, seen)
        if old is None:
            continue
        listing_no, row = old
        title = line.cells.get(where.get("title_vi", ""), "") or str(row.get("title_vi", ""))
        key: object = listing_no or wording.line(title)
        group = groups.setdefault(key, Group(line.number, listing_no, wording.line(title)))
        rows[key] = rows.get(key, 0) + 1
        _add(group, reader, row, is_first=rows[key] == 1)
    for key, group in groups.items():
        if group.changed:
            found.groups.append(group)
        else:
            found.unchanged += rows[key]
    return found


def _add(group: Group, reader: _Reader, row: Row, *, is_first: bool) -> None:
    """Take a row's cells into its listing."""
    for key, old, new, shown in reader.differences(OF_LISTING, row, group):
        if key in group.facts and group.facts[key] == new:
            continue
        if not is_first or key in group.facts:
            reader.problem(
                key, _("The rows of one listing say different things here. Make them equal.")
            )
            continue
        group.facts[key] = new
        group.changed.append(Changed(key, old, shown))
    facts = {}
    name = reader.text("name_vi") or str(row.get("name_vi", ""))
    for key, old, new, shown in reader.differences(OF_PACK, row, group):
        facts[key] = new
        group.changed.append(Changed(key, old, shown, pack=name))
    if facts:
        group.packs.append((str(row.get("pack_key") or secrets.token_urlsafe(8)), facts))


class _Reader:
    """One row, its cells read column by column."""

    def __init__(
        self, line: Line, where: Mapping[str, str], names: Names, problems: list[Problem]
    ) -> None:
        """Know where each column stands, and where to put what is wrong."""
        self.line, self.where, self.names, self.problems = line, where, names, problems

    def problem(self, key: str, words: str) -> None:
        """Something to mend in a column of this row."""
        self.problems.append(Problem(self.line.number, self.where.get(key, ""), words))

    def text(self, key: str) -> str:
        """What stands in a column, empty when nothing does or the file has no such column."""
        return self.line.cells.get(self.where.get(key, ""), "")

    def place(
        self, stands: Mapping[int, Mapping[Any, Row]], seen: set[int]
    ) -> tuple[int | None, Row] | None:
        """Which listing the row belongs to and what is sold there; nothing when it is wrong."""
        listing_no, pack_no = self._number("listing_no"), self._number("pack_no")
        packs = stands.get(listing_no) if listing_no else {}
        if packs is None or (listing_no is None and pack_no is not None):
            self.problem("listing_no", _("There is no listing of yours with this number."))
            return None
        if pack_no is None:
            shared = next(iter(packs.values()), {})
            return listing_no, {key: shared[key] for key in OF_LISTING if key in shared}
        if pack_no not in packs:
            self.problem("pack_no", _("This listing has no pack with this number."))
            return None
        if pack_no in seen:
            self.problem("pack_no", _("This pack stands in the table twice."))
            return None
        seen.add(pack_no)
        return listing_no, packs[pack_no]

    def _number(self, key: str) -> int | None:
        """A number of ours; one that is none names nothing."""
        try:
            return cells.whole(self.text(key)) if self.text(key) else None
        except cells.Unfit:
            return 0

    def differences(
        self, keys: Sequence[str], row: Row, group: Group
    ) -> list[tuple[str, str, Any, str]]:
        """The cells that say something else: key, old text, new value, new text."""
        found = []
        for key in keys:
            if key not in self.where:
                continue
            typed, old = self.text(key), str(row.get(key, ""))
            try:
                new, shown = self._read(key, typed)
            except cells.Unfit as error:
                self.problem(key, str(error))
                continue
            if key in group.facts or not self._same(key, shown, old):
                found.append((key, old, new, shown))
        return found

    def _same(self, key: str, shown: str, old: str) -> bool:
        """Whether the cell says what is sold; texts are compared as they would be kept."""
        if key in LENGTHS:
            return shown == (wording.line(old) if key[:5] != "descr" else wording.paragraphs(old))
        if key in _CHOSEN and old:
            return self._key(key, shown) == self._key(key, old)
        return shown == old

    def _key(self, key: str, text: str) -> str:
        return cells.one_of(text, self.names[key]) if text else ""

    def _read(self, key: str, typed: str) -> tuple[Any, str]:
        """The value of a cell and how it is shown; ``Unfit`` when it is none."""
        if not typed and key in MUST:
            raise cells.Unfit(_("This cell must not be empty."))
        if key in _NUMBERS:
            number = cells.whole(typed)
            return number, str(number)
        if key == "season":
            months = cells.months(typed)
            return months, ", ".join(map(str, months))
        if key in _CHOSEN:
            return self._key(key, typed), typed
        text = wording.paragraphs(typed) if key.startswith("description") else wording.line(typed)
        if len(text) > LENGTHS[key]:
            raise cells.Unfit(_("This text is longer than %(n)d letters.") % {"n": LENGTHS[key]})
        return text, text
