"""Objects of ours and of somebody else's, for the URLs that take one.

A row: the URL's name, and a function that makes what belongs to the cooperative the members of
the walk belong to (``world.ours``) or to the foreign one (``world.theirs``), and answers the
arguments of the URL. The walk asks for both as a member and wants 404 for the foreign one.
"""

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.cooperatives import applying
from catalog.cooperatives.models import Cooperative
from catalog.drafts import writing
from catalog.stock.models import LotBalance
from tests import factories
from tests.marketplace.workspace import hands

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


def _draft(of: Cooperative) -> dict[str, Any]:
    """A listing somebody is still writing."""
    return {"token": writing.begin(of.pk, by=factories.user()).token}


def _step(of: Cooperative) -> dict[str, Any]:
    """A step of such a draft."""
    return {**_draft(of), "name": "season"}


def _paper(of: Cooperative) -> dict[str, Any]:
    """A licence a cooperative handed in."""
    upload = SimpleUploadedFile("giay.pdf", b"%PDF-1.7 giay to")
    piece = applying.Evidence("registration", upload)
    return {"token": applying.hand_in(of.pk, piece, by=factories.user()).paper.token}


def _order(of: Cooperative) -> dict[str, Any]:
    """A buyer's order that waits for the cooperative."""
    return {"number": hands.parcel(hands.ordered(factories.pack(of))).number}


OBJECTS: dict[str, Maker] = {
    "sell-order": _order,
    "sell-order-accept": _order,
    "sell-order-pack": _order,
    "sell-order-refuse": _order,
    "sell-order-slip": _order,
    "sell-draft": _draft,
    "sell-draft-step": _step,
    "sell-lot-new": _listing,
    "sell-paper": _paper,
    "sell-member": _membership,
    "sell-listing": _listing,
}
