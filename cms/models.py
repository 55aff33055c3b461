"""Table of contents: every page type, from its room."""

from cms.pages.home import HomePage
from cms.pages.plain import PlainPage
from cms.pages.policies import PolicyIndex, PolicyPage
from cms.pages.promotions import PromotionIndex, PromotionPage

__all__ = ["HomePage", "PlainPage", "PolicyIndex", "PolicyPage", "PromotionIndex", "PromotionPage"]
