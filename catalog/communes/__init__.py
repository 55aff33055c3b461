"""Provinces and communes: official codes as dated rows, former names, the disadvantaged list."""
