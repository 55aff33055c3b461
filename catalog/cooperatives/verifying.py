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
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox

State = Cooperative.State
_WITH_REASON = {State.RETURNED, State.SUSPENDED}


@transaction.atomic
def decide(cooperative_id: int, *, state: str, by: User, reason: str = "") -> CooperativeDecision:
    """Verify, return, suspend or restore a cooperative, and tell its owners.

    The row is locked first: of two who decide at once the second gets ``MoveRefused``. Refused
    also with ``OwnCooperative``, ``ReasonMissing``, ``NotYetChecked``. Listings of a suspended
    cooperative leave the shelf in the same transaction, and come back with it.
    """
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    _refuse_own(by, cooperative)
    # Back to "applied" is the cooperative's own move, never the desk's.
    if state == State.APPLIED or not cooperative.can_become(state):
        raise refusals.MoveRefused(cooperative.state)
    if state in _WITH_REASON and not reason.strip():
        raise refusals.ReasonMissing(state)
    if state == State.VERIFIED and not cooperative.identity_checks.filter(level__gte=2).exists():
        raise refusals.NotYetChecked(cooperative_id)
    before = cooperative.state
    cooperative.state = state
    cooperative.verified_at = cooperative.verified_at or (
        clock.now() if state == State.VERIFIED else None
    )
    cooperative.save(update_fields=["state", "verified_at"])
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


def _refuse_own(by: User, cooperative: Cooperative) -> None:
    """Refuse a member of staff who belongs to the cooperative."""
    if queries.is_member(by, cooperative.pk):
        raise refusals.OwnCooperative(cooperative.pk)
