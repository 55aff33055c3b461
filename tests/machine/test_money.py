"""Dice choose what happens with money next; after every step each sentence about it is true."""

from __future__ import annotations

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
    rule,
    run_state_machine_as_test,
)

from marketplace.people.models import User
from marketplace.records import invariants
from payments.models import GatewayTransaction, Incident, LedgerPosting, Refund
from tests import database
from tests.machine.purse import Purse, troupe
from tests.machine.test_machine import broken

PLACE = st.integers(0, 99)
STAFF_STEPS = ["request", "request", "approve", "sent", "sent", "reject", "returned"]
CHANNELS = ["vietqr", "vietqr", "mobile_money", "vnpay", "momo", "zalopay", "card", "cod"]
SETTLING = ["close", "close", "order", "order", "approve order", "send", "drop order", "bounce"]
OURS = tuple(
    name
    for name in invariants.REGISTRY
    if name.split("_")[0]
    in {
        *("invoice", "attempt", "money", "closed", "transfer", "unmatched", "ledger"),
        *("statement", "statements", "payee", "tax", "line", "couriers"),
    }
)
#: What was done at least once in 10,000 steps, or the dice are loaded.
EACH = (
    *("invoice", "ask vietqr", "ask vnpay", "ask cod", "tell sepay", "tell vnpay", "tell momo"),
    *("tell zalopay", "tell card", "expired", "cancelled", "reopen", "drop", "lower", "cash"),
    *("earn", "request", "sent", "reject", "returned", "place", "apart", "time", "take back"),
    "close",
    *("order", "send", "bounce", "drop order", "approve order"),
)


class Money(RuleBasedStateMachine):
    """Buyers, providers, staff and time."""

    people: list[User]
    counted: Counter[str]

    def __init__(self) -> None:
        """A play of its own, with an order to begin with."""
        super().__init__()
        self.play = Purse(self.people)
        self.play.invoice([210_000, 543_000])

    @rule(amounts=st.lists(st.integers(1_000, 3_000_000), min_size=1, max_size=3))
    def an_order(self, amounts: list[int]) -> None:
        """Of one cooperative or of several."""
        self.play.invoice(amounts)

    @rule(place=PLACE, channel=st.sampled_from(CHANNELS))
    def a_way_to_pay(self, place: int, channel: str) -> None:
        """The buyer chooses, once more or anew."""
        self.play.ask(place, channel)

    @rule(place=PLACE, percent=st.sampled_from([100, 100, 100, 40, 130]))
    def a_transfer(self, place: int, percent: int) -> None:
        """In full, too little or too much; with its code or without."""
        self.play.transfer(place, percent)

    @rule(place=PLACE, what=st.sampled_from(["paid", "paid", "paid", "failed", "less"]))
    def a_message(self, place: int, what: str) -> None:
        """Of a provider with a page of its own."""
        self.play.message(place, what)

    @rule(place=PLACE)
    def an_old_message(self, place: int) -> None:
        """Comes once more, in whatever order."""
        self.play.deliver(place)

    @rule(place=PLACE, how=st.sampled_from(["expired", "cancelled", "reopen", "drop", "lower"]))
    def the_shop_decides(self, place: int, how: str) -> None:
        """An order ends, lives again, or costs less."""
        self.play.end(place, how)

    @rule(place=PLACE)
    def a_parcel_arrives(self, place: int) -> None:
        """And its seller has earned."""
        self.play.deliver_part(place)

    @rule(place=PLACE, step=st.sampled_from(STAFF_STEPS))
    def a_refund_moves_on(self, place: int, step: str) -> None:
        """By one person or the other."""
        self.play.refund(place, step)

    @rule(place=PLACE)
    def goods_come_back(self, place: int) -> None:
        """Some of a delivered line, or all of it."""
        self.play.take_back(place)

    @rule(place=PLACE, step=st.sampled_from(SETTLING))
    def sellers_are_paid(self, place: int, step: str) -> None:
        """Statement by statement."""
        self.play.settle(place, step)

    @rule(place=PLACE, apart=st.booleans())
    def a_transfer_is_placed(self, place: int, apart: bool) -> None:
        """By hand, rightly or wrongly."""
        self.play.place_transfer(place, apart=apart)

    @rule(minutes=st.sampled_from([1, 5, 31, 1_500, 6_000]))
    def time_passes(self, minutes: int) -> None:
        """And what was left lying is worked through."""
        self.play.pass_time(minutes)

    @invariant()
    def what_must_be_true_is_true(self) -> None:
        """Each sentence about money."""
        assert broken(OURS) == []

    @invariant()
    def the_books_are_balanced(self) -> None:
        """What came is somewhere, what went back came before, to the đồng."""
        assert _sum(LedgerPosting) == 0
        came = _sum(GatewayTransaction)
        gone = _sum(Refund, state="done")
        due = _sum(Incident, kind="refund_due", state="settled")
        assert gone == due <= came
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    def teardown(self) -> None:
        """The curtain falls."""
        type(self).counted.update(self.play.counted)
        self.play.ends.close()


def _sum(model: Any, **only: str) -> int:
    """What the rows of a table add up to."""
    return int(model.objects.filter(**only).aggregate(n=Sum("amount"))["n"] or 0)


@pytest.fixture(scope="module")
def people(django_db_setup: None, django_db_blocker: Any) -> Any:
    """The troupe, made once for this file."""
    yield from database.lasting(django_db_blocker, troupe)


def shaken(people: list[User], *, plays: int, steps: int, dice: int = 0) -> Counter[str]:
    """So many plays of so many steps; what was done in them. The same dice every time."""
    shaking = type("Money", (Money,), {"people": people, "counted": Counter()})
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
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
    return shaking.counted


def test_whatever_happens_with_money_the_sentences_stay_true(people: list[User], db: None) -> None:
    done = shaken(people, plays=12, steps=40)

    assert done["invoice"] > 0, done


@pytest.mark.slow
def test_in_ten_thousand_steps_too(people: list[User], db: None) -> None:
    done: Counter[str] = Counter()
    for dice in range(1, 5):
        done += shaken(people, plays=50, steps=50, dice=dice)

    assert [what for what in EACH if not done[what]] == [], done
