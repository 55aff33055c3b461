"""Every table of the package, by subject."""

from payments.models.attempts import Attempt, GatewayTransaction
from payments.models.bank import BankTransaction, Match
from payments.models.bankfiles import BankFile, BankFileFormat
from payments.models.comparisons import Comparison
from payments.models.couriers import CashParcel, Courier
from payments.models.inbox import Message
from payments.models.incidents import Incident
from payments.models.invoices import Invoice, InvoiceLine, Payee
from payments.models.ledger import LedgerAccount, LedgerEntry, LedgerPosting
from payments.models.receipts import Receipt
from payments.models.refunds import Refund
from payments.models.settled import SettledLine
from payments.models.settlement import Payout, PayoutOrder, Statement, StatementLine
from payments.models.taxes import TaxLine, TaxRule

__all__ = (
    "Attempt",
    "BankFile",
    "BankFileFormat",
    "BankTransaction",
    "CashParcel",
    "Comparison",
    "Courier",
    "GatewayTransaction",
    "Incident",
    "Invoice",
    "InvoiceLine",
    "LedgerAccount",
    "LedgerEntry",
    "LedgerPosting",
    "Match",
    "Message",
    "Payee",
    "Payout",
    "PayoutOrder",
    "Receipt",
    "Refund",
    "SettledLine",
    "Statement",
    "StatementLine",
    "TaxLine",
    "TaxRule",
)
