"""Old and new of a listing change, field by field, in words people read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from catalog.certificates.models import Certificate
from catalog.communes import queries as places
from catalog.goods.models import GoodsCategory, ProtectedName, Variety
from catalog.listings import proposals, showing
from catalog.listings.models import Listing, ListingChange, Picture
from catalog.listings.proposals import PackDraft, Proposal
from catalog.traceability.models import Plot
from marketplace.design import formats, seasons

_WORDS = re.compile(r"\s+|\d[\d.,]*\d|\w+|[^\w\s]")
State = ListingChange.State


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: kept (``same``), taken away (``del``) or added (``ins``)."""

    what: str
    words: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a listing before and after; pictures come as their presentations."""

    key: str
    label: str
    old: str
    new: str
    note: str = ""
    old_pictures: list[dict[str, Any]] = field(default_factory=list)
    new_pictures: list[dict[str, Any]] = field(default_factory=list)

    @property
    def old_pieces(self) -> list[Piece]:
        """The old words, with what is taken away marked."""
        return [piece for piece in _pieces(self.old, self.new) if piece.what != "ins"]

    @property
    def new_pieces(self) -> list[Piece]:
        """The new words, with what is added marked."""
        return [piece for piece in _pieces(self.old, self.new) if piece.what != "del"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changes, and the labels of what stays; ``is_new`` before the first approval."""

    changed: list[FieldChange]
    unchanged: list[FieldChange]
    is_new: bool


def compare(change: ListingChange) -> Comparison:
    """What a change would do to its listing, or, when it is decided, what it did."""
    new = proposals.read(change.proposed)
    return _compared(_before(change), new, is_new=change.base_version == 0)


def of_draft(listing: Listing | None, content: dict[str, Any]) -> Comparison:
    """What a draft would change of its listing; everything when there is none yet."""
    old = proposals.as_it_stands(listing) if listing else Proposal()
    new = proposals.read(content)
    return _compared(old, new, is_new=listing is None or listing.version == 0)


def between(old: Proposal, new: Proposal) -> Comparison:
    """What differs between two versions of a listing."""
    return _compared(old, new, is_new=False)


def _compared(old: Proposal, new: Proposal, *, is_new: bool) -> Comparison:
    """The fields of two proposals, those that differ apart from the others."""
    rows = list(_rows(old, new, _Names(old, new)))
    return Comparison(
        changed=[row for row in rows if _differs(row)],
        unchanged=[row for row in rows if not _differs(row) and row.new],
        is_new=is_new,
    )


def _differs(row: FieldChange) -> bool:
    return row.old != row.new or row.old_pictures != row.new_pictures


def _before(change: ListingChange) -> Proposal:
    """What the change was written against."""
    if change.state == State.SUBMITTED:
        return proposals.as_it_stands(change.listing)
    approved = change.listing.changes.filter(state=State.APPROVED, pk__lt=change.pk)
    last = approved.order_by("-pk").first()
    return proposals.read(last.proposed) if last else Proposal()


class _Names:
    """The names behind the keys of two proposals, asked for once."""

    def __init__(self, *sides: Proposal) -> None:
        """Look up every key that either side holds."""
        self.categories = _named(GoodsCategory, "path", (side.category for side in sides))
        self.varieties = _named(Variety, "key", (side.variety for side in sides))
        self.protected = _named(ProtectedName, "key", (side.protected_name for side in sides))
        codes = {side.commune for side in sides if side.commune}
        self.communes = {
            # A code may have named another commune before: the one of today is meant.
            code: place.full_name
            for code in codes
            if (place := places.by_code(code))
        }
        keys = {key for side in sides for key in side.certificates}
        self.certificates = {
            c.pk: f"{c.get_scheme_display()} {c.number}"
            for c in Certificate.objects.filter(pk__in=keys)
        }
        shots = {shot.token for side in sides for shot in side.pictures}
        self.pictures = {p.token: p for p in Picture.objects.filter(token__in=shots)}


def _named(model: Any, column: str, keys: Iterable[str]) -> dict[str, str]:
    """Vietnamese names by key."""
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    found = model.objects.filter(**{f"{column}__in": wanted})
    return {getattr(row, column): row.name_vi for row in found}


def _rows(old: Proposal, new: Proposal, names: _Names) -> Iterator[FieldChange]:
    """Every field in the order of the product page."""
    yield from _words(old, new)
    before, after = showing.sides(old, new, names.pictures)
    yield FieldChange(
        "pictures",
        _("Photos"),
        "\n".join(shot.alt for shot in old.pictures),
        "\n".join(shot.alt for shot in new.pictures),
        note=showing.note(old, new),
        old_pictures=before,
        new_pictures=after,
    )
    yield from _packs(old, new)
    yield _field(
        "category",
        _("Kind of goods"),
        old,
        new,
        lambda p: names.categories.get(p.category, ""),
    )
    yield _field("variety", _("Variety"), old, new, lambda p: names.varieties.get(p.variety, ""))
    yield _field("commune", _("Commune"), old, new, lambda p: names.communes.get(p.commune, ""))
    yield _field(
        "protected_name",
        _("Protected name"),
        old,
        new,
        lambda p: names.protected.get(p.protected_name, ""),
    )
    yield _field("certificates", _("Certificates"), old, new, lambda p: _certificates(p, names))
    yield _field("season_months", _("Season"), old, new, lambda p: seasons.words(p.season_months))
    if new.first_lot:
        yield FieldChange("first_lot", _("First lot"), "", _first_lot(new))


def _field(key: str, label: str, old: Proposal, new: Proposal, shown: Any) -> FieldChange:
    """A field told in one text."""
    return FieldChange(key, label, shown(old), shown(new))


def _words(old: Proposal, new: Proposal) -> Iterator[FieldChange]:
    """Title and description in each language."""
    labels = {
        "vi": (_("Name"), _("Description")),
        "en": (_("Name in English"), _("Description in English")),
    }
    for language, (title, description) in labels.items():
        before, after = old.texts.get(language), new.texts.get(language)
        if before is None and after is None:
            continue
        yield FieldChange(
            f"title_{language}",
            title,
            before.title if before else "",
            after.title if after else "",
        )
        yield FieldChange(
            f"description_{language}",
            description,
            before.description if before else "",
            after.description if after else "",
        )


def _packs(old: Proposal, new: Proposal) -> Iterator[FieldChange]:
    """Each pack that either side has, the new order first."""
    before = {pack.key: pack for pack in old.packs}
    after = {pack.key: pack for pack in new.packs}
    for key in [*after, *(key for key in before if key not in after)]:
        was, will = before.get(key), after.get(key)
        name = will or was
        assert name is not None
        yield FieldChange(
            f"pack_{key}",
            _("Pack: %(name)s") % {"name": name.name_vi},
            _pack(was),
            _pack(will),
            note=_price_step(was, will),
        )


def _pack(pack: PackDraft | None) -> str:
    """A pack in one text."""
    if pack is None:
        return ""
    names = " / ".join(filter(None, (pack.name_vi, pack.name_en)))
    facts = [names, pack.grade, formats.weight(pack.net_weight_g)]
    price = f"{formats.dong(pack.price)} ({formats.dong(pack.price_per_kg)}/kg)"
    return "\n".join([*filter(None, facts), price])


def _price_step(was: PackDraft | None, will: PackDraft | None) -> str:
    """By how much a price rises or falls, in per cent."""
    if was is None or will is None or was.price == will.price:
        return ""
    share = formats.decimal(abs(will.price - was.price) * 100 / was.price) + formats.NBSP + "%"
    return (_("up %(share)s") if will.price > was.price else _("down %(share)s")) % {"share": share}


def _certificates(proposal: Proposal, names: _Names) -> str:
    """The certificates, one a line."""
    return "\n".join(names.certificates.get(key, "") for key in proposal.certificates)


def _first_lot(proposal: Proposal) -> str:
    """The first harvest in one text."""
    lot = proposal.first_lot
    assert lot is not None
    rows = [_("harvested %(day)s") % {"day": formats.day(lot.harvested_on)}]
    if lot.best_before:
        rows.append(_("best before %(day)s") % {"day": formats.day(lot.best_before)})
    rows += [
        f"{pack.name_vi}: {lot.units[pack.key]}"
        for pack in proposal.packs
        if lot.units.get(pack.key)
    ]
    named = Plot.objects.filter(pk__in=lot.plots).values_list("name", flat=True)
    if lot.plots:
        rows.append(_("picked on %(plots)s") % {"plots": ", ".join(named)})
    if lot.unwritten_field:
        rows.append(_("field not written down: %(why)s") % {"why": lot.unwritten_field})
    return "\n".join(rows)


def _pieces(old: str, new: str) -> list[Piece]:
    """Two texts as runs of kept, removed and added words."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) * len(after) > 4_000_000:
        return [Piece("del", old), Piece("ins", new)]
    pieces: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        pieces += [Piece("del", "".join(before[a:b]))] if b > a else []
        pieces += [Piece("ins", "".join(after[c:d]))] if d > c else []
    return pieces
