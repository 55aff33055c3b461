"""What a cooperative sees of its money: statements as documents, letters, data for its invoices."""
