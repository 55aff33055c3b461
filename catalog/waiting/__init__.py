"""The waiting list: who is told, once, when something can be bought again."""
