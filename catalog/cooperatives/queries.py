"""Questions about cooperatives and their members that more than one page asks."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from catalog.cooperatives.models import (
    BankAccount,
    Cooperative,
    CooperativePaper,
    Membership,
)
from marketplace.people.models import User

State = Cooperative.State


def public() -> QuerySet[Cooperative]:
    """The cooperatives anyone may read about: those the province has verified."""
    return Cooperative.objects.filter(state=State.VERIFIED).select_related("commune__province")


def waiting() -> QuerySet[Cooperative]:
    """Applications the province has to answer, the earliest deadline first."""
    return (
        Cooperative.objects.filter(state=State.APPLIED)
        .select_related("commune", "assigned_to")
        .order_by("due_at", "pk")
    )


def known(state: str = "", text: str = "") -> QuerySet[Cooperative]:
    """Every cooperative, newest application first, narrowed by state and by words of its name."""
    found = Cooperative.objects.select_related("commune", "assigned_to")
    found = found.order_by("-applied_at", "-pk")
    if state:
        found = found.filter(state=state)
    if text:
        found = found.filter(
            Q(name__icontains=text) | Q(legal_name__icontains=text) | Q(tax_code=text)
        )
    return found


def counts_by_state() -> dict[str, int]:
    """How many cooperatives stand in each state."""
    counted = Cooperative.objects.order_by().values_list("state").annotate(Count("pk"))
    return {str(state): 0 for state in State} | dict(counted)


def memberships(user: User | AnonymousUser) -> QuerySet[Membership]:
    """For which cooperatives a person may act, the oldest membership first."""
    if not isinstance(user, User):
        return Membership.objects.none()
    return Membership.objects.filter(user=user).select_related("cooperative__commune")


def membership(user: User, cooperative_id: int) -> Membership | None:
    """As what a person may act for a cooperative, or nothing."""
    return memberships(user).filter(cooperative_id=cooperative_id).first()


def is_member(user: User, cooperative_id: int) -> bool:
    """Whether a person belongs to a cooperative, in any role."""
    return Membership.objects.filter(user=user, cooperative_id=cooperative_id).exists()


def members(cooperative: Cooperative) -> QuerySet[Membership]:
    """The people of a cooperative, owners first."""
    ranked = Membership.objects.filter(cooperative=cooperative).select_related("user")
    return ranked.order_by("role", "pk")


def owners(cooperative_id: int) -> list[User]:
    """The people who speak for a cooperative: letters to it go to them."""
    owned = Membership.objects.filter(
        cooperative_id=cooperative_id,
        role=Membership.Role.OWNER,
        user__is_active=True,
    )
    return [owner.user for owner in owned.select_related("user")]


def account(cooperative: Cooperative) -> BankAccount | None:
    """The bank account in force."""
    return cooperative.bank_accounts.filter(valid_to__isnull=True).first()


def papers(cooperative: Cooperative) -> QuerySet[CooperativePaper]:
    """The papers a cooperative handed in, with their files."""
    return cooperative.papers.select_related("paper")


def paper_seen_by(user: User, token: str, *, is_staff: bool) -> CooperativePaper | None:
    """The paper of this token if a person may read it: its own members, and the province's staff.

    Packers pack: licences and proofs of identity are not shown to them.
    """
    found = CooperativePaper.objects.filter(paper__token=token).select_related("paper")
    if not is_staff:
        own = Membership.objects.filter(
            user=user,
            cooperative=OuterRef("cooperative"),
            role__in=[Membership.Role.OWNER, Membership.Role.SELLER],
        )
        found = found.filter(Exists(own))
    return found.first()
