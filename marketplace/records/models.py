"""Audit trail, outbox, dated rules."""
