"""A listing as a cooperative would have it: plain values, the same in a draft and in a change.

JSON shape: ``category`` (path), ``variety`` (key), ``commune`` (code), ``season_months``,
``protected_name`` (key), ``certificates`` (keys), ``texts`` {language: {title, description}},
``pictures`` [{token, alt}], ``packs`` [{key, name_vi, name_en, grade, net_weight_g, price}],
``first_lot`` {harvested_on, best_before, units {pack key: units}, plots [key],
unwritten_field} on a new listing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog.listings.models import Listing


@dataclass(frozen=True, slots=True)
class Words:
    """Title and description in one language."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture by its token, with the words for those who cannot see it."""

    token: str
    alt: str


@dataclass(frozen=True, slots=True)
class PackDraft:
    """A grade and size with its price in đồng and its weight in grams."""

    key: str
    name_vi: str
    name_en: str
    grade: str
    net_weight_g: int
    price: int

    @property
    def price_per_kg(self) -> int:
        """Price of a kilogram in đồng, rounded to the nearest."""
        return (self.price * 1000 + self.net_weight_g // 2) // self.net_weight_g


@dataclass(frozen=True, slots=True)
class LotDraft:
    """A harvest: its day, until when it keeps, units of each pack, and from which plots.

    ``unwritten_field`` says why a field it was picked on is not written down.
    """

    harvested_on: dt.date
    best_before: dt.date | None
    units: Mapping[str, int]
    plots: tuple[int, ...] = ()
    unwritten_field: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The whole listing as it would be. What is not filled in yet is empty."""

    category: str = ""
    variety: str = ""
    commune: str = ""
    season_months: tuple[int, ...] = ()
    protected_name: str = ""
    certificates: tuple[int, ...] = ()
    texts: Mapping[str, Words] = field(default_factory=dict)
    pictures: tuple[Shot, ...] = ()
    packs: tuple[PackDraft, ...] = ()
    first_lot: LotDraft | None = None

    @property
    def title(self) -> str:
        """The Vietnamese title, or nothing yet."""
        words = self.texts.get("vi")
        return words.title if words else ""


def read(content: Mapping[str, Any]) -> Proposal:
    """The proposal stored in a draft or a change; what a draft does not hold yet is empty."""
    return Proposal(
        category=content.get("category", ""),
        variety=content.get("variety", ""),
        commune=content.get("commune", ""),
        season_months=tuple(content.get("season_months", ())),
        protected_name=content.get("protected_name", ""),
        certificates=tuple(content.get("certificates", ())),
        texts={
            language: Words(words["title"], words["description"])
            for language, words in content.get("texts", {}).items()
        },
        pictures=tuple(Shot(**shot) for shot in content.get("pictures", ())),
        packs=tuple(PackDraft(**pack) for pack in content.get("packs", ())),
        first_lot=_read_lot(content.get("first_lot")),
    )


def written(proposal: Proposal) -> dict[str, Any]:
    """The proposal as JSON: ``read(written(p)) == p``."""
    lot = proposal.first_lot
    return {
        "category": proposal.category,
        "variety": proposal.variety,
        "commune": proposal.commune,
        "season_months": list(proposal.season_months),
        "protected_name": proposal.protected_name,
        "certificates": list(proposal.certificates),
        "texts": {
            language: {"title": words.title, "description": words.description}
            for language, words in proposal.texts.items()
        },
        "pictures": [{"token": shot.token, "alt": shot.alt} for shot in proposal.pictures],
        "packs": [
            {
                "key": pack.key,
                "name_vi": pack.name_vi,
                "name_en": pack.name_en,
                "grade": pack.grade,
                "net_weight_g": pack.net_weight_g,
                "price": pack.price,
            }
            for pack in proposal.packs
        ],
        "first_lot": {
            "harvested_on": lot.harvested_on.isoformat(),
            "best_before": lot.best_before.isoformat() if lot.best_before else None,
            "units": dict(lot.units),
            "plots": list(lot.plots),
            "unwritten_field": lot.unwritten_field,
        }
        if lot
        else None,
    }


def as_it_stands(listing: Listing) -> Proposal:
    """The listing as approved last; an empty proposal before the first approval."""
    if listing.version == 0:
        return Proposal()
    texts = {text.language: Words(text.title, text.description) for text in listing.texts.all()}
    shots = listing.pictures.select_related("picture")
    return Proposal(
        category=listing.category.path,
        variety=listing.variety.key if listing.variety else "",
        commune=listing.commune.code,
        season_months=tuple(listing.season_months),
        protected_name=listing.protected_name.key if listing.protected_name else "",
        certificates=tuple(sorted(listing.certificates.values_list("pk", flat=True))),
        texts=texts,
        pictures=tuple(Shot(shot.picture.token, shot.alt) for shot in shots),
        packs=tuple(
            PackDraft(
                pack.key,
                pack.name_vi,
                pack.name_en,
                pack.grade,
                pack.net_weight_g,
                pack.price,
            )
            for pack in listing.packs.filter(is_sold=True)
        ),
    )


def _read_lot(content: Mapping[str, Any] | None) -> LotDraft | None:
    """The first lot, if there is one."""
    if not content:
        return None
    kept = content.get("best_before")
    return LotDraft(
        harvested_on=dt.date.fromisoformat(content["harvested_on"]),
        best_before=dt.date.fromisoformat(kept) if kept else None,
        units=dict(content.get("units", {})),
        plots=tuple(content.get("plots", ())),
        unwritten_field=content.get("unwritten_field", ""),
    )
