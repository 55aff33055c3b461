"""Questions about the desk's work on proposals: what waits for whom, what a rule let pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from catalog.goods.models import GoodsCategory
from catalog.listings import queries as listings
from catalog.listings.models import ListingChange
from catalog.moderation.models import PassRule
from marketplace.people.models import User
from marketplace.records import clock

State = ListingChange.State


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which waiting proposals are asked for: whose, of what kind, from whom, of which goods."""

    whose: str = ""
    kind: str = ""
    cooperative: int | None = None
    category: str = ""


def waiting(wanted: Wanted, user: User) -> QuerySet[ListingChange]:
    """The waiting proposals asked for, the earliest deadline first."""
    found = listings.waiting().select_related("assigned_to", "listing__category")
    found = found.filter(_sides(user)[wanted.whose], _kinds()[wanted.kind])
    return found.filter(_narrowed(wanted))


def counts(wanted: Wanted, user: User) -> dict[str, dict[str, int]]:
    """How many wait of each side and kind, the other choices held fast; one query."""
    sides, kinds = _sides(user), _kinds()
    found = listings.waiting().order_by().filter(_narrowed(wanted))
    aggregates: dict[str, Any] = {
        f"side_{name}": Count("pk", filter=side & kinds[wanted.kind])
        for name, side in sides.items()
    }
    aggregates |= {
        f"kind_{name}": Count("pk", filter=kind & sides[wanted.whose])
        for name, kind in kinds.items()
    }
    aggregates["all"] = Count("pk")
    aggregates["late"] = Count("pk", filter=kinds["overdue"])
    counted = found.aggregate(**aggregates)
    return {
        "side": {name: counted[f"side_{name}"] for name in sides},
        "kind": {name: counted[f"kind_{name}"] for name in kinds},
        "all": {"waiting": counted["all"], "overdue": counted["late"]},
    }


def sellers() -> list[tuple[int, str, int]]:
    """The cooperatives that wait for an answer, by name, with how many of their proposals."""
    rows = listings.waiting().order_by().values_list("listing__cooperative_id")
    named = rows.annotate(n=Count("pk")).order_by("listing__cooperative__name")
    return list(named.values_list("listing__cooperative_id", "listing__cooperative__name", "n"))


def categories() -> list[GoodsCategory]:
    """The kinds of goods of what waits, in the order of the market."""
    waiting = listings.waiting().order_by().values("listing__category")
    return list(GoodsCategory.objects.filter(pk__in=waiting))


def passed(rule_id: int | None = None) -> QuerySet[ListingChange]:
    """What rules let pass, the newest first."""
    found = ListingChange.objects.filter(rule__isnull=False).select_related(
        "rule", "listing__cooperative", "proposed_by"
    )
    if rule_id is not None:
        found = found.filter(rule_id=rule_id)
    return found.order_by("-decided_at", "-pk")


def rules() -> QuerySet[PassRule]:
    """Every rule there is or was, with ``let_pass``: how many changes it let pass."""
    return PassRule.objects.annotate(let_pass=Count("changes")).order_by("key", "-valid_from")


def _sides(user: User) -> dict[str, Q]:
    """Whose a proposal is."""
    return {
        "": Q(),
        "mine": Q(assigned_to=user),
        "free": Q(assigned_to__isnull=True),
        "others": Q(assigned_to__isnull=False) & ~Q(assigned_to=user),
    }


def _kinds() -> dict[str, Q]:
    """What a proposal is about."""
    return {
        "": Q(),
        "overdue": Q(due_at__lt=clock.now()),
        "new": Q(base_version=0),
        "change": Q(base_version__gte=1),
        "again": Q(round__gte=2),
    }


def _narrowed(wanted: Wanted) -> Q:
    """From whom, and of which goods: a category stands for everything below it too."""
    found = Q()
    if wanted.cooperative is not None:
        found &= Q(listing__cooperative=wanted.cooperative)
    if wanted.category:
        path = "listing__category__path"
        found &= Q(**{path: wanted.category}) | Q(**{f"{path}__startswith": f"{wanted.category}/"})
    return found
