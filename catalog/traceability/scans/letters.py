"""The letter to who reported a problem and left an address."""

from __future__ import annotations

from typing import Any

from catalog.traceability.models import ProblemReport
from marketplace.records import letters, outbox


@outbox.handles("problem.answered")
def answered(payload: dict[str, Any]) -> None:
    """Tell what was found; a contact that was emptied meanwhile is written to no more."""
    found = ProblemReport.objects.select_related("lot", "box")
    problem = found.get(pk=payload["problem"])
    if problem.contact:
        letters.send(
            problem.contact,
            "problem_answered",
            {"problem": problem, "code": (problem.box or problem.lot).code},
            lang=problem.language,
            key=f"problem-answered-{problem.pk}",
        )
