"""What needs no person: a change within a rule in force is applied at once, and written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from catalog.listings import proposals, publishing
from catalog.listings.models import Listing, ListingChange
from catalog.listings.proposals import Proposal
from catalog.moderation.models import PassRule
from catalog.moderation.touching import Part
from marketplace.people.models import User
from marketplace.records import audit, clock

State = ListingChange.State
_ON_SALE = (Listing.State.PUBLISHED, Listing.State.HIDDEN)


def in_force(day: dt.date | None = None) -> QuerySet[PassRule]:
    """The rules of a local day (today when left out)."""
    on = day or clock.local_day()
    return PassRule.objects.filter(valid_from__lte=on).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    )


def rule_for(listing: Listing, old: Proposal, new: Proposal, touches: list[str]) -> PassRule | None:
    """The rule that lets a change pass, or nothing: then a person decides.

    New listings and what the province withdrew always wait for a person.
    """
    if not touches or not listing.version or listing.state not in _ON_SALE:
        return None
    fitting = in_force().filter(lets__contains=touches)
    if Part.PRICE not in touches:
        return fitting.first()
    return next((rule for rule in fitting if not outside(listing, old, new, rule)), None)


def outside(listing: Listing, old: Proposal, new: Proposal, rule: PassRule) -> list[str]:
    """The keys of the packs whose new price lies outside the rule's band.

    The band lies around the price a person approved last and around every price of the rule's
    days, so that small steps in a row come before a person too.
    """
    before = {pack.key: pack.price for pack in old.packs}
    held = list(_held(listing, rule.days or 0))
    found = []
    for pack in new.packs:
        if pack.key not in before or pack.price == before[pack.key]:
            continue
        bases = [before[pack.key], *(prices[pack.key] for prices in held if pack.key in prices)]
        if any(abs(pack.price - base) * 100 > (rule.percent or 0) * base for base in bases):
            found.append(pack.key)
    return found


def let_pass(change: ListingChange, listing: Listing, rule: PassRule, *, by: User) -> None:
    """Apply a waiting change of a locked listing by a rule, in the caller's transaction."""
    change.state = State.APPROVED
    change.rule = rule
    change.decided_at = clock.now()
    change.save(update_fields=["state", "rule", "decided_at"])
    publishing.apply(listing, proposals.read(change.proposed), by=by)
    audit.record(
        None,
        listing,
        "listing.passed_by_rule",
        before={"version": change.base_version, "state": State.SUBMITTED.value},
        after={
            "state": change.state,
            "version": listing.version,
            "change": change.pk,
            "rule": rule.pk,
            "key": rule.key,
        },
    )


def _held(listing: Listing, days: int) -> Iterator[dict[str, int]]:
    """The prices a person approved last, and those that held within so many days, by pack."""
    since = clock.now() - dt.timedelta(days=days)
    approved = listing.changes.filter(state=State.APPROVED).order_by("-decided_at", "-pk")
    rows: Any = approved.values_list("proposed__packs", "decided_at", "rule_id")
    by_person = earlier = False
    for packs, decided_at, rule_id in rows.iterator():
        if not earlier or (rule_id is None and not by_person):
            yield {pack["key"]: pack["price"] for pack in packs}
        earlier = earlier or decided_at <= since
        by_person = by_person or rule_id is None
        if earlier and by_person:
            return
