"""A small market to shake: two cooperatives, a moderator, buyers, and time that passes.

Everything goes through the doors people use. A door may refuse, never break: `fair` says so.
"""

import contextlib
import datetime as dt
import time
from collections import Counter
from dataclasses import replace
from typing import Any

from celery import current_app
from django.db import transaction
from django.test import Client

from catalog.listings import pictures, proposals, publishing
from catalog.listings.models import Listing, ListingChange, Pack
from catalog.listings.proposals import Shot
from catalog.orders import worklist
from catalog.orders.models import Placement, SellerOrder
from catalog.stock import bulk
from catalog.stock.models import LotBalance
from marketplace import schedule
from marketplace.people import roles
from marketplace.records import audit, clock, discovery
from payments.models import Attempt
from tests import factories
from tests.catalog.checkout import test_api as apps
from tests.catalog.listings.uploads import photo
from tests.marketplace.workspace import hands
from tests.payments import sending
from tests.rules import people

discovery.load("tasks")
HOURLY = ("catalog.orders.expire", "catalog.orders.nudge", "catalog.waiting.tell")
#: What the timetable runs every night besides; the rest of it is about pictures and pages.
NIGHTLY = tuple(
    entry["task"]
    for entry in schedule.TIMETABLE.values()
    if entry["task"].startswith(("catalog.", "payments.", "statistics."))
    and entry["task"] not in (*HOURLY, "catalog.make_missing_sizes")
)


def fair(answer: Any) -> int:
    """The status of an answer that is no failure of ours."""
    status = int(answer.status_code)
    assert status < 500, (status, answer.content.decode()[:2000])
    return status


class Press:
    """A buyer's press of the button, to be pressed again; ``number`` once it made an order."""

    def __init__(self, made: dict[str, Any], body: dict[str, Any], key: str) -> None:
        """What is sent."""
        self.made, self.body, self.key, self.number = made, body, key, ""

    def send(self) -> int:
        """Send it; the same key never makes a second order."""
        answer = apps.checkout(self.made, self.body, self.key)
        status = fair(answer)
        if status == 201:
            number = answer.json()["number"]
            assert self.number in ("", number), "the same key made a second order"
            self.number = number
        return status


class Stage:
    """People and goods, made once; what a play changes is taken back at its end."""

    def __init__(self) -> None:
        """Two cooperatives with a listing of two packs each, few units of them."""
        self.listings = [_listing() for _ in range(2)]
        self.sellers = {one.cooperative_id: hands.member(one.cooperative) for one in self.listings}
        moderator = factories.user()
        roles.give(moderator, roles.MODERATOR)
        people.TOTP.activate(moderator, "JBSWY3DPEHPK3PXP")
        self.desk = people.signed_in(moderator)

    @property
    def packs(self) -> list[Pack]:
        """All packs, in the order in which they were made."""
        return list(Pack.objects.select_related("listing").order_by("pk"))


def _listing() -> Listing:
    """Two packs with a photo, six units of each."""
    made = factories.listing(
        factories.cooperative(owner=factories.user()), prices=(61_007, 119_000), units=6
    )
    picture = pictures.take(photo(), cooperative_id=made.cooperative_id, by=factories.user())
    shown = replace(proposals.as_it_stands(made), pictures=(Shot(picture.token, "Nhãn"),))
    with transaction.atomic():
        publishing.apply(made, shown, by=factories.user())
        audit.record(None, made, "listing.approved", after={"version": made.version})
    return made


class Play:
    """One play on the stage: all of it in a transaction that is taken back."""

    def __init__(self, stage: Stage) -> None:
        """The curtain opens now."""
        self.stage, self.counted = stage, Counter[str]()
        self.presses: list[Press] = []
        self.transfers: list[dict[str, Any]] = []
        self.ends = contextlib.ExitStack()
        self.ends.enter_context(transaction.atomic())
        self.ends.callback(transaction.set_rollback, True)
        self.hour = contextlib.ExitStack()
        self.ends.callback(self.hour.close)
        self.now = clock.now()

    # -- buyers

    def order(self, wanted: list[int], units: int, channel: str) -> None:
        """A guest orders packs, by their places, through the interface of apps."""
        packs = [self.stage.packs[place] for place in wanted]
        opened = apps.call("POST", "/baskets").json()
        for pack in packs:
            line = {"listing": pack.listing_id, "pack": pack.pk, "quantity": units}
            path = f"/baskets/{opened['id']}/lines"
            fair(apps.call("POST", path, line, Basket_Token=opened["token"]))
        press = Press(opened, apps.wish(channel=channel), f"k-{len(self.presses)}")
        self.note("order", press.send())
        self.presses.append(press)

    def placement(self, place: int) -> Placement | None:
        """One of the orders there are, by dice."""
        placed = [press.number for press in self.presses if press.number]
        if not placed:
            return None
        number = placed[place % len(placed)]
        return Placement.objects.select_related("order").get(order__number=number)

    def pay(self, placement: Placement, percent: int) -> None:
        """The bank tells of a transfer of so much of what is asked."""
        attempt = Attempt.objects.filter(
            invoice__reference=placement.order.number, channel="vietqr"
        ).last()
        if attempt is None:
            return
        amount = max(1, attempt.amount * percent // 100)
        self.transfers.append(sending.transfer(attempt.memo, amount))
        self.tell(len(self.transfers) - 1)

    def tell(self, place: int) -> None:
        """The bank tells of a transfer, perhaps for the second time."""
        age = int(time.time() - clock.now().timestamp())
        status = fair(sending.post(self.transfers[place % len(self.transfers)], age=age))
        self.note("transfer", status)

    def cancel(self, placement: Placement) -> None:
        """The buyer cancels."""
        address = f"/o/{placement.order.number}/cancel?token={placement.token}"
        self.note("cancel", fair(Client().post(address)))

    # -- cooperatives

    def step(self, part: SellerOrder, name: str, percent: int) -> None:
        """A member takes a step with a parcel; packed, it weighs so much of what was ordered."""
        seller, data = self.stage.sellers[part.cooperative_id], {}
        if name == "refuse":
            data = {"opened": part.state}
        if name == "pack":
            offered = worklist.choices(part).items()
            data = {f"lot-{line}": choices[0].value for line, choices in offered if choices}
            data |= {
                f"weight-{line.pk}": str(line.weight_g * percent // 100)
                for line in part.lines.all()
                if percent
            }
        self.note(name, fair(hands.tap(seller, part, name, **data)))

    def harvest(self, place: int, units: int) -> None:
        """A member writes a harvest of one of the listings down."""
        listing = self.stage.listings[place]
        today = clock.local_day()
        keeps = today + dt.timedelta(days=3)
        packs = listing.packs.values_list("key", flat=True)
        lot = {"harvested_on": today.isoformat(), "best_before": keeps.isoformat()}
        seller = self.stage.sellers[listing.cooperative_id]
        address = f"/sell/listings/{listing.pk}/lots/new/"
        answer = seller.post(address, lot | {f"units_{key}": str(units) for key in packs})
        self.note("harvest", fair(answer))

    def lose(self, place: int, units: int) -> None:
        """A member writes units off."""
        balances = list(LotBalance.objects.select_related("pack__listing").order_by("pk"))
        balance = balances[place % len(balances)]
        seller = self.stage.sellers[balance.pack.listing.cooperative_id]
        answer = seller.post(f"/sell/lots/balances/{balance.pk}/", {"units": str(units)})
        self.note("lose", fair(answer))

    def reprice(self, place: int, price: int) -> None:
        """A member asks for another price of a pack on the page of the stock."""
        pack = self.stage.packs[place]
        seller = self.stage.sellers[pack.listing.cooperative_id]
        form: dict[str, str] = {}
        packs = list(pack.listing.packs.all())
        received = bulk.received([one.pk for one in packs])
        for one in packs:
            asked = price if one == pack else one.price
            form[f"pack-{one.pk}-seen"] = bulk.mark(one, received[one.pk])
            form |= {f"pack-{one.pk}-price": str(asked), f"pack-{one.pk}-came": "0"}
            form |= {f"pack-{one.pk}-lost": "0", f"pack-{one.pk}-alarm": "0"}
        self.note("reprice", fair(seller.post("/sell/stock/", form)))

    def show(self, place: int, word: str) -> None:
        """A member hides a listing, or shows it again."""
        listing = self.stage.listings[place]
        seller = self.stage.sellers[listing.cooperative_id]
        answer = seller.post(f"/sell/listings/{listing.pk}/shown/", {word: "1"})
        self.note(word, fair(answer))

    # -- the department

    def decide(self, place: int, decision: str) -> None:
        """The moderator answers one of the changes there are, decided or not."""
        changes = list(ListingChange.objects.order_by("pk"))
        if not changes:
            return
        change = changes[place % len(changes)]
        told = {"decision": decision, "opened_version": str(change.base_version)}
        if decision != "approved":
            told |= {"message": "Giá chưa rõ."}
        self.note(decision, fair(self.stage.desk.post(f"/desk/changes/{change.pk}/", told)))

    # -- time

    def pass_time(self, hours: int) -> None:
        """Hours pass, perhaps a night, and the timetable does its work."""
        day, self.now = clock.local_day(self.now), self.now + dt.timedelta(hours=hours)
        self.hour.close()
        self.hour.enter_context(clock.moved_to(self.now))
        for task in HOURLY + (NIGHTLY if clock.local_day(self.now) > day else ()):
            current_app.tasks[task].run()

    def note(self, what: str, status: int) -> None:
        """Count how often a door opened, and how often it refused."""
        self.counted[what if status < 400 else f"{what} refused"] += 1
