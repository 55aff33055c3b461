"""Whose lot a program may ask about: the token's person must belong to the lot's cooperative."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from ninja.security import HttpBearer

from catalog.cooperatives import queries
from catalog.traceability.models import Lot
from marketplace.people.models import User
from marketplace.records import api_tokens
from marketplace.records.models import ApiToken


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
