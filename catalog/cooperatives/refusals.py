"""Why a cooperative's wish or the province's answer is refused, named for what happened."""

from __future__ import annotations


class Refused(Exception):
    """The base of every refusal about a cooperative; nothing was changed."""


class MoveRefused(Refused):
    """The state does not allow this move any more: somebody was faster."""


class ReasonMissing(Refused):
    """Whoever sends something back says why."""


class OwnCooperative(Refused):
    """Nobody decides about a cooperative of which they are a member."""


class TaxCodeTaken(Refused):
    """A cooperative with this tax code has applied already."""


class UnknownCommune(Refused):
    """No commune of the province has this code today."""


class PaperMissing(Refused):
    """An application needs its business registration."""


class TooManyPapers(Refused):
    """A cooperative keeps thirty papers at most."""


class PaperLookedAt(Refused):
    """Somebody of the province has looked at this paper already."""


class TakenAlready(Refused):
    """A colleague is looking at this application."""


class OrderInForce(Refused):
    """An order suspends this cooperative: it sells again when the order is lifted, not before."""


class OrderMissing(Refused):
    """Nobody is suspended without an order that has a number, an authority and a document."""


class NotYetChecked(Refused):
    """A cooperative is verified only after somebody made sure who stands behind it."""


class LastOwner(Refused):
    """A cooperative keeps one owner at least."""


class AlreadyMember(Refused):
    """The invited person is a member already."""


class NotAnAddress(Refused):
    """The text is neither an e-mail address nor a phone number."""
