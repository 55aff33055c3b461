"""Days of a small market by dice: orders of every fate, made by the verbs people use."""

import datetime as dt
import random
from itertools import count

from catalog.baskets import filling
from catalog.baskets.models import Source
from catalog.goods.models import Variety
from catalog.listings.models import Pack
from catalog.orders import accepting, choosing, ending, packing, placing, sending
from catalog.orders.models import Placement, SellerOrder
from catalog.orders.wishes import Wish
from marketplace.records import clock, rules
from payments import booking
from payments.models import Attempt
from tests import factories

GOODS = (
    ("fresh-fruit/longan", "nhan-chin-muon"),
    ("fresh-fruit/mango", "xoai-tron"),
    ("coffee", ""),
    ("tea", ""),
)
PLACES = ("Sông Mã", "Yên Châu", "Mai Sơn", "Tà Xùa")
BEGIN = dt.datetime(2026, 3, 1, 16, 30, tzinfo=dt.UTC)  # half past eleven at night in Vietnam
_numbers = count(1)


def stalls() -> list[Pack]:
    """Three cooperatives with goods of four kinds from four communes, two packs of each."""
    packs = []
    who = factories.user()
    with clock.moved_to(BEGIN - dt.timedelta(hours=1)):
        for number in range(3):
            seller = factories.cooperative(owner=who)
            for place, (category, variety) in enumerate(GOODS[number:] + GOODS[:number]):
                listing = factories.listing(
                    seller, category=category, prices=(31_000 + number, 64_007), units=900
                )
                listing.variety = Variety.objects.filter(key=variety).first()
                listing.commune = factories.commune(PLACES[(place + number) % 4])
                listing.save()
                packs += list(listing.packs.order_by("pk"))
    return packs


def order(dice: random.Random, packs: list[Pack], moment: dt.datetime) -> Placement:
    """One order of one to four goods, by transfer or cash."""
    ward = factories.commune("Ba Đình", province="01")
    with clock.moved_to(moment):
        basket = filling.opened()
        for pack in dice.sample(packs, dice.randint(1, 4)):
            source = dice.choice((Source.SEARCH, Source.LIVE, Source.API))
            filling.add(basket.pk, pack.pk, quantity=dice.randint(1, 3), source=source)
        wish = Wish(
            name="Khách",
            phone="+84952000001",
            commune=ward,
            street="1 phố Nhãn",
            channel=dice.choice(("vietqr", "cod")),
            terms_version=str(rules.value("terms.version")),
        )
        return placing.place(basket.pk, wish)


def pay(placement: Placement, share: float = 1.0) -> None:
    """A transfer of a share of what is asked."""
    attempt = Attempt.objects.filter(
        invoice__reference=placement.order.number, channel="vietqr"
    ).latest("pk")
    amount = max(1, int(attempt.amount * share))
    booking.book(attempt.pk, booking.Result("test", str(next(_numbers)), amount, clock.now()))


def parts(placement: Placement) -> list[SellerOrder]:
    """The cooperatives' parts."""
    return list(SellerOrder.objects.filter(order=placement.order).order_by("pk"))


def live(dice: random.Random, placement: Placement) -> None:
    """What becomes of an order: paid or not, cancelled, given back in part, delivered."""
    if placement.channel == "vietqr" and not _stands(dice, placement):
        return
    if dice.random() < 0.15:
        ending.cancel(placement.order.number)
        return
    for part in parts(placement):
        _work(dice.random(), part)


def _work(fate: float, part: SellerOrder) -> None:
    """One cooperative's part goes as far as its fate lets it, packed lighter every other time."""
    who = factories.user()
    if fate < 0.2:
        ending.decline(part.pk)
    if fate < 0.4:
        return
    accepting.accept(part.pk, called=True, by=who)
    if fate < 0.55:
        ending.give_back(part.pk, opened="confirmed", by=who)
        return
    scale = {
        line.pk: line.weight_g - 137 * line.pk % (line.weight_g // 4)
        for line in part.lines.all()
        if (line.pk + int(fate * 100)) % 2
    }
    packing.pack(part.pk, {}, weighed=scale, by=who)
    if fate < 0.65:
        ending.give_back(part.pk, opened="packed", by=who)
        return
    sending.ship(part.pk, by=who)
    if fate < 0.9:
        sending.deliver(part.pk, by=who)


def _stands(dice: random.Random, placement: Placement) -> bool:
    """Pay, or not, or too late, too little, too much; whether the cooperatives may begin."""
    number = placement.order.number
    fates = (
        "never",
        "cancelled",
        "expired",
        "late",
        "short",
        "cash",
        "twice",
        "over",
        *["paid"] * 6,
    )
    fate = dice.choice(fates)
    if fate == "cancelled":
        ending.cancel(number)
    elif fate in ("expired", "late"):
        _expire(placement, is_paid=fate == "late")
    elif fate in ("short", "cash", "twice"):
        pay(placement, 0.4)
    if fate == "cash":
        choosing.pay_by(number, "cod")
    elif fate in ("twice", "paid", "over"):
        pay(placement, 1.3 if fate == "over" else 1.0)
    return SellerOrder.objects.filter(order=placement.order, state="to_confirm").exists()


def _expire(placement: Placement, *, is_paid: bool) -> None:
    """The time to pay is over; maybe the money comes all the same."""
    with clock.moved_to(clock.now() + dt.timedelta(hours=3)):
        ending.expire(placement.order.number)
        if is_paid:
            pay(placement)


def days(seed: int, *, orders: int, over: int = 8) -> list[Pack]:
    """So many orders over so many days, lived out as their dice fall; the packs they are of."""
    dice = random.Random(seed)
    packs = stalls()
    for _ in range(orders):
        moment = BEGIN + dt.timedelta(minutes=dice.randint(0, over * 1_440))
        placement = order(dice, packs, moment)
        with clock.moved_to(moment + dt.timedelta(minutes=9)):
            live(dice, placement)
    return packs
