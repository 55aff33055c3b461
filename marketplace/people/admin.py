"""Users in Django's admin, where Oscar's and Wagtail's choosers look for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from marketplace.people.models import User

if TYPE_CHECKING:
    Base = admin.ModelAdmin[User]
else:
    Base = admin.ModelAdmin


@admin.register(User)
class UserAdmin(Base):
    """Found by name and address; passwords and sign-in facts are not edited here."""

    list_display = ("display_name", "email", "phone", "is_staff", "is_active")
    list_filter = ("is_staff", "is_active", "groups")
    search_fields = ("email", "phone", "first_name", "last_name")
    fields = (
        "first_name",
        "language",
        "is_active",
        "is_staff",
        "is_superuser",
        "groups",
    )
    filter_horizontal = ("groups",)

    def has_add_permission(self, request: object) -> bool:
        """People join by the sign-up page or an invitation."""
        return False
