"""Money alone, to be shaken: invoices, askings, providers' messages, refunds, time that passes.

Everything comes through the doors: signed messages, and the verbs of the package. What a verb
refuses by its own words is fair.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import clock
from payments import (
    attempts,
    bank,
    booking,
    earning,
    incidents,
    invoicing,
    parts,
    queries,
    reconciling,
    refunding,
)
from payments.channels.base import Account
from payments.invoicing import LineDraft
from payments.models import (
    Attempt,
    BankTransaction,
    Incident,
    Invoice,
    InvoiceLine,
    Payout,
    PayoutOrder,
    Refund,
)
from payments.settlement import closing, payouts
from tests import factories
from tests.payments import sending, telling
from tests.payments.conftest import settle_account

BUYER = Account("970436", "0123456789", "NGUYEN MINH THU")
BACK = "https://market.example/back"
#: What the package says when it will not.
FAIR = (
    attempts.NothingToPay,
    attempts.UnknownChannel,
    booking.NothingCollected,
    bank.AlreadyPlaced,
    closing.TooEarly,
    earning.NotEarned,
    earning.NotPaid,
    incidents.AlreadySettled,
    invoicing.InvoiceClosed,
    invoicing.PartEarned,
    invoicing.ReopenRefused,
    parts.LastPart,
    parts.PartIsPaid,
    payouts.Moved,
    payouts.NothingDue,
    payouts.OtherPerson,
    refunding.Moved,
    refunding.NotDue,
    refunding.OtherPerson,
)


@dataclass
class Purse:
    """One play: what was asked and told in it, and the moment it has come to."""

    people: list[User]
    counted: Counter[str] = field(default_factory=Counter)
    told: list[tuple[str, Any]] = field(default_factory=list)
    now: dt.datetime = field(default_factory=clock.now)
    number: int = 0

    def __post_init__(self) -> None:
        """All that happens is undone when the play ends."""
        self.ends = contextlib.ExitStack()
        self.ends.enter_context(transaction.atomic())
        self.ends.callback(transaction.set_rollback, True)
        for number, form in enumerate(("cooperative", "household", "company"), 1):
            settle_account(f"cooperative-{number}", form=form)

    @contextlib.contextmanager
    def doing(self, what: str) -> Any:
        """At the play's own moment; counted when it was not refused."""
        with clock.moved_to(self.now), contextlib.suppress(*FAIR), transaction.atomic():
            yield
            self.counted[what] += 1

    def invoice(self, amounts: list[int]) -> None:
        """A new order of so many cooperatives; four are enough for things to meet."""
        if self.number == 4:
            return
        self.number += 1
        with self.doing("invoice"):
            lines = [
                LineDraft(f"cooperative-{n}", amount, "own_raw_produce", f"line-{n}")
                for n, amount in enumerate(amounts, 1)
            ]
            invoicing.issue(f"SL-{self.number:04d}", lines)

    def ask(self, place: int, channel: str) -> None:
        """The buyer chooses a way to pay."""
        if invoice := self.at(Invoice.objects.order_by("pk"), place):
            with self.doing(f"ask {channel}"):
                attempts.start(
                    invoice.reference,
                    channel,
                    key=f"{invoice.reference}:{Attempt.objects.count()}",
                    expires_at=clock.now() + dt.timedelta(minutes=30),
                    back_url=BACK,
                )

    def transfer(self, place: int, percent: int) -> None:
        """A bank tells of a transfer: in full, too little, too much; now and then without code."""
        asked = self.at(Attempt.objects.filter(show__has_key="payload").order_by("pk"), place)
        if asked is None:
            return
        amount = max(1, asked.amount * percent // 100)
        memo = asked.memo if percent != 100 or place % 2 else "tien hang"
        self.tell("sepay", sending.transfer(memo, amount))

    def message(self, place: int, what: str) -> None:
        """A provider tells what became of a payment."""
        asked = self.at(
            Attempt.objects.filter(channel__in=("vnpay", "momo", "zalopay", "card")), place
        )
        if asked is None:
            return
        with clock.moved_to(self.now):
            if what == "failed" and asked.channel == "vnpay":
                body: Any = telling.vnpay_fields(asked, code="24")
            elif what == "failed" and asked.channel == "momo":
                body = telling.momo_fields(asked, code=1006)
            else:
                body = telling.message(asked.channel, asked, less=what == "less")
        self.tell(asked.channel, body)

    def tell(self, provider: str, body: Any) -> None:
        """Deliver a message, and remember it."""
        self.told.append((provider, body))
        self.deliver(len(self.told) - 1)

    def deliver(self, place: int) -> None:
        """Deliver one of the messages there were, once more."""
        if not self.told:
            return
        provider, body = self.told[place % len(self.told)]
        with self.doing(f"tell {provider}"):
            if provider == "sepay":
                age = int(time.time() - self.now.timestamp())
                assert sending.post(body, age=age).status_code in (200, 503)
            elif provider == "card":
                age = 0  # Stripe's own library reads the real clock
                assert telling.card(body, age=age).status_code in (200, 503)
            else:
                assert telling.post(provider, body).status_code in (200, 204, 503)

    def end(self, place: int, how: str) -> None:
        """The shop closes an order, or takes it up again, or drops or lowers a part."""
        invoice = self.at(Invoice.objects.order_by("pk"), place)
        if invoice is None:
            return
        with self.doing(how):
            if how == "reopen":
                invoicing.reopen(invoice.reference)
            elif how == "drop":
                parts.drop(invoice.reference, "cooperative-1")
            elif how == "lower":
                off = {"line-1": 1 + place}
                parts.lower(invoice.reference, "cooperative-1", off, "packed_lighter")
            else:
                invoicing.close(invoice.reference, reason=how)

    def deliver_part(self, place: int) -> None:
        """A parcel reaches its buyer: cash is taken at the door, and the seller earns."""
        lines = InvoiceLine.objects.select_related("invoice", "payee").order_by("pk")
        at_doors = lines.filter(
            invoice__attempts__channel="cod", invoice__attempts__state="pending"
        )
        line = self.at(at_doors if place % 2 else lines, place)
        if line is None or line.payee is None:
            return
        reference, key = line.invoice.reference, line.payee.key
        with self.doing("cash"):
            booking.confirm_cash(reference, key)
        with self.doing("earn"):
            earning.earn(reference, key, queries.part(line.invoice, line.payee))

    def take_back(self, place: int) -> None:
        """A buyer sends something back of what was delivered."""
        lines = InvoiceLine.objects.select_related("invoice", "payee").order_by("pk")
        line = self.at(lines.filter(invoice__ledger_entries__what="earned"), place)
        if line is None or line.payee is None:
            return
        left = line.amount - line.waived - line.returned
        amounts = {line.line_ref: left if place % 3 == 0 else max(1, left * place // 200)}
        reference, who = line.invoice.reference, self.people[0]
        with self.doing("take back"):
            earning.take_back(reference, line.payee.key, amounts, reason="returned", by=who)

    def settle(self, place: int, step: str) -> None:
        """Periods are closed; staff order payouts, approve, send, hear that one came back."""
        who = self.people[place % len(self.people)]
        if step == "close":  # what was delivered is old enough only then
            self.now += dt.timedelta(days=4)
        with self.doing(step):
            if step == "close":
                closing.close(closing.latest_day(), by=who)
                return
            if step == "order":
                payouts.order(by=who)
                return
            if step == "bounce":
                payout = self.at(Payout.objects.filter(order__isnull=False).order_by("pk"), place)
                if payout is not None:
                    payouts.returned(payout.pk, "no such account", by=who)
                return
            order = self.at(PayoutOrder.objects.order_by("pk"), place)
            if order is not None:
                verbs = {"approve order": payouts.approve, "drop order": payouts.drop}
                if verb := verbs.get(step):
                    verb(order.pk, by=who)
                else:
                    payouts.sent(order.pk, f"FT{order.pk}", by=who)

    def refund(self, place: int, step: str) -> None:
        """Staff ask, approve, send, reject."""
        who = self.people[place % len(self.people)]
        with self.doing(step):
            if step == "request":
                found = self.at(Incident.objects.filter(kind="refund_due").order_by("pk"), place)
                if found:
                    refunding.request(found.pk, BUYER, by=who)
                return
            refund = self.at(Refund.objects.order_by("pk"), place)
            if refund is None:
                return
            if step == "approve":
                refunding.approve(refund.pk, by=who)
            elif step == "sent":
                refunding.sent(refund.pk, f"FT{refund.pk}", by=who)
            elif step == "returned":
                refunding.returned(refund.pk, "account closed", by=who)
            else:
                refunding.reject(refund.pk, "wrong account", by=who)

    def place_transfer(self, place: int, *, apart: bool) -> None:
        """Staff find a transfer its payment, or say that it is none."""
        rows = BankTransaction.objects.filter(state="unmatched").order_by("pk")
        row, asked = self.at(rows, place), self.at(Attempt.objects.order_by("pk"), place)
        if row is None or asked is None:
            return
        with self.doing("apart" if apart else "place"):
            if apart:
                bank.put_apart(row.pk, "looked up", is_copy=bool(place % 2), by=self.people[0])
            else:
                bank.match(row.pk, asked.pk, by=self.people[0])

    def pass_time(self, minutes: int) -> None:
        """And the minute's work with it; no provider can be reached."""
        self.now += dt.timedelta(minutes=minutes)
        Attempt.objects.update(next_poll_at=None)
        with self.doing("time"):
            reconciling.reconcile()

    @staticmethod
    def at(rows: Any, place: int) -> Any:
        """One of the rows there are; None when there is none."""
        found = list(rows)
        return found[place % len(found)] if found else None


def troupe() -> list[User]:
    """Two people who handle money."""
    return [factories.user(), factories.user()]
