"""The two signals of the package, sent inside its transactions, the invoice locked.

``booked`` comes with ``sender=Invoice, invoice=Invoice, outcome=Outcome`` when money came. On
``late`` a receiver may call ``payments.invoicing.reopen``: then the money is booked in the ordinary
way and the signal comes once more with what it did. ``refunded`` comes with ``sender=Refund,
refund=Refund`` when money was sent back. Receivers only write rows and never touch the network;
whatever they raise undoes the whole.
"""

from django.dispatch import Signal

booked = Signal()
refunded = Signal()
