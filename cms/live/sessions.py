"""What happens to a session: planned, started, shown, ended, stopped, cancelled."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from cms.live import gate
from cms.live.models import LiveHost, LiveItem, LivePin, LiveSession
from cms.live.refusals import MoveRefused, NoSuchItem, NotReady
from marketplace.people.models import User
from marketplace.records import audit, clock, rules

State = LiveSession.State


@dataclass(frozen=True, slots=True)
class Plan:
    """What a published page says of its session: days, who speaks, what is shown."""

    title: str
    start: dt.datetime
    end: dt.datetime
    hosts: Sequence[tuple[int, str]]
    items: Sequence[tuple[int, str, str]]


@transaction.atomic
def plan(page_key: uuid.UUID, wanted: Plan, *, by: User | None) -> LiveSession:
    """Make or change the session of a page as long as it has not begun; later nothing changes.

    A host whose name or cooperative changes has to be checked anew.
    """
    facts = {"title": wanted.title, "planned_start": wanted.start, "planned_end": wanted.end}
    session, is_new = LiveSession.objects.select_for_update().get_or_create(
        page_key=page_key, defaults=facts
    )
    if session.state != State.SCHEDULED:
        return session
    for name, value in facts.items():
        setattr(session, name, value)
    session.save(update_fields=list(facts))
    _keep_hosts(session, wanted.hosts)
    _keep_items(session, wanted.items)
    after = {"start": wanted.start, "items": len(wanted.items)}
    audit.record(by, session, "live.planned" if is_new else "live.replanned", after=after)
    return session


def _keep_hosts(session: LiveSession, wanted: Sequence[tuple[int, str]]) -> None:
    """Exactly these hosts; those who stay keep their check."""
    for host in session.hosts.all():
        if (host.cooperative_id, host.name) not in wanted:
            host.delete()
    for cooperative, name in wanted:
        LiveHost.objects.get_or_create(session=session, cooperative_id=cooperative, name=name)


def _keep_items(session: LiveSession, wanted: Sequence[tuple[int, str, str]]) -> None:
    """Exactly these goods, in this order."""
    session.items.exclude(listing__in=[listing for listing, _note, _warning in wanted]).delete()
    for position, (listing, note, warning) in enumerate(wanted, 1):
        facts = {"position": position, "note": note, "warning": warning}
        LiveItem.objects.update_or_create(session=session, listing_id=listing, defaults=facts)


@transaction.atomic
def check_host(host_id: int, *, identity: str, papers: str, by: User) -> LiveHost:
    """Write down how a host was identified and which papers were seen; ``MoveRefused`` too late."""
    host = LiveHost.objects.select_for_update().get(pk=host_id)
    session = LiveSession.objects.select_for_update().get(pk=host.session_id)
    if session.state != State.SCHEDULED:
        raise MoveRefused(session.state)
    host.identity, host.papers = identity, papers
    host.checked_at, host.checked_by = clock.now(), by
    host.save()
    audit.record(by, host, "live.host_checked", after={"identity": identity, "papers": papers})
    return host


@transaction.atomic
def start(session_id: int, *, by: User) -> LiveSession:
    """Go live. Raises ``NotReady`` with everything that is missing, or ``MoveRefused``."""
    session = _locked(session_id, State.LIVE)
    if missing := gate.missing(session):
        raise NotReady(missing)
    session.started_at = clock.now()
    return _moved(session, State.LIVE, by=by)


@transaction.atomic
def end(session_id: int, *, by: User | None) -> LiveSession:
    """End a running session as planned; what it showed is kept to its date."""
    session = _locked(session_id, State.ENDED)
    return _over(session, State.ENDED, by=by)


@transaction.atomic
def stop(session_id: int, *, reason: str, by: User) -> LiveSession:
    """The province stops a running session at once, with its reason."""
    session = _locked(session_id, State.STOPPED)
    session.reason, session.ended_by = reason, by
    return _over(session, State.STOPPED, by=by)


@transaction.atomic
def cancel(session_id: int, *, reason: str, by: User) -> LiveSession:
    """Call a session off before it begins, with its reason."""
    session = _locked(session_id, State.CANCELLED)
    session.reason, session.ended_by = reason, by
    return _over(session, State.CANCELLED, by=by)


@transaction.atomic
def pin(session_id: int, item_id: int | None, *, by: User) -> LivePin | None:
    """Show an item instead of the one before, or none; ``NoSuchItem``, ``MoveRefused``."""
    session = LiveSession.objects.select_for_update().get(pk=session_id)
    if session.state != State.LIVE:
        raise MoveRefused(session.state)
    now = clock.now()
    if item_id is not None and not session.items.filter(pk=item_id).exists():
        raise NoSuchItem
    session.pins.filter(ended_at__isnull=True).update(ended_at=now)
    audit.record(by, session, "live.pinned", after={"item": item_id})
    if item_id is None:
        return None
    return LivePin.objects.create(session=session, item_id=item_id, started_at=now)


@transaction.atomic
def show_slide(session_id: int, number: int, *, by: User) -> LiveSession:
    """Show a slide by its place, from 0; ``MoveRefused`` when the session does not run."""
    session = LiveSession.objects.select_for_update().get(pk=session_id)
    if session.state != State.LIVE:
        raise MoveRefused(session.state)
    session.slide = number
    session.save(update_fields=["slide"])
    audit.record(by, session, "live.slide", after={"slide": number})
    return session


def _locked(session_id: int, state: str) -> LiveSession:
    """The session, locked, if it may move there."""
    session = LiveSession.objects.select_for_update().get(pk=session_id)
    if not session.can_become(state):
        raise MoveRefused(session.state)
    return session


def _over(session: LiveSession, state: str, *, by: User | None) -> LiveSession:
    """Nothing is shown any more; records are kept as long as the rule says."""
    now = clock.now()
    session.ended_at = now
    days = max(365, rules.number("live.retention_days"))
    session.keep_until = clock.local_day(now) + dt.timedelta(days=days)
    session.pins.filter(ended_at__isnull=True).update(ended_at=now)
    return _moved(session, state, by=by)


def _moved(session: LiveSession, state: str, *, by: User | None) -> LiveSession:
    """Write the new state down."""
    before = session.state
    session.state = state
    session.save()
    audit.record(
        by,
        session,
        f"live.{state}",
        before={"state": before},
        after={"state": state, "reason": session.reason},
    )
    return session
