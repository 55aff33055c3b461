"""For which parties of the traceability log a member may speak, and what those sell."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.cooperatives.models import Cooperative, Membership
from catalog.listings.models import Pack
from catalog.traceability.parties.acting import Acting
from marketplace.people.models import User

_ROLES = (Membership.Role.OWNER, Membership.Role.SELLER)


def tell(user: User) -> Sequence[Acting]:
    """The parties of the verified cooperatives somebody owns or sells for."""
    cooperatives = Cooperative.objects.filter(
        state=Cooperative.State.VERIFIED, memberships__user=user, memberships__role__in=_ROLES
    ).order_by("pk")
    return [
        Acting(
            cooperative.party_id,
            frozenset(
                Pack.objects.filter(listing__cooperative=cooperative).values_list(
                    "item_id", flat=True
                )
            ),
        )
        for cooperative in cooperatives
    ]
