"""Every table of the package, by subject."""

from payments.models.attempts import Attempt, GatewayTransaction
from payments.models.bank import BankTransaction, Match
from payments.models.inbox import Message
from payments.models.incidents import Incident
from payments.models.invoices import Invoice, InvoiceLine, Payee

__all__ = (
    "Attempt",
    "BankTransaction",
    "GatewayTransaction",
    "Incident",
    "Invoice",
    "InvoiceLine",
    "Match",
    "Message",
    "Payee",
)
