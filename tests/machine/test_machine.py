"""Dice choose who does what next; after every step the market's sentences are true."""

from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from oscar.apps.order.models import Order

from catalog.orders.models import SellerOrder
from catalog.stock.models import LotBalance
from marketplace.records import invariants
from payments.models import BankTransaction, GatewayTransaction
from tests import database
from tests.machine.market import Play, Stage

PLACE = st.integers(0, 99)
#: How far an order is, as its buyer was told: it never goes back, but late money revives it.
FURTHER = ("awaiting_payment", "confirmed", "packing", "shipped", "delivered")
#: What was done at least once in 2,500 steps, or the dice are loaded.
EACH = (
    *("order", "transfer", "cancel", "accept", "pack", "ship", "deliver", "refuse"),
    *("harvest", "lose", "reprice", "hide", "show", "approved", "returned", "changes_requested"),
)
#: Asked after every step; all the others when the play is over.
QUICK = tuple(
    name
    for name in invariants.REGISTRY
    if name.split("_")[0]
    in {"stock", "order", "invoice", "attempt", "money", "closed", "transfer", "listing", "shelf"}
)


class Market(RuleBasedStateMachine):
    """Buyers, two cooperatives and a moderator."""

    stage: Stage
    counted: Counter[str]

    def __init__(self) -> None:
        """A play of its own."""
        super().__init__()
        self.play = Play(self.stage)
        self.told: dict[str, str] = {}

    @rule(
        packs=st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True),
        units=st.integers(1, 4),
        channel=st.sampled_from(["vietqr", "cod"]),
    )
    def somebody_orders(self, packs: list[int], units: int, channel: str) -> None:
        """A guest buys, of one cooperative or of both."""
        self.play.order(packs, units, channel)

    @precondition(lambda self: self.play.presses)
    @rule(place=PLACE)
    def the_button_is_pressed_again(self, place: int) -> None:
        """The same key, the same order."""
        press = self.play.presses[place % len(self.play.presses)]
        before, orders = press.number, Order.objects.count()
        press.send()
        assert Order.objects.count() == orders + (not before and bool(press.number))

    @precondition(lambda self: self.play.presses)
    @rule(place=PLACE, percent=st.sampled_from([100, 100, 100, 40, 130]))
    def money_comes(self, place: int, percent: int) -> None:
        """In full, too little, too much, in time or late."""
        if placement := self.play.placement(place):
            self.play.pay(placement, percent)

    @precondition(lambda self: self.play.transfers)
    @rule(place=PLACE)
    def the_bank_tells_it_again(self, place: int) -> None:
        """A message the market has had."""
        booked = GatewayTransaction.objects.count()
        self.play.tell(place)
        assert GatewayTransaction.objects.count() == booked

    @precondition(lambda self: self.play.presses)
    @rule(place=PLACE)
    def a_buyer_cancels(self, place: int) -> None:
        """Whether or not that is still possible."""
        if placement := self.play.placement(place):
            self.play.cancel(placement)

    @precondition(lambda self: self.play.presses)
    @rule(
        place=PLACE,
        name=st.sampled_from(["accept", "pack", "ship", "deliver", "accept", "pack", "refuse"]),
        percent=st.sampled_from([0, 0, 90, 100, 110, 50]),
    )
    def a_parcel_is_worked_on(self, place: int, name: str, percent: int) -> None:
        """A step that fits, or one that does not."""
        parts = list(SellerOrder.objects.order_by("pk"))
        if parts:
            self.play.step(parts[place % len(parts)], name, percent)

    @precondition(lambda self: self.play.presses)
    @rule(place=PLACE, percent=st.sampled_from([0, 95]))
    def a_parcel_goes_on(self, place: int, percent: int) -> None:
        """The step that fits."""
        steps = {
            "to_confirm": "accept",
            "confirmed": "pack",
            "packed": "ship",
            "shipped": "deliver",
        }
        parts = list(SellerOrder.objects.filter(state__in=steps).order_by("pk"))
        if parts:
            part = parts[place % len(parts)]
            self.play.step(part, steps[part.state], percent)

    @precondition(lambda self: self.play.presses)
    @rule(place=PLACE)
    def a_parcel_is_refused(self, place: int) -> None:
        """By a cooperative that cannot deliver it."""
        parts = list(SellerOrder.objects.filter(state="to_confirm").order_by("pk"))
        if parts:
            self.play.step(parts[place % len(parts)], "refuse", 0)

    @rule(place=st.integers(0, 1), units=st.integers(1, 5))
    def a_harvest_comes_in(self, place: int, units: int) -> None:
        """Another lot."""
        self.play.harvest(place, units)

    @rule(place=PLACE, units=st.integers(1, 3))
    def goods_are_lost(self, place: int, units: int) -> None:
        """Perhaps more than there are."""
        self.play.lose(place, units)

    @rule(place=st.integers(0, 3), price=st.integers(30_000, 200_000))
    def another_price_is_asked_for(self, place: int, price: int) -> None:
        """Passed by a rule, or waiting for the moderator."""
        self.play.reprice(place, price)

    @rule(place=st.integers(0, 1), word=st.sampled_from(["hide", "show", "show"]))
    def a_listing_is_hidden_or_shown(self, place: int, word: str) -> None:
        """By its cooperative."""
        self.play.show(place, word)

    @rule(place=PLACE, decision=st.sampled_from(["approved", "returned", "changes_requested"]))
    def the_moderator_decides(self, place: int, decision: str) -> None:
        """On a change that waits, or on one that does not any more."""
        self.play.decide(place, decision)

    @rule(hours=st.sampled_from([1, 1, 1, 2, 5, 25]))
    def time_passes(self, hours: int) -> None:
        """And the timetable with it."""
        self.play.pass_time(hours)

    @invariant()
    def what_must_be_true_is_true(self) -> None:
        """The sentences about stock, orders and money."""
        assert broken(QUICK) == []

    @invariant()
    def no_order_goes_back(self) -> None:
        """What a buyer was told stays told; only late money takes an expired order up again."""
        now = dict(Order.objects.values_list("number", "status"))
        for number, status in now.items():
            before = self.told.get(number, status)
            if before in FURTHER and status in FURTHER:
                assert FURTHER.index(status) >= FURTHER.index(before), (number, before, status)
            elif before != status:
                assert before not in ("cancelled", "delivered"), (number, before, status)
        self.told = now

    @invariant()
    def units_and_money_are_counted(self) -> None:
        """No unit is sold that never came; what the bank sent was booked once, as it was sent."""
        for balance in LotBalance.objects.all():
            assert balance.held + balance.sold <= balance.received
        sent = sum(one["transferAmount"] for one in self.play.transfers)
        came = BankTransaction.objects.aggregate(n=Sum("amount"))["n"] or 0
        assert came == sent

    def teardown(self) -> None:
        """At the end every sentence there is, then the curtain falls."""
        try:
            assert broken(tuple(invariants.REGISTRY)) == []
        finally:
            type(self).counted.update(self.play.counted)
            self.play.ends.close()


def broken(names: tuple[str, ...]) -> list[str]:
    """Those of the sentences that are not true, found in one question."""
    asked = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS ({invariants.REGISTRY[name].sql})" for name in names
    )
    connection.ensure_connection()
    # Planned once: asked ten thousand times, the planning would take longer than the answer.
    return [name for (name,) in connection.connection.execute(asked, prepare=True)]


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any) -> Any:
    """The stage, made once for this file."""
    yield from database.lasting(django_db_blocker, Stage)


def shaken(
    stage: Stage, *, plays: int, steps: int, dice: int = 0, machine: type[Market] = Market
) -> Counter[str]:
    """So many plays of so many steps; what was done in them. The same dice every time."""
    shaking = type(machine.__name__, (machine,), {"stage": stage, "counted": Counter()})
    seed(dice)(shaking)
    run_state_machine_as_test(
        shaking,
        settings=settings(
            max_examples=plays,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            print_blob=True,
            report_multiple_bugs=False,
            phases=[Phase.generate, Phase.shrink] if machine is Market else [Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    return shaking.counted


def test_whatever_people_do_the_sentences_stay_true(stage: Stage, db: None) -> None:
    done = shaken(stage, plays=4, steps=25)

    assert done["order"] > 0, done


@pytest.mark.slow
@pytest.mark.parametrize("dice", range(1, 5))
def test_in_ten_thousand_steps_too(stage: Stage, db: None, dice: int) -> None:
    """Four times 2,500, so that no worker waits for another."""
    done = shaken(stage, plays=25, steps=100, dice=dice)

    assert [what for what in EACH if not done[what]] == [], done


class Leaking(Market):
    """A market in which units vanish."""

    @rule(place=PLACE)
    def a_unit_is_counted_wrong(self, place: int) -> None:
        """As a mistake in our code would."""
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE catalog_lotbalance SET sold = sold + 1 WHERE held + sold < received"
            )


def test_a_mistake_is_found(stage: Stage, db: None) -> None:
    with pytest.raises(AssertionError, match="the_balance"):
        shaken(stage, plays=20, steps=10, machine=Leaking)
