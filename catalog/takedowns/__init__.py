"""Takedowns and suspensions: ordered by an authority, numbered, and lifted with a reason."""
