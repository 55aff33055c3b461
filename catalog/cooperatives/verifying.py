"""The province makes sure who a cooperative is, and decides whether it may sell."""

from __future__ import annotations

from django.db import transaction

from catalog.cooperatives import queries, refusals
from catalog.cooperatives.models import (
    Cooperative,
    CooperativeDecision,
    CooperativePaper,
    IdentityCheck,
)
from catalog.listings import visibility
from catalog.takedowns import queries as takedowns
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox

State = Cooperative.State
_WITH_REASON = {State.RETURNED, State.SUSPENDED}


@transaction.atomic
def decide(cooperative_id: int, *, state: str, by: User, reason: str = "") -> CooperativeDecision:
    """Verify, return, suspend or restore a cooperative, and tell its owners.

    The row is locked first: of two who decide at once the second gets ``MoveRefused``. Refused
    also with ``OwnCooperative``, ``ReasonMissing``, ``NotYetChecked``, ``OrderInForce`` and
    ``OrderMissing``: who is suspended, and until when, is said by numbered orders alone. Listings
    of a suspended cooperative leave the shelf in the same transaction, and come back with it.
    """
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    _refuse_own(by, cooperative)
    _refuse_move(cooperative, state, reason)
    before = cooperative.state
    cooperative.state = state
    cooperative.verified_at = cooperative.verified_at or (
        clock.now() if state == State.VERIFIED else None
    )
    cooperative.assigned_to = None
    cooperative.save(update_fields=["state", "verified_at", "assigned_to"])
    if before == State.APPLIED and state == State.VERIFIED:
        _accept_papers(cooperative, by)
    decision = CooperativeDecision.objects.create(
        cooperative=cooperative,
        state=state,
        reason=reason.strip(),
        by=by,
        at=clock.now(),
    )
    audit.record(
        by,
        cooperative,
        "cooperative.decided",
        before={"state": before},
        after={"state": state, "reason": decision.reason},
    )
    visibility.refresh_all(cooperative.pk)
    outbox.post("cooperative.decided", key=f"decision-{decision.pk}", decision=decision.pk)
    return decision


@transaction.atomic
def record_check(
    cooperative_id: int, *, method: str, level: int, paper_token: str = "", by: User
) -> IdentityCheck:
    """Write down how somebody made sure who stands behind a cooperative.

    The hash of the paper that was looked at is the evidence. Refused with ``OwnCooperative``;
    ``CooperativePaper.DoesNotExist`` when the paper is not this cooperative's.
    """
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    _refuse_own(by, cooperative)
    evidence = ""
    if paper_token:
        held = CooperativePaper.objects.select_related("paper")
        evidence = held.get(cooperative=cooperative, paper__token=paper_token).paper.sha256
    check = IdentityCheck.objects.create(
        cooperative=cooperative,
        method=method,
        level=level,
        evidence_sha256=evidence,
        checked_by=by,
        checked_at=clock.now(),
    )
    audit.record(
        by,
        cooperative,
        "cooperative.checked",
        after={"method": method, "level": level, "evidence_sha256": evidence},
    )
    return check


@transaction.atomic
def assign(cooperative_id: int, *, to: User | None, by: User) -> Cooperative:
    """Let one of the staff (or nobody) look at an application; others see whose it is.

    Refused with ``OwnCooperative`` for a member of it, ``TakenAlready`` when a colleague has taken
    it and somebody else wants it, ``MoveRefused`` when nothing waits.
    """
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    _refuse_own(by, cooperative)
    if to is not None:
        _refuse_own(to, cooperative)
    if cooperative.state != State.APPLIED:
        raise refusals.MoveRefused(cooperative.state)
    if cooperative.assigned_to_id not in {None, by.pk}:
        raise refusals.TakenAlready(cooperative.assigned_to_id)
    before, cooperative.assigned_to = cooperative.assigned_to_id, to
    cooperative.save(update_fields=["assigned_to"])
    after = to.pk if to else None
    audit.record(
        by,
        cooperative,
        "cooperative.assigned",
        before={"assigned_to": before},
        after={"assigned_to": after},
    )
    return cooperative


def _refuse_move(cooperative: Cooperative, state: str, reason: str) -> None:
    """Refuse what may not follow, has no reason, was not checked, or no order says."""
    # Back to "applied" is the cooperative's own move, never the desk's.
    if state == State.APPLIED or not cooperative.can_become(state):
        raise refusals.MoveRefused(cooperative.state)
    if state in _WITH_REASON and not reason.strip():
        raise refusals.ReasonMissing(state)
    ordered = takedowns.of_cooperative(cooperative.pk)
    if state == State.SUSPENDED and ordered is None:
        raise refusals.OrderMissing(cooperative.pk)
    if state == State.VERIFIED:
        if ordered is not None:
            raise refusals.OrderInForce(ordered.number)
        if not cooperative.identity_checks.filter(level__gte=2).exists():
            raise refusals.NotYetChecked(cooperative.pk)


def _accept_papers(cooperative: Cooperative, by: User) -> None:
    """Who verifies a cooperative has looked at its papers; each has its own entry."""
    waiting = cooperative.papers.select_for_update().filter(state=CooperativePaper.State.WAITING)
    for paper in waiting.order_by("pk"):
        paper.state = CooperativePaper.State.ACCEPTED
        paper.looked_at, paper.looked_by = clock.now(), by
        paper.save(update_fields=["state", "looked_at", "looked_by"])
        audit.record(
            by,
            paper,
            "paper.accepted",
            after={"state": paper.state, "kind": paper.kind},
        )


def _refuse_own(by: User, cooperative: Cooperative) -> None:
    """Refuse a member of staff who belongs to the cooperative."""
    if queries.is_member(by, cooperative.pk):
        raise refusals.OwnCooperative(cooperative.pk)
