"""Questions about the communes' teams and about who may act for a cooperative just now."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet

from catalog.communes.models import Commune
from catalog.cooperatives.models import Cooperative
from catalog.members.models import Consent, TeamMember
from marketplace.people.models import User
from marketplace.records import clock

_OPEN_DOORS = (Cooperative.State.VERIFIED, Cooperative.State.RETURNED, Cooperative.State.APPLIED)


def teams(user: User | AnonymousUser) -> QuerySet[TeamMember]:
    """The teams a person belongs to today."""
    if not isinstance(user, User):
        return TeamMember.objects.none()
    return TeamMember.objects.filter(user=user, ended_at__isnull=True).select_related("commune")


def team_of(commune: Commune) -> QuerySet[TeamMember]:
    """Who belongs to a commune's team today and can sign in."""
    found = TeamMember.objects.filter(commune=commune, ended_at__isnull=True, user__is_active=True)
    return found.select_related("user").order_by("pk")


def everybody() -> QuerySet[TeamMember]:
    """All teams of today, by commune."""
    found = TeamMember.objects.filter(ended_at__isnull=True)
    return found.select_related("user", "commune", "appointed_by").order_by("commune__name", "pk")


def usable(user: User | AnonymousUser) -> QuerySet[Consent]:
    """The consents a person may act by at this moment.

    Not ended, not past their day, and the person still belongs to the team of the cooperative's
    own commune: whoever leaves the team, or whose commune changes, can do nothing more.
    """
    if not isinstance(user, User):
        return Consent.objects.none()
    in_team = TeamMember.objects.filter(
        user=OuterRef("helper"), commune=OuterRef("cooperative__commune"), ended_at__isnull=True
    )
    return (
        Consent.objects.filter(
            Exists(in_team),
            helper=user,
            ended_at__isnull=True,
            until__gt=clock.now(),
            cooperative__state__in=_OPEN_DOORS,
        )
        .select_related("cooperative__commune", "helper")
        .order_by("cooperative__name", "pk")
    )


def of(cooperative: Cooperative) -> QuerySet[Consent]:
    """Every consent a cooperative ever gave, newest first."""
    given = Consent.objects.filter(cooperative=cooperative)
    return given.select_related("helper", "given_by", "ended_by").order_by("-pk")


def known(state: str = "") -> QuerySet[Consent]:
    """All consents of the market for the desk, newest first; only the open ones when asked."""
    found = Consent.objects.select_related(
        "cooperative__commune", "helper", "given_by", "ended_by"
    ).order_by("-pk")
    if state == "open":
        found = found.filter(ended_at__isnull=True, until__gt=clock.now())
    return found
