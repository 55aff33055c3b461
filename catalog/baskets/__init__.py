"""Baskets: what a buyer has put together."""
