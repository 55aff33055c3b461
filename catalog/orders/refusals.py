"""Why an order cannot be placed, changed or paid as asked. Raised by verbs, worded by views."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.orders.models import Placement


class AlreadyPlaced(Exception):
    """The basket has become an order before: here it is."""

    def __init__(self, placement: Placement) -> None:
        """Keep the order that there is."""
        super().__init__(str(placement))
        self.placement = placement


class KeyReused(Exception):
    """The idempotency key was used for another request."""


class NotProved(Exception):
    """Nobody has shown yet that the phone of a cash order is its buyer's."""


class EmptyBasket(Exception):
    """There is nothing to order."""


class NotBuyable(Exception):
    """Something in the basket is withdrawn or short; the basket says what."""


class SellerClosed(Exception):
    """A cooperative is on holiday and takes no orders."""

    def __init__(self, name: str, until: dt.date) -> None:
        """Keep who, and its last closed day."""
        super().__init__(f"{name} until {until}")
        self.name = name
        self.until = until


class TotalChanged(Exception):
    """The total is not what the buyer agreed to."""

    def __init__(self, total: int) -> None:
        """Keep the new total in đồng."""
        super().__init__(str(total))
        self.total = total


class LaneRefused(Exception):
    """A cooperative does not send there by the lane asked for."""

    def __init__(self, cooperative_id: int) -> None:
        """Keep whose parcel it is."""
        super().__init__(str(cooperative_id))
        self.cooperative_id = cooperative_id


class ChannelRefused(Exception):
    """This order cannot be paid this way: switched off, or cash above the cap."""


class TermsChanged(Exception):
    """The buyer agreed to another version of the terms than the one in force."""


class MoveRefused(Exception):
    """The order does not stand where this could be done."""


class DoneAlready(Exception):
    """Somebody else took this step meanwhile: what the phone kept was not used."""


class DraftTaken(Exception):
    """The phone's key of a press belongs to another one already."""
