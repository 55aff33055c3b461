"""What a proposal must hold before it may be sent in: each gap named with its step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from catalog.certificates.models import Certificate
from catalog.communes import queries as places
from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory, ProtectedName, Variety
from catalog.listings import protection
from catalog.listings.models import Picture
from catalog.listings.proposals import PackDraft, Proposal
from catalog.listings.refusals import Problem
from catalog.requirements import queries as requirements
from catalog.traceability.diary import writing as diary
from catalog.traceability.growing import queries as growing
from marketplace.records import clock

MOST_PICTURES = 8
MOST_PACKS = 10
HEAVIEST_G = 500_000
DEAREST = 1_000_000_000  # đồng
MOST_UNITS = 100_000
OLDEST_HARVEST = dt.timedelta(days=730)


def problems(proposal: Proposal, cooperative: Cooperative, *, is_new: bool) -> list[Problem]:
    """Everything that has to be mended, in the order of the steps; nothing when it may be sent."""
    found: list[Problem] = []
    for step, check in _CHECKS.items():
        found += [Problem(step, words) for words in check(proposal, cooperative)]
    if is_new:
        found += [Problem("lot", words) for words in _lot(proposal)]
        found += interval(proposal, cooperative)
    return found


def interval(proposal: Proposal, cooperative: Cooperative) -> list[Problem]:
    """Why the first lot could not be picked where it says: asked again when it is approved.

    A spraying that was told in between is found then.
    """
    lot = proposal.first_lot
    category = GoodsCategory.objects.filter(path=proposal.category).first()
    if lot is None or category is None:
        return []
    own = growing.in_use(cooperative.party_id, category.name_vi)
    if not (lot.plots or lot.unwritten_field) and own.exists():
        return [Problem("lot", plots_not_said())]
    if own.filter(pk__in=lot.plots).count() != len(set(lot.plots)):
        return [Problem("lot", _("Say again on which plots it was picked."))]
    reason = diary.blocked(list(lot.plots), lot.harvested_on)
    return [Problem("lot", reason)] if reason else []


def plots_not_said() -> str:
    """What is asked when nobody said on which plots a harvest was picked."""
    return _("Say on which plots it was picked, or that its field is not written down here yet.")


def _photos(proposal: Proposal, cooperative: Cooperative) -> Iterator[str]:
    """One to eight pictures, all of them this cooperative's own."""
    tokens = [shot.token for shot in proposal.pictures]
    if not tokens:
        yield _("Add at least one photo.")
    if len(tokens) > MOST_PICTURES:
        yield _("Keep %(most)d photos at most.") % {"most": MOST_PICTURES}
    own = Picture.objects.filter(cooperative=cooperative, token__in=tokens).count()
    if own != len(set(tokens)) or len(set(tokens)) != len(tokens):
        yield _("A photo is missing. Add it again.")


def _goods(proposal: Proposal, cooperative: Cooperative) -> Iterator[str]:
    """A category at the end of a branch, a variety of it, and Vietnamese words."""
    category = GoodsCategory.objects.filter(path=proposal.category, children=None).first()
    if category is None:
        yield _("Choose what kind of goods it is.")
    elif proposal.variety and not _is_variety_of(proposal.variety, category):
        yield _("This variety belongs to other goods.")
    words = proposal.texts.get("vi")
    if words is None or not words.title:
        yield _("Write the name of the goods in Vietnamese.")
    if words is None or not words.description:
        yield _("Describe the goods in Vietnamese: taste, size, how they keep.")
    english = proposal.texts.get("en")
    if english and bool(english.title) != bool(english.description):
        yield _("In English write both, name and description, or neither.")


def _origin(proposal: Proposal, cooperative: Cooperative) -> Iterator[str]:
    """A commune of the province; names and certificates that are theirs to use."""
    commune = places.home().filter(code=proposal.commune).first()
    if commune is None:
        yield _("Choose the commune where it grows.")
    category = GoodsCategory.objects.filter(path=proposal.category).first()
    if proposal.protected_name and commune and category:
        name = ProtectedName.objects.filter(key=proposal.protected_name).first()
        if name is None or not protection.fits(name, category, commune):
            yield _("This protected name does not cover these goods from this commune.")
    today = clock.local_day()
    own = Certificate.objects.filter(
        cooperative=cooperative, valid_from__lte=today, valid_to__gte=today
    )
    if own.filter(pk__in=proposal.certificates).count() != len(set(proposal.certificates)):
        yield _("A certificate has expired. Take it off, or hand in the new paper first.")


def _origin_and_papers(proposal: Proposal, cooperative: Cooperative) -> Iterator[str]:
    """Where it grows, and what proves that it may be sold."""
    yield from _origin(proposal, cooperative)
    yield from _papers(proposal, cooperative)


def _papers(proposal: Proposal, cooperative: Cooperative) -> Iterator[str]:
    """The papers that such goods need have been handed in."""
    for one in requirements.lacking(cooperative, proposal.category):
        yield _("Hand in the paper for these goods first: %(paper)s.") % {"paper": one.words()}


def _season(proposal: Proposal, cooperative: Cooperative) -> Iterator[str]:
    """The months of harvest: always for what spoils."""
    months = proposal.season_months
    if any(not 1 <= month <= 12 for month in months) or len(set(months)) != len(months):
        yield _("Choose months from January to December.")
    category = GoodsCategory.objects.filter(path=proposal.category).first()
    if category and category.perishable and not months:
        yield _("Choose the months in which you harvest.")


def _packs(proposal: Proposal, cooperative: Cooperative) -> Iterator[str]:
    """One to ten packs with a name, a weight and a price."""
    if not proposal.packs:
        yield _("Add at least one pack with its price.")
    if len(proposal.packs) > MOST_PACKS:
        yield _("Keep %(most)d packs at most.") % {"most": MOST_PACKS}
    names = [(pack.name_vi.casefold(), pack.grade.casefold()) for pack in proposal.packs]
    if len(set(names)) != len(names):
        yield _("Two packs have the same name and grade.")
    if len({pack.key for pack in proposal.packs}) != len(names):
        yield _("Two packs have the same name and grade.")
    for pack in proposal.packs:
        yield from _pack(pack)


def _pack(pack: PackDraft) -> Iterator[str]:
    """One pack's name, weight and price."""
    if not pack.name_vi:
        yield _("Every pack needs a name, such as “5 kg box”.")
    if not 1 <= pack.net_weight_g <= HEAVIEST_G:
        yield _("A pack weighs between 1 g and %(most)d kg.") % {"most": HEAVIEST_G // 1000}
    if not 1 <= pack.price <= DEAREST:
        yield _("Every pack needs a price in đồng.")


def _lot(proposal: Proposal) -> Iterator[str]:
    """The first harvest: a day that has come, goods that still keep, and some units."""
    lot = proposal.first_lot
    if lot is None:
        yield _("Say when you harvested and how many packs there are.")
        return
    today = clock.local_day()
    if not today - OLDEST_HARVEST <= lot.harvested_on <= today:
        yield _("The harvest day is today or earlier.")
    if lot.best_before and (lot.best_before < today or lot.best_before < lot.harvested_on):
        yield _("The best-before day is today or later.")
    if not set(lot.units) <= {pack.key for pack in proposal.packs}:
        yield _("Say again how many units of each pack there are.")
    if not any(lot.units.values()):
        yield _("Write how many units of at least one pack there are.")
    if any(not 0 <= units <= MOST_UNITS for units in lot.units.values()):
        yield _("A pack has at most %(most)d units in a lot.") % {"most": MOST_UNITS}


def _is_variety_of(key: str, category: GoodsCategory) -> bool:
    """Whether the variety belongs to the category or to what is above it."""
    lineage = [category.pk, category.parent_id] if category.parent_id else [category.pk]
    return Variety.objects.filter(key=key, category__in=lineage).exists()


_CHECKS: dict[str, Callable[[Proposal, Cooperative], Iterator[str]]] = {
    "photos": _photos,
    "goods": _goods,
    "origin": _origin_and_papers,
    "season": _season,
    "packs": _packs,
}
