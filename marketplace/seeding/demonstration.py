"""The demonstration market: accounts, cooperatives, listings, and a year of sales up to now."""

import datetime as dt
import random
from collections.abc import Callable

from oscar.apps.order.models import Order

from catalog.cooperatives.models import Membership
from catalog.members import joining
from catalog.orders.models import Placement
from marketplace.people.models import User
from marketplace.records import clock
from marketplace.seeding import accounts, blueprints, opening
from marketplace.seeding.selling import Stall, Year

YEAR = dt.timedelta(days=365)
#: So much of the work is done when the goods are on the shelf; the rest is orders.
SHELF_PERCENT = 35

Report = Callable[[int], None]


class RealOrders(Exception):
    """The database holds orders that are not the demonstration's own: nothing is touched."""


def make(
    *, cooperatives: int, listings: int, orders: int, seed: int, report: Report
) -> None:
    """Make what is missing of the demonstration; an interrupted one goes on where it stopped.

    Everything goes through the verbs people use, on a moved clock. The same seed makes the same
    market. Raises ``RealOrders``.
    """
    refuse_real_orders()
    now = clock.now().replace(microsecond=0)
    people = accounts.Accounts(random.Random(seed))
    staff, owners = _people(people, cooperatives)
    stalls = _shelf(cooperatives, listings, owners, staff, now, seed, report)
    people.write()
    _sales(stalls, orders, owners, now, seed, report)
    _freshen(stalls, now, seed)
    report(100)


def refuse_real_orders() -> None:
    """Raise ``RealOrders`` when a seller of any order is not of the demonstration."""
    mine = f"{blueprints.TAX_PREFIX}"
    foreign = Order.objects.exclude(
        seller_orders__cooperative__tax_code__startswith=mine
    )
    if foreign.exists():
        raise RealOrders


def _people(
    people: accounts.Accounts, cooperatives: int
) -> tuple[User, dict[int, User]]:
    """Everybody, each written down; the first cooperative's owner stands for all owners."""
    people.person("buyer", f"buyer@{accounts.DOMAIN}", "Nguyễn Minh Thu")
    sellers = blueprints.sellers(cooperatives)
    owners = {}
    for seller in sellers:
        owners[seller.number] = people.person(
            "cooperative_owner", seller.email, seller.representative
        )
        if seller.number == 1:
            people.token(owners[1], "seller")
    people.person("cooperative_packer", f"packer@{accounts.DOMAIN}", "Lò Văn Đóng")
    staff = {role: people.staff(role, name) for role, name in accounts.STAFF.items()}
    _analyst_token(people, staff["analyst"])
    people.superuser()
    return staff["moderator"], owners


def _analyst_token(people: accounts.Accounts, analyst: User) -> None:
    """The analyst reads the statistics over the REST interface."""
    place = next(row for row in people.rows if row["role"] == "analyst")
    people.rows.remove(place)
    people.rows.append(place)
    people.token(analyst, "statistics")


def _shelf(
    cooperatives: int,
    listings: int,
    owners: dict[int, User],
    staff: User,
    now: dt.datetime,
    seed: int,
    report: Report,
) -> list[Stall]:
    """Cooperatives join over the first weeks, their goods follow when they are ripe."""
    start = now - YEAR
    made = {}
    for seller in blueprints.sellers(cooperatives):
        day = start + dt.timedelta(days=seller.number % 20, hours=seller.number % 7)
        made[seller.number] = opening.cooperative(
            seller, owners[seller.number], staff, day
        )
        report(seller.number * SHELF_PERCENT // (3 * cooperatives))
    _packer(made[1].pk, owners[1], start + dt.timedelta(days=30))
    stalls = []
    for place, goods in enumerate(blueprints.goods(listings, cooperatives), 1):
        dice = random.Random(f"{seed}-{place}")
        day = _first_ripe(goods, start + dt.timedelta(days=24 + place % 12), now)
        listing = opening.listing(
            goods,
            made[goods.seller],
            owner=owners[goods.seller],
            staff=staff,
            day=day,
            dice=dice,
        )
        stalls.append(Stall(goods, listing, owners[goods.seller], day))
        report(SHELF_PERCENT // 3 + place * SHELF_PERCENT * 2 // (3 * listings))
    return stalls


def _packer(cooperative_id: int, owner: User, day: dt.datetime) -> None:
    """The first cooperative has somebody who packs."""
    packer = User.objects.get(email=f"packer@{accounts.DOMAIN}")
    if Membership.objects.filter(cooperative=cooperative_id, user=packer).exists():
        return
    with clock.moved_to(day):
        joining.invite(
            cooperative_id, login=packer.email, role=Membership.Role.PACKER, by=owner
        )
        invitation = joining.open_for(packer)[0]
        joining.answer(invitation.token, accept=True, by=packer)


def _first_ripe(
    goods: blueprints.Goods, day: dt.datetime, now: dt.datetime
) -> dt.datetime:
    """The first day from ``day`` on when there is a harvest to begin with."""
    while (
        goods.is_fresh
        and not goods.is_ripe(day.date())
        and day < now - dt.timedelta(days=3)
    ):
        day += dt.timedelta(days=1)
    return day


def _sales(
    stalls: list[Stall],
    orders: int,
    owners: dict[int, User],
    now: dt.datetime,
    seed: int,
    report: Report,
) -> None:
    """Orders in the order of their moments, more of them in summer, the last ones today."""
    year = Year(stalls, now, random.Random(seed))
    member = User.objects.get(email=f"buyer@{accounts.DOMAIN}")
    there = Placement.objects.count()
    moments = sorted(_moments(orders, now, random.Random(seed)))
    for place, moment in enumerate(moments[there:], there + 1):
        year.order(moment, member if place % 25 == 0 else None)
        report(SHELF_PERCENT + place * (99 - SHELF_PERCENT) // orders)


def _moments(count: int, now: dt.datetime, dice: random.Random) -> list[dt.datetime]:
    """When orders come: half of them from June to August, a handful in the last two days."""
    recent = min(12, count // 10)
    found = [now - dt.timedelta(minutes=dice.randint(5, 2_880)) for _ in range(recent)]
    while len(found) < count:
        moment = now - dt.timedelta(minutes=dice.randint(2_880, 320 * 1_440))
        if moment.month in (6, 7, 8) or dice.random() < 0.45:
            found.append(moment)
    return found


def _freshen(stalls: list[Stall], now: dt.datetime, seed: int) -> None:
    """What is in season has a harvest of yesterday on the shelf."""
    year = Year(stalls, now, random.Random(seed))
    with clock.moved_to(now - dt.timedelta(hours=2)):
        for stall in stalls:
            if stall.is_open(now):
                year.restock(stall, now, 25)
