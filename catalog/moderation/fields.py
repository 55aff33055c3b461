"""The fields of a listing by the keys under which old and new are compared: label, part, step."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.listings.proposals import Proposal
from catalog.moderation.touching import Part

PACK = "pack_"
LABELS: dict[str, Promise] = {
    "title_vi": gettext_lazy("Name"),
    "description_vi": gettext_lazy("Description"),
    "title_en": gettext_lazy("Name in English"),
    "description_en": gettext_lazy("Description in English"),
    "pictures": gettext_lazy("Photos"),
    "packs": gettext_lazy("Packs and prices"),
    "category": gettext_lazy("Kind of goods"),
    "variety": gettext_lazy("Variety"),
    "commune": gettext_lazy("Commune"),
    "protected_name": gettext_lazy("Protected name"),
    "certificates": gettext_lazy("Certificates"),
    "season_months": gettext_lazy("Season"),
    "first_lot": gettext_lazy("First lot"),
}
_STEPS = {
    "pictures": "photos",
    "packs": "packs",
    "commune": "origin",
    "protected_name": "origin",
    "certificates": "origin",
    "season_months": "season",
    "first_lot": "lot",
}
_OF_PART = {
    Part.TEXTS: "description_vi",
    Part.PICTURES: "pictures",
    Part.PACKS: "packs",
    Part.PRICE: "packs",
    Part.PACK_OFF: "packs",
    Part.ORDER: "packs",
    Part.SEASON: "season_months",
}
_KEY = re.compile(rf"{'|'.join(LABELS)}|{PACK}[\w-]{{1,22}}")


def is_field(key: str) -> bool:
    """Whether a remark may point at this key."""
    return bool(_KEY.fullmatch(key))


def label(key: str, proposal: Proposal) -> str:
    """What a field is called; a pack by its name."""
    if not key.startswith(PACK):
        return str(LABELS.get(key, ""))
    names = {pack.key: pack.name_vi for pack in proposal.packs}
    return _("Pack: %(name)s") % {"name": names.get(key.removeprefix(PACK), "")}


def step(key: str) -> str:
    """The step of writing a listing in which a field is filled in; nothing for the whole."""
    if not key:
        return ""
    return "packs" if key.startswith(PACK) else _STEPS.get(key, "goods")


def part(key: str) -> set[str]:
    """The parts a field belongs to: which reasons are offered beside it."""
    if key.startswith(PACK) or key == "packs":
        return {Part.PACKS, Part.PRICE, Part.PACK_OFF}
    if key.startswith(("title", "description")):
        return {Part.TEXTS}
    return {Part.SEASON} if key == "season_months" else {key}


def of_part(part_of_reason: str) -> str:
    """The field a reason points at by itself; nothing when it is about the whole."""
    return _OF_PART.get(Part(part_of_reason), part_of_reason) if part_of_reason else ""
