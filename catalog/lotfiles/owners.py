"""Whose lots and plots a program may ask about: of the cooperatives one owns or sells for."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from ninja.security import HttpBearer

from catalog.cooperatives import queries
from catalog.cooperatives.models import Membership
from catalog.traceability.exports import consignments
from catalog.traceability.exports.consignments import Consignment, NotOurs
from catalog.traceability.models import Lot, Plot
from marketplace.people.models import User
from marketplace.records import api_tokens
from marketplace.records.models import ApiToken

MAY_TAKE = (Membership.Role.OWNER, Membership.Role.SELLER)


class SellerBearer(HttpBearer):
    """A token given by `manage.py api_token LOGIN --scope seller`."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        """Whose token it is, if it opens a cooperative's own files."""
        return api_tokens.bearer(request, ApiToken.Scope.SELLER)


def own_lot(user: User, code: str) -> Lot:
    """The lot with this code of a cooperative the person belongs to; 404 for any other."""
    own = [one.cooperative.party_id for one in queries.memberships(user)]
    found = Lot.objects.select_related("party").filter(code=code, party__in=own).first()
    if found is None:
        raise Http404
    return found


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


def plots(user: User) -> list[Plot]:
    """The plots in use of the cooperatives this person owns or sells for."""
    return list(_plots(user).order_by("name", "pk"))


def own_plot(user: User, pk: int) -> Plot:
    """One of them; 404 for any other."""
    found = _plots(user).filter(pk=pk).first()
    if found is None:
        raise HttpError(404, _("There is no plot of yours with this number."))
    return found


def _plots(user: User) -> QuerySet[Plot]:
    """The plots this person may write of."""
    return Plot.objects.filter(party__in=_parties(user), in_use=True)


def _parties(user: User) -> list[int]:
    """The parties of the log this person may speak for."""
    own = queries.memberships(user).filter(role__in=MAY_TAKE)
    return list(own.order_by("pk").values_list("cooperative__party_id", flat=True))
