"""Administrators write down the communes' teams."""

from typing import TYPE_CHECKING

from django.contrib import admin

from catalog.teams.models import CommuneTeam

if TYPE_CHECKING:
    TeamBase = admin.ModelAdmin[CommuneTeam]
else:
    TeamBase = admin.ModelAdmin


@admin.register(CommuneTeam)
class CommuneTeamAdmin(TeamBase):
    """Teams by commune."""

    list_display = ("name", "commune", "address")
    search_fields = ("name", "commune__name")
    autocomplete_fields = ("commune",)
