"""A part that was ordered before its harvest: all of it has come in, or never will."""

from django.db import transaction

from catalog.orders import deadlines, working
from catalog.orders.models import OrderEvent, SellerOrder
from marketplace.records import audit, clock, outbox

State = SellerOrder.State


@transaction.atomic
def begin(seller_order_id: int) -> bool:
    """Let the deadlines of a part count from now, for its goods are here; whether it did.

    Safe to run again; a part that ended meanwhile, or waits again, is left alone.
    """
    bench = working.locked(seller_order_id)
    part = bench.part
    waits = part.lines.exclude(preorder__state="ready").exists()
    if part.state == State.CANCELLED or not part.awaits_harvest or waits:
        return False
    part.harvested_at = clock.now()
    if part.state == State.TO_CONFIRM:
        part.confirm_by = deadlines.accept_by([part])[part.cooperative_id]
    part.save(update_fields=["harvested_at", "confirm_by"])
    OrderEvent.objects.create(
        order=bench.order, seller_order=part, what=OrderEvent.What.HARVESTED, at=clock.now()
    )
    audit.record(None, part, "seller_order.harvested")
    if part.state != State.WAITING:
        outbox.post("order.harvested", key=part.number, seller_order=part.pk)
    return True
