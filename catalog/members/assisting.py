"""A commune's team acts for a cooperative: appointed by staff, allowed by an owner, ended at once.

Every deed inside ``acting`` is written down with both names. The consent's row stays locked while
a form is worked on, so whoever withdraws it is answered when nothing more can happen by it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from catalog.communes.models import Commune
from catalog.cooperatives import queries
from catalog.cooperatives.models import Cooperative, Membership
from catalog.members import consents, refusals
from catalog.members.models import Consent, TeamMember
from marketplace.people import queries as people
from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records import audit, clock, rules

THINGS = ("listings", "stock", "orders")


@transaction.atomic
def appoint(login: str, commune: Commune, *, by: User) -> TeamMember:
    """Let somebody with an account belong to a commune's team; twice changes nothing.

    ``NobodyKnown`` when nobody signs in with this phone number or e-mail address.
    """
    user = people.by_login(login.strip())
    if user is None:
        raise refusals.NobodyKnown(login)
    member, fresh = TeamMember.objects.get_or_create(
        user=user,
        commune=commune,
        ended_at=None,
        defaults={"appointed_by": by, "appointed_at": clock.now()},
    )
    if fresh:
        roles.give(user, roles.COMMUNE_TEAM)
        audit.record(by, user, "assist.appointed", after={"commune": commune.name})
    return member


@transaction.atomic
def dismiss(member_id: int, *, by: User) -> None:
    """End somebody's place in a team, and with it every consent given to the person there.

    ``AlreadyEnded`` when it has ended before.
    """
    member = TeamMember.objects.select_for_update().get(pk=member_id)
    if member.ended_at is not None:
        raise refusals.AlreadyEnded(member_id)
    member.ended_at, member.ended_by = clock.now(), by
    member.save(update_fields=["ended_at", "ended_by"])
    audit.record(by, member.user, "assist.dismissed", before={"commune": member.commune.name})
    if not consents.teams(member.user).exists():
        roles.take(member.user, roles.COMMUNE_TEAM)
    given = Consent.objects.select_for_update().filter(
        helper=member.user_id, cooperative__commune=member.commune_id, ended_at__isnull=True
    )
    for consent in given.order_by("pk"):
        _end(consent, "assist.withdrawn", by)


@transaction.atomic
def grant(
    cooperative_id: int, helper_id: int, *, things: Collection[str], until: dt.datetime, by: User
) -> Consent:
    """An owner lets somebody of the commune's team act for the cooperative until a moment.

    Refused with ``NotOwner``, ``NotOfTheCommune``, ``OwnCooperative``, ``Nothing``, ``TooLong`` or
    ``AlreadyHelping``. What ran out by itself is ended first, so the history says when.
    """
    cooperative = Cooperative.objects.select_for_update(no_key=True).get(pk=cooperative_id)
    _refuse(cooperative, helper_id, things, until, by)
    _end_what_ran_out(cooperative, helper_id)
    allowed = {name: name in things for name in THINGS}
    try:
        with transaction.atomic():
            consent = Consent.objects.create(
                cooperative=cooperative,
                helper_id=helper_id,
                given_by=by,
                given_at=clock.now(),
                until=until,
                **allowed,
            )
    except IntegrityError as error:
        raise refusals.AlreadyHelping(helper_id) from error
    audit.record(by, cooperative, "assist.granted", after=_facts(consent))
    return consent


@transaction.atomic
def withdraw(consent_id: int, *, by: User) -> Consent:
    """End a consent at once; ``AlreadyEnded`` when somebody was faster.

    Waits for a form the helper has just sent, so that nothing is done after the answer.
    """
    consent = Consent.objects.select_for_update().get(pk=consent_id)
    if consent.ended_at is not None:
        raise refusals.AlreadyEnded(consent_id)
    _end(consent, "assist.withdrawn", by)
    return consent


@contextmanager
def acting(consent_id: int, user: User, *, writes: bool) -> Iterator[Consent | None]:
    """Act by a consent: everything inside is written down on behalf of its cooperative.

    Nothing is given when the consent does not hold (any more). What ``writes`` happens in one
    transaction with the consent's row locked.
    """
    if not writes:
        consent = consents.usable(user).filter(pk=consent_id).first()
        if consent is None:
            yield None
            return
        with audit.acting_for(consent.cooperative):
            yield consent
        return
    with transaction.atomic():
        held = Consent.objects.select_for_update(no_key=True).filter(pk=consent_id).first()
        consent = consents.usable(user).filter(pk=consent_id).first() if held else None
        if consent is None:
            yield None
            return
        with audit.acting_for(consent.cooperative):
            yield consent


@transaction.atomic
def note(consent: Consent, what: str, *, by: User) -> None:
    """Write down that somebody began or stopped acting for a cooperative."""
    audit.record(by, consent.cooperative, f"assist.{what}", on_behalf_of=consent.cooperative)


def _refuse(
    cooperative: Cooperative, helper_id: int, things: Collection[str], until: dt.datetime, by: User
) -> None:
    """Whatever speaks against a consent."""
    speaks = queries.membership(by, cooperative.pk)
    if speaks is None or speaks.role != Membership.Role.OWNER:
        raise refusals.NotOwner(by.pk)
    if not consents.team_of(cooperative.commune).filter(user=helper_id).exists():
        raise refusals.NotOfTheCommune(helper_id)
    if Membership.objects.filter(cooperative=cooperative, user=helper_id).exists():
        raise refusals.OwnCooperative(helper_id)
    if not set(things) & set(THINGS):
        raise refusals.Nothing
    days = rules.number("assist.longest_days")
    if not clock.now() < until <= clock.now() + dt.timedelta(days=days + 1):
        raise refusals.TooLong(days)


def _end_what_ran_out(cooperative: Cooperative, helper_id: int) -> None:
    """Close the consent of the same person that is past its day."""
    past = Consent.objects.select_for_update().filter(
        cooperative=cooperative, helper=helper_id, ended_at__isnull=True, until__lte=clock.now()
    )
    for consent in past:
        _end(consent, "assist.expired", None)


def _end(consent: Consent, what: str, by: User | None) -> None:
    """Put the end on a locked row, and write it down."""
    consent.ended_at, consent.ended_by = clock.now(), by
    consent.save(update_fields=["ended_at", "ended_by"])
    audit.record(by, consent.cooperative, what, before=_facts(consent))


def _facts(consent: Consent) -> dict[str, object]:
    """What a consent says, for the audit trail."""
    allowed = {name: True for name in THINGS if consent.allows(name)}
    return {"user": consent.helper_id, "until": consent.until.isoformat(), **allowed}
