"""Listings and stock as tables of rows: taken out as a file, filled in, read again."""
