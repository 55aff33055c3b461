"""The signals of the package, sent inside its transactions, the invoice or the payee locked.

``booked`` comes with ``sender=Invoice, invoice=Invoice, outcome=Outcome`` when money came. On
``late`` a receiver may call ``payments.invoicing.reopen``: then the money is booked in the ordinary
way and the signal comes once more with what it did. ``refunded`` comes with ``sender=Refund,
refund=Refund`` when money was sent back, ``refund_returned`` likewise when it came back again,
``settled`` with ``sender=Statement, statement=Statement`` when a period was closed, ``paid_out``
with ``sender=Payout, payout=Payout`` when a seller was paid, ``carried`` with
``sender=CashParcel, number=str, by=User`` when a courier says that it took the cash of a parcel
which is on its way in our books.
Receivers only write rows and never touch the network; whatever they raise undoes the whole.
"""

from django.dispatch import Signal

booked = Signal()
refunded = Signal()
refund_returned = Signal()
settled = Signal()
paid_out = Signal()
carried = Signal()
