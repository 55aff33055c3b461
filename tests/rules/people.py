"""One person of every kind, each signed in, with the second factor used where they have one."""

import time
from dataclasses import dataclass

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as WHOSE,
)
from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY as METHODS,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from catalog.cooperatives.models import Cooperative, Membership
from marketplace.people import joining, roles
from marketplace.people.models import User
from tests import factories

ANONYMOUS = "anonymous"
MEMBERS = {
    "owner": Membership.Role.OWNER,
    "seller": Membership.Role.SELLER,
    "packer": Membership.Role.PACKER,
}
STAFF = tuple(roles.PERMISSIONS)
KINDS = (ANONYMOUS, "buyer", *MEMBERS, *STAFF, "superuser")


@dataclass
class World:
    """The people, and the two cooperatives: members belong to ``ours``, nobody to ``theirs``."""

    people: dict[str, User | None]
    ours: Cooperative
    theirs: Cooperative

    def client(self, kind: str) -> Client:
        """A browser in which this kind of person is signed in."""
        return signed_in(self.people[kind])


def signed_in(user: User | None) -> Client:
    """A browser in which somebody is signed in, the second factor shown just now."""
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
        session = client.session
        session[WHOSE] = str(user.pk)
        session[METHODS] = [
            {"method": "password", "at": time.time(), "reauthenticated": True},
            {"method": "mfa", "at": time.time(), "type": "totp"},
        ]
        session.save()
    return client


def world() -> World:
    """Everybody there is."""
    ours, theirs = factories.cooperative("HTX A"), factories.cooperative("HTX B")
    people: dict[str, User | None] = {ANONYMOUS: None}
    for kind in KINDS[1:]:
        user = joining.join(email=f"{kind}@example.vn", password="x", verified=True)
        people[kind] = user
        if kind in MEMBERS:
            factories.member(ours, user, MEMBERS[kind])
        if kind in STAFF:
            roles.give(user, kind)
        if kind == "superuser":
            user.is_staff = user.is_superuser = True
            user.save()
        if kind in STAFF or kind == "superuser":
            TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    assert Authenticator.objects.count() == len(STAFF) + 1
    return World(people, ours, theirs)
