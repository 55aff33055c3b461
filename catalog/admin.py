"""Table of contents: what of the shop stands in Django's admin, from its subject's room."""

from catalog.moderation.admin import PassRuleAdmin, ReasonAdmin
from catalog.requirements.admin import PaperRequirementAdmin
from catalog.teams.admin import CommuneTeamAdmin

__all__ = ["CommuneTeamAdmin", "PaperRequirementAdmin", "PassRuleAdmin", "ReasonAdmin"]
