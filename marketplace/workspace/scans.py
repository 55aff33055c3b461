"""How the labels of a cooperative are scanned: what is odd, what people report, counts by lot."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.cooperatives.models import Membership
from catalog.traceability import codes
from catalog.traceability.models import Alert, ProblemReport
from catalog.traceability.scans import queries
from marketplace.workspace import stalls

SHOWN = 20
LEVELS = {"open": "warn", "acknowledged": "bad", "dismissed": "thin", "answered": "thin"}


@stalls.members(*stalls.SELLERS)
@require_safe
def scans(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the newest of each; who reported something is never told."""
    party = membership.cooperative.party_id
    alerts = list(queries.alerts().filter(lot__party=party)[:SHOWN])
    problems = queries.problems().filter(lot__party=party)[:SHOWN]
    lots = queries.lots_scanned(party) if party else []
    known = [*(one.provinces for one in alerts), *(one.provinces for one in lots)]
    names = queries.province_names(code for codes_ in known for code in codes_)
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "alerts": [_alert(one, names) for one in alerts],
        "problems": [_problem(one) for one in problems],
        "lots": [
            {
                "code": one.lot.code,
                "url": codes.url(one.lot.code),
                "crop": one.lot.goods,
                "harvested_on": one.lot.harvested_on,
                "scans": one.scans,
                "phones": one.phones,
                "provinces": _names(one.provinces, names),
            }
            for one in lots
        ],
    }
    return render(request, "workspace/scans.html", context)


def _alert(one: Alert, names: dict[str, str]) -> dict[str, Any]:
    """An alert about a box or lot of the cooperative."""
    assert one.lot is not None
    code = one.box.code if one.box else one.lot.code
    return {
        "reason": one.get_reason_display(),
        "code": code,
        "url": codes.url(code),
        "phones": one.phones,
        "provinces": _names(one.provinces, names),
        "last_seen": one.last_seen,
        "state_words": one.get_state_display(),
        "state_level": LEVELS[one.state],
        "note": one.note,
    }


def _problem(one: ProblemReport) -> dict[str, Any]:
    """A report without whoever wrote it."""
    code = one.box.code if one.box else one.lot.code
    return {
        "kind": one.get_kind_display(),
        "words": one.words,
        "language": one.language,
        "code": code,
        "url": codes.url(code),
        "reported_at": one.reported_at,
        "state_words": one.get_state_display(),
        "state_level": LEVELS[one.state],
        "answer": one.answer,
    }


def _names(codes_: Any, names: dict[str, str]) -> str:
    """Provinces in words."""
    return ", ".join(names.get(code, code) for code in sorted(codes_))
