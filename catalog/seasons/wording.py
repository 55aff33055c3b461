"""A coming harvest in words, for pages, letters and receipts alike."""

import datetime as dt

from django.utils.translation import gettext as _

from catalog.seasons.promises import Promise
from marketplace.design import formats


def harvest(first: dt.date | None, last: dt.date | None) -> str:
    """That goods come from a harvest of these days; nothing for goods that are there."""
    if first is None or last is None:
        return ""
    return formats.harvest(first, last)


def coming(promise: Promise | None) -> str:
    """What to say of a pack of which nothing is there now."""
    if promise is None:
        return _("sold out")
    if promise.opens_later:
        return _("on sale from %(day)s") % {"day": formats.day(promise.order_from)}
    if promise.is_open:
        words = _("order before the harvest %(days)s, %(n)s left")
        return words % {
            "days": formats.span(promise.harvest_from, promise.harvest_to),
            "n": promise.left,
        }
    return _("all of the harvest is ordered")
