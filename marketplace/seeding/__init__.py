"""Fills a market that is empty: with a demonstration, or with bulk rows for benchmarks."""
