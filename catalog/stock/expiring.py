"""What is past its best-before day leaves the shelf, with a movement that says why."""

import datetime as dt

from django.db import transaction
from django.db.models import F, QuerySet

from catalog.shelf import refresh
from catalog.stock.models import LotBalance, StockMovement
from marketplace.records import audit, clock

#: From so many days before its date on a lot is shown to its cooperative as about to expire.
SOON = dt.timedelta(days=3)


def due() -> QuerySet[LotBalance]:
    """Balances past their day that still have units nobody holds."""
    return LotBalance.objects.filter(
        best_before__lt=clock.local_day(), received__gt=F("held") + F("sold")
    ).order_by("pk")


def soon(cooperative_id: int) -> QuerySet[LotBalance]:
    """A cooperative's units that expire within days and wait for a buyer, the first to go first."""
    today = clock.local_day()
    return (
        LotBalance.objects.filter(
            pack__listing__cooperative=cooperative_id,
            best_before__range=(today, today + SOON),
            received__gt=F("held") + F("sold"),
        )
        .select_related("lot", "pack__listing__product")
        .annotate(free=F("received") - F("held") - F("sold"))
        .order_by("best_before", "pk")
    )


def expire_due() -> int:
    """Take every expired unit off, a balance at a time; how many units. Safe to run again."""
    return sum(expire(key) for key in list(due().values_list("pk", flat=True)))


@transaction.atomic
def expire(balance_id: int) -> int:
    """Take the free units of one balance off if its day is over; how many.

    Units held for an order stay: the cooperative packs them from a fresher lot or gives the order
    back.
    """
    balance = LotBalance.objects.select_for_update(no_key=True).get(pk=balance_id)
    free = balance.received - balance.held - balance.sold
    if balance.best_before is None or balance.best_before >= clock.local_day() or not free:
        return 0
    balance.received -= free
    balance.save(update_fields=["received"])
    StockMovement.objects.create(
        balance=balance, kind=StockMovement.Kind.EXPIRED, quantity=free, at=clock.now()
    )
    audit.record(None, balance, "expired", after={"units": free})
    refresh.stock([balance.pack.listing_id])
    return free
