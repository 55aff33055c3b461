"""What delivered parcels earned is written on statements, and paid out once, to the đồng."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from marketplace.records import clock, rules
from payments import booking, earning, ledger
from payments.models import Payee, Payout, PayoutOrder, Statement, StatementLine
from payments.settlement import closing, payouts
from tests import factories
from tests.payments import sending
from tests.payments.conftest import TOTAL, ask, broken, make_invoice, settle_account

pytestmark = pytest.mark.django_db
MOMENT = dt.datetime(2026, 11, 2, 3, tzinfo=dt.UTC)  # a Monday, ten o'clock in Vietnam
AFTER = MOMENT + dt.timedelta(days=9)
WEEK = dt.date(2026, 11, 8)


@pytest.fixture
def clerk():
    """Somebody who pays out."""
    return factories.user()


def sell(reference: str = "SL-4H8T-2W6C", *, moment: dt.datetime = MOMENT) -> None:
    """An order of two cooperatives is paid and delivered."""
    invoice = make_invoice(reference)
    attempt = ask(reference, key=reference)
    assert sending.post(sending.transfer(attempt.memo, TOTAL)).status_code == 200
    with clock.moved_to(moment):
        earning.earn(invoice.reference, "cooperative-1", 210_000)
        earning.earn(invoice.reference, "cooperative-2", 543_000)


def close(until: dt.date = WEEK, *, moment: dt.datetime = AFTER) -> int:
    """The week is closed, some days later."""
    with clock.moved_to(moment):
        return closing.close(until, by=None)


def test_a_week_s_deliveries_are_written_on_one_statement_each(db):
    sell()

    assert close() == 2
    told = Statement.objects.values_list("payee__key", "sales", "payable", "first_day", "last_day")
    assert list(told.order_by("payee__key")) == [
        ("cooperative-1", 210_000, 210_000, dt.date(2026, 11, 2), WEEK),
        ("cooperative-2", 543_000, 543_000, dt.date(2026, 11, 2), WEEK),
    ]
    assert broken() == []


def test_closing_again_writes_nothing(db):
    sell()
    close()

    assert close() == 0
    assert Statement.objects.count() == 2


def test_what_is_delivered_after_the_last_day_waits_for_the_next_statement(db):
    midnight = clock.day_begins(WEEK + dt.timedelta(days=1))
    sell(moment=midnight)

    assert close() == 0
    with clock.moved_to(midnight + dt.timedelta(days=20)):
        assert closing.close(WEEK + dt.timedelta(days=7), by=None) == 2


def test_a_day_whose_goods_may_still_come_back_is_not_closed(db):
    with clock.moved_to(MOMENT), pytest.raises(closing.TooEarly):
        closing.close(closing.latest_day() + dt.timedelta(days=1), by=None)


def test_the_timetable_closes_whole_weeks(db):
    sell()

    for days, made in ((6, 0), (8, 0), (9, 2), (10, 0), (15, 0)):
        with clock.moved_to(MOMENT + dt.timedelta(days=days)):
            assert closing.close_due() == made


def test_the_market_s_commission_is_kept_off_the_goods_and_not_the_delivery(db):
    with clock.moved_to(MOMENT):
        source = "Decision of the market"
        rules.change("commission.basis_points", 250, valid_from=MOMENT.date(), source=source)
    sell()
    close()

    told = Statement.objects.get(payee__key="cooperative-1")
    assert (told.sales, told.commission, told.payable) == (210_000, -5_250, 204_750)
    assert ledger.balance("commission") == -5_250 - 13_575
    assert broken() == []


def test_cash_the_cooperative_took_at_the_door_is_not_paid_a_second_time(db):
    invoice = make_invoice()
    ask(invoice.reference, channel="cod")
    with clock.moved_to(MOMENT):
        booking.confirm_cash(invoice.reference, "cooperative-1")
        earning.earn(invoice.reference, "cooperative-1", 210_000)
    close()

    told = Statement.objects.get()
    assert (told.sales, told.kept, told.payable, told.is_paid_out) == (210_000, -210_000, 0, False)
    assert ledger.balance("cash:cooperative-1") == 0
    assert not Payout.objects.exists()
    assert broken() == []


def test_a_small_sum_is_carried_until_it_is_worth_a_transfer(db):
    sell()
    with clock.moved_to(MOMENT):
        rules.change("payout.least", 300_000, valid_from=MOMENT.date(), source="Test")
    close()
    first = Statement.objects.get(payee__key="cooperative-1")
    assert not first.is_paid_out

    later = MOMENT + dt.timedelta(days=7)
    sell("SL-9999-9999", moment=later)
    close(WEEK + dt.timedelta(days=7), moment=AFTER + dt.timedelta(days=7))
    second = Statement.objects.get(payee__key="cooperative-1", carried__gt=0)
    assert (second.carried, second.payable, second.is_paid_out) == (210_000, 420_000, True)
    assert broken() == []


def test_a_statement_is_never_changed(db):
    sell()
    close()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Statement.objects.update(payable=1, carried=1)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        StatementLine.objects.all().delete()


def test_a_posting_stands_on_one_statement(db):
    sell()
    close()
    line = StatementLine.objects.first()

    with pytest.raises(IntegrityError), transaction.atomic():
        StatementLine.objects.create(statement=line.statement, posting=line.posting, amount=1)


def test_payouts_go_to_the_bank_in_one_order_and_are_sent(db, clerk):
    sell()
    settle_account("cooperative-1")
    settle_account("cooperative-2")
    close()

    order = payouts.order(by=clerk)
    assert (order.state, order.total) == (PayoutOrder.State.APPROVED, TOTAL)
    payouts.sent(order.pk, "FT26310", by=clerk)

    assert set(Payout.objects.values_list("state", flat=True)) == {"sent"}
    assert ledger.balance("payee:cooperative-1") == 0
    assert ledger.balance("payee:cooperative-2") == 0
    assert broken() == []
    with pytest.raises(payouts.Moved):
        payouts.sent(order.pk, "FT26310", by=clerk)
    with pytest.raises(payouts.NothingDue):
        payouts.order(by=clerk)


def test_whoever_has_no_account_is_paid_later_and_the_others_now(db, clerk):
    sell()
    settle_account("cooperative-1")
    close()

    order = payouts.order(by=clerk)
    assert [row.payee.key for row in order.payouts.all()] == ["cooperative-1"]
    assert [row.payee.key for row in payouts.due()] == ["cooperative-2"]


def test_a_new_account_is_not_paid_to_for_some_days(db, clerk):
    settle_account("cooperative-1")
    sell()
    close()
    settle_account("cooperative-1", "0952000009999")

    with pytest.raises(payouts.NothingDue):
        payouts.order(by=clerk)
    with clock.moved_to(clock.now() + dt.timedelta(days=3, minutes=1)):
        order = payouts.order(by=clerk)
    assert order.payouts.get().bank_account == "0952000009999"


def test_telling_the_same_account_again_does_not_begin_the_wait_anew(db):
    settle_account("cooperative-1")
    settle_account("cooperative-1")
    assert Payee.objects.get(key="cooperative-1").account_since is None


def test_much_money_needs_two_people(db, clerk):
    with clock.moved_to(MOMENT):
        since = MOMENT.date()
        rules.change("payout.two_people_above", 100_000, valid_from=since, source="Test")
    settle_account("cooperative-1")
    sell()
    close()

    order = payouts.order(by=clerk)
    assert order.state == PayoutOrder.State.MADE
    with pytest.raises(payouts.Moved):
        payouts.sent(order.pk, "FT26310", by=clerk)
    with pytest.raises(payouts.OtherPerson):
        payouts.approve(order.pk, by=clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        PayoutOrder.objects.filter(pk=order.pk).update(state="approved", approved_by=clerk)
    payouts.approve(order.pk, by=factories.user())
    payouts.sent(order.pk, "FT26310", by=clerk)
    assert broken() == []


def test_an_order_nobody_approved_can_be_dropped_and_made_anew(db, clerk):
    with clock.moved_to(MOMENT):
        since = MOMENT.date()
        rules.change("payout.two_people_above", 100_000, valid_from=since, source="Test")
    settle_account("cooperative-1")
    sell()
    close()
    payouts.drop(payouts.order(by=clerk).pk, by=clerk)

    again = payouts.order(by=clerk)
    payouts.approve(again.pk, by=factories.user())
    with pytest.raises(payouts.Moved):
        payouts.drop(again.pk, by=clerk)


def test_a_payout_the_bank_sent_back_is_due_once_more(db, clerk):
    settle_account("cooperative-1")
    sell()
    close()
    order = payouts.order(by=clerk)
    payouts.sent(order.pk, "FT26310", by=clerk)
    sent = order.payouts.get()

    again = payouts.returned(sent.pk, "The account is closed.", by=clerk)

    assert ledger.balance("payee:cooperative-1") == -210_000
    assert (again.state, again.amount) == (Payout.State.DUE, 210_000)
    assert broken() == []
    with pytest.raises(payouts.Moved):
        payouts.returned(sent.pk, "Twice.", by=clerk)


def test_a_payout_the_bank_did_not_send_never_left_our_account(db, clerk):
    settle_account("cooperative-1")
    settle_account("cooperative-2")
    sell()
    close()
    order = payouts.order(by=clerk)
    payouts.returned(order.payouts.get(payee__key="cooperative-2").pk, "Wrong name.", by=clerk)
    payouts.sent(order.pk, "FT26310", by=clerk)

    assert ledger.balance("payee:cooperative-1") == 0
    assert ledger.balance("payee:cooperative-2") == -543_000
    assert broken() == []
