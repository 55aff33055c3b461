"""Places in the back office: official rows are read, the disadvantaged list is kept here."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from catalog.communes.models import Commune, Disadvantaged, Province

if TYPE_CHECKING:
    OfficialBase = admin.ModelAdmin[Any]
    ListBase = admin.ModelAdmin[Disadvantaged]
else:
    OfficialBase = ListBase = admin.ModelAdmin


class OfficialAdmin(OfficialBase):
    """Official rows come from the files alone: nobody adds, changes or removes them by hand."""

    list_display = ("code", "__str__", "valid_from", "valid_to")
    search_fields = ("code", "name", "folded")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: a new unit comes with a new file."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a change of a unit ends its row and begins another."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: addresses point at the row."""
        return False


@admin.register(Disadvantaged)
class DisadvantagedAdmin(ListBase):
    """The communes on a decision's list, each with that decision."""

    list_display = ("commune", "valid_from", "valid_to", "source")
    autocomplete_fields = ("commune",)


admin.site.register(Province, OfficialAdmin)
admin.site.register(Commune, OfficialAdmin)
