"""Paying the sellers: what is kept off their earnings, statements, payouts, tax."""
