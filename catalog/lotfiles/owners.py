"""Whose lots a person may take files of: the cooperatives they own or sell for."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.cooperatives import queries
from catalog.cooperatives.models import Membership
from catalog.traceability.exports import consignments
from catalog.traceability.exports.consignments import Consignment, NotOurs
from marketplace.people.models import User

MAY_TAKE = (Membership.Role.OWNER, Membership.Role.SELLER)


def lots(user: User, codes: Sequence[str]) -> Consignment:
    """Lots of one cooperative of this person; ``NotOurs`` when they are not, ``TooMany``."""
    for party in _parties(user):
        try:
            return consignments.of_lots(party, codes)
        except NotOurs:
            continue
    raise NotOurs(codes)


def unit(user: User, code: str) -> Consignment:
    """What lies on a pallet of a cooperative of this person; ``NotOurs``, ``TooMany``."""
    for party in _parties(user):
        try:
            return consignments.of_unit(party, code)
        except NotOurs:
            continue
    raise NotOurs(code)


def _parties(user: User) -> list[int]:
    """The parties of the log this person may speak for."""
    own = queries.memberships(user).filter(role__in=MAY_TAKE)
    return list(own.order_by("pk").values_list("cooperative__party_id", flat=True))
