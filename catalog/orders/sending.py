"""A packed part goes to the carrier, and reaches its buyer."""

from django.db import transaction

from catalog.cooperatives import payees
from catalog.orders import deposits, paying, working
from catalog.orders.models import Placement, SellerOrder
from catalog.promotions import queries as promotions
from catalog.traceability.lots import shipping as boxes
from catalog.traceability.lots.drafts import Draft
from marketplace.people.models import User
from marketplace.records import outbox
from payments import booking, couriers, earning

MAX_TRACKING = 60


@transaction.atomic
def ship(
    seller_order_id: int, *, tracking: str = "", by: User, draft: Draft | None = None
) -> SellerOrder:
    """Hand a packed part to its carrier, with the carrier's number if there is one.

    Shipping twice is shipping once; a ``draft`` is known by its key, and gets ``DoneAlready`` when
    another press shipped the part (or ``DraftTaken``). ``MoveRefused`` when it is not packed;
    ``CalledBack`` when a box comes from a recalled lot.
    """
    bench = working.locked(seller_order_id)
    part = bench.part
    if working.was_sent(part, SellerOrder.State.SHIPPED, draft):
        return part
    working.move(bench, SellerOrder.State.SHIPPED, by=by, draft=draft)
    part.tracking = tracking[:MAX_TRACKING]
    part.save(update_fields=["tracking"])
    placement = Placement.objects.select_related("commune").get(order=bench.order)
    boxes.ship(part.number, to_commune=placement.commune.code, by=by, draft=draft)
    courier = paying.courier(part)
    if courier is not None and paying.collects_cash(placement, part):
        couriers.entrust(
            bench.order.number,
            payees.payee_key(part.cooperative_id),
            courier,
            number=part.number,
            tracking=part.tracking,
        )
    outbox.post("order.shipped", key=part.number, seller_order=part.pk)
    return part


@transaction.atomic
def deliver(seller_order_id: int, *, by: User) -> SellerOrder:
    """Note that a part reached its buyer; cash on delivery is booked as taken at the door.

    Delivering twice is delivering once. ``MoveRefused`` when it is not on its way.
    """
    bench = working.locked(seller_order_id)
    part = bench.part
    if part.state == SellerOrder.State.DELIVERED:
        return part
    placement = Placement.objects.select_related("order").get(order=bench.order)
    if part.can_become(SellerOrder.State.DELIVERED) and paying.collects_cash(placement, part):
        booking.confirm_cash(bench.order.number, payees.payee_key(part.cooperative_id), by=by)
    couriers.not_taken(part.number)
    working.move(bench, SellerOrder.State.DELIVERED, by=by)
    earning.earn(
        bench.order.number,
        payees.payee_key(part.cooperative_id),
        part.owed - part.deposit,
        vouchers=promotions.paid_by_others(part.pk),
    )
    deposits.earn(part)
    boxes.deliver(part.number, by=by)
    return part
