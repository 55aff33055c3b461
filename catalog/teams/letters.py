"""Whom a step for an unanswered order reaches: the same people, by another way, or the team."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from catalog.cooperatives.models import Cooperative, Membership
from catalog.orders import paying
from catalog.orders.models import SellerOrder
from catalog.orders.nudges import Nudge
from catalog.teams.models import CommuneTeam
from marketplace.design import navigation
from marketplace.people.models import User
from marketplace.records import letters, outbox

Step = Nudge.Step
Addresses = list[tuple[str, str]]


@outbox.handles("order.nudge")
def nudged(payload: dict[str, Any]) -> None:
    """Write to whoever the step is for, while the order still waits."""
    nudge = Nudge.objects.select_related(
        "seller_order__cooperative__commune", "seller_order__order__placement"
    ).get(pk=payload["nudge"])
    part = nudge.seller_order
    if part.state != SellerOrder.State.TO_CONFIRM:
        return
    to = addresses(part.cooperative, nudge.step)
    template = "order_nudge_team" if nudge.step == Step.COMMUNE_TEAM else "order_nudge"
    for address, language in to:
        url = f"{settings.PUBLIC_URL}{navigation.path('/sell/orders/', language)}"
        letters.send(
            address,
            template,
            {"part": part, "url": url, "cash": paying.confirms_at_once(_channel(part))},
            lang=language,
            key=f"order-nudge-{part.number}-{nudge.step}-{address}",
        )
    Nudge.objects.filter(pk=nudge.pk).update(reached=len(to))


def addresses(cooperative: Cooperative, step: str) -> Addresses:
    """Where a step's letter goes: first as always, then every other way, then the commune's team.

    The department needs no letter: the order stands on its desk.
    """
    if step == Step.COMMUNE_TEAM:
        teams = CommuneTeam.objects.filter(commune=cooperative.commune_id)
        return [(team.address, settings.LANGUAGE_CODE) for team in teams]
    if step == Step.DESK:
        return []
    people = list(_people(cooperative))
    if step == Step.REMINDER:
        return desk_of(cooperative)
    usual = {letters.address(user) for user in people}
    other = {text: user.language for user in people for text in (user.phone, user.email) if text}
    return [pair for pair in (other | _own(cooperative)).items() if pair[0] not in usual]


def desk_of(cooperative: Cooperative) -> Addresses:
    """Who reads a cooperative's letters: owners and sellers, else its own address."""
    found = {letters.address(user): user.language for user in _people(cooperative)}
    known = [pair for pair in found.items() if pair[0]]
    return known or list(_own(cooperative).items())[:1]


def _people(cooperative: Cooperative) -> QuerySet[User]:
    """The owners and sellers of a cooperative."""
    return User.objects.filter(
        is_active=True,
        memberships__cooperative=cooperative,
        memberships__role__in=(Membership.Role.OWNER, Membership.Role.SELLER),
    ).order_by("pk")


def _own(cooperative: Cooperative) -> dict[str, str]:
    """The cooperative's own addresses."""
    texts = (cooperative.email, cooperative.phone)
    return {text: settings.LANGUAGE_CODE for text in texts if text}


def _channel(part: SellerOrder) -> str:
    """How the order is paid."""
    return str(part.order.placement.channel)
