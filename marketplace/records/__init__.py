"""What must not be forgotten: audit trail, outbox, dated rules, clock."""
