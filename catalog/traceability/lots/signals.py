"""What others hear of lots: before one is locked to be stopped, and once it stands differently."""

from django.dispatch import Signal

#: Sent with ``lot`` (its key) before the lot is locked: whoever locks rows of his own does it now.
about_to_lock = Signal()
#: Sent with ``lot`` (its key) in the transaction that held it or let it go.
standing_changed = Signal()
