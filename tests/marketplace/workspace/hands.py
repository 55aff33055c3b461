"""A cooperative's hands at its orders, and a buyer's order for them to work on."""

import re
from typing import Any

from django.test import Client
from oscar.apps.order.models import Order

from catalog.cooperatives.models import Cooperative, Membership
from catalog.listings.models import Pack
from catalog.orders.models import SellerOrder
from marketplace.records import invariants
from marketplace.records.models import OutboxMessage
from payments.models import Attempt
from tests import factories
from tests.catalog import buying
from tests.payments import sending

CHOSEN = re.compile(r'<input type="radio" name="(lot-\d+)" value="(\w+)" required checked>')


def member(cooperative: Cooperative, role: str = Membership.Role.OWNER) -> Client:
    """The browser of somebody who works for the cooperative."""
    client, user = Client(), factories.user()
    factories.member(cooperative, user, role)
    client.force_login(user)
    return client


def browser(cooperative: Cooperative) -> Client:
    """The browser of the cooperative's owner."""
    client = Client()
    client.force_login(cooperative.memberships.get(role=Membership.Role.OWNER).user)
    return client


def ordered(*packs: Pack, quantity: int = 1, channel: str = "cod") -> Order:
    """A guest's order, paid if it is not paid at the door."""
    client = Client()
    buying.fill(client, *packs, quantity=quantity)
    buying.place(client, channel=channel)
    order = Order.objects.latest("pk")
    type_code(client, order)
    if channel != "cod":
        attempt = Attempt.objects.get(invoice__reference=order.number)
        assert sending.post(sending.transfer(attempt.memo, attempt.amount)).status_code == 200
        order.refresh_from_db()
    return order


def type_code(client: Client, order: Order) -> None:
    """The buyer types the code of the text message, if one was sent."""
    asked = OutboxMessage.objects.filter(topic="order.phone_code", payload__order=order.pk)
    if message := asked.last():
        page = f"/o/{order.number}/phone?token={order.placement.token}"
        assert client.post(page, {"code": message.payload["code"]}).status_code == 302


def parcel(order: Order, of: Pack | None = None) -> SellerOrder:
    """The order's part of the pack's cooperative, or its only one."""
    parts = order.seller_orders.all()
    return parts.get(cooperative=of.listing.cooperative_id) if of else parts.get()


def tap(client: Client, part: SellerOrder, step: str, **data: str) -> Any:
    """Press the button of a step; whoever takes an order has called its buyer."""
    if step == "accept":
        data = {"called": "1"} | data
    return client.post(f"/sell/orders/{part.number}/{step}/", data)


def page(client: Client, part: SellerOrder) -> str:
    """The parcel's page as it is shown."""
    answer = client.get(f"/sell/orders/{part.number}/")
    assert answer.status_code == 200
    return answer.content.decode()


def lots(client: Client, part: SellerOrder) -> dict[str, str]:
    """The lots that stand chosen on the packing page."""
    return dict(CHOSEN.findall(page(client, part)))


def pack(client: Client, part: SellerOrder) -> None:
    """Take an order and pack it from what is offered first."""
    assert tap(client, part, "accept").status_code == 302
    assert tap(client, part, "pack", **lots(client, part)).status_code == 302


def weigh(client: Client, part: SellerOrder, *grams: str) -> int:
    """Take an order and pack it with what the scale says of each line; the answer's status."""
    tap(client, part, "accept")
    lines = part.lines.order_by("pk").values_list("pk", flat=True)
    told = {f"weight-{line}": words for line, words in zip(lines, grams, strict=False)}
    return int(tap(client, part, "pack", **lots(client, part), **told).status_code)


def send(client: Client, part: SellerOrder) -> None:
    """Take it all the way to the buyer."""
    pack(client, part)
    assert tap(client, part, "ship", tracking="VTP 123").status_code == 302
    assert tap(client, part, "deliver").status_code == 302


def state(part: SellerOrder) -> str:
    """Where the part stands."""
    part.refresh_from_db()
    return str(part.state)


def status(order: Order) -> str:
    """Where the whole order stands."""
    order.refresh_from_db()
    return str(order.status)


def broken() -> list[str]:
    """The sentences that are not true any more."""
    return [one.name for one in invariants.check() if one.count]


def asked(number: str) -> Attempt:
    """The latest asking for an order's money."""
    return Attempt.objects.filter(invoice__reference=number).latest("pk")
