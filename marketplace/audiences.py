"""For whom a URL is: what a role allows, before any view looks at any row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from django.http import HttpRequest

from catalog.members import consents
from catalog.models import Membership
from marketplace.people.models import User


class Check(Enum):
    """Who makes sure: the table's middleware, or the view by what the request carries."""

    ROLE = "role"
    VIEW = "view"


@dataclass(frozen=True)
class Audience:
    """Some of the people, and whether they must have used a second factor in this session."""

    name: str
    includes: Callable[[User | None], bool]
    second_factor: bool = False
    check: Check = Check.ROLE
    leads_to: str = ""


def _everybody(_user: User | None) -> bool:
    """Anyone at all."""
    return True


def person(request: HttpRequest) -> User | None:
    """Who is signed in, or nobody."""
    return request.user if isinstance(request.user, User) else None


def member(*roles: str) -> Audience:
    """Members of any cooperative in one of these roles; which cooperative is the view's query."""

    def includes(user: User | None) -> bool:
        """Whether the person has such a membership, or may help somebody: the view asks whom."""
        if user is None:
            return False
        if Membership.objects.filter(user_id=user.pk, role__in=roles).exists():
            return True
        return Membership.Role.SELLER in roles and consents.teams(user).exists()

    return Audience(f"member({'|'.join(roles)})", includes)


def staff(permission: str) -> Audience:
    """Staff whose role carries a permission, with their second factor used."""

    def includes(user: User | None) -> bool:
        """Whether the person has the permission."""
        return user is not None and user.has_perm(permission)

    return Audience(f"staff({permission})", includes, second_factor=True)


def door(leads_to: str) -> Audience:
    """A page that only leads to another: somebody else's log-in form leads to ours."""
    return Audience(f"door({leads_to})", _everybody, leads_to=leads_to)


ANYONE = Audience("anyone", _everybody)
SIGNED_IN = Audience("signed_in", lambda user: user is not None)
OWNER = member(Membership.Role.OWNER)
SELLER = member(Membership.Role.OWNER, Membership.Role.SELLER)
PACKER = member(Membership.Role.OWNER, Membership.Role.SELLER, Membership.Role.PACKER)
TEAM = Audience("team", lambda user: user is not None and consents.teams(user).exists())
ADMIN_STAFF = Audience(
    "staff(admin)", lambda user: user is not None and user.is_staff, second_factor=True
)
SUPERUSER = Audience(
    "superuser", lambda user: user is not None and user.is_superuser, second_factor=True
)
# The view itself asks for a bearer token or an order's token; a session is not looked at.
TOKEN = Audience("token", _everybody, check=Check.VIEW)
# The view itself checks the sender's signature over the raw bytes.
WEBHOOK = Audience("webhook", _everybody, check=Check.VIEW)
