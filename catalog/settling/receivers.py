"""What settlement does to cooperatives: called inside its transactions, writes rows and no more."""

from typing import Any

from django.dispatch import receiver

from marketplace.records import outbox
from payments.models import Payout, Statement
from payments.signals import paid_out, settled


@receiver(settled, dispatch_uid="catalog.settling.settled")
def closed(sender: type[Statement], statement: Statement, **_facts: Any) -> None:
    """Have the owners told that a statement is there."""
    outbox.post("statement.closed", key=statement.number, statement=statement.pk)


@receiver(paid_out, dispatch_uid="catalog.settling.paid_out")
def sent(sender: type[Payout], payout: Payout, **_facts: Any) -> None:
    """Have the owners told that their money is on its way."""
    outbox.post("payout.sent", key=str(payout.pk), payout=payout.pk)
