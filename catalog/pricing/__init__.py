"""Prices, and the border to Oscar's decimals."""
