"""Finding orders for whoever may see them, and what a page says of them."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet
from oscar.apps.order.models import Order

from catalog.customers.models import Customer
from catalog.orders.models import OrderEvent, Placement, SellerOrder, SellerOrderLine
from catalog.stock.models import Hold
from marketplace.database.statements import Statement
from marketplace.people.models import User
from marketplace.records import clock, tokens


def placement(
    number: str, *, token: str = "", user: User | AnonymousUser | None = None
) -> Placement | None:
    """The order of this number, if the token opens it or it belongs to the person."""
    found = (
        Placement.objects.select_related("order__voucher_use", "commune__province")
        .filter(order__number=number)
        .first()
    )
    if found is None:
        return None
    if token and tokens.same(token, found.token):
        return found
    owner = found.order.user_id
    if user is not None and user.is_authenticated and owner is not None and owner == user.pk:
        return found
    return None


def of_number(number: str) -> Placement | None:
    """The order of this number, for whoever has asked for leave already."""
    return Placement.objects.select_related("order").filter(order__number=number).first()


def parts(order: Order) -> list[SellerOrder]:
    """The cooperatives' parts with their goods, packed lots and steps, in order."""
    goods = SellerOrderLine.objects.select_related("pack__listing__shelf").prefetch_related(
        "packed__lot"
    )
    return list(
        order.seller_orders.select_related(
            "cooperative__commune__province", "lane__courier", "tax_invoice"
        )
        .prefetch_related(Prefetch("lines", goods))
        .order_by("pk")
    )


def weighed(part: SellerOrder) -> list[SellerOrderLine]:
    """The lines that were packed lighter than ordered, with what a letter says of them."""
    return list(part.lines.filter(lighter__gt=0).select_related("pack__listing__shelf"))


_HEADS = Statement(
    lambda order: (
        SellerOrder.objects.filter(order_id=order).select_related("cooperative").order_by("pk")
    ),
    1_000_000_007,
)


def heads(order: Order) -> list[SellerOrder]:
    """The same without their goods, for who only asks whose part costs how much."""
    return _HEADS.rows(order.pk)


def events(order: Order) -> list[OrderEvent]:
    """What happened, oldest first."""
    return list(order.events.order_by("at", "pk"))


def of_user(user: User) -> QuerySet[Placement]:
    """A person's own orders with their parts, newest first."""
    return (
        Placement.objects.filter(order__user=user)
        .select_related("order")
        .prefetch_related("order__seller_orders")
        .order_by("-placed_at", "-pk")
    )


def due() -> QuerySet[Placement]:
    """Orders nobody paid in time: their goods go back to the shelf."""
    return Placement.objects.filter(
        held_until__lte=clock.now(), order__status="awaiting_payment"
    ).order_by("pk")


def unanswered() -> QuerySet[SellerOrder]:
    """Parts paid in cash that their cooperative has not accepted in time."""
    return SellerOrder.objects.filter(
        state=SellerOrder.State.TO_CONFIRM,
        confirm_by__lte=clock.now(),
        order__placement__channel="cod",
    ).order_by("pk")


def remembering(placement: Placement) -> QuerySet[Customer, int]:
    """The keys of the cooperatives that may remember who placed the order."""
    found = Customer.objects.filter(
        phone=placement.phone, cooperative__seller_orders__order=placement.order
    )
    return found.values_list("cooperative", flat=True)


def holds(order: Order) -> QuerySet[Hold]:
    """What is kept for an order right now."""
    return Hold.objects.filter(order_line__order=order, state=Hold.State.HELD)
