"""People join a cooperative, change what they may do there, and leave."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet

from catalog.cooperatives import queries, refusals
from catalog.cooperatives.models import Cooperative, Membership
from catalog.members.models import Invitation
from marketplace.people import fields
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, tokens

State = Invitation.State
Role = Membership.Role


def address(text: str) -> str:
    """An e-mail or phone in the spelling users are stored in; ``NotAnAddress`` otherwise."""
    login = fields.email(text) if "@" in text else fields.phone(text)
    if not login:
        raise refusals.NotAnAddress(text)
    return login


def open_for(user: User) -> QuerySet[Invitation]:
    """The invitations that wait for a person's answer, by e-mail and by phone.

    A phone counts only once its owner proved it: otherwise anybody could write down a number.
    """
    logins = [user.email] if user.email else []
    if user.phone and (user.phone_verified_at or not user.email):
        logins.append(user.phone)
    return Invitation.objects.filter(state=State.OPEN, login__in=logins).select_related(
        "cooperative", "invited_by"
    )


def open_of(cooperative: Cooperative) -> QuerySet[Invitation]:
    """The invitations of a cooperative that nobody has answered yet."""
    return cooperative.invitations.filter(state=State.OPEN)


@transaction.atomic
def invite(cooperative_id: int, *, login: str, role: str, by: User) -> Invitation:
    """Ask somebody to join; asking again gives the open invitation with the new role.

    Refused with ``NotAnAddress`` or ``AlreadyMember``.
    """
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    known = address(login)
    column = "user__email" if "@" in known else "user__phone"
    if cooperative.memberships.filter(**{column: known}).exists():
        raise refusals.AlreadyMember(known)
    invitation, _ = Invitation.objects.update_or_create(
        cooperative=cooperative,
        login=known,
        state=State.OPEN,
        defaults={"role": role, "invited_by": by},
        create_defaults={
            "role": role,
            "invited_by": by,
            "token": tokens.fresh(),
            "invited_at": clock.now(),
        },
    )
    audit.record(by, cooperative, "member.invited", after={"login": known, "role": role})
    outbox.post("member.invited", key=invitation.token, invitation=invitation.pk)
    return invitation


@transaction.atomic
def answer(token: str, *, accept: bool, by: User) -> Invitation:
    """Accept or decline one's own invitation; ``MoveRefused`` when it was answered already.

    ``Invitation.DoesNotExist`` when it is addressed to somebody else.
    """
    invitation = Invitation.objects.select_for_update().get(
        token=token, pk__in=open_for(by).values("pk")
    )
    invitation.state = State.ACCEPTED if accept else State.DECLINED
    invitation.save(update_fields=["state"])
    if accept:
        Membership.objects.get_or_create(
            cooperative_id=invitation.cooperative_id,
            user=by,
            defaults={"role": invitation.role, "since": clock.now()},
        )
    after = {"state": invitation.state, "role": invitation.role}
    audit.record(by, invitation.cooperative, "member.answered", after=after)
    return invitation


@transaction.atomic
def withdraw(invitation_id: int, *, by: User) -> None:
    """Take an invitation back; ``MoveRefused`` when it was answered already."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation_id)
    if not invitation.can_become(State.WITHDRAWN):
        raise refusals.MoveRefused(invitation.state)
    invitation.state = State.WITHDRAWN
    invitation.save(update_fields=["state"])
    audit.record(
        by,
        invitation.cooperative,
        "member.uninvited",
        before={"login": invitation.login},
    )


@transaction.atomic
def change_role(membership_id: int, *, role: str, by: User) -> Membership:
    """Let a member do more or less; ``LastOwner`` when nobody would be left to own it."""
    member = _locked(membership_id)
    if role != Role.OWNER:
        _keep_an_owner(member)
    before, member.role = member.role, role
    member.save(update_fields=["role"])
    audit.record(
        by,
        member.cooperative,
        "member.role",
        before={"user": member.user_id, "role": before},
        after={"user": member.user_id, "role": role},
    )
    return member


@transaction.atomic
def remove(membership_id: int, *, by: User) -> None:
    """End a membership at once; ``LastOwner`` when nobody would be left to own it."""
    member = _locked(membership_id)
    _keep_an_owner(member)
    audit.record(
        by,
        member.cooperative,
        "member.removed",
        before={"user": member.user_id, "role": member.role},
    )
    member.delete()


@transaction.atomic
def leave(membership_id: int, *, by: User) -> None:
    """End one's own membership; ``LastOwner`` when nobody would be left to own the cooperative.

    Leaving twice is leaving once. ``Membership.DoesNotExist`` for somebody else's.
    """
    if not Membership.objects.filter(pk=membership_id).exists():
        return
    member = _locked(membership_id)
    if member.user_id != by.pk:
        raise Membership.DoesNotExist(membership_id)
    _keep_an_owner(member)
    facts = {"user": member.user_id, "role": member.role}
    audit.record(by, member.cooperative, "member.left", before=facts)
    member.delete()


def _locked(membership_id: int) -> Membership:
    """The membership, with its cooperative locked: two owners cannot remove each other at once."""
    cooperative_id = Membership.objects.values_list("cooperative", flat=True).get(pk=membership_id)
    Cooperative.objects.select_for_update().get(pk=cooperative_id)
    return Membership.objects.select_related("cooperative").get(pk=membership_id)


def _keep_an_owner(member: Membership) -> None:
    """Refuse to lose the last owner."""
    others = queries.members(member.cooperative).filter(role=Role.OWNER).exclude(pk=member.pk)
    if member.role == Role.OWNER and not others.exists():
        raise refusals.LastOwner(member.cooperative_id)
