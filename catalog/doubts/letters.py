"""Letters to the owners of a cooperative about doubtful labels and reported problems."""

from __future__ import annotations

from typing import Any

from catalog.cooperatives import letters as cooperatives
from catalog.cooperatives.models import Cooperative
from catalog.traceability.models import Alert, ProblemReport
from marketplace.records import outbox


@outbox.handles("scans.alerted")
def alerted(payload: dict[str, Any]) -> None:
    """Say of which lot labels are scanned unusually, and why that was noticed."""
    alert = Alert.objects.select_related("lot").get(pk=payload["alert"])
    if alert.lot is not None:
        facts = {"alert": alert}
        _write(alert.lot.party_id, "scans_alerted", facts, key=f"scans-alerted-{alert.pk}")


@outbox.handles("problem.reported")
def reported(payload: dict[str, Any]) -> None:
    """Pass on what somebody reported; never who it was."""
    problem = ProblemReport.objects.select_related("lot").get(pk=payload["problem"])
    key = f"problem-reported-{problem.pk}"
    _write(problem.lot.party_id, "problem_reported", {"problem": problem}, key=key)


def _write(party_id: int, template: str, facts: dict[str, Any], *, key: str) -> None:
    """Write to the owners of the cooperative that grew it; growers outside the market have none."""
    cooperative = Cooperative.objects.filter(party=party_id).first()
    if cooperative is not None:
        cooperatives.to_owners(cooperative, template, facts, key=key)
