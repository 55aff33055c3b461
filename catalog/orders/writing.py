"""Writing an order down: Oscar's rows, ours beside them, each cooperative's part, the invoice."""

import datetime as dt
from collections.abc import Iterable, Mapping

from oscar.apps.address.models import Country
from oscar.apps.basket.models import Basket
from oscar.apps.order.models import Line, Order, ShippingAddress

from catalog.baskets.contents import Contents, Parcel
from catalog.customers import remembering
from catalog.orders import deadlines, deposits, numbers, paying, phonecodes
from catalog.orders.creating import OrderCreator
from catalog.orders.models import OrderEvent, Placement, SellerOrder, SellerOrderLine
from catalog.orders.wishes import Agreed, Wish
from catalog.pricing import money
from catalog.pricing.strategy import Market
from catalog.promotions import using
from catalog.promotions.reducing import Share
from catalog.seasons import claiming
from catalog.shipping.repository import PerCooperative
from catalog.stock import holding
from marketplace.records import audit, clock, outbox

# Known by its key: Oscar would look its name up for the text it searches addresses by.
COUNTRY = Country(iso_3166_1_a2="VN", printable_name="Việt Nam")


def written(basket: Basket, contents: Contents, agreed: Agreed, wish: Wish) -> Placement:
    """The order with everything that hangs on it."""
    now = clock.now()
    deposit = _deposits(contents, agreed, wish)
    at_once = paying.confirms_at_once(wish.channel) and not deposit
    order, sold = _order(basket, contents, agreed, wish, at_once=at_once, now=now)
    placement = Placement.objects.create(
        order=order,
        basket=basket,
        idempotency_key=wish.idempotency_key,
        request_sha256=wish.request_sha256,
        channel=wish.channel,
        held_until=None if at_once else paying.held_until(wish.channel),
        name=wish.name,
        phone=wish.phone,
        email=wish.email,
        commune=wish.commune,
        street=wish.street,
        note=wish.note,
        invoice_wish=dict(wish.invoice),
        terms_version=wish.terms_version,
        language=wish.language,
        source=contents.items[0].source,
        placed_at=now,
    )
    parts = _parts(order, contents.parcels, agreed, deposit, at_once=at_once)
    lines = _lines(sold, contents, agreed, deposit, parts)
    by = wish.placed_by or wish.user
    for seller in sorted(wish.remember & parts.keys()):
        remembering.give(parts[seller], placement, by=by)
    OrderEvent.objects.create(order=order, what=OrderEvent.What.PLACED, by=by, at=now)
    after = {"status": order.status, "source": placement.source}
    audit.record(by, order, "order.placed", after=after)
    paying.ask(placement, parts.values(), lines)
    tell(order, parts.values())
    if at_once and wish.placed_by is None:
        phonecodes.begin(placement, paying.total_of(order), wish.user)
    _use_voucher(order, agreed, parts, wish)
    _hold(lines, contents)
    return placement


def _deposits(contents: Contents, agreed: Agreed, wish: Wish) -> dict[int, dict[int, int]]:
    """What is paid beforehand of a cash order; nothing where somebody typed it in for the buyer."""
    if not paying.confirms_at_once(wish.channel) or wish.placed_by is not None:
        return {}
    return deposits.of_basket(contents, deposits.off(agreed.reduction))


def _hold(lines: Iterable[SellerOrderLine], contents: Contents) -> None:
    """Keep the goods: of a coming harvest where a line is from one, else in lots that keep."""
    offers = {item.pack.pk: item.coming.offer for item in contents.items if item.coming}
    beforehand = [line for line in lines if line.pack_id in offers]
    claiming.claim(
        [claiming.Wanted(one.pk, offers[one.pack_id], one.quantity) for one in beforehand]
    )
    there = [
        holding.Wanted(line.line_id, line.pack_id, line.quantity, line.seller_order.arrives_to)
        for line in lines
        if line.pack_id not in offers
    ]
    if there:
        holding.hold(there)


def _order(
    basket: Basket,
    contents: Contents,
    agreed: Agreed,
    wish: Wish,
    *,
    at_once: bool,
    now: dt.datetime,
) -> tuple[Order, list[Line]]:
    """Oscar's order with its lines and address, written by Oscar's way of doing it."""
    basket.strategy = Market()
    basket._lines = contents.lines  # noqa: SLF001 -- Oscar's cache of the lines
    for line in contents.lines:
        line.basket = basket
    method = PerCooperative(agreed.shipping)
    creator = OrderCreator()
    order = creator.place_order(
        basket,
        money.price(contents.subtotal + agreed.shipping - agreed.discount),
        method,
        method.calculate(basket),
        user=wish.user,
        shipping_address=ShippingAddress.objects.create(
            first_name=wish.name,
            line1=wish.street,
            line4=wish.commune.full_name,
            state=wish.commune.province.name,
            country=COUNTRY,
            phone_number=wish.phone,
            notes=wish.note,
        ),
        order_number=numbers.fresh(),
        status="confirmed" if at_once else "awaiting_payment",
        guest_email="" if wish.user else wish.email,
        date_placed=now,
    )
    return order, creator.lines


def _parts(
    order: Order,
    parcels: list[Parcel],
    agreed: Agreed,
    deposit: Mapping[int, Mapping[int, int]],
    *,
    at_once: bool,
) -> dict[int, SellerOrder]:
    """Each cooperative's part by the cooperative's key."""
    state = SellerOrder.State.TO_CONFIRM if at_once else SellerOrder.State.WAITING
    parts = [
        SellerOrder(
            order=order,
            cooperative=parcel.cooperative,
            number=f"{order.number}-{place_in_order}",
            state=state,
            goods=parcel.subtotal,
            shipping=agreed.lanes[parcel.cooperative.pk].price,
            discount=_share(agreed, parcel.cooperative.pk).total,
            total=parcel.subtotal
            + agreed.lanes[parcel.cooperative.pk].price
            - _share(agreed, parcel.cooperative.pk).total,
            deposit=sum(deposit.get(parcel.cooperative.pk, {}).values()),
            lane_id=agreed.lanes[parcel.cooperative.pk].lane_id,
            weight_g=parcel.weight_g,
            harvest_from=parcel.harvest.harvest_from if parcel.harvest else None,
            harvest_to=parcel.harvest.harvest_to if parcel.harvest else None,
            arrives_from=agreed.lanes[parcel.cooperative.pk].arrives_from,
            arrives_to=agreed.lanes[parcel.cooperative.pk].arrives_to,
        )
        for place_in_order, parcel in enumerate(parcels, 1)
    ]
    until = deadlines.accept_by(parts) if at_once else {}
    for part in parts:
        part.confirm_by = until.get(part.cooperative_id)
    SellerOrder.objects.bulk_create(parts)
    return {part.cooperative_id: part for part in parts}


def _share(agreed: Agreed, seller: int) -> Share:
    """What a voucher takes off one cooperative's part."""
    return agreed.reduction.of(seller) if agreed.reduction is not None else Share({})


def _use_voucher(
    order: Order, agreed: Agreed, parts: Mapping[int, SellerOrder], wish: Wish
) -> None:
    """Count the voucher's use and write whose part saves what; its row is locked from here on."""
    if agreed.reduction is None or not agreed.discount:
        return
    used = using.use(order, agreed.reduction, phone=wish.phone)
    using.share_out(used, agreed.reduction, [(part.pk, key) for key, part in parts.items()])


def _lines(
    sold: Iterable[Line],
    contents: Contents,
    agreed: Agreed,
    deposit: Mapping[int, Mapping[int, int]],
    parts: Mapping[int, SellerOrder],
) -> list[SellerOrderLine]:
    """What was sold, in the words of today; every order line belongs to exactly one part."""
    written = {line.product_id: line for line in sold}
    return SellerOrderLine.objects.bulk_create(
        SellerOrderLine(
            line=written[item.pack.product_id],
            seller_order=parts[parcel.cooperative.pk],
            pack=item.pack,
            category_id=item.pack.listing.category_id,
            variety_id=item.pack.listing.variety_id,
            commune_id=item.pack.listing.commune_id,
            weight_g=item.pack.net_weight_g * item.quantity,
            title=f"{item.title}, {item.pack_name}",
            quantity=item.quantity,
            unit_price=item.unit_price,
            total=item.total,
            discount=_share(agreed, parcel.cooperative.pk).lines.get(item.line.pk, 0),
            deposit=deposit.get(parcel.cooperative.pk, {}).get(item.line.pk, 0),
            source=item.source,
            source_detail=item.source_detail,
        )
        for parcel in contents.parcels
        for item in parcel.items
    )


def tell(order: Order, parts: Iterable[SellerOrder]) -> None:
    """Write to the buyer, and to the cooperatives that may begin at once."""
    outbox.post("order.received", key=order.number, order=order.pk)
    ask_to_confirm(parts)


def ask_to_confirm(parts: Iterable[SellerOrder]) -> None:
    """Tell every cooperative whose part waits for its word."""
    for part in parts:
        if part.state == SellerOrder.State.TO_CONFIRM:
            outbox.post("order.confirm", key=part.number, seller_order=part.pk)
