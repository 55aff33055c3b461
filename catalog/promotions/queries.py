"""What is asked about vouchers."""

from django.db.models import F, QuerySet

from catalog.promotions.models import PartDiscount, Payer, Voucher
from marketplace.records import clock


def running() -> QuerySet[Voucher]:
    """Vouchers that can be used now, the first to end first."""
    now = clock.now()
    return (
        Voucher.objects.filter(starts_at__lte=now, ends_at__gt=now, stopped_at__isnull=True)
        .filter(used__lt=F("most_uses"))
        .select_related("cooperative", "category")
        .order_by("ends_at", "pk")
    )


def by_codes(codes: list[str]) -> dict[str, Voucher]:
    """Vouchers by their code, whether they run or not."""
    found = Voucher.objects.filter(code__in=codes).select_related("cooperative", "category")
    return {voucher.code: voucher for voucher in found}


def shares_of(order_id: int) -> dict[int, PartDiscount]:
    """What a voucher took off each part of an order, by the part's key."""
    found = PartDiscount.objects.filter(seller_order__order=order_id).select_related("use")
    return {share.seller_order_id: share for share in found}


def paid_by_others(seller_order_id: int) -> dict[str, int]:
    """What a voucher took off one cooperative's part and others pay, in đồng by who pays it."""
    shares = PartDiscount.objects.filter(seller_order=seller_order_id)
    shares = shares.exclude(payer=Payer.COOPERATIVE)
    return {share.payer: share.goods + share.shipping for share in shares}
