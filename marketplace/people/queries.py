"""Questions about people that more than one page asks."""

from __future__ import annotations

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
