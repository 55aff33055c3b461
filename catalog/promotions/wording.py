"""Vouchers in words: who pays, what a code gives, why it takes off nothing."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from oscar.apps.order.models import Order

from catalog.promotions.models import Payer, Voucher
from catalog.promotions.reducing import Refusal
from marketplace.design import formats

_PAID_BY: dict[str, Promise] = {
    Payer.PROVINCE: gettext_lazy("paid by the province, not by the cooperative"),
    Payer.PLATFORM: gettext_lazy("paid by the market, not by the cooperative"),
    Payer.COOPERATIVE: gettext_lazy("a gift of the cooperative"),
}
_REFUSED: dict[Refusal, Promise] = {
    Refusal.NOT_YET: gettext_lazy("Code %(code)s does not count yet."),
    Refusal.OVER: gettext_lazy("Code %(code)s has ended."),
    Refusal.USED_UP: gettext_lazy("Code %(code)s has been used up."),
    Refusal.NOT_FOR_THESE: gettext_lazy("Code %(code)s is for other goods than these."),
    Refusal.TOO_LITTLE: gettext_lazy("Code %(code)s counts from %(goods)s of its goods on."),
    Refusal.PHONE: gettext_lazy("Code %(code)s was used by this phone number already."),
}


def paid_by(payer: str) -> str:
    """Whose money it is, to stand behind a sum."""
    return str(_PAID_BY[Payer(payer)])


def of_order(order: Order) -> dict[str, str] | None:
    """The voucher an order used, and who pays for it."""
    used = getattr(order, "voucher_use", None)
    if used is None:
        return None
    return {"code": used.code, "title": used.title, "paid_by": paid_by(used.payer)}


def refused(code: str, why: Refusal, min_goods: int = 0) -> str:
    """Why a code takes nothing off."""
    return str(_REFUSED[why]) % {"code": code, "goods": formats.dong(min_goods)}


def gives(voucher: Voucher) -> str:
    """What a voucher takes off, in a few words."""
    most = formats.dong(voucher.amount)
    if voucher.kind == Voucher.Kind.SHIPPING:
        return _("delivery free up to %(most)s") % {"most": most}
    if voucher.kind == Voucher.Kind.PERCENT:
        return _("%(percent)s off, %(most)s at most") % {
            "percent": f"{voucher.percent} %",
            "most": most,
        }
    return _("%(most)s off") % {"most": most}
