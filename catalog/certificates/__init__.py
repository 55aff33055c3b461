"""Certificates of goods and their sellers, with validity."""
