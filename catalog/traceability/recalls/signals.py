"""What a recall says to whoever sells the goods, inside its transaction.

``about_to_lock`` (``lots``) is sent before the lots are locked: rows that come earlier in the
order of locks are locked by its receivers. ``called_back`` (``recall``, ``lots``) is sent when the
lots stand recalled, or would, in a drill. Receivers write rows and no more.
"""

from django.dispatch import Signal

about_to_lock = Signal()
called_back = Signal()
