"""What the sign-in machinery says, turned into entries of the audit trail."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import m2m_changed
from django.http import HttpRequest

from marketplace.people import access, roles
from marketplace.people.models import User
from marketplace.people.signals import account_changed, role_changed


def connect() -> None:
    """Listen (called once, when all apps are loaded)."""
    user_logged_in.connect(_signed_in, dispatch_uid="people.signed_in")
    account.user_signed_up.connect(_signed_up, dispatch_uid="people.signed_up")
    account.password_changed.connect(_password_changed, dispatch_uid="people.password_changed")
    account.password_reset.connect(_password_reset, dispatch_uid="people.password_reset")
    account.email_changed.connect(_email_changed, dispatch_uid="people.email_changed")
    mfa.authenticator_added.connect(_factor_added, dispatch_uid="people.factor_added")
    mfa.authenticator_removed.connect(_factor_removed, dispatch_uid="people.factor_removed")
    m2m_changed.connect(
        _roles_changed, sender=User.groups.through, dispatch_uid="people.roles_changed"
    )
    m2m_changed.connect(
        _permissions_changed,
        sender=Group.permissions.through,
        dispatch_uid="people.permissions_changed",
    )


def _say(user: User, what: str, **facts: Any) -> None:
    """Pass one change of an account on."""
    account_changed.send(User, user=user, what=what, by=facts.pop("by", user), **facts)


def _signed_in(sender: object, *, user: User, **_: Any) -> None:
    """Somebody came in."""
    _say(user, "account.signed_in")


def _signed_up(sender: object, *, user: User, **_: Any) -> None:
    """Somebody made an account."""
    _say(user, "account.signed_up")


def _password_changed(sender: object, *, user: User, **_: Any) -> None:
    """A person changed the password."""
    _say(user, "account.password_changed")


def _password_reset(sender: object, *, user: User, **_: Any) -> None:
    """A person set a new password with a link; nobody was signed in."""
    _say(user, "account.password_reset", by=None)


def _email_changed(
    sender: object,
    *,
    user: User,
    from_email_address: Any,
    to_email_address: Any,
    **_: Any,
) -> None:
    """A person's new e-mail address was verified and took the old one's place."""
    before = {"email": from_email_address.email} if from_email_address else None
    _say(
        user,
        "account.email_changed",
        before=before,
        after={"email": to_email_address.email},
    )


def _factor_added(
    sender: object,
    *,
    request: HttpRequest,
    user: User,
    authenticator: Authenticator,
    **_: Any,
) -> None:
    """A second factor was set up."""
    access.note_enrolment(request, user, authenticator)
    _say(user, "account.factor_added", after={"type": str(authenticator.type)})


def _factor_removed(sender: object, *, user: User, authenticator: Authenticator, **_: Any) -> None:
    """A second factor was taken off."""
    _say(user, "account.factor_removed", before={"type": str(authenticator.type)})


def _roles_changed(
    sender: object, *, instance: Any, action: str, pk_set: set[int] | None, **_: Any
) -> None:
    """Somebody was given a role or lost one, from whichever side it was written."""
    if action not in {"post_add", "post_remove"} or not pk_set:
        return
    what = "role.given" if action == "post_add" else "role.taken"
    if isinstance(instance, User):
        names = sorted(Group.objects.filter(pk__in=pk_set).values_list("name", flat=True))
        _say(instance, what, by=None, after={"roles": names})
    else:
        for user in User.objects.filter(pk__in=pk_set):
            _say(user, what, by=None, after={"roles": [instance.name]})


def _permissions_changed(
    sender: object, *, instance: Any, action: str, pk_set: set[int] | None, **_: Any
) -> None:
    """Somebody changed by hand what a role may do; migrations bring roles to what the code says."""
    if action not in {"post_add", "post_remove"} or not pk_set or roles.from_code.get():
        return
    if isinstance(instance, Group):
        groups, keys = [instance], pk_set
    else:
        groups, keys = list(Group.objects.filter(pk__in=pk_set)), {instance.pk}
    names = sorted(Permission.objects.filter(pk__in=keys).values_list("codename", flat=True))
    side = "after" if action == "post_add" else "before"
    for group in groups:
        role_changed.send(
            Group, group=group, what="role.permissions", **{side: {"permissions": names}}
        )
