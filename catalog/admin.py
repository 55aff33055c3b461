"""Table of contents: what of the shop stands in Django's admin, from its subject's room."""

from catalog.teams.admin import CommuneTeamAdmin

__all__ = ["CommuneTeamAdmin"]
