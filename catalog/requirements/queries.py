"""The checklist of a cooperative, and which of its listings lack a paper they need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import ExpressionWrapper
from django.db.models.functions import Concat

from catalog.cooperatives.models import Cooperative, CooperativePaper
from catalog.listings.models import Listing
from catalog.requirements.models import PaperRequirement
from marketplace.records import clock, rules

State = CooperativePaper.State


@dataclass(frozen=True, slots=True)
class Need:
    """One line of the checklist: what is needed, how it stands, and the paper that stands for it.

    ``state`` is ``missing``, ``waiting`` (for the province's look), ``returned``, ``valid``,
    ``expiring`` (within the days of warning) or ``expired``.
    """

    requirement: PaperRequirement
    state: str
    paper: CooperativePaper | None
    ended: bool = False

    @property
    def has_ended(self) -> bool:
        """Whether a paper was there and holds no more, whatever was handed in since."""
        return not self.is_met and self.ended

    @property
    def is_met(self) -> bool:
        """Whether a paper holds today."""
        return self.state in {"valid", "expiring"}


def in_force(on: dt.date | None = None) -> QuerySet[PaperRequirement]:
    """The requirements that hold on a local day."""
    day = on or clock.local_day()
    return PaperRequirement.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day
    )


def checklist(cooperative: Cooperative, paths: Iterable[str] | None = None) -> list[Need]:
    """What a cooperative needs for the goods it sells (or for ``paths``), and what it has."""
    if paths is None:
        paths = cooperative.listings.values_list("category__path", flat=True).distinct()
    wanted = _needed(cooperative.legal_form, list(paths))
    papers = list(cooperative.papers.select_related("paper").order_by("-pk"))
    return [_need(one, [paper for paper in papers if paper.kind == one.kind]) for one in wanted]


def lacking(cooperative: Cooperative, path: str) -> list[PaperRequirement]:
    """What goods of a category need and the cooperative has not even handed in."""
    needs = checklist(cooperative, [path])
    absent = {"missing", "expired", "returned"}
    return [
        one.requirement for one in needs if one.requirement.category_path and one.state in absent
    ]


def ended_for(listing: Listing) -> list[PaperRequirement]:
    """The papers whose end keeps a listing off the shelf, if any."""
    if not Listing.objects.filter(lapsed(), pk=listing.pk).exists():
        return []
    needs = checklist(listing.cooperative, [listing.category.path])
    return [one.requirement for one in needs if one.has_ended]


def lapsed(on: dt.date | None = None) -> Exists:
    """Of a listing: a paper that it needs has expired and no valid one took its place.

    A requirement that is newer than the listing does not empty the shelf: only what was there and
    ended hides goods.
    """
    today = on or clock.local_day()
    path = ExpressionWrapper(OuterRef("category__path"), output_field=CharField())
    papers = CooperativePaper.objects.filter(
        cooperative=OuterRef(OuterRef("cooperative")), kind=OuterRef("kind"), state=State.ACCEPTED
    )
    holds = papers.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))
    applying = (
        in_force(today)
        .alias(goods=path)
        .filter(
            Q(category_path="")
            | Q(goods=F("category_path"))
            | Q(goods__startswith=Concat("category_path", Value("/"))),
            Q(legal_form="") | Q(legal_form=OuterRef("cooperative__legal_form")),
        )
    )
    return Exists(applying.filter(Exists(papers), ~Exists(holds)))


def waiting() -> QuerySet[CooperativePaper]:
    """Papers of verified cooperatives the province has to look at, the longest waiting first."""
    return (
        CooperativePaper.objects.filter(
            state=State.WAITING, cooperative__state=Cooperative.State.VERIFIED
        )
        .select_related("paper", "cooperative__commune")
        .order_by("due_at", "pk")
    )


def overdue() -> QuerySet[CooperativePaper]:
    """Waiting papers whose deadline has passed."""
    return waiting().filter(due_at__lt=clock.now())


def ending_within_warning() -> QuerySet[CooperativePaper]:
    """Accepted papers that end within the days of warning and that no later one replaces."""
    today = clock.local_day()
    last = today + dt.timedelta(days=rules.number("papers.warn_days"))
    later = CooperativePaper.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=OuterRef("valid_to")),
        cooperative=OuterRef("cooperative"),
        kind=OuterRef("kind"),
        state=State.ACCEPTED,
    )
    ending = CooperativePaper.objects.filter(
        state=State.ACCEPTED, valid_to__gte=today, valid_to__lte=last
    )
    return ending.exclude(Exists(later)).select_related("cooperative").order_by("pk")


def goods_needing(paper: CooperativePaper) -> QuerySet[Listing]:
    """The published listings that leave the shelf when this paper ends."""
    wanted = in_force().filter(kind=paper.kind)
    wanted = wanted.filter(Q(legal_form="") | Q(legal_form=paper.cooperative.legal_form))
    paths = list(wanted.values_list("category_path", flat=True))
    condition = Q() if "" in paths else reduce(or_, map(within, paths), Q(pk__in=[]))
    published = Listing.objects.filter(
        cooperative=paper.cooperative_id, state=Listing.State.PUBLISHED
    )
    return published.filter(condition).select_related("product").order_by("pk")


def within(path: str) -> Q:
    """Of a listing: its goods are of a category or of one below it."""
    return Q(category__path=path) | Q(category__path__startswith=f"{path}/")


def _needed(legal_form: str, paths: list[str]) -> list[PaperRequirement]:
    """The requirements for a seller of a legal form and such goods."""
    found = in_force().filter(Q(legal_form="") | Q(legal_form=legal_form))
    return [
        one
        for one in found
        if not one.category_path
        or any(f"{path}/".startswith(f"{one.category_path}/") for path in paths)
    ]


def _need(requirement: PaperRequirement, papers: list[CooperativePaper]) -> Need:
    """How one requirement stands, by the best paper of its kind, the newest of equals."""
    today = clock.local_day()
    warned = today + dt.timedelta(days=rules.number("papers.warn_days"))
    states = {paper.pk: _stands(paper, today, warned) for paper in papers}
    for state in ("valid", "expiring", "waiting", "expired", "returned"):
        for paper in papers:
            if states[paper.pk] == state:
                return Need(requirement, state, paper, "expired" in states.values())
    return Need(requirement, "missing", None)


def _stands(paper: CooperativePaper, today: dt.date, warned: dt.date) -> str:
    """How one paper stands today."""
    if paper.state != State.ACCEPTED:
        return str(paper.state)
    if paper.valid_to is None or paper.valid_to > warned:
        return "valid"
    return "expiring" if paper.valid_to >= today else "expired"
