"""Checkout: one page from the basket to the order."""
