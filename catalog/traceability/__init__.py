"""From the plot to the phone: lots, what happened to them, and the codes printed on their boxes.

Lives without orders and listings: they call its verbs and hand it opaque keys and references.
"""
