"""Objects of ours and of somebody else's, for the URLs that take one.

A row: the URL's name, and a function that makes what belongs to the cooperative the members of
the walk belong to (``world.ours``) or to the foreign one (``world.theirs``), and answers the
arguments of the URL. The walk asks for both as a member and wants 404 for the foreign one.
"""

from collections.abc import Callable
from typing import Any

from catalog.cooperatives.models import Cooperative
from catalog.stock.models import LotBalance
from tests import factories

Maker = Callable[[Cooperative], dict[str, Any]]


def _membership(of: Cooperative) -> dict[str, Any]:
    """Somebody who belongs to the cooperative."""
    return {"member_id": factories.member(of, factories.user()).pk}


def _listing(of: Cooperative) -> dict[str, Any]:
    """A published listing."""
    return {"listing_id": factories.listing(of).pk}


def _lot(of: Cooperative) -> dict[str, Any]:
    """A lot with goods of a published listing."""
    found = factories.listing(of)
    return {"lot_id": LotBalance.objects.filter(pack__listing=found).get().lot_id}


OBJECTS: dict[str, Maker] = {
    "sell-member": _membership,
    "sell-listing": _listing,
}
