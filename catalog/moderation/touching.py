"""Which parts of a listing a proposal touches: what a rule may let pass is told by these parts."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.listings.proposals import PackDraft, Proposal


class Part(models.TextChoices):
    """A part of a listing that can be changed apart from the others, in the order of the page."""

    TEXTS = "texts", _("Name and description")
    PICTURES = "pictures", _("Photos")
    PACKS = "packs", _("Packs")
    PRICE = "price", _("Price")
    PACK_OFF = "pack_off", _("Pack taken off")
    ORDER = "order", _("Order of the packs")
    CATEGORY = "category", _("Kind of goods")
    VARIETY = "variety", _("Variety")
    COMMUNE = "commune", _("Commune")
    PROTECTED_NAME = "protected_name", _("Protected name")
    CERTIFICATES = "certificates", _("Certificates")
    SEASON = "season", _("Season")
    FIRST_LOT = "first_lot", _("First lot")


#: The only parts a rule may ever let pass: never words, photos, names or papers.
MAY_PASS = (Part.PRICE, Part.PACK_OFF, Part.ORDER, Part.SEASON)
_PLAIN = {
    Part.CATEGORY: "category",
    Part.VARIETY: "variety",
    Part.COMMUNE: "commune",
    Part.PROTECTED_NAME: "protected_name",
    Part.CERTIFICATES: "certificates",
    Part.SEASON: "season_months",
    Part.TEXTS: "texts",
    Part.PICTURES: "pictures",
}


def touched(old: Proposal, new: Proposal) -> list[str]:
    """The parts that differ, in the order of ``Part``; everything filled in of a new listing."""
    found = {part for part, name in _PLAIN.items() if getattr(old, name) != getattr(new, name)}
    found |= set(_packs(old.packs, new.packs))
    if new.first_lot:
        found.add(Part.FIRST_LOT)
    return [part.value for part in Part if part in found]


def _packs(old: tuple[PackDraft, ...], new: tuple[PackDraft, ...]) -> Iterator[Part]:
    """What happens to the packs: new or other ones, prices, packs that go, their order."""
    before = {pack.key: pack for pack in old}
    after = {pack.key: pack for pack in new}
    for key, pack in after.items():
        was = before.get(key)
        if was is None or _facts(was) != _facts(pack):
            yield Part.PACKS
        if was is not None and was.price != pack.price:
            yield Part.PRICE
    if before.keys() - after.keys():
        yield Part.PACK_OFF
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield Part.ORDER


def _facts(pack: PackDraft) -> tuple[str, str, str, int]:
    """What a pack is, its price left aside."""
    return pack.name_vi, pack.name_en, pack.grade, pack.net_weight_g
