"""Kinds of goods: categories, varieties, grades, seasons, protected names, synonyms."""
