"""The province looks at a paper that came after the verification: accepted, or sent back."""

from __future__ import annotations

from django.db import transaction

from catalog.cooperatives import queries, refusals
from catalog.cooperatives.models import Cooperative, CooperativePaper
from catalog.listings import visibility
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox

State = CooperativePaper.State


@transaction.atomic
def look(paper_id: int, *, accepted: bool, by: User, remark: str = "") -> CooperativePaper:
    """Accept a waiting paper, or send it back with a remark; the shelf follows at once.

    Cooperative and paper are locked in this order: of two who look at once the second gets
    ``PaperLookedAt``. Refused also with ``OwnCooperative`` and ``ReasonMissing``.
    """
    seller = CooperativePaper.objects.values_list("cooperative_id", flat=True).get(pk=paper_id)
    Cooperative.objects.select_for_update(no_key=True).get(pk=seller)
    paper = CooperativePaper.objects.select_for_update().get(pk=paper_id)
    if queries.is_member(by, seller):
        raise refusals.OwnCooperative(seller)
    if paper.state != State.WAITING:
        raise refusals.PaperLookedAt(paper.state)
    if not accepted and not remark.strip():
        raise refusals.ReasonMissing(paper.kind)
    paper.state = State.ACCEPTED if accepted else State.RETURNED
    paper.remark = remark.strip()
    paper.looked_at, paper.looked_by = clock.now(), by
    paper.save(update_fields=["state", "remark", "looked_at", "looked_by"])
    audit.record(
        by,
        paper,
        f"paper.{paper.state}",
        after={"state": paper.state, "kind": paper.kind, "remark": paper.remark},
    )
    if accepted:
        visibility.refresh_all(seller)
    else:
        outbox.post("paper.returned", key=f"paper-{paper.pk}", paper=paper.pk)
    return paper
