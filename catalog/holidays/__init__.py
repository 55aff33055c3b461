"""Holidays: days on which a cooperative is closed and nothing of it can be ordered."""
