"""Table of contents: every page type and row, from its room."""

from cms.live.models import LiveHost, LiveItem, LivePin, LiveReport, LiveSession
from cms.pages.bulletins import BulletinIndex, BulletinPage, PriceRow
from cms.pages.home import HomePage
from cms.pages.live import LiveIndex, LivestreamPage
from cms.pages.plain import PlainPage
from cms.pages.policies import PolicyIndex, PolicyPage, PolicyVersion
from cms.pages.promotions import PromotionIndex, PromotionPage
from cms.pages.seasons import SeasonIndex, SeasonPage
from cms.pages.stories import GuideIndex, GuidePage, StoryIndex, StoryPage

__all__ = [
    "BulletinIndex",
    "BulletinPage",
    "GuideIndex",
    "GuidePage",
    "HomePage",
    "LiveHost",
    "LiveIndex",
    "LiveItem",
    "LivePin",
    "LiveReport",
    "LiveSession",
    "LivestreamPage",
    "PlainPage",
    "PolicyIndex",
    "PolicyPage",
    "PolicyVersion",
    "PriceRow",
    "PromotionIndex",
    "PromotionPage",
    "SeasonIndex",
    "SeasonPage",
    "StoryIndex",
    "StoryPage",
]
