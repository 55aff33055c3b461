"""Messages in the wrong order, with a wrong clock, and as the dice fall: money is booked once."""

from __future__ import annotations

import time

import pytest

from marketplace.records import clock
from payments import reconciling
from payments.models import GatewayTransaction, Message
from payments.sandbox import dice
from tests.payments.conftest import TOTAL, broken
from tests.payments.practice import asked, end, fetch, soon
from tests.payments.sandbox.test_practice_gateways import later, page, state


def test_messages_in_the_wrong_order_and_a_wrong_clock_change_nothing(bank, provider):
    turned, skewed = asked(provider), asked(provider, 2)
    end(page(turned), how="reversed")
    end(page(skewed), how="skewed")

    assert state(turned) == state(skewed) == ("captured", TOTAL)
    told = 1 if provider == "zalopay" else 2  # who tells of money alone
    heard = Message.objects.filter(facts__reference__contains=turned.memo)
    assert soon(lambda: heard.count() >= told)
    assert state(turned) == ("captured", TOTAL)
    assert broken() == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2026])
def test_whatever_dice_do_to_messages_every_payment_is_booked_once(bank, seed):
    assert fetch(f"{bank}/dice", {"seed": seed, "often": 90})[0] == 200
    attempts = [asked(name, number) for number in range(3) for name in ("vnpay", "momo", "zalopay")]
    for attempt in attempts:
        end(page(attempt))
    time.sleep(4)  # until the latest message and the last refusal have come
    with clock.moved_to(later(2)):
        reconciling.reconcile()

    assert {state(attempt) for attempt in attempts} == {("captured", TOTAL)}
    assert GatewayTransaction.objects.count() == len(attempts)
    assert broken() == []


def test_the_same_seed_throws_the_same():
    def fallen(seed: int) -> list[tuple[str, int]]:
        dice.throw(seed, 70)
        return [dice.fall("once", 0, dice.GATEWAYS) for _ in range(50)]

    try:
        assert fallen(7) == fallen(7) != fallen(8)
        assert {how for how, _delay in fallen(7)} > set(dice.GATEWAYS)
        assert dice.fall("forged", 0, dice.GATEWAYS) == ("forged", 0)
    finally:
        dice.throw(0, 0)


def test_dice_want_numbers(bank):
    assert fetch(f"{bank}/dice", {"seed": "x", "often": 500})[0] == 400
