"""The audit trail in words: what its short names mean, and its entries as people read them."""
