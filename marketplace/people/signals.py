"""What the people's room says to the rooms above it; they decide how it is kept or sent."""

from __future__ import annotations

from django.dispatch import Signal

# Somebody must get a letter: to, template, context (JSON), lang, key.
letter_wanted = Signal()
# An account or its roles changed: user, what, by, before, after.
account_changed = Signal()
# What a role may do was changed by hand: group, what, before, after.
role_changed = Signal()
