"""Why an order was not placed, in a sentence for the buyer."""

import datetime as dt

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.orders import refusals
from catalog.promotions import wording as vouchers
from catalog.promotions.using import VoucherRefused
from marketplace.design import formats

_SENTENCES: dict[type[Exception], Promise] = {
    refusals.EmptyBasket: gettext_lazy("Nothing in the basket yet"),
    refusals.NotBuyable: gettext_lazy(
        "Something in your basket was sold to somebody else or withdrawn meanwhile."
    ),
    refusals.LaneRefused: gettext_lazy(
        "One of the parcels cannot be sent there that way. Choose another delivery."
    ),
    refusals.ChannelRefused: gettext_lazy("This order cannot be paid that way. Choose another."),
    refusals.TermsChanged: gettext_lazy(
        "The rules of buying have changed meanwhile. Read them and agree once more."
    ),
    refusals.KeyReused: gettext_lazy("This key was used for another order before."),
    refusals.AlreadyPlaced: gettext_lazy("This basket has been ordered already."),
}
REFUSALS: tuple[type[Exception], ...] = (
    refusals.TotalChanged,
    refusals.SellerClosed,
    VoucherRefused,
    *_SENTENCES,
)


def sentence(error: Exception) -> str:
    """What happened, and what to do now."""
    if isinstance(error, refusals.TotalChanged):
        return _("The total is now %(total)s. Look over it and order once more.") % {
            "total": formats.dong(error.total)
        }
    if isinstance(error, refusals.SellerClosed):
        return closed(error.name, error.until)
    if isinstance(error, VoucherRefused):
        return vouchers.refused(error.code, error.why)
    return str(_SENTENCES[type(error)])


def closed(name: str, until: dt.date) -> str:
    """Who is on holiday, and when it takes orders again."""
    facts = {"name": name, "day": formats.day(until + dt.timedelta(days=1))}
    return _("%(name)s is closed and takes orders again from %(day)s.") % facts
