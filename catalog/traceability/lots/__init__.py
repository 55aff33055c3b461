"""Lots and boxes: goods with a code of their own, and what happened to them."""
