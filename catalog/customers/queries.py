"""A cooperative's own customers: who agreed to be remembered, how often and when they ordered."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from catalog.communes.names import fold
from catalog.customers.models import Customer
from catalog.orders import worklist
from catalog.orders.models import SellerOrder
from marketplace.people.models import User

REPEAT = 2  # orders


def of(cooperative_id: int) -> QuerySet[Any]:
    """A cooperative's customers with ``orders`` and ``last_at`` of its own orders alone."""
    own = orders_of(cooperative_id).filter(order__placement__phone=OuterRef("phone")).order_by()
    counted = own.values("cooperative").annotate(n=Count("pk")).values("n")
    last = own.order_by("-order__placement__placed_at").values("order__placement__placed_at")[:1]
    customers: QuerySet[Any] = Customer.objects.annotate(
        orders=Coalesce(Subquery(counted, output_field=IntegerField()), 0), last_at=Subquery(last)
    )
    own_ones = customers.filter(cooperative=cooperative_id)
    return own_ones.prefetch_related("tags").order_by("-last_at", "-pk")


def orders_of(cooperative_id: int) -> QuerySet[SellerOrder]:
    """The cooperative's orders that count: not cancelled."""
    return worklist.of(cooperative_id).exclude(state=SellerOrder.State.CANCELLED)


def narrowed(
    found: QuerySet[Any], *, words: str = "", tag: str = "", repeat: bool = False
) -> list[Any]:
    """Those whose name, phone or note holds the words (marks do not matter), with the tag."""
    if tag:
        found = found.filter(tags__name=tag)
    if repeat:
        found = found.filter(orders__gte=REPEAT)
    if not words:
        return list(found)
    folded, digits = fold(words), "".join(filter(str.isdigit, words)).lstrip("0")
    return [
        one
        for one in found
        if folded in fold(f"{one.name} {one.note}") or (len(digits) > 2 and digits in one.phone)
    ]


def tags(cooperative_id: int) -> list[str]:
    """Every tag the cooperative uses."""
    own = Customer.objects.filter(cooperative=cooperative_id, tags__isnull=False)
    return list(own.order_by("tags__name").values_list("tags__name", flat=True).distinct())


def one(cooperative_id: int, customer_id: int) -> Any:
    """A cooperative's own customer."""
    return of(cooperative_id).filter(pk=customer_id).first()


def bought(customer: Customer) -> list[SellerOrder]:
    """What the customer ordered from this cooperative, the newest first."""
    own = orders_of(customer.cooperative_id).filter(order__placement__phone=customer.phone)
    rows = own.select_related("order__placement").prefetch_related("lines")
    return list(rows.order_by("-order__placement__placed_at", "-pk")[:50])


def of_person(user: User) -> QuerySet[Customer]:
    """The cooperatives that remember a person: by account, or by a phone the person proved."""
    mine = Q(user=user)
    if user.phone and user.phone_verified_at:
        mine |= Q(phone=user.phone)
    return Customer.objects.filter(mine).select_related("cooperative").order_by("-consented_at")
