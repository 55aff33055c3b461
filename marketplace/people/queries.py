"""Questions about people that more than one page asks."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet

from marketplace.people import fields
from marketplace.people.models import User


def by_login(login: str) -> User | None:
    """The person who signs in with this e-mail address or phone number."""
    if "@" in login:
        return User.objects.filter(email=login).first()
    number = fields.phone(login)
    return User.objects.filter(phone=number).first() if number else None


def display_name(user: User) -> str:
    """The name other people see (asked by allauth's setting)."""
    return user.display_name


def who_may(permission: str) -> QuerySet[User]:
    """The active people who hold a permission (``app.codename``), by themselves or by a role."""
    app, codename = permission.split(".")
    held = Permission.objects.filter(content_type__app_label=app, codename=codename)
    allowed = Q(is_superuser=True) | Q(groups__permissions__in=held) | Q(user_permissions__in=held)
    return User.objects.filter(allowed, is_active=True).distinct().order_by("pk")
