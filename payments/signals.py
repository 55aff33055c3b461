"""The one signal of the package.

``booked`` is sent with ``sender=Invoice, invoice=Invoice, outcome=Outcome`` inside the booking
transaction, the invoice locked. Receivers only write rows and never touch the network; whatever
they raise undoes the booking. On ``late`` a receiver may call ``payments.invoicing.reopen``: then
the money is booked in the ordinary way and the signal comes once more with what it did.
"""

from django.dispatch import Signal

booked = Signal()
