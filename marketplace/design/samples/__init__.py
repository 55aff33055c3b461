"""Invented contexts for the style page and for the tests of templates; nothing else reads them."""

from marketplace.design.samples.pages import PAGES

__all__ = ["PAGES"]
