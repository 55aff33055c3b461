"""The demonstration market: accounts, cooperatives, listings, and a year of sales up to now."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass

from oscar.apps.order.models import Order

from catalog.cooperatives.models import Membership
from catalog.members import joining
from catalog.orders.models import Placement
from catalog.shelf import refresh
from marketplace.people.models import User
from marketplace.records import clock
from marketplace.seeding import accounts, blueprints, fields, opening, pages, settling
from marketplace.seeding.selling import Stall, Year

YEAR = dt.timedelta(days=365)
#: So much of the work is done when the goods are on the shelf; the rest is orders.
SHELF_PERCENT = 35

#: The hours of the orders, counted back from now.
_HOURS = range(48, 320 * 24)

Report = Callable[[int], None]


class RealOrders(Exception):
    """The database holds orders that are not the demonstration's own: nothing is touched."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of everything, up to when, by which dice, and whom to tell how far it is."""

    cooperatives: int
    listings: int
    orders: int
    seed: int
    report: Report
    now: dt.datetime

    def dice(self, purpose: str = "") -> random.Random:
        """Dice that fall the same way for the same seed and purpose."""
        return random.Random(f"{self.seed}{purpose}")


@dataclass(frozen=True, slots=True)
class People:
    """The owners by the number of their cooperative, who verifies, and the two who pay out."""

    owners: dict[int, User]
    moderator: User
    payers: tuple[User, User]


def make(*, cooperatives: int, listings: int, orders: int, seed: int, report: Report) -> None:
    """Make what is missing of the demonstration; an interrupted one goes on where it stopped.

    Everything goes through the verbs people use, on a moved clock. The same seed makes the same
    market. Raises ``RealOrders``.
    """
    refuse_real_orders()
    now = clock.now().replace(microsecond=0)
    plan = Plan(cooperatives, listings, orders, seed, report, now)
    people = _people(plan)
    stalls = _shelf(plan, people)
    _sales(plan, stalls)
    _freshen(plan, stalls)
    settling.weeks(plan.now, people.payers)
    settling.courier(people.payers[0])
    # Months went by on the moved clock: what is past its date leaves the shelf, as every night.
    refresh.everything()
    pages.make(people.moderator)
    report(100)


def refuse_real_orders() -> None:
    """Raise ``RealOrders`` when a seller of any order is not of the demonstration."""
    mine = blueprints.TAX_PREFIX
    foreign = Order.objects.exclude(seller_orders__cooperative__tax_code__startswith=mine)
    if foreign.exists():
        raise RealOrders


def _people(plan: Plan) -> People:
    """Everybody, each written down in the demonstration's file."""
    made = accounts.Accounts(plan.dice())
    made.person("buyer", f"buyer@{accounts.DOMAIN}", "Nguyễn Minh Thu")
    owners = {
        seller.number: made.person("cooperative_owner", seller.email, seller.representative)
        for seller in blueprints.sellers(plan.cooperatives)
    }
    made.token(owners[1], "seller")
    made.person("cooperative_packer", f"packer@{accounts.DOMAIN}", "Lò Văn Đóng")
    staff = {role: made.staff(role, name) for role, name in accounts.STAFF.items()}
    made.token(staff["analyst"], "statistics")
    superuser = made.superuser()
    made.write()
    return People(owners, staff["moderator"], (staff["administrator"], superuser))


def _shelf(plan: Plan, people: People) -> list[Stall]:
    """Cooperatives join over the first weeks, their goods follow when they are ripe."""
    start = plan.now - YEAR
    made = {}
    for seller in blueprints.sellers(plan.cooperatives):
        day = start + dt.timedelta(days=seller.number % 20, hours=seller.number % 7)
        owner = people.owners[seller.number]
        made[seller.number] = opening.cooperative(seller, owner, people.moderator, day)
        plan.report(seller.number * SHELF_PERCENT // (3 * plan.cooperatives))
    _packer(made[1].pk, people.owners[1], start + dt.timedelta(days=30))
    stalls = []
    for place, goods in enumerate(blueprints.goods(plan.listings, plan.cooperatives), 1):
        day = _first_ripe(goods, start + dt.timedelta(days=24 + place % 12), plan.now)
        owner = people.owners[goods.seller]
        hands = opening.Hands(owner, people.moderator, plan.dice(f"-{place}"))
        ground = fields.Ground(place, goods, made[goods.seller], owner)
        grown = fields.plots(ground, day, plan.dice(f"-field-{place}"))
        listing = opening.listing(goods, made[goods.seller], hands, day, grown)
        stalls.append(Stall(goods, listing, owner, day, grown))
        plan.report(SHELF_PERCENT // 3 + place * SHELF_PERCENT * 2 // (3 * plan.listings))
    return stalls


def _packer(cooperative_id: int, owner: User, day: dt.datetime) -> None:
    """The first cooperative has somebody who packs."""
    packer = User.objects.get(email=f"packer@{accounts.DOMAIN}")
    if Membership.objects.filter(cooperative=cooperative_id, user=packer).exists():
        return
    with clock.moved_to(day):
        role = Membership.Role.PACKER
        joining.invite(cooperative_id, login=str(packer.email), role=role, by=owner)
        invitation = joining.open_for(packer)[0]
        joining.answer(invitation.token, accept=True, by=packer)


def _first_ripe(goods: blueprints.Goods, day: dt.datetime, now: dt.datetime) -> dt.datetime:
    """The first day from ``day`` on when there is a harvest to begin with."""
    while goods.is_fresh and not goods.is_ripe(day.date()) and day < now - dt.timedelta(days=3):
        day += dt.timedelta(days=1)
    return day


def _sales(plan: Plan, stalls: list[Stall]) -> None:
    """Orders in the order of their moments, more of them in summer, the last ones today."""
    year = Year(stalls, plan.now, plan.dice("-sales"))
    member = User.objects.get(email=f"buyer@{accounts.DOMAIN}")
    there = Placement.objects.count()
    moments = sorted(_moments(plan, year))
    for place, moment in enumerate(moments[there:], there + 1):
        year.order(moment, member if place % 25 == 0 else None)
        plan.report(SHELF_PERCENT + place * (99 - SHELF_PERCENT) // plan.orders)


def _moments(plan: Plan, year: Year) -> list[dt.datetime]:
    """When orders come: half of them from June to August, a handful in the last two days.

    Only when something is ripe, so that as many are placed as were asked for. Nothing at all when
    no hour of the year was open, which takes a market of a few listings that have just begun.
    """
    dice = plan.dice("-moments")
    if not any(year.is_open(plan.now - dt.timedelta(hours=hour)) for hour in _HOURS):
        return []
    recent = min(12, plan.orders // 10)
    rolled = (plan.now - dt.timedelta(minutes=dice.randint(5, 2_880)) for _ in range(recent))
    found = [moment for moment in rolled if year.is_open(moment)]
    while len(found) < plan.orders:
        moment = plan.now - dt.timedelta(minutes=dice.randint(2_880, 320 * 1_440))
        is_busy = moment.month in (6, 7, 8) or dice.random() < 0.45
        if is_busy and year.is_open(moment):
            found.append(moment)
    return found


def _freshen(plan: Plan, stalls: list[Stall]) -> None:
    """What is in season has a harvest of yesterday on the shelf."""
    year = Year(stalls, plan.now, plan.dice("-fresh"))
    with clock.moved_to(plan.now - dt.timedelta(hours=2)):
        for stall in stalls:
            if stall.is_open(plan.now):
                year.restock(stall, plan.now, 25)
