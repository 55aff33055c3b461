"""A year of sales: guests and members order, pay, and the cooperatives pack and send."""

import dataclasses
import datetime as dt
import json
import random
from dataclasses import dataclass

from django.conf import settings

from catalog.baskets import contents, filling
from catalog.baskets.models import Source
from catalog.communes.models import Commune
from catalog.listings import harvesting
from catalog.listings.models import Listing
from catalog.orders import accepting, ending, packing, placing, sending
from catalog.orders.models import Placement, SellerOrder, SellerOrderLine
from catalog.orders.refusals import MoveRefused
from catalog.orders.wishes import Wish
from catalog.stock import queries as stock
from marketplace.people.models import User
from marketplace.records import clock, rules
from marketplace.seeding.blueprints import Goods
from marketplace.seeding.names import FAMILIES, GIVEN, MIDDLES
from marketplace.seeding.opening import harvest
from payments import inbox
from payments.channels import sepay
from payments.channels.base import RawRequest, Result
from payments.models import Attempt

STREETS = (
    "phố Nhãn",
    "đường Vườn Đào",
    "ngõ 12 phố Chợ",
    "tổ 5",
    "đường Bờ Sông",
    "phố Mới",
)
#: Where buyers live, and how many of a hundred: Hà Nội, Hồ Chí Minh City, Hải Phòng, Sơn La, …
PROVINCES = {"01": 42, "79": 18, "31": 8, "14": 18, "48": 6, "24": 8}
#: Every cooperative's parcel gets here within a day, so whatever is ripe can be sent here.
NEAREST = "14"
SOURCES = (
    Source.SEARCH,
    Source.CATEGORY,
    Source.HOME,
    Source.STOREFRONT,
    Source.DIRECT,
    Source.SCAN,
)
_BATCH = 60  # units of each pack in a harvest that comes in during the season


@dataclass(frozen=True, slots=True)
class Stall:
    """A listing with what is needed to keep it on sale and to work on its orders."""

    goods: Goods
    listing: Listing
    owner: User
    since: dt.datetime
    plots: tuple[int, ...] = ()

    def is_open(self, day: dt.datetime) -> bool:
        """Whether somebody could have ordered it on a day."""
        return day > self.since + dt.timedelta(days=2) and (
            not self.goods.is_fresh or self.goods.is_ripe(day.date())
        )


class Year:
    """Orders one after the other, each through all its steps as far as its time has come."""

    def __init__(self, stalls: list[Stall], until: dt.datetime, dice: random.Random) -> None:
        """What is sold, up to which moment."""
        self.stalls, self.until, self.dice = stalls, until, dice
        self.communes = {
            code: list(
                Commune.objects.filter(province__code=code, valid_to=None)
                .select_related("province")
                .order_by("code")
            )
            for code in PROVINCES
        }
        self.transfers = 0

    def restock(self, stall: Stall, day: dt.datetime, units: int) -> None:
        """Bring a harvest in when too little is left."""
        packs = list(stall.listing.packs.values_list("pk", flat=True))
        if min(stock.available(packs).values(), default=0) < units:
            picked = (day - dt.timedelta(hours=12)).date()
            draft = harvest(stall.goods, picked, _BATCH + self.dice.randint(0, 60))
            named = dataclasses.replace(draft, plots=stall.plots)
            harvesting.add(stall.listing.pk, named, by=stall.owner)

    def is_open(self, moment: dt.datetime) -> bool:
        """Whether anything at all could have been ordered then."""
        return any(stall.is_open(moment) for stall in self.stalls)

    def order(self, moment: dt.datetime, buyer: User | None) -> Placement:
        """One order of what is ripe, worked on as far as time allows; the year must be open."""
        open_stalls = [stall for stall in self.stalls if stall.is_open(moment)]
        chosen = self.dice.sample(
            open_stalls, min(len(open_stalls), self.dice.choice((1, 1, 2, 3)))
        )
        with clock.moved_to(moment):
            placement = self._place(chosen, moment, buyer)
        self._work(placement, moment, {s.listing.cooperative_id: s.owner for s in chosen})
        return placement

    def _place(self, chosen: list[Stall], moment: dt.datetime, buyer: User | None) -> Placement:
        """Fill a basket and order it."""
        basket = filling.opened(buyer)
        for stall in chosen:
            self.restock(stall, moment, 6)
            pack = self.dice.choice(list(stall.listing.packs.order_by("pk")))
            filling.add(
                basket.pk,
                pack.pk,
                quantity=self.dice.choice((1, 1, 1, 2, 2, 3)),
                source=self.dice.choice(SOURCES),
            )
        number = self.dice.randrange(10_000, 100_000)
        wish = Wish(
            name=self._name(),
            phone=f"+8495299{number:05}"[:12],
            commune=self._commune(basket.pk),
            street=f"{self.dice.randint(1, 180)} {self.dice.choice(STREETS)}",
            channel=self.dice.choices(("vietqr", "cod"), (68, 32))[0],
            terms_version=str(rules.value("terms.version")),
            user=buyer,
        )
        return placing.place(basket.pk, wish)

    def _work(self, placement: Placement, moment: dt.datetime, owners: dict[int, User]) -> None:
        """Pay, accept, pack, send and deliver, each at its hour, none after now."""
        if placement.channel == "vietqr" and not self._pay(placement, moment):
            return
        for part in SellerOrder.objects.filter(order=placement.order).order_by("pk"):
            owner = owners[part.cooperative_id]
            hours = self.dice.randint(1, 9)
            for wait, verb in (
                (hours, lambda p, by: accepting.accept(p, called=True, by=by)),
                (
                    hours + self.dice.randint(1, 8),
                    self._pack,
                ),
                (
                    hours + self.dice.randint(9, 20),
                    lambda p, by: sending.ship(p, by=by),
                ),
                (
                    hours + self.dice.randint(30, 70),
                    lambda p, by: sending.deliver(p, by=by),
                ),
            ):
                then = moment + dt.timedelta(hours=wait)
                if then >= self.until:
                    break
                try:
                    with clock.moved_to(then):
                        verb(part.pk, owner)
                except MoveRefused:
                    # For the market's own background work the hour of this order is long past: on
                    # a slow machine it ends the order before the next step, as in life.
                    break

    def _pack(self, part_id: int, by: User) -> None:
        """Pack as the units are held; one parcel in ten weighs a little less than ordered."""
        weighed = {}
        if self.dice.random() < 0.1:
            lines = SellerOrderLine.objects.filter(seller_order=part_id).order_by("pk")
            weighed = {line.pk: line.weight_g * self.dice.randint(93, 99) // 100 for line in lines}
        packing.pack(part_id, {}, weighed=weighed, by=by)

    def _pay(self, placement: Placement, moment: dt.datetime) -> bool:
        """The bank's message comes some minutes later; one in fourteen buyers never pays."""
        attempt = Attempt.objects.get(invoice__reference=placement.order.number)
        if self.dice.random() < 0.07:
            with clock.moved_to(min(moment + dt.timedelta(hours=1), self.until)):
                ending.expire(placement.order.number)
            return False
        paid_at = moment + dt.timedelta(minutes=self.dice.randint(2, 20))
        if paid_at >= self.until:
            return False
        with clock.moved_to(paid_at):
            return self._transfer(attempt, paid_at)

    def _transfer(self, attempt: Attempt, at: dt.datetime) -> bool:
        """Deliver the signed message a bank's messenger would post."""
        self.transfers += 1
        local = at.astimezone(clock.LOCAL)
        body = json.dumps(
            {
                "id": int(at.timestamp()) * 1_000 + self.transfers % 1_000,
                "gateway": "Vietcombank",
                "transactionDate": f"{local:%Y-%m-%d %H:%M:%S}",
                "accountNumber": settings.VIETQR_ACCOUNT,
                "code": None,
                "content": f"MBVCB.{self.transfers:010}.{attempt.memo}.CT",
                "transferType": "in",
                "transferAmount": attempt.amount,
                "accumulated": 0,
                "subAccount": None,
                "referenceCode": f"DEMO.{int(at.timestamp())}.{self.transfers}",
                "description": "",
            }
        ).encode()
        stamp = str(int(at.timestamp()))
        secret = settings.SEPAY_WEBHOOK_SECRET.split(",")[0]
        headers = {
            "x-sepay-timestamp": stamp,
            "x-sepay-signature": sepay.sign(secret, stamp, body),
        }
        return inbox.take("sepay", RawRequest(body, headers, at)) is Result.TAKEN

    def _commune(self, basket_id: int) -> Commune:
        """Where the parcels go: nearby, when no lane is fast enough for where they were to go."""
        code = self.dice.choices(list(PROVINCES), list(PROVINCES.values()))[0]
        commune = self.dice.choice(self.communes[code])
        priced = contents.priced(basket_id, commune.province.code)
        if all(parcel.lane(None) for parcel in priced.parcels):
            return commune
        return self.dice.choice(self.communes[NEAREST])

    def _name(self) -> str:
        """An invented buyer."""
        return " ".join(map(self.dice.choice, (FAMILIES, MIDDLES, GIVEN)))
