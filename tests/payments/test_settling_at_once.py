"""Several people close, order and send at the same moment: each seller is paid once."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable

import pytest
from django.db import connection

from marketplace.records import clock
from payments import earning
from payments.models import Payout, PayoutOrder, Statement
from payments.settlement import closing, payouts
from tests import factories
from tests.payments import sending
from tests.payments.conftest import TOTAL, ask, broken, make_invoice, settle_account

pytestmark = pytest.mark.django_db(transaction=True)
MOMENT = dt.datetime(2026, 11, 2, 3, tzinfo=dt.UTC)
WEEK = dt.date(2026, 11, 8)
FAIR = (payouts.NothingDue, payouts.Moved)


def at_once(verb: Callable[[], object], times: int = 4) -> list[object]:
    """What so many threads got from a verb they began together."""
    gate, answers = threading.Barrier(times), []

    def run() -> None:
        gate.wait()
        try:
            answers.append(verb())
        except FAIR as error:
            answers.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_a_week_closed_by_four_is_closed_once_and_paid_once():
    settle_account("cooperative-1")
    settle_account("cooperative-2", "0952000002222")
    attempt = ask(make_invoice().reference)
    sending.post(sending.transfer(attempt.memo, TOTAL))
    with clock.moved_to(MOMENT):
        earning.earn(attempt.invoice.reference, "cooperative-1", 210_000)
        earning.earn(attempt.invoice.reference, "cooperative-2", 543_000)
    clerk = factories.user()

    made = at_once(lambda: closing.close(WEEK, by=None))
    assert sum(made) == 2
    assert Statement.objects.count() == 2

    at_once(lambda: payouts.order(by=clerk))
    assert sum(PayoutOrder.objects.values_list("total", flat=True)) == TOTAL
    for order in PayoutOrder.objects.all():
        sent = at_once(lambda pk=order.pk: payouts.sent(pk, "FT1", by=clerk))
        assert sum(isinstance(one, PayoutOrder) for one in sent) == 1
    assert set(Payout.objects.values_list("state", flat=True)) == {"sent"}
    assert broken() == []


def test_goods_taken_back_by_four_at_once_are_taken_back_once():
    attempt = ask(make_invoice().reference)
    sending.post(sending.transfer(attempt.memo, TOTAL))
    earning.earn(attempt.invoice.reference, "cooperative-1", 210_000)
    by = factories.user()

    def give_back() -> object:
        try:
            return earning.take_back(
                attempt.invoice.reference, "cooperative-1", {"1": 210_000}, reason="x", by=by
            )
        except earning.NotEarned as error:
            return error

    answers = at_once(give_back)
    assert sum(isinstance(one, earning.NotEarned) for one in answers) == 3
    assert broken() == []
