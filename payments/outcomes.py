"""What booking a result did, as it is told to whoever placed the invoice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OutcomeKind(StrEnum):
    """What a booked result means for the invoice."""

    PAID = "paid"  # the invoice is covered, to the đồng
    OVERPAID = "overpaid"  # covered, and the rest is due for refund
    UNDERPAID = "underpaid"  # some money came, the rest is awaited under the same code
    DUPLICATE = "duplicate"  # it was covered before: everything is due for refund
    LATE = "late"  # the invoice is closed: reopen it, or the money is due for refund


@dataclass(frozen=True)
class Outcome:
    """One booked result; all amounts in whole đồng."""

    kind: OutcomeKind
    channel: str
    amount: int  # what came
    credited: int  # what of it counts for the invoice
    received: int  # what the invoice has received in all
    missing: int  # what it still lacks
    payee_key: str | None = None  # of the part it was for, where each payee is paid apart

    @property
    def is_paid(self) -> bool:
        """Whether the invoice is covered now because of this result."""
        return self.kind in (OutcomeKind.PAID, OutcomeKind.OVERPAID) and not self.missing
