"""Figures of the market: sums kept per day, made from the orders and nothing else."""
