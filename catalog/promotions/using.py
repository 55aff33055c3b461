"""Typing a voucher into a basket, taking it out, using it with an order, giving the use back.

The voucher's row is locked after the order's and before the stock's. Its counter and the limits of
its row decide: of two buyers who want the last use at once one is refused.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from oscar.apps.basket.models import Basket
from oscar.apps.order.models import Order

from catalog.promotions.models import BasketVoucher, PartDiscount, Voucher, VoucherUse
from catalog.promotions.reducing import Reduction, Refusal
from marketplace.records import audit, clock


class NoSuchVoucher(Exception):
    """No voucher has this code."""


class VoucherRefused(Exception):
    """The voucher cannot be used for this order: ``why`` says what stands against it."""

    def __init__(self, code: str, why: Refusal) -> None:
        """Keep the code and the reason."""
        super().__init__(f"{code} {why.value}")
        self.code = code
        self.why = why


def cleaned(code: str) -> str:
    """A code as it is stored: people type spaces and small letters."""
    return "".join(code.split()).upper()[:20]


@transaction.atomic
def type_in(basket_id: int, code: str) -> Voucher:
    """Let a basket carry a voucher instead of the one before, or ``NoSuchVoucher``."""
    voucher = Voucher.objects.filter(code=cleaned(code)).first()
    if voucher is None:
        raise NoSuchVoucher
    basket = Basket.objects.select_for_update().get(pk=basket_id)
    BasketVoucher.objects.update_or_create(basket=basket, defaults={"voucher": voucher})
    return voucher


@transaction.atomic
def take_out(basket_id: int) -> bool:
    """Let a basket carry no voucher; whether it carried one."""
    gone, _by_model = BasketVoucher.objects.filter(basket_id=basket_id).delete()
    return bool(gone)


def use(order: Order, reduction: Reduction, *, phone: str) -> VoucherUse:
    """Count a use for a new order, inside its transaction; ``VoucherRefused`` past a limit."""
    voucher = _locked(reduction.voucher.pk)
    _count(voucher, phone)
    return VoucherUse.objects.create(
        order=order,
        voucher=voucher,
        code=voucher.code,
        title=voucher.title,
        payer=voucher.payer,
        phone=phone,
        amount=reduction.total,
        at=clock.now(),
    )


def share_out(use: VoucherUse, reduction: Reduction, parts: Iterable[tuple[int, int]]) -> None:
    """Write what each part (its key and its cooperative's) saves, and who pays for it."""
    PartDiscount.objects.bulk_create(
        PartDiscount(
            seller_order_id=part,
            use=use,
            cooperative_id=seller,
            only_for_id=reduction.voucher.cooperative_id,
            payer=use.payer,
            goods=reduction.of(seller).goods,
            shipping=reduction.of(seller).shipping,
        )
        for part, seller in parts
        if reduction.of(seller).total
    )


def give_back(order: Order) -> None:
    """The order is given up: its use counts no more. A second time changes nothing."""
    found = VoucherUse.objects.filter(order=order, given_back_at__isnull=True).first()
    if found is None:
        return
    _locked(found.voucher_id)
    Voucher.objects.filter(pk=found.voucher_id).update(used=F("used") - 1)
    found.given_back_at = clock.now()
    found.save(update_fields=["given_back_at"])
    audit.record(None, found, "voucher.given_back", after={"code": found.code})


def use_again(order: Order) -> None:
    """The order is revived: its use counts once more; ``VoucherRefused`` when none is left."""
    found = VoucherUse.objects.filter(order=order, given_back_at__isnull=False).first()
    if found is None:
        return
    _count(_locked(found.voucher_id), found.phone, in_time=True)
    found.given_back_at = None
    found.save(update_fields=["given_back_at"])


def _locked(voucher_id: int) -> Voucher:
    return Voucher.objects.select_for_update().get(pk=voucher_id)


def _count(voucher: Voucher, phone: str, *, in_time: bool = False) -> None:
    """One use more of a locked voucher. ``in_time``: the dates were kept when it was ordered."""
    now = clock.now()
    if not in_time and (voucher.stopped_at is not None or voucher.ends_at <= now):
        raise VoucherRefused(voucher.code, Refusal.OVER)
    if not in_time and voucher.starts_at > now:
        raise VoucherRefused(voucher.code, Refusal.NOT_YET)
    if not voucher.left:
        raise VoucherRefused(voucher.code, Refusal.USED_UP)
    by_phone = voucher.uses.filter(phone=phone, given_back_at__isnull=True)
    if by_phone.count() >= voucher.most_per_phone:
        raise VoucherRefused(voucher.code, Refusal.PHONE)
    Voucher.objects.filter(pk=voucher.pk).update(used=F("used") + 1)
