"""Units coming in from a lot, and units that are lost."""

from django.db import transaction
from django.db.models import F

from catalog.listings.models import Pack
from catalog.shelf import refresh
from catalog.stock.models import LotBalance, StockMovement
from catalog.stock.refusals import OutOfStock, Short
from catalog.traceability.models import Lot
from marketplace.people.models import User
from marketplace.records import audit, clock


@transaction.atomic
def receive(lot: Lot, pack: Pack, *, units: int, by: User | None) -> LotBalance:
    """Put ``units`` of a pack out of a lot up for sale; a second time adds to the first."""
    if units < 1:
        raise ValueError("Something has to be received.")
    balance, _created = LotBalance.objects.get_or_create(
        lot=lot, pack=pack, defaults={"best_before": lot.best_before}
    )
    # The row is locked by the update, so what it holds now less the units is what it held.
    LotBalance.objects.filter(pk=balance.pk).update(received=F("received") + units)
    balance.refresh_from_db()
    _note(balance, StockMovement.Kind.RECEIVED, units, balance.received - units, by)
    return balance


@transaction.atomic
def write_off(balance_id: int, *, units: int, by: User | None) -> LotBalance:
    """Take spoilt or lost units off; ``OutOfStock`` when more than is free, nothing changes."""
    balance = LotBalance.objects.select_for_update(no_key=True).get(pk=balance_id)
    free = balance.received - balance.held - balance.sold
    if not 1 <= units <= free:
        raise OutOfStock([Short(balance.pack_id, units, free)])
    balance.received -= units
    balance.save(update_fields=["received"])
    _note(balance, StockMovement.Kind.WRITTEN_OFF, units, balance.received + units, by)
    return balance


def _note(
    balance: LotBalance, kind: StockMovement.Kind, units: int, before: int, by: User | None
) -> None:
    """Write the movement and its audit row, and refresh the shelf."""
    StockMovement.objects.create(balance=balance, kind=kind, quantity=units, at=clock.now())
    audit.record(
        by,
        balance,
        f"stock.{kind.value}",
        before={"received": before},
        after={"received": balance.received, "units": units},
    )
    refresh.stock([balance.pack.listing_id])
