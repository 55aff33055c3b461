"""Users in Django's admin, where Oscar's and Wagtail's choosers look for them."""

from django.contrib import admin

from marketplace.people.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """Found by name and address."""

    search_fields = ("email", "first_name", "last_name")
