"""A harvest that is to come, and hands that bring it in."""

import datetime as dt

from catalog.listings import harvesting
from catalog.listings.models import Pack
from catalog.listings.proposals import LotDraft
from catalog.seasons import windows
from catalog.seasons.models import HarvestWindow, WindowPack
from catalog.traceability.models import Lot
from marketplace.records import clock, outbox
from tests import factories

FIRST, LAST = 20, 30  # days from today on which it is harvested


def day(after: int) -> dt.date:
    """So many days from today."""
    return clock.local_day() + dt.timedelta(days=after)


def later(days: int) -> dt.datetime:
    """The moment so many days from now."""
    return clock.now() + dt.timedelta(days=days)


def window(pack: Pack, *, cap: int = 10, opens: int = 0, closes: int = 15) -> HarvestWindow:
    """Orders for a harvest of a pack in three weeks."""
    days = windows.Days(day(FIRST), day(LAST), day(opens), day(closes))
    return windows.open_window(pack.listing_id, days, {pack.key: cap}, by=factories.user())


def offer(pack: Pack) -> WindowPack:
    """What is ordered of the only window of a pack."""
    return WindowPack.objects.get(pack=pack)


def bring_in(pack: Pack, units: int, *, keeps: int = 10) -> Lot:
    """A lot picked today."""
    draft = LotDraft(clock.local_day(), day(keeps), {pack.key: units})
    return harvesting.add(pack.listing_id, draft, by=factories.user())


def deliver_messages() -> None:
    """Whatever must reach somebody reaches him."""
    while outbox.drain():
        pass
