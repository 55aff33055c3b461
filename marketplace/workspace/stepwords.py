"""Why a step with a parcel could not be taken, in words for whoever pressed."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.orders import packing
from catalog.orders.refusals import DoneAlready, DraftTaken, MoveRefused, NotProved
from catalog.seasons.refusals import NotHarvested
from catalog.stock.refusals import NotHeld, OutOfStock
from catalog.traceability.lots import assigning
from catalog.traceability.lots import packing as boxes
from catalog.traceability.lots import shipping as road

CHANGED = gettext_lazy("The order was changed meanwhile. This is how it stands now.")
_SHORT = gettext_lazy("That lot does not hold enough. Choose another one.")
_CLOSED = gettext_lazy("That lot was called back. Nothing of it may be sent.")
_WORDS: dict[type[Exception], Promise] = {
    MoveRefused: CHANGED,
    NotHeld: CHANGED,
    OutOfStock: _SHORT,
    packing.WrongUnits: _SHORT,
    boxes.MoreThanHarvested: _SHORT,
    boxes.LotNotOpen: _CLOSED,
    road.CalledBack: _CLOSED,
    boxes.PackedBeforeHarvest: gettext_lazy("That lot has not been harvested yet."),
    NotProved: gettext_lazy(
        "Nobody has typed the code yet: call the buyer, and say here that you did."
    ),
    NotHarvested: gettext_lazy("Not all of it has come in. Write the harvest down first."),
    DoneAlready: gettext_lazy(
        "Somebody else did this meanwhile: look at the parcel as it stands now."
    ),
    DraftTaken: gettext_lazy("This press was sent already for another parcel."),
}
REFUSALS: tuple[type[Exception], ...] = (*_WORDS, assigning.NotFree)


def words(refusal: Exception) -> str:
    """What to say for one of ``REFUSALS``."""
    if isinstance(refusal, assigning.NotFree):
        codes = ", ".join(refusal.args[:5])
        return _("No labelled boxes that wait for an order: %(codes)s") % {"codes": codes}
    return str(_WORDS[type(refusal)])
