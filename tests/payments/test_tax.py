"""Tax is withheld from households by dated rules, and given back for what buyers return."""

from __future__ import annotations

import datetime as dt

import pytest

from marketplace.records import clock, rules
from payments import earning, incidents, invoicing, ledger
from payments.invoicing import LineDraft
from payments.models import Incident, InvoiceLine, Payee, TaxLine, TaxRule
from payments.settlement import closing, taxes
from tests import factories
from tests.payments import sending
from tests.payments.conftest import ask, broken, settle_account

pytestmark = pytest.mark.django_db
MOMENT = dt.datetime(2026, 11, 2, 3, tzinfo=dt.UTC)
LINES = (
    LineDraft("cooperative-1", 210_000, "goods/fresh-fruit/longan", "line-1"),
    LineDraft("cooperative-1", 99_999, "goods/tea", "line-2"),
    LineDraft("cooperative-1", 30_000, "shipping", "shipping-1"),
)


@pytest.fixture
def household(db) -> Payee:
    """A household business among the sellers."""
    settle_account("cooperative-1", form="household")
    return Payee.objects.get()


def sell(reference: str = "SL-TAX1", lines: tuple[LineDraft, ...] = LINES) -> None:
    """An order of one seller is paid and delivered."""
    invoicing.issue(reference, list(lines))
    total = sum(line.amount for line in lines)
    attempt = ask(reference, key=reference)
    assert sending.post(sending.transfer(attempt.memo, total)).status_code == 200
    with clock.moved_to(MOMENT):
        earning.earn(reference, "cooperative-1", total)


def give_back(amounts: dict[str, int], reference: str = "SL-TAX1") -> Incident | None:
    """The buyer sent goods back."""
    person = factories.user()
    return earning.take_back(reference, "cooperative-1", amounts, reason="returned", by=person)


def test_a_household_s_sale_is_taxed_by_line_and_class(household):
    sell()

    told = TaxLine.objects.order_by("line_ref", "tax").values_list("line_ref", "tax", "amount")
    assert list(told) == [
        ("line-1", "pit", 1_050),
        ("line-1", "vat", 2_100),
        ("line-2", "pit", 500),  # 499.995, the half rounded up
        ("line-2", "vat", 1_000),
        ("shipping-1", "pit", 450),
        ("shipping-1", "vat", 900),
    ]
    assert (ledger.balance("tax:vat"), ledger.balance("tax:pit")) == (-4_000, -2_000)
    assert ledger.balance("payee:cooperative-1") == -(339_999 - 6_000)
    assert broken() == []


def test_nothing_is_withheld_from_cooperatives_and_companies(db):
    for form in ("cooperative", "union", "company"):
        settle_account("cooperative-1", form=form)
        sell(f"SL-{form}")

    assert not TaxLine.objects.exists()


def test_what_nobody_classified_bears_the_highest_rate(household):
    sell(lines=(LineDraft("cooperative-1", 100_000, "tour", "line-1"),))

    rates = dict(TaxLine.objects.values_list("tax", "basis_points"))
    assert rates == {"vat": 500, "pit": 200}
    assert Incident.objects.filter(kind="difference", reason="goods_without_tax_class").exists()


def test_a_rate_changes_on_its_day_and_not_before(household):
    today = MOMENT.date()
    old = TaxRule.objects.get(goods_class="goods", tax="vat")
    old.valid_to = today
    old.save()
    facts = {"legal_form": "household", "goods_class": "goods", "tax": "vat", "source": "Test"}
    TaxRule.objects.create(basis_points=200, valid_from=today, **facts)
    sell()

    assert TaxLine.objects.get(line_ref="line-1", tax="vat").amount == 4_200


def test_what_the_tax_office_confirmed_of_one_seller_goes_first(household):
    for tax in ("vat", "pit"):
        TaxRule.objects.create(
            legal_form="household",
            goods_class="goods/fresh-fruit",
            payee=household,
            tax=tax,
            basis_points=0,
            valid_from=dt.date(2026, 1, 1),
            source="Confirmation 12/2026: produce it grows itself",
        )
    sell()

    kept = dict(TaxLine.objects.filter(tax="vat").values_list("line_ref", "amount"))
    assert kept == {"line-1": 0, "line-2": 1_000, "shipping-1": 900}
    [month] = taxes.month(dt.date(2026, 11, 1))
    assert (month.vat_base, month.vat) == (339_999, 1_900)
    assert broken() == []


def test_a_return_gives_tax_and_commission_back_and_the_buyer_his_money(household):
    with clock.moved_to(MOMENT):
        day = MOMENT.date()
        rules.change("commission.basis_points", 300, valid_from=day, source="Test")
    sell()
    before = ledger.balance("payee:cooperative-1")

    incident = give_back({"line-2": 33_333})
    assert (incident.kind, incident.amount) == ("refund_due", 33_333)
    assert ledger.balance("refunds") == -33_333
    assert give_back({"line-2": 66_666}).amount == 66_666

    line = TaxLine.objects.filter(line_ref="line-2")
    assert sum(line.filter(tax="vat").values_list("amount", flat=True)) == 0
    assert sum(line.filter(tax="pit").values_list("amount", flat=True)) == 0
    assert ledger.balance("commission") == -6_300
    assert ledger.balance("payee:cooperative-1") == before + 99_999 - 1_500 - 3_000
    assert broken() == []


def test_all_of_an_order_can_come_back_and_nothing_is_left_of_it(household):
    with clock.moved_to(MOMENT):
        day = MOMENT.date()
        rules.change("commission.basis_points", 333, valid_from=day, source="Test")
    sell()
    give_back({"line-1": 70_000})
    give_back({"line-1": 140_000, "line-2": 99_999, "shipping-1": 30_000})

    for account in ("commission", "tax:vat", "tax:pit", "payee:cooperative-1", "clearing"):
        assert ledger.balance(account) == 0, account
    assert ledger.balance("refunds") == -339_999
    assert broken() == []


@pytest.mark.parametrize(
    "amounts", [{"line-1": 210_001}, {"line-9": 1}, {"line-1": 0}, {}, {"line-1": -5}]
)
def test_more_than_a_line_earned_is_not_taken_back(household, amounts):
    sell()

    with pytest.raises(earning.NotEarned):
        give_back(amounts)
    assert not InvoiceLine.objects.filter(returned__gt=0).exists()
    assert broken() == []


def test_a_return_after_the_statement_stands_on_the_next_one(household):
    sell()
    with clock.moved_to(MOMENT + dt.timedelta(days=9)):
        closing.close(dt.date(2026, 11, 8), by=None)
        give_back({"line-1": 210_000})
    with clock.moved_to(MOMENT + dt.timedelta(days=16)):
        closing.close(dt.date(2026, 11, 15), by=None)

    last = household.statements.latest("last_day")
    assert (last.returns, last.tax, last.payable) == (-210_000, 3_150, -206_850)
    assert not last.is_paid_out
    assert broken() == []


def test_the_month_s_file_nets_returns_off_in_the_month_they_came(household):
    sell()
    with clock.moved_to(dt.datetime(2026, 12, 1, 1, tzinfo=dt.UTC)):
        give_back({"line-1": 210_000})

    november, december = (taxes.month(dt.date(2026, month, 1))[0] for month in (11, 12))
    assert (november.vat_base, november.vat, november.pit) == (339_999, 4_000, 2_000)
    assert (december.vat_base, december.vat, december.pit) == (-210_000, -2_100, -1_050)
    assert taxes.months() == [dt.date(2026, 12, 1), dt.date(2026, 11, 1)]


def test_a_refund_of_a_return_is_paid_like_any_other(household):
    sell()
    incident = give_back({"line-1": 210_000})
    incidents.settle(incident.pk, by=factories.user(), note="FT26310")

    assert ledger.balance("refunds") == 0
    assert broken() == []


@pytest.mark.parametrize(
    ("amount", "rate", "part"),
    [
        (100, 50, 1),
        (99, 50, 0),
        (-100, 50, -1),
        (0, 500, 0),
        (1, 10_000, 1),
        (10**12, 150, 15 * 10**9),
    ],
)
def test_parts_are_rounded_to_the_dong_the_half_up(amount, rate, part):
    assert taxes.part_of(amount, rate) == part


def test_one_of_several_sellers_who_gives_up_takes_nothing_of_the_others_shares(db):
    """Fault 22: commission, tax and refunds of one order add up to what came, to the đồng."""
    settle_account("cooperative-1", form="household")
    settle_account("cooperative-2", form="household")
    with clock.moved_to(MOMENT):
        day = MOMENT.date()
        rules.change("commission.basis_points", 333, valid_from=day, source="Test")
    amounts = {"cooperative-1": 100_001, "cooperative-2": 66_667, "cooperative-3": 33_335}
    lines = [
        LineDraft(key, amount, "goods/tea", f"line-{key[-1]}") for key, amount in amounts.items()
    ]
    invoice = invoicing.issue("SL-TAX2", lines)
    attempt = ask("SL-TAX2")
    total = sum(amounts.values())
    assert sending.post(sending.transfer(attempt.memo, total)).status_code == 200
    with clock.moved_to(MOMENT):
        incidents.refund_due(invoice, amounts["cooperative-3"], "part_cancelled")
        for key in ("cooperative-1", "cooperative-2"):
            earning.earn("SL-TAX2", key, amounts[key])
    by = factories.user()
    earning.take_back("SL-TAX2", "cooperative-2", {"line-2": 22_223}, reason="returned", by=by)

    accounts = ("commission", "tax:vat", "tax:pit", "refunds", "clearing")
    owed = sum(ledger.balance(f"payee:{key}") for key in amounts)
    assert -(owed + sum(map(ledger.balance, accounts))) == total
    assert ledger.balance("clearing") == 0
    assert ledger.balance("refunds") == -(33_335 + 22_223)
    assert ledger.balance("tax:vat") == -(1_000 + taxes.part_of(66_667 - 22_223, 100))
    assert broken() == []
