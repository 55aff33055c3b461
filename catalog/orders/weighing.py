"""The scale has the last word: packed lighter than ordered costs less, heavier costs no more."""

from collections.abc import Iterable, Mapping

from catalog.cooperatives import payees
from catalog.orders.models import OrderEvent, SellerOrder, SellerOrderLine
from catalog.orders.working import Bench
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, rules
from payments import parts as invoices

#: Grams by order line, all its units together: what the scale said.
Weighed = Mapping[int, int]
REASON = "packed_lighter"


class TooLight(ValueError):
    """So little was packed that it is another order: the part is to be given back instead."""


def final(price: int, ordered_g: int, packed_g: int) -> int:
    """What goods for ``price`` đồng cost by weight: in proportion, half a đồng up, never more."""
    if packed_g >= ordered_g:
        return price
    return (2 * price * packed_g + ordered_g) // (2 * ordered_g)


def least(line: SellerOrderLine) -> int:
    """How many grams of a line have to be packed at least, by the rule of today."""
    return -(-line.weight_g * rules.number("weights.floor_percent") // 100)


def weigh(bench: Bench, lines: Iterable[SellerOrderLine], weighed: Weighed, *, by: User) -> None:
    """Write down what a part's lines weigh and ask so much less for it; lines left out are whole.

    What was paid too much is due for refund, what is to be paid at the door gets less, and the
    buyer is told. In the transaction that packs; ``TooLight`` refuses all of it.
    """
    told = [line for line in lines if line.pk in weighed]
    for line in told:
        _write(line, weighed[line.pk], by)
    off = {f"line-{line.pk}": line.lighter for line in told if line.lighter}
    if not off:
        return
    part = bench.part
    part.lighter = sum(off.values())
    part.save(update_fields=["lighter"])
    _ask_less(bench, off)
    outbox.post("order.packed_lighter", key=part.number, seller_order=part.pk)


def _write(line: SellerOrderLine, grams: int, by: User) -> None:
    """Keep the weight of a line, and what goes off its price."""
    if grams < least(line):
        raise TooLight(line.title)
    price = line.total - line.discount
    line.packed_g, line.lighter = grams, price - final(price, line.weight_g, grams)
    line.save(update_fields=["packed_g", "lighter"])
    audit.record(
        by,
        line,
        "seller_order_line.weighed",
        before={"weight_g": line.weight_g, "price": price},
        after={"weight_g": grams, "price": price - line.lighter},
    )


def _ask_less(bench: Bench, off: Mapping[str, int]) -> None:
    """Lower the invoice; what is paid already is enough then, perhaps."""
    number, payee = bench.order.number, payees.payee_key(bench.part.cooperative_id)
    was_paid = OrderEvent.objects.filter(order=bench.order, what=OrderEvent.What.PAID).exists()
    invoice = invoices.lower(number, payee, off, REASON)
    if invoice.covered_at is not None and not was_paid:
        OrderEvent.objects.create(order=bench.order, what=OrderEvent.What.PAID, at=clock.now())


def owed(parts: Iterable[SellerOrder]) -> int:
    """What the buyer pays for parts in the end, in đồng."""
    return sum(part.owed for part in parts)
