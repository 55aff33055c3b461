"""Why prices and stock were not saved, in the words of the page that tried."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from catalog.listings import checking, refusals
from catalog.listings.models import Pack
from catalog.stock import bulk
from catalog.stock.refusals import OutOfStock
from catalog.traceability.diary import writing as diary
from catalog.traceability.lots import harvest


def _changed(error: Any) -> str:
    """Somebody was faster."""
    return _("%(pack)s was changed by somebody else meanwhile. Nothing was saved; look again.") % {
        "pack": _called(error.pack)
    }


def _short(error: Any) -> str:
    """More is lost than is free."""
    pack = Pack.objects.select_related("listing__product").get(pk=error.short[0].pack_id)
    words = _("%(pack)s: only %(n)d are free, the others are sold or held. Nothing was saved.")
    return words % {"pack": _called(pack), "n": error.short[0].available}


def _incomplete(error: Any) -> str:
    """A listing whose papers or pictures have to be mended before its price can change."""
    words = "; ".join(problem.words for problem in error.problems)
    return _("A price cannot change yet: %(why)s Nothing was saved.") % {"why": words}


def _called(pack: Pack) -> str:
    """A pack with its listing, as people call it."""
    product = pack.listing.product
    return f"{product.title}, {pack.name_vi}" if product else pack.name_vi


_WORDS: dict[type[Exception], Callable[[Any], str]] = {
    bulk.RowChanged: _changed,
    OutOfStock: _short,
    refusals.Incomplete: _incomplete,
    harvest.PlotsNotSaid: lambda _error: (
        _("%(why)s Nothing was saved.") % {"why": checking.plots_not_said()}
    ),
    harvest.NotOurPlot: lambda _error: _("Say again on which plots it was picked."),
    harvest.InsideInterval: lambda error: diary.too_soon(error.args[0]),
    refusals.AlreadyWaiting: lambda _error: _(
        "The department still has a change of one of these listings. Withdraw it first, or wait. "
        "Nothing was saved."
    ),
    refusals.NotVerified: lambda _error: _(
        "Prices can change again once the department has verified your cooperative."
    ),
    refusals.Outdated: lambda _error: _(
        "A listing was changed by somebody else meanwhile. Nothing was saved; look again."
    ),
}
REFUSALS = tuple(_WORDS)


def words(error: Exception) -> str:
    """What to say for one of ``REFUSALS``."""
    return _WORDS[type(error)](error)
