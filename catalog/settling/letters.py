"""Letters to a cooperative's owners about its money."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from catalog.cooperatives import payees
from catalog.cooperatives.letters import to_owners
from catalog.cooperatives.models import BankAccount
from marketplace.records import outbox
from payments import banks
from payments.models import Payout, Statement
from payments.settlement import payouts


@outbox.handles("statement.closed")
def closed(payload: dict[str, Any]) -> None:
    """Say what the last days earned, and where to read it order by order."""
    statement = Statement.objects.select_related("payee").get(pk=payload["statement"])
    seller = payees.cooperative(statement.payee.key)
    if seller is None:
        return
    facts = {"statement": statement, "url": _page(statement)}
    to_owners(seller, "statement_closed", facts, key=f"statement-{statement.number}")


@outbox.handles("payout.sent")
def sent(payload: dict[str, Any]) -> None:
    """Say that the money was sent, and to which account."""
    payout = Payout.objects.select_related("payee", "statement").get(pk=payload["payout"])
    seller = payees.cooperative(payout.payee.key)
    if seller is None:
        return
    facts = {
        "payout": payout,
        "bank": banks.name(payout.bank_bin),
        "tail": payout.bank_account[-4:],
        "url": _page(payout.statement),
    }
    to_owners(seller, "payout_sent", facts, key=f"payout-{payout.pk}")


@outbox.handles("cooperative.account")
def account_changed(payload: dict[str, Any]) -> None:
    """Say that the account was changed, and from when it is paid to: to whoever did not do it."""
    account = BankAccount.objects.select_related("cooperative").get(pk=payload["account"])
    payee = payees.payee(account.cooperative_id)
    facts = {
        "bank": banks.name(account.bank_bin),
        "tail": account.number[-4:],
        "waits_until": payouts.cools_until(payee) if payee else None,
        "url": f"{settings.PUBLIC_URL}{reverse('sell-money')}",
    }
    key = f"cooperative-account-{account.pk}"
    to_owners(account.cooperative, "account_changed", facts, key=key)


def _page(statement: Statement) -> str:
    return f"{settings.PUBLIC_URL}{reverse('sell-statement', args=[statement.number])}"
