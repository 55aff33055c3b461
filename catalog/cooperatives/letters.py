"""Letters to cooperatives about their application, and to people who are asked to join one."""

from __future__ import annotations

from typing import Any

from catalog.cooperatives import queries
from catalog.cooperatives.models import Cooperative, CooperativeDecision
from catalog.members.models import Invitation
from marketplace.people import queries as people
from marketplace.records import letters, outbox


def to_owners(cooperative: Cooperative, template: str, facts: dict[str, Any], *, key: str) -> None:
    """Write to every owner of a cooperative, each in their own language."""
    for owner in queries.owners(cooperative.pk):
        letters.send(
            letters.address(owner),
            template,
            {"cooperative": cooperative, "reader": owner, **facts},
            lang=owner.language,
            key=f"{key}-{owner.pk}",
        )


@outbox.handles("cooperative.applied")
def applied(payload: dict[str, Any]) -> None:
    """Say that the application arrived and until when it will be answered."""
    cooperative = Cooperative.objects.get(pk=payload["cooperative"])
    key = f"cooperative-applied-{cooperative.pk}-{payload['times']}"
    to_owners(cooperative, "cooperative_applied", {}, key=key)


@outbox.handles("cooperative.decided")
def decided(payload: dict[str, Any]) -> None:
    """Say what the province decided, and why."""
    decision = CooperativeDecision.objects.select_related("cooperative").get(pk=payload["decision"])
    to_owners(
        decision.cooperative,
        "cooperative_decided",
        {"decision": decision},
        key=f"cooperative-decided-{decision.pk}",
    )


@outbox.handles("member.invited")
def invited(payload: dict[str, Any]) -> None:
    """Ask somebody to join; an invitation that was answered or withdrawn meanwhile is not sent."""
    found = Invitation.objects.select_related("cooperative", "invited_by")
    invitation = found.filter(pk=payload["invitation"], state=Invitation.State.OPEN).first()
    if invitation is None:
        return
    reader = people.by_login(invitation.login)
    letters.send(
        invitation.login,
        "member_invited",
        {
            "invitation": invitation,
            "cooperative": invitation.cooperative,
            "reader": reader,
        },
        lang=reader.language if reader else "vi",
        key=f"member-invited-{invitation.token}",
    )
